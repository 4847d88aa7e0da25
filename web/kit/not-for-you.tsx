import { Link } from '@tanstack/react-router';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { Page } from './page.tsx';

/** A page that somebody's role has no use of: says so, and leads home. */
export function NotForYou() {
  const tell = useTell();
  return (
    <Page title={tell(kit.notForYou)} width="reading">
      <p className="quiet">{tell(kit.notForYouHelp)}</p>
      <Link to="/home">{tell(kit.toHome)}</Link>
    </Page>
  );
}
