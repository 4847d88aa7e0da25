import { until } from '../clock.ts';
import { type Game, officer, stage } from '../game.ts';
import type { Desk } from './cycle.ts';

type JobShape = {
  readonly job: {
    readonly status: 'waiting' | 'running' | 'done' | 'failed';
    readonly problem?: { readonly zh: string };
  };
  readonly result?: { readonly number: number; readonly publicRoot: string };
};

/** What anybody can fetch and recompute: `/api/public/dossiers/{cycleId}`. */
export type PublishedDossier = { readonly cycleId: string; readonly number: number; readonly root: string };

/** The drafter has the dossier made, the head of the office publishes it, and anybody finds it with its root. */
export async function dossier(game: Game, { cycleId }: Desk): Promise<PublishedDossier> {
  const drafter = officer(game, 'draft');
  const published: PublishedDossier[] = [];
  await stage(game, '卷宗 dossier', [cycleId], async () => {
    const { jobId } = await drafter.post<{ jobId: string }>(`/cycles/${cycleId}/jobs`, 'dossier', { kind: 'dossier' });
    const { job, result } = await until('the dossier is made', async () => {
      const seen = await drafter.get<JobShape>(`/jobs/${jobId}`);
      return (seen.job.status === 'done' || seen.job.status === 'failed') && seen;
    });
    if (!result) throw new Error(`the dossier was not made: ${job.problem?.zh ?? job.status}`);
    const path = `/cycles/${cycleId}/dossiers/${result.number}/publish`;
    await officer(game, 'approve').post(path, 'dossier-published');
    const { items } = await game.people.anybody.get<{ items: { number: number; root: string }[] }>(
      `/public/dossiers/${cycleId}`,
    );
    const found = items.find(({ number }) => number === result.number);
    if (found?.root !== result.publicRoot) throw new Error('the public does not find the dossier that was published');
    published.push({ cycleId, number: result.number, root: found.root });
  });
  return published[0] as PublishedDossier; // the stage ran for one cycle
}
