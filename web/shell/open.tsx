import { Outlet } from '@tanstack/react-router';
import { useSignedIn } from '#web/api/actor.ts';
import { Headed } from '#web/kit/page.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { DeskFrame } from './desk.tsx';
import { Head } from './head.tsx';
import { Themed } from './themed.tsx';

/** Around the pages that everybody may see; whoever is signed in keeps their navigation. */
export function OpenFrame() {
  const signedIn = useSignedIn();
  const tell = useTell();
  if (signedIn) return <DeskFrame />;
  return (
    <Themed>
      <div className="desk" style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <a className="desk-skip" href="#main">
          {tell(kit.skip)}
        </a>
        <Head withMenu={false} />
        <main id="main" className="desk-main" tabIndex={-1} style={{ maxWidth: 1080, margin: '0 auto', width: '100%' }}>
          <Headed value={false}>
            <Outlet />
          </Headed>
        </main>
      </div>
    </Themed>
  );
}
