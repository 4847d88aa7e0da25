import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask, type InputOf, type PathOf } from './client.ts';
import { useAct } from './queries.ts';

type Kind = 'preview-matching' | 'redraw' | 'draw-site-teams' | 'analysis' | 'what-if' | 'dossier' | 'similarity';

type JobOptions = {
  /** A job that was begun on an earlier visit. */
  readonly earlier?: string | undefined;
  /** The address whose answer is another once it is done. */
  readonly changes?: PathOf<'get'>;
};

/**
 * Work that outlasts a request: `start(input)` begins it, `job` tells its progress each second, `result` is there once
 * it is done.
 */
export function useJob(cycleId: string, kind: Kind, { earlier, changes }: JobOptions = {}) {
  const client = useQueryClient();
  const [jobId, setJobId] = useState(earlier);
  const begin = useAct('post', '/cycles/{cycleId}/jobs', {
    changes: ['/cycles/{cycleId}/jobs'],
    done: (job) => setJobId(job.jobId),
  });
  const watched = useQuery({
    queryKey: ['/jobs/{jobId}', { jobId }],
    queryFn: () => ask('get', '/jobs/{jobId}', { jobId: jobId ?? '' }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data?.job.status) ? false : 1000),
  });
  const isDone = watched.data?.job.status === 'done';
  useEffect(() => {
    if (isDone && changes) void client.invalidateQueries({ queryKey: [changes] });
  }, [client, isDone, changes]);
  return {
    start: (input: InputOf<'post', '/cycles/{cycleId}/jobs'>['input']) => begin.mutateAsync({ cycleId, kind, input }),
    job: watched.data?.job,
    result: watched.data?.result,
    error: begin.error ?? watched.error,
    isStarting: begin.isPending,
    /** From the wish to begin it until it is over. */
    isRunning: begin.isPending || (watched.data !== undefined && !isOver(watched.data.job.status)),
  };
}

const isOver = (status: string | undefined): boolean => status === 'done' || status === 'failed';
