import type { ReviewerPlan } from '#examples/xicheng-2011/index';
import { type Game, officer, stage } from '../game.ts';
import type { PersonIds } from './enrol.ts';

const profile = (reviewer: ReviewerPlan, reviewerId: string) => ({
  reviewerId,
  name: reviewer.name,
  organizationName: reviewer.organizationName,
  ...(reviewer.organizationCode && { organizationCode: reviewer.organizationCode }),
  categoryIds: reviewer.categoryIds,
  areaIds: reviewer.areaIds,
  maximumLoad: reviewer.maximumLoad,
});

/** The office takes the season's reviewers into its pool, those that an earlier season did not. */
export async function reviewers(game: Game, ids: PersonIds): Promise<void> {
  const checker = officer(game, 'check');
  const { items } = await checker.get<{ items: { reviewerId: string }[] }>('/reviewers');
  const known = new Set(items.map(({ reviewerId }) => reviewerId));
  await stage(game, '专家库 reviewers', game.plan.reviewers, async (reviewer) => {
    const reviewerId = ids.get(reviewer.key) ?? '';
    if (known.has(reviewerId)) return;
    await checker.post('/reviewers', `reviewer/${reviewer.key}`, profile(reviewer, reviewerId));
  });
}
