import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Countdown, Since } from '#web/kit/time.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { applicationsOf } from './matrix.tsx';
import type { Board, BoardProps } from './page.tsx';
import { type Stuck, stuckOf, type WaitingStatus, waitingIn } from './stuck.ts';

/** Since when the oldest case stands in each state: the list is by state and time, so that it is the first of it. */
function useOldest({ cycleId, counts }: Board): Partial<Record<WaitingStatus, string>> {
  const statuses = waitingIn(counts);
  const oldest = useQueries({
    queries: statuses.map((status) => ({
      queryKey: ['/cycles/{cycleId}/applications', { cycleId, status, limit: 1 }],
      queryFn: () => ask('get', '/cycles/{cycleId}/applications', { cycleId, status, limit: 1 }),
      refetchInterval: 30_000,
    })),
  });
  return Object.fromEntries(
    statuses.flatMap((status, at) => {
      const since = oldest[at]?.data?.items[0]?.statusSince;
      return since === undefined ? [] : [[status, since]];
    }),
  );
}

/** What waits and since when; what is overdue first. */
export function StuckView({ board }: BoardProps) {
  const tell = useTell();
  const since = useOldest(board);
  const rows = stuckOf(board.counts, board.deadlines, since, serverNow());
  const columns: Column<Stuck>[] = [
    {
      id: 'status',
      head: tell(words.status),
      cell: ({ status }) => <Status state={status} />,
      value: ({ status }) => status,
    },
    { id: 'who', head: tell(words.who), cell: ({ who }) => tell(words.whos[who]), value: ({ who }) => who },
    {
      id: 'count',
      head: tell(words.count),
      cell: ({ status, count }) => (
        <Link to={applicationsOf(board.cycleId)} search={{ status }}>
          {count}
        </Link>
      ),
      value: ({ count }) => count,
      figures: true,
      width: 90,
    },
    {
      id: 'since',
      head: tell(words.longest),
      cell: ({ since: at }) => at && <Since at={at} />,
      // Sorted by how long it waits, the longest first where it is turned.
      value: ({ since: at }) => (at === undefined ? undefined : -Date.parse(at)),
      figures: true,
      width: 130,
    },
    {
      id: 'deadline',
      head: tell(words.deadline),
      cell: ({ deadline }) =>
        deadline ? <Countdown to={deadline} /> : <span className="quiet">{tell(words.ownDeadline)}</span>,
      value: ({ deadline }) => deadline,
      width: 170,
    },
  ];
  return (
    <div className="card">
      <h2 style={{ marginBottom: 8 }}>{tell(words.stuck)}</h2>
      {rows.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {tell(words.noStuck)}
        </p>
      ) : (
        <DataTable
          name="board-stuck"
          caption={tell(words.stuck)}
          columns={columns}
          rows={rows}
          rowKey={({ status }) => status}
        />
      )}
    </div>
  );
}
