import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useWhole } from '#web/api/whole.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { DataTable } from '#web/kit/table.tsx';
import { useBatch } from '#web/kit/use-batch.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import { shell } from '#web/messages/shell.ts';
import { AcceptMany } from './accept-many.tsx';
import { type CaseRow, useCaseColumns } from './case-columns.tsx';
import { Narrowed } from './narrowed.tsx';
import { StatusLine } from './status-line.tsx';
import { keepWalk } from './walk.ts';
import { isWanted } from './wanted.ts';

const CYCLES: string = '/cycles';
const rowKey = (row: CaseRow): string => row.applicationId;

/** All applications of a cycle, for the office, the committee and the supervisor. */
export function ApplicationsPage() {
  const tell = useTell();
  const { cycleId } = useParams({ from: '/desk/cycles/$cycleId/applications' });
  const wanted = useSearch({ from: '/desk/cycles/$cycleId/applications' });
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const all = useWhole('/cycles/{cycleId}/application-rows', { cycleId }, { key: 'applicationId' });
  const columns = useCaseColumns();
  const navigate = useNavigate();
  const { start, dialog } = useBatch<CaseRow>();
  const actor = useActor();
  const rows = useMemo(() => all.data?.filter((row) => isWanted(row, wanted, serverNow())) ?? [], [all.data, wanted]);
  const open = useCallback(
    (row: CaseRow, seen: readonly CaseRow[]) => {
      keepWalk(seen.map(rowKey), row.applicationId);
      void navigate({ to: '/cases/$applicationId', params: { applicationId: row.applicationId } });
    },
    [navigate],
  );
  const title = cycle.data?.title ?? '';
  return (
    <Page
      title={tell(cases.title)}
      crumbs={[
        { label: tell(shell.cycles), to: CYCLES },
        { label: title, to: `/cycles/${cycleId}` },
      ]}
    >
      <Show of={{ data: all.data, error: all.error, refetch: all.refetch }}>
        {(data) => (
          <div className="stack">
            <StatusLine rows={data} wanted={wanted} cycleId={cycleId} />
            <Narrowed wanted={wanted} cycleId={cycleId} rows={data} />
            {all.loading !== undefined && all.loading > 0 && (
              <p className="quiet figures" role="status">
                {tell(cases.loading(all.loading))}
              </p>
            )}
            <DataTable
              name="applications"
              caption={title === '' ? tell(cases.title) : `${title} ${tell(cases.title)}`}
              {...{ columns, rows, rowKey, open }}
              {...(mayCheck(actor) && {
                batch: (ticked: readonly CaseRow[]) => <AcceptMany rows={ticked} start={start} />,
              })}
              empty={<Empty title={cases.none} help={cases.noneHelp} />}
            />
          </div>
        )}
      </Show>
      {dialog}
    </Page>
  );
}
