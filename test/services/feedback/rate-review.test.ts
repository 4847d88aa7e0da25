import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { getFeedback } from '#services/feedback/get';
import { listFeedback } from '#services/feedback/list';
import { rateReview } from '#services/feedback/rate-review';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, cycle as seasonCycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('the review of a review', () => {
  let world: World;
  let mine: Assignment;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    const categories = seasonCycle.categories.map((category) => ({ ...category, blind: true }));
    await seedReview(world, { cases: 1, reviewers: 3, cycle: { categories } });
    await assignAll(world);
    [mine] = (await panelOf(world, 'case-1')) as [Assignment];
  });
  afterEach(() => world.end());

  const close = async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: 'ranking' })]);
  };
  const rating = () => ({ assignmentId: mine.assignmentId, useful: 2, note: '示例企业1的评语过于简略' });

  it('comes after the round, by the office’s checker without a stake in the case', async () => {
    await expect(rateReview(world.as(checker), rating())).rejects.toMatchObject({ code: 'RoundOpen' });
    await close();
    await expect(rateReview(world.as(checker), rating())).rejects.toMatchObject({ code: 'WrongState' });
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    await expect(rateReview(world.as(own), rating())).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    for (const actor of [applicant, committee, supervisor, reviewerActor(mine.reviewerId)]) {
      await expect(rateReview(world.as(actor), rating())).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    for (const useful of [0, 4, 1.5]) {
      await expect(rateReview(world.as(checker), { ...rating(), useful })).rejects.toMatchObject({
        code: 'InvalidInput',
      });
    }
  });

  it('says of itself whether it was late or thin, and a second rating replaces the first', async () => {
    await world.time.advanceTo(Date.parse('2026-09-01T09:00:00+08:00'));
    await score(world, mine, 90);
    await close();
    expect(await getFeedback(world.as(supervisor), { assignmentId: mine.assignmentId })).toEqual({
      late: true,
      thin: true,
    });
    expect(await rateReview(world.as(checker), rating())).toMatchObject({ useful: 2, late: true, thin: true });
    await rateReview(world.as(checker), { ...rating(), useful: 1, flagged: true });
    expect((await listFeedback(world.as(checker), { reviewerId: mine.reviewerId })).items).toMatchObject([
      { useful: 1, flagged: true, ratedBy: 'checker' },
    ]);
  });

  it('stays with the reviewer, who reads their own without the unit’s name or whose note it is', async () => {
    await score(world, mine, 90);
    await close();
    await rateReview(world.as(checker), rating());
    const own = await listFeedback(world.as(reviewerActor(mine.reviewerId)), { reviewerId: mine.reviewerId });
    expect(own.items).toMatchObject([{ useful: 2, late: false }]);
    expect(JSON.stringify(own)).not.toMatch(/示例企业1|checker/);
    for (const actor of [reviewerActor('reviewer-9'), applicant, committee]) {
      await expect(listFeedback(world.as(actor), { reviewerId: mine.reviewerId })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
  });
});
