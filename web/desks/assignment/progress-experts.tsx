import { BellOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { mayCheck } from '#domain/policies';
import { isTimeFor } from '#domain/stages';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Empty } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { expertColumns } from './expert-columns.tsx';
import { ProgressBar } from './progress-bar.tsx';

type Load = AnswerOf<'get', '/cycles/{cycleId}/assignment-board'>['reviewers'][number];
type Props = { readonly cycle: Cycle; readonly reviewers: readonly Load[] };

/** Who has how much and how far they are; whoever is overdue is reminded, at most once a day. */
export function ProgressExperts({ cycle, reviewers }: Props) {
  const { cycleId } = cycle;
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const mayRemind = mayCheck(useActor()) && isTimeFor('review', cycle);
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const remind = useAct('post', '/cycles/{cycleId}/remind-overdue', {
    changes: [],
    done: ({ reminded, toldToday }) => {
      setTold((before) => new Set([...before, ...reminded, ...toldToday]));
      void message.info(tell(m.reminded(reminded.length, toldToday.length)));
    },
  });
  const overdue = reviewers.filter((each) => each.overdue > 0);
  const { mutate } = remind;
  const columns = useColumns(
    mayRemind ? { told, remind: (reviewerId: string) => mutate({ cycleId, reviewerId }) } : undefined,
  );
  if (reviewers.length === 0) return <Empty title={m.nobody} />;
  return (
    <div className="stack">
      {mayRemind && (
        <div>
          <Button
            icon={<BellOutlined aria-hidden />}
            disabled={overdue.length === 0}
            onClick={() =>
              consequence({
                title: tell(m.remindTitle),
                consequence: tell(m.remindConsequence(overdue.length)),
                verb: tell(m.remind),
                act: () => remind.mutateAsync({ cycleId }),
              })
            }
          >
            {overdue.length === 0 ? tell(m.noOverdue) : tell(m.remindAll(overdue.length))}
          </Button>
        </div>
      )}
      <DataTable<Load>
        name="progress-experts"
        caption={tell(m.byExpert)}
        columns={columns}
        rows={reviewers}
        rowKey={({ reviewerId }) => reviewerId}
        sort={{ id: 'overdue', descending: true }}
      />
    </div>
  );
}

type Reminding = { readonly told: ReadonlySet<string>; readonly remind: (reviewerId: string) => void };

function useColumns(reminding: Reminding | undefined): readonly Column<Load>[] {
  const tell = useTell();
  const told = reminding?.told;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `remind` is made anew at each rendering and does the same
  return useMemo(() => {
    const figure = (id: 'assigned' | 'pending' | 'submitted' | 'overdue'): Column<Load> => ({
      id,
      head: tell(m[id]),
      width: 90,
      figures: true,
      cell: (row) =>
        id === 'overdue' && row.overdue > 0 ? <strong className="assignment-late">{row.overdue}</strong> : row[id],
      value: (row) => row[id],
      total: (rows) => rows.reduce((sum, row) => sum + row[id], 0),
    });
    return [
      ...expertColumns<Load>(tell, { id: 'expert', head: m.expert }),
      {
        id: 'bar',
        head: tell(m.bar),
        width: 200,
        cell: (row) => <ProgressBar counts={row} />,
        value: (row) => (row.assigned === 0 ? 0 : row.submitted / row.assigned),
      },
      figure('assigned'),
      figure('submitted'),
      figure('pending'),
      figure('overdue'),
      {
        id: 'visits',
        head: tell(m.visits),
        width: 150,
        figures: true,
        cell: ({ visits, visited }) => (visits === 0 ? '' : tell(m.visitsOf(visited, visits))),
        value: ({ visits, visited }) => visits - visited,
      },
      ...(reminding
        ? [
            {
              id: 'remind',
              head: tell(m.remind),
              width: 120,
              cell: ({ reviewerId, name, overdue }: Load) => {
                if (overdue === 0) return null;
                if (reminding.told.has(reviewerId)) return <span className="quiet">{tell(m.toldToday)}</span>;
                return (
                  <Button
                    size="small"
                    aria-label={tell(m.remindOne(name))}
                    onClick={() => reminding.remind(reviewerId)}
                  >
                    {tell(m.remind)}
                  </Button>
                );
              },
            },
          ]
        : []),
    ];
  }, [tell, told]);
}
