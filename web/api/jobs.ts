import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, type InputOf } from './client.ts';
import { useAct } from './queries.ts';

type Kind = 'preview-matching' | 'redraw' | 'draw-site-teams' | 'analysis' | 'what-if' | 'dossier' | 'similarity';

/**
 * Work that outlasts a request: `start(input)` begins it, `job` tells its progress each second, `result` is there once
 * it is done. A job of an earlier visit goes on being watched when its id is given.
 */
export function useJob(cycleId: string, kind: Kind, earlier?: string) {
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
  return {
    start: (input: InputOf<'post', '/cycles/{cycleId}/jobs'>['input']) => begin.mutateAsync({ cycleId, kind, input }),
    job: watched.data?.job,
    result: watched.data?.result,
    error: begin.error ?? watched.error,
    isStarting: begin.isPending,
  };
}

const isOver = (status: string | undefined): boolean => status === 'done' || status === 'failed';
