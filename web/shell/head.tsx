import { LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { useMe, useSignedIn } from '#web/api/actor.ts';
import { signIn, signOut } from '#web/api/session.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { drafts } from '#web/messages/applicant-drafts.ts';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { shell } from '#web/messages/shell.ts';
import { forgetAll, sendUnsent } from './leaving.ts';
import { Navigation } from './nav.tsx';
import { useDeployment } from './use-deployment.ts';

/** The bar on top: where home is, the language, who is signed in. */
export function Head({ withMenu }: { readonly withMenu: boolean }) {
  const tell = useTell();
  const { language, choose } = useLanguage();
  const signedIn = useSignedIn();
  const { demo } = useDeployment();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="desk-head">
      {withMenu && (
        <Button
          className="desk-burger"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={tell(kit.menu)}
          onClick={() => setOpen(true)}
        />
      )}
      <Link to={signedIn ? '/home' : '/'} className="brand">
        <img src="/console/seal.svg" width="26" height="26" alt="" />
        {tell(kit.product)}
      </Link>
      <div className="end">
        {demo && (
          <a href="/" title={tell(shell.demoHelp)} className="demo-link">
            {tell(shell.demo)}
          </a>
        )}
        <Button
          type="text"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          {tell(kit.otherLanguage)}
        </Button>
        {signedIn ? (
          <Account />
        ) : (
          <Button onClick={() => signIn({ back: location.pathname.replace(/^\/console/, '') + location.search })}>
            {tell(kit.signIn)}
          </Button>
        )}
      </div>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={280} title={tell(kit.menu)}>
        <nav
          className="desk-nav"
          style={{ position: 'static', height: 'auto', border: 0, padding: 0 }}
          aria-label={tell(kit.menu)}
        >
          <Navigation onGo={() => setOpen(false)} />
        </nav>
      </Drawer>
    </header>
  );
}

const PROFILE: string = '/me';

function Account() {
  const tell = useTell();
  const { data: person } = useMe();
  const ask = useConsequence();
  /** What was written is on the server, or the person knows what is lost, before it leaves this machine. */
  const leave = async (): Promise<void> => {
    if (!person) return signOut();
    const act = async (): Promise<void> => {
      await forgetAll(person.personId);
      await signOut();
    };
    const unsent = await sendUnsent(person.personId);
    if (unsent === 0) return act();
    await ask({
      title: tell(drafts.leaveTitle),
      consequence: tell(drafts.leaveText(unsent)),
      verb: tell(drafts.leaveVerb),
      seal: true,
      act,
    });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'profile', icon: <UserOutlined />, label: <Link to={PROFILE}>{tell(shell.profile)}</Link> },
          { key: 'out', icon: <LogoutOutlined />, label: tell(kit.signOut), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={person?.name ?? tell(kit.account)}>
        <span className="desk-account">{person?.name ?? tell(kit.account)}</span>
      </Button>
    </Dropdown>
  );
}
