import { Link } from '@tanstack/react-router';
import { Countdown } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import type { Due } from './cycle-due.ts';
import './office.css';

/** What waits for somebody, each with the way to where it is done and how long there is. */
export function DueList({ due }: { readonly due: readonly Due[] }) {
  const tell = useTell();
  return (
    <ul className="office-due">
      {due.map(({ key, what, to, search, until }) => (
        <li key={key} className="row spread">
          <Link to={to} {...(search && { search })}>
            {tell(what)}
          </Link>
          {until && <Countdown to={until} />}
        </li>
      ))}
    </ul>
  );
}
