import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownConsistency } from '#services/analysis/own';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('a reviewer’s own evenness', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 3, reviewers: 3 });
    await assignAll(world);
  });
  afterAll(() => world.end());

  const own = (reviewerId: string) => ownConsistency(world.as(reviewerActor(reviewerId)), { cycleId });

  it('tells how many are in, their mean and spread, and is the same whatever the others do', async () => {
    expect(await own('reviewer-1')).toEqual({ items: [{ categoryId: 'enterprise', assigned: 3, submitted: 0 }] });
    for (const [at, total] of [90, 84.5].entries()) {
      for (const assignment of await panelOf(world, `case-${at + 1}`)) {
        if (assignment.reviewerId === 'reviewer-1') await score(world, assignment, total);
      }
    }
    const before = await own('reviewer-1');
    expect(before.items).toEqual([
      {
        categoryId: 'enterprise',
        assigned: 3,
        submitted: 2,
        mean: '87.25',
        lowest: '84.50',
        highest: '90.00',
        deviation: '3.89',
      },
    ]);
    for (const at of [1, 2, 3]) {
      for (const assignment of await panelOf(world, `case-${at}`)) {
        if (assignment.reviewerId === 'reviewer-2') await score(world, assignment, 50 + at);
      }
    }
    expect(await own('reviewer-1')).toEqual(before);
  });

  it('has no deviation of one sheet', async () => {
    const [assignment] = (await panelOf(world, 'case-1')).filter(({ reviewerId }) => reviewerId === 'reviewer-3');
    if (!assignment) throw new Error('the fixture lost its panel');
    await score(world, assignment, 91);
    expect((await own('reviewer-3')).items).toEqual([
      { categoryId: 'enterprise', assigned: 3, submitted: 1, mean: '91.00', lowest: '91.00', highest: '91.00' },
    ]);
  });

  it('is for reviewers, and of no cycle but the one asked for', async () => {
    for (const actor of [checker, committee, supervisor]) {
      await expect(ownConsistency(world.as(actor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const elsewhere = ownConsistency(world.as(reviewerActor('reviewer-1')), { cycleId: 'cycle' });
    expect(await elsewhere).toEqual({ items: [] });
  });
});
