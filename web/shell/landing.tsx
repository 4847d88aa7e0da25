import { Link, Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSignedIn } from '#web/api/actor.ts';
import { signIn } from '#web/api/session.ts';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { shell } from '#web/messages/shell.ts';
import './landing.css';
import { useDeployment } from './use-deployment.ts';

const NOTICES: string = '/notices';

/** The first page: what this is, and the way in. */
export function LandingPage() {
  const tell = useTell();
  const { language, choose } = useLanguage();
  const signedIn = useSignedIn();
  const { register: mayRegister, demo } = useDeployment();
  useEffect(() => {
    document.title = `${tell(kit.product)} · ${tell(kit.office)}`;
  }, [tell]);
  if (signedIn) return <Navigate to="/home" replace />;
  return (
    <div className="landing">
      <header className="landing-head">
        <img src="/console/seal.svg" width="32" height="32" alt="" />
        <strong>{tell(kit.product)}</strong>
        <button
          type="button"
          className="plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          {tell(kit.otherLanguage)}
        </button>
      </header>
      <main>
        <h1 className="serif">{tell(shell.landingTitle)}</h1>
        <p>{tell(shell.landingText)}</p>
        <p className="landing-acts">
          <button type="button" className="primary" onClick={() => signIn({ back: '/home' })}>
            {tell(shell.enter)}
          </button>
          {mayRegister && (
            <button type="button" onClick={() => signIn({ back: '/home', register: true })}>
              {tell(shell.register_)}
            </button>
          )}
          {demo && <a href="/">{tell(shell.demo)}</a>}
          <Link to={NOTICES}>{tell(shell.seeNotices)}</Link>
        </p>
      </main>
    </div>
  );
}
