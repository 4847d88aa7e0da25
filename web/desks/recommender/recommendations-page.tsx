import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { usePages, useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Countdown, Until } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { desk } from '#web/messages/recommender.ts';
import { isRecommending } from './stages.ts';
import { type Cell, seatsLeft } from './use-seats.ts';

type Cycle = AnswerOf<'get', '/cycles'>['items'][number];

/** What waits for a lead department: cycle by cycle, with the seats that are left and the day by which it is owed. */
export function RecommendationsPage() {
  const tell = useTell();
  const cycles = usePages('/cycles', { limit: 20 });
  return (
    <Page title={tell(desk.title)}>
      <Show of={{ ...cycles, data: cycles.data?.pages.flatMap(({ items }) => items) }}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={desk.none} help={desk.noneHelp} />
          ) : (
            <div className="stack">
              {items.map((cycle) => (
                <CycleCard key={cycle.cycleId} cycle={cycle} />
              ))}
            </div>
          )
        }
      </Show>
    </Page>
  );
}

function CycleCard({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const { cycleId, title, status } = cycle;
  const cells = useRead('/cycles/{cycleId}/recommendations', { cycleId });
  const columns = useCellColumns();
  return (
    <div className="card">
      <div className="row spread" style={{ marginBottom: 8 }}>
        <h2>
          <Link to="/recommendations/$cycleId" params={{ cycleId }}>
            {title}
          </Link>
        </h2>
        <Status state={status} />
      </div>
      <Show of={cells} rows={3}>
        {({ items, recommendBy }) => {
          const waiting = items.reduce((all, cell) => all + cell.waiting, 0);
          return (
            <>
              <div className="row spread" style={{ marginBottom: 12 }}>
                <span className="row">
                  <strong className="figures">{tell(waiting > 0 ? desk.waits(waiting) : desk.nothingWaits)}</strong>
                  <span className="quiet">
                    {tell(desk.by)} <Until at={recommendBy} /> {isRecommending(cycle) && <Countdown to={recommendBy} />}
                  </span>
                </span>
                <LinkButton
                  to="/recommendations/$cycleId"
                  params={{ cycleId }}
                  {...(waiting > 0 && { color: 'primary', variant: 'solid' })}
                >
                  {tell(waiting > 0 ? desk.open : desk.see)}
                </LinkButton>
              </div>
              <DataTable
                name="recommendation-cells"
                caption={title}
                columns={columns}
                rows={items}
                rowKey={({ categoryId, department }) => `${categoryId}/${department}`}
                empty={<Empty title={desk.none} help={desk.noneHelp} />}
              />
            </>
          );
        }}
      </Show>
    </div>
  );
}

function useCellColumns(): readonly Column<Cell>[] {
  const tell = useTell();
  const names = useNames();
  const number = (id: string, head: string, of: (cell: Cell) => number): Column<Cell> => ({
    ...{ id, head, width: 104, figures: true, cell: of, value: of },
    total: (cells) => cells.reduce((all, cell) => all + of(cell), 0),
  });
  const quota = (cell: Cell): string =>
    [
      cell.mode === 'equal' ? String(cell.seats) : tell(desk.competitive),
      ...(cell.shared ? [tell(desk.shared)] : []),
    ].join(' · ');
  return [
    {
      ...{ id: 'category', head: tell(desk.category), width: 140 },
      cell: ({ categoryId }) => names.category(categoryId),
      value: ({ categoryId }) => names.category(categoryId),
    },
    {
      ...{ id: 'department', head: tell(desk.department), width: 160 },
      cell: ({ department }) => department,
      value: ({ department }) => department,
    },
    number('waiting', tell(desk.waiting), (cell) => cell.waiting),
    number('returned', tell(desk.returned), (cell) => cell.returned),
    number('recommended', tell(desk.sent), (cell) => cell.recommended),
    number('declined', tell(desk.declined), (cell) => cell.declined),
    { ...{ id: 'quota', head: tell(desk.quota), width: 180, figures: true }, cell: quota, value: quota },
    { ...{ id: 'left', head: tell(desk.left), width: 104, figures: true }, cell: seatsLeft, value: seatsLeft },
  ];
}
