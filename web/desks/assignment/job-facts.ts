import { jobs } from '#web/messages/assignment.ts';

type Kind = keyof typeof jobs.kinds;

export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(jobs.kinds, kind) ? (kind as Kind) : undefined; // just looked up

export const isUnderWay = (status: string): boolean => status === 'waiting' || status === 'running';

export const percentDone = ({ done, of }: { readonly done: number; readonly of: number }): number =>
  of === 0 ? 0 : Math.floor((100 * done) / of);

type Place = { readonly to: string; readonly search: Readonly<Record<string, string>> };

const pages: Readonly<Record<Kind, string>> = {
  'preview-matching': 'assignment',
  redraw: 'assignment',
  'draw-site-teams': 'assignment',
  analysis: 'analysis',
  'what-if': 'results',
  dossier: 'dossiers',
  similarity: 'similarity',
};

/** The page on which what came of a job is seen. */
export function resultPlace(job: {
  readonly jobId: string;
  readonly cycleId: string;
  readonly kind: string;
}): Place | undefined {
  const kind = kindOf(job.kind);
  if (!kind) return undefined;
  const to = `/cycles/${job.cycleId}/${pages[kind]}`;
  if (kind === 'preview-matching') return { to, search: { tab: 'preview', jobId: job.jobId } };
  return { to, search: pages[kind] === 'assignment' ? { tab: 'draws' } : {} };
}
