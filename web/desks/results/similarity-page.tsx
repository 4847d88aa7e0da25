import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useJob } from '#web/api/jobs.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { JobProgress } from '#web/kit/job-progress.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { DataTable, type DataTableProps } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { analysis } from '#web/messages/analysis.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCycle } from './known.ts';
import { percentOf } from './shared-text.ts';

type Similar = AnswerOf<'get', '/cycles/{cycleId}/similarity'>;
type Pair = Similar['items'][number];

/** Self-reports that share passages: flags for people to look at, nothing more. */
export function SimilarityPage() {
  const tell = useTell();
  const { cycleId = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  const similar = useRead('/cycles/{cycleId}/similarity', { cycleId, limit: 200 });
  const work = useJob(cycleId, 'similarity', { changes: '/cycles/{cycleId}/similarity' });
  const isNew = isProblem(similar.error, 'NotFound');
  return (
    <Show of={known.read}>
      {(cycle) => (
        <Page
          title={tell(analysis.similarTitle)}
          crumbs={[
            { label: cycle.title, to: `/cycles/${cycleId}` },
            { label: tell(analysis.title), to: `/cycles/${cycleId}/analysis` },
          ]}
          actions={
            <Button type={isNew ? 'primary' : 'default'} loading={work.isRunning} onClick={() => work.start({})}>
              {tell(isNew ? analysis.compare : analysis.compareAgain)}
            </Button>
          }
        >
          <p className="quiet">{tell(analysis.similarHelp)}</p>
          {work.error && <Trouble error={work.error} />}
          <JobProgress job={work.job} />
          {isNew ? (
            !work.isRunning && <Empty title={analysis.notCompared} help={analysis.notComparedHelp} />
          ) : similar.data ? (
            <Pairs cycleId={cycleId} found={similar.data} />
          ) : similar.error ? (
            <Trouble error={similar.error} retry={() => similar.refetch()} />
          ) : (
            <Waiting />
          )}
        </Page>
      )}
    </Show>
  );
}

function Pairs({ cycleId, found: { report, total, items } }: { readonly cycleId: string; readonly found: Similar }) {
  const tell = useTell();
  const columns = useMemo(
    (): DataTableProps<Pair>['columns'] => [
      {
        id: 'left',
        head: tell(analysis.one),
        cell: ({ left }) => left.organizationName,
        value: ({ left }) => left.organizationName,
        width: 220,
      },
      {
        id: 'right',
        head: tell(analysis.other),
        cell: ({ right, sameUnit }) => (
          <>
            {right.organizationName}
            {sameUnit && <span className="quiet">{tell(kit.aside(tell(analysis.sameUnit)))}</span>}
          </>
        ),
        value: ({ right }) => right.organizationName,
        width: 220,
      },
      {
        id: 'share',
        head: tell(analysis.share),
        cell: ({ perMille }) => percentOf(perMille),
        value: ({ perMille }) => perMille,
        figures: true,
        width: 120,
      },
      {
        id: 'shared',
        head: tell(analysis.shared),
        cell: ({ shared }) => shared,
        value: ({ shared }) => shared,
        figures: true,
        width: 110,
      },
      {
        id: 'passages',
        head: tell(analysis.passages),
        cell: ({ passages }) => passages,
        value: ({ passages }) => passages,
        figures: true,
        width: 80,
      },
      {
        id: 'look',
        head: tell(analysis.state),
        cell: ({ look }) =>
          look ? look.note : <span style={{ color: 'var(--warn)' }}>{tell(analysis.notLooked)}</span>,
        value: ({ look }) => tell(look ? analysis.looked : analysis.notLooked),
        width: 180,
      },
      {
        id: 'open',
        head: tell(analysis.open),
        cell: ({ left, right }) => (
          <Link
            to="/cycles/$cycleId/similarity/$left/$right"
            params={{ cycleId, left: left.applicationId, right: right.applicationId }}
          >
            {tell(analysis.open)}
          </Link>
        ),
        width: 110,
      },
    ],
    [tell, cycleId],
  );
  return (
    <>
      <p className="quiet">
        {tell(analysis.comparedAt)} <When at={report.comparedAt} /> ·{' '}
        {tell(analysis.comparedOf(report.texts, report.earlierTexts))} · {tell(analysis.pairs(total))}
      </p>
      <DataTable<Pair>
        name="similarity"
        caption={tell(analysis.similarTitle)}
        columns={columns}
        rows={items}
        rowKey={({ left, right }) => `${left.applicationId} ${right.applicationId}`}
        empty={<Empty title={analysis.noPairs} />}
      />
    </>
  );
}
