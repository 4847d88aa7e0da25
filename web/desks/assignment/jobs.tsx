import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { assignment, jobs as m } from '#web/messages/assignment.ts';
import { type Tell, useTell } from '#web/messages/language.tsx';
import { isUnderWay, kindOf, percentDone, resultPlace } from './job-facts.ts';

type Job = AnswerOf<'get', '/cycles/{cycleId}/jobs'>['items'][number];

const states = {
  waiting: assignment.jobWaiting,
  running: assignment.jobRunning,
  done: assignment.jobDone,
  failed: assignment.jobFailed,
} as const;

const nameOf = (kind: string, tell: Tell): string => {
  const known = kindOf(kind);
  return known ? tell(m.kinds[known]) : kind;
};

/** Jobs of the cycle, newest first: how far, what came of it, or why not. */
export function JobsPage() {
  const { cycleId } = useParams({ from: '/desk/cycles/$cycleId/jobs' });
  const tell = useTell();
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const read = useRead('/cycles/{cycleId}/jobs', { cycleId }, { every: 3000 });
  const columns = useColumns();
  return (
    <Page title={tell(m.title)} crumbs={cycle.data ? [{ label: cycle.data.title, to: `/cycles/${cycleId}` }] : []}>
      <Show of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.empty} help={m.emptyHelp} />
          ) : (
            <DataTable<Job>
              name="jobs"
              caption={tell(m.caption)}
              columns={columns}
              rows={items}
              rowKey={({ jobId }) => jobId}
            />
          )
        }
      </Show>
    </Page>
  );
}

function useColumns(): readonly Column<Job>[] {
  const tell = useTell();
  return useMemo(
    () => [
      {
        id: 'kind',
        head: tell(m.kind),
        width: 200,
        cell: ({ kind }) => nameOf(kind, tell),
        value: ({ kind }) => nameOf(kind, tell),
      },
      {
        id: 'state',
        head: tell(m.state),
        width: 120,
        cell: ({ status }) => <JobStatus status={status} />,
        value: ({ status }) => tell(states[status]),
      },
      {
        id: 'progress',
        head: tell(m.progress),
        width: 280,
        cell: (job) =>
          job.problem ? (
            <span style={{ color: 'var(--seal)' }}>
              {[job.problem, ...(job.problem.fields ?? []).filter(({ code }) => code !== 'Bound')]
                .map((each) => tell(each))
                .join(' ')}
            </span>
          ) : (
            <span className="figures">
              {isUnderWay(job.status) ? `${percentDone(job.progress)}% · ` : ''}
              {tell(job.progress)}
            </span>
          ),
        value: (job) => percentDone(job.progress),
      },
      {
        id: 'started',
        head: tell(m.started),
        width: 150,
        cell: ({ startedAt }) => <When at={startedAt} />,
        value: ({ startedAt }) => startedAt,
      },
      {
        id: 'ended',
        head: tell(m.ended),
        width: 150,
        cell: ({ endedAt }) => endedAt && <When at={endedAt} />,
        value: ({ endedAt }) => endedAt,
      },
      { id: 'result', head: tell(m.result), width: 100, cell: (job) => <ResultLink job={job} /> },
    ],
    [tell],
  );
}

/** As `Status`, in the words of a job. */
function JobStatus({ status }: { readonly status: Job['status'] }) {
  const tell = useTell();
  if (status === 'waiting') return <span className="quiet">{tell(states.waiting)}</span>;
  const colour = { running: 'var(--action)', done: 'var(--good)', failed: 'var(--seal)' }[status];
  return <span style={{ color: colour }}>{tell(states[status])}</span>;
}

function ResultLink({ job }: { readonly job: Job }) {
  const tell = useTell();
  const place = job.status === 'done' ? resultPlace(job) : undefined;
  if (!place) return null;
  return (
    <Link to={place.to} search={place.search}>
      {tell(m.open)}
    </Link>
  );
}
