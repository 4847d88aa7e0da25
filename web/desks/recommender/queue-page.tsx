import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useRead } from '#web/api/queries.ts';
import { useWhole } from '#web/api/whole.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { useBatch } from '#web/kit/use-batch.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases, desk } from '#web/messages/recommender.ts';
import { type CaseRow, useCaseColumns } from './case-columns.tsx';
import type { Decision } from './decisions.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { QueueBook } from './queue-book.tsx';
import { RecommendMany } from './recommend-many.tsx';
import { SeatsLine } from './seats-line.tsx';
import { keepWalk } from './walk.ts';
import './recommender.css';

export type Start = ReturnType<typeof useBatch<CaseRow | Decision>>['start'];

const HOME: string = '/recommendations';
const rowKey = (row: CaseRow): string => row.applicationId;

/** A department's own applications of a cycle: looked through, put in order, recommended within the quota. */
export function QueuePage() {
  const tell = useTell();
  const { cycleId } = useParams({ from: '/desk/recommendations/$cycleId' });
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const cells = useRead('/cycles/{cycleId}/recommendations', { cycleId });
  const all = useWhole('/cycles/{cycleId}/application-rows', { cycleId }, { key: 'applicationId' });
  const navigate = useNavigate();
  const { start, dialog } = useBatch<CaseRow | Decision>();
  const [only, setOnly] = useState<'waiting' | 'all'>('waiting');
  const [isOrdering, setOrdering] = useState(false);
  const waiting = useMemo(() => all.data?.filter(({ status }) => status === 'submitted') ?? [], [all.data]);
  const rows = (only === 'waiting' ? waiting : all.data) ?? [];
  const columns = useQueueColumns();
  const open = useCallback(
    (row: CaseRow, seen: readonly CaseRow[]) => {
      keepWalk(seen.map(rowKey), row.applicationId);
      void navigate({ to: '/cases/$applicationId', params: { applicationId: row.applicationId } });
    },
    [navigate],
  );
  return (
    <Page
      title={cycle.data?.title ?? tell(desk.queueTitle)}
      crumbs={[{ label: tell(desk.title), to: HOME }]}
      status={
        cells.data && (
          <span>
            {tell(desk.by)} <Countdown to={cells.data.recommendBy} />
          </span>
        )
      }
      actions={
        <>
          <QueueBook {...{ cycleId, rows: all.data ?? [], waiting, start }} cells={cells.data?.items ?? []} />
          <Button disabled={!all.data || !cells.data} onClick={() => setOrdering(true)}>
            {tell(desk.order)}
          </Button>
        </>
      }
    >
      <Show of={{ data: all.data, error: all.error, refetch: all.refetch }}>
        {(data) => (
          <div className="stack">
            <SeatsLine cells={cells.data?.items ?? []} />
            <Segmented<'waiting' | 'all'>
              aria-label={tell(desk.shown)}
              value={only}
              onChange={setOnly}
              style={{ alignSelf: 'flex-start' }}
              options={[
                { value: 'waiting', label: tell(cases.withCount(tell(desk.onlyWaiting), waiting.length)) },
                { value: 'all', label: tell(cases.withCount(tell(desk.everything), data.length)) },
              ]}
            />
            <DataTable
              name="recommendations"
              caption={tell(desk.queueTitle)}
              {...{ columns, rows, rowKey, open }}
              sort={{ id: 'rank', descending: false }}
              batch={(ticked) => <RecommendMany {...{ rows: ticked, start }} cells={cells.data?.items ?? []} />}
              empty={<Empty title={desk.nothingWaits} help={desk.noneHelp} />}
            />
          </div>
        )}
      </Show>
      {isOrdering && (
        <OrderDrawer
          {...{ cycleId, rows: all.data ?? [] }}
          cells={cells.data?.items ?? []}
          close={() => setOrdering(false)}
        />
      )}
      {dialog}
    </Page>
  );
}

/** The usual columns, with the place in the order of recommendation after the unit. */
function useQueueColumns(): readonly Column<CaseRow>[] {
  const columns = useCaseColumns();
  return useMemo(() => {
    const [unit, ...others] = columns;
    const rank = others.filter(({ id }) => id === 'rank');
    return unit ? [unit, ...rank, ...others.filter(({ id }) => id !== 'rank')] : columns;
  }, [columns]);
}
