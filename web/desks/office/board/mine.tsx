import { Link } from '@tanstack/react-router';
import { useActor } from '#web/api/actor.ts';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { dueIn } from '../cycle-due.ts';
import { DueList } from '../due-list.tsx';
import { useCycleState } from '../use-cycle-state.ts';
import type { BoardProps } from './page.tsx';

/** What of this cycle waits for whoever looks at it. */
export function Mine({ cycle, board }: BoardProps) {
  const tell = useTell();
  const actor = useActor();
  const state = useCycleState(cycle, board);
  const due = state ? dueIn(actor, state) : [];
  return (
    <section className="card" aria-labelledby="board-mine">
      <h2 id="board-mine">{tell(words.mine)}</h2>
      {board.openFaults > 0 && (
        <p style={{ margin: '8px 0 0' }}>
          <Link to="/faults" style={{ color: 'var(--seal)' }}>
            {tell(office.dueFaults(board.openFaults))}
          </Link>
        </p>
      )}
      {due.length > 0 ? (
        <DueList due={due} />
      ) : (
        state && board.openFaults === 0 && <p className="quiet">{tell(words.mineNone)}</p>
      )}
    </section>
  );
}
