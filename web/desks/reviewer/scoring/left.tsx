import { Link } from '@tanstack/react-router';
import type { Assignment } from '#domain/reviews';
import { Empty } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import { leftWayOf } from './left-way.ts';

/** The seat is somebody else's now: why, and where to go on. */
export function Left({ assignment }: { readonly assignment: Pick<Assignment, 'status' | 'reason'> }) {
  const tell = useTell();
  return (
    <section className="card">
      <Empty title={scoring.left_} help={scoring.leftHelp[leftWayOf(assignment)]}>
        <Link to="/reviews">{tell(scoring.toQueue)}</Link>
      </Empty>
    </section>
  );
}
