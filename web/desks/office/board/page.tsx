import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { Deadlines } from './deadlines.tsx';
import { totalOf } from './funnel.ts';
import { Funnel } from './funnel-view.tsx';
import { Matrix } from './matrix.tsx';
import { Mine } from './mine.tsx';
import { NextStep } from './next-step.tsx';
import { nobodyHelp } from './nobody.ts';
import { OtherActs } from './other-acts.tsx';
import { Progress } from './progress.tsx';
import { StuckView } from './stuck-view.tsx';
import './board.css';

export type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
export type Board = AnswerOf<'get', '/cycles/{cycleId}/board'>;
export type BoardProps = { readonly cycle: Cycle; readonly board: Board };

/** What the office looks at each morning. It asks anew every five seconds, while it is looked at. */
const EVERY = 5_000;

export function BoardPage() {
  const { cycleId = '' } = useParams({ strict: false });
  const tell = useTell();
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { every: EVERY });
  const board = useRead('/cycles/{cycleId}/board', { cycleId }, { every: EVERY });
  return (
    <Page
      title={cycle.data?.title ?? tell(words.title)}
      crumbs={[{ label: tell(office.cycles), to: '/cycles' }]}
      status={cycle.data && <Status state={cycle.data.status} />}
    >
      <Show of={cycle}>
        {(data) => <Show of={board}>{(counted) => <Content cycle={data} board={counted} />}</Show>}
      </Show>
    </Page>
  );
}

function Content({ cycle, board }: BoardProps) {
  const isEmpty = totalOf(board.counts) === 0;
  return (
    <div className="stack">
      <NextStep cycle={cycle} board={board} />
      {!isEmpty && <Funnel board={board} />}
      <div className="board-grid">
        <div className="stack">
          {isEmpty ? (
            <div className="card">
              <Empty title={words.nobody} help={nobodyHelp(cycle.status)} />
            </div>
          ) : (
            <>
              <StuckView cycle={cycle} board={board} />
              <Matrix cycle={cycle} board={board} />
              <Progress cycle={cycle} board={board} />
            </>
          )}
        </div>
        <div className="stack">
          <Mine cycle={cycle} board={board} />
          <Deadlines cycle={cycle} board={board} />
          <OtherActs cycle={cycle} board={board} />
        </div>
      </div>
    </div>
  );
}
