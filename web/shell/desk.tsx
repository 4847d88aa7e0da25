import { Navigate, Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useActor, useMe, useSignedIn } from '#web/api/actor.ts';
import { isProblem } from '#web/api/problem.ts';
import { NotForYou } from '#web/kit/not-for-you.tsx';
import { Headed } from '#web/kit/page.tsx';
import { Trouble, Waiting } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { Head } from './head.tsx';
import { Navigation } from './nav.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { Themed } from './themed.tsx';
import './desk.css';

/** Around every page of somebody who signed in. */
export function DeskFrame() {
  return (
    <Themed>
      <Frame />
    </Themed>
  );
}

/** Where somebody makes themselves known, with their consent. */
const ENROL: string = '/enrol';

function Frame() {
  const tell = useTell();
  return (
    <div className="desk">
      <a className="desk-skip" href="#main">
        {tell(kit.skip)}
      </a>
      <Head withMenu />
      <nav className="desk-nav aside" aria-label={tell(kit.menu)}>
        <Navigation />
      </nav>
      <main id="main" className="desk-main" tabIndex={-1}>
        <Headed value={false}>
          <Content />
        </Headed>
      </main>
    </div>
  );
}

/** The page, once it is known who asks and that the page is for them. */
function Content() {
  const signedIn = useSignedIn();
  const me = useMe();
  const actor = useActor();
  const { pathname } = useLocation();
  const matches = useMatches();
  // Whoever was at work goes on writing: it is kept on this machine, and sent after the next sign-in.
  if (!signedIn && !me.data) return <SignInAgain />;
  if (isProblem(me.error, 'NotFound') && pathname !== ENROL) return <Navigate to={ENROL} replace />;
  // What was known of me before stands: a lost connection must not take away the page that somebody writes on.
  if (me.error && !me.data && !isProblem(me.error, 'NotFound')) {
    return <Trouble error={me.error} retry={() => me.refetch()} />;
  }
  if (!me.data && !me.error) return <Waiting />;
  const isForMe = matches.every(({ staticData }) => staticData.may?.(actor) ?? true);
  if (!isForMe) return <NotForYou />;
  return (
    <>
      {!signedIn && <SignInAgain hasEnded />}
      <Outlet />
    </>
  );
}
