import { Link } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { expert } from '#web/messages/reviewer-expert.ts';
import { takesWishes } from './takes-wishes.ts';

/** Cycles that take wishes of everybody in the pool; of who was invited, the invitation leads there. */
export function WishesOpen() {
  const tell = useTell();
  const cycles = useRead('/cycles', {});
  const invitations = useRead('/me/invitations', {});
  const invitedTo = new Set(invitations.data?.items.map(({ cycleId }) => cycleId));
  const open = (cycles.data?.items ?? []).filter(
    (cycle) => takesWishes(cycle) && !cycle.invitedOnly && !invitedTo.has(cycle.cycleId),
  );
  if (!invitations.data || open.length === 0) return null;
  return (
    <section className="card" aria-label={tell(expert.wishes)}>
      <h2>{tell(expert.wishes)}</h2>
      <ul className="reviewer-rows">
        {open.map(({ cycleId, title }) => (
          <li key={cycleId}>
            <div>
              <strong>{title}</strong>
              <div className="quiet">{tell(expert.wishesInvite)}</div>
            </div>
            <Link to="/wishes/$cycleId" params={{ cycleId }}>
              {tell(reviewer.wish)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
