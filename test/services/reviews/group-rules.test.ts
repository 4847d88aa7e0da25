import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupRules } from '#domain/cycles';
import type { Reviewer } from '#domain/reviews';
import { reassign } from '#services/reviews/reassign';
import { recuse } from '#services/reviews/recuse';
import { assignAll, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, cycle } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const category = cycle.categories[0] as (typeof cycle.categories)[number];

describe('the rules of who sits together', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const seed = (reviewers: number, groupRules: GroupRules, reviewer: (at: number) => Partial<Reviewer>) =>
    seedReview(world, { cases: 1, reviewers, cycle: { categories: [{ ...category, groupRules }] }, reviewer });
  const ids = async (): Promise<string[]> => (await panelOf(world, 'case-1')).map(({ reviewerId }) => reviewerId);
  const leave = async (reviewerId: string) => {
    const seat = (await panelOf(world, 'case-1')).find((each) => each.reviewerId === reviewerId);
    return recuse(world.as(reviewerActor(reviewerId)), { assignmentId: seat?.assignmentId ?? '', reason: 'other' });
  };

  it('hold in the draw and in each replacement: one of a unit or of a third-party firm', async () => {
    const firm = { thirdParty: { name: '示例评估公司' } };
    // Two of one university, two of one firm and one by themselves: a panel of three takes one of each.
    await seed(5, { onePerOrganization: true }, (at) =>
      at <= 2 ? { organizationName: '示例大学' } : at <= 4 ? firm : {},
    );
    await assignAll(world);
    const [ofUniversity = '', ofFirm = '', alone] = (await ids()).toSorted();
    expect(['reviewer-1', 'reviewer-2']).toContain(ofUniversity);
    expect(['reviewer-3', 'reviewer-4']).toContain(ofFirm);
    expect(alone).toBe('reviewer-5');

    expect(await leave(ofFirm)).toMatchObject({ seatVacant: false });
    expect((await ids()).toSorted()).toEqual(
      [ofUniversity, ofFirm === 'reviewer-3' ? 'reviewer-4' : 'reviewer-3', 'reviewer-5'].toSorted(),
    );
    // The university's other member may not follow the one who is by themselves.
    expect(await leave('reviewer-5')).toMatchObject({ seatVacant: true });
  });

  it('bind the office when it names a successor', async () => {
    // The insiders fit better, so that just one of the two outside experts is drawn.
    await seed(6, { outsideExperts: 1 }, (at) => ({ outside: at <= 2, expertise: at > 2 ? ['组织管理'] : [] }));
    await assignAll(world);
    const panel = await panelOf(world, 'case-1');
    const outside = panel.filter(({ reviewerId }) => ['reviewer-1', 'reviewer-2'].includes(reviewerId));
    expect(outside).toHaveLength(1);
    const { assignmentId = '', reviewerId } = outside[0] ?? {};
    const insider = [3, 4, 5, 6]
      .map((at) => `reviewer-${at}`)
      .find((id) => !panel.some((each) => each.reviewerId === id));
    const named = { assignmentId, reason: '更换', reviewerId: `${insider}` };
    await expect(reassign(world.as(checker), named)).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'reviewerId', code: 'NotEligible' }],
    });
    expect(await reassign(world.as(checker), { assignmentId, reason: '更换' })).toMatchObject({
      reviewerId: reviewerId === 'reviewer-1' ? 'reviewer-2' : 'reviewer-1',
    });
  });
});
