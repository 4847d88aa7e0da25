import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawAlgorithm } from '#domain/draw';
import { declare } from '#services/reviewers/declare';
import { assignPanel } from '#services/reviews/assign-panel';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { keys } from '#store/keys';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, cycle } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('drawing the panels', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  it('freezes inputs, seed and algorithm, and gives the same draw when it runs again', async () => {
    await seedReview(world, { cases: 4, reviewers: 6 });
    await expect(matchReviewers(world.as(checker), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    const record = await matchReviewers(world.as(system), { cycleId });
    expect(record).toMatchObject({
      algorithm: drawAlgorithm,
      seed: 'test',
      applications: 4,
      withPanel: 4,
      pairs: 12,
    });
    const frozen = await world.bucket.getText(record.inputsKey);
    expect(createHash('sha256').update(frozen).digest('hex')).toBe(record.inputHash);
    expect(await matchReviewers(world.as(system), { cycleId })).toMatchObject(record);

    const items = JSON.parse(await world.bucket.getText(record.itemsKey));
    for (const item of items) await assignPanel(world.as(system), item);
    for (const item of items) {
      expect(await assignPanel(world.as(system), item)).toBeUndefined();
      const panel = await panelOf(world, item.applicationId);
      expect(panel.map((assignment) => assignment.reviewerId).toSorted()).toEqual(item.reviewerIds.toSorted());
      expect(await world.store.get(keys.application(item.applicationId))).toMatchObject({ status: 'under-review' });
    }
    const loads = await world.store.all<{ assigned: number }>(keys.load(cycleId, '').pk);
    expect(loads.reduce((all, { assigned }) => all + assigned, 0)).toBe(12);
    expect(loads.every(({ assigned }) => assigned >= 1 && assigned <= 3)).toBe(true);
  });

  it('keeps a reviewer from their own unit, however its name is written, and from declared and kept-apart units', async () => {
    await seedReview(world, {
      cases: 1,
      reviewers: 6,
      reviewer: (at) =>
        [
          {},
          { organizationName: ' 示例企业１ ' },
          { conflicts: [{ organizationId: 'unit-1', source: 'declared' as const, reason: '曾任顾问' }] },
          { conflicts: [{ organizationId: 'unit-1', source: 'keep-apart' as const, reason: '同一推荐单位' }] },
        ][at] ?? {},
    });
    await assignAll(world);
    const panel = await panelOf(world, 'case-1');
    expect(panel.map((assignment) => assignment.reviewerId).toSorted()).toEqual([
      'reviewer-4',
      'reviewer-5',
      'reviewer-6',
    ]);
  });

  it('refuses, naming the application, when too few reviewers are left, and draws nothing', async () => {
    await seedReview(world, { cases: 1, reviewers: 2 });
    await expect(matchReviewers(world.as(system), { cycleId })).rejects.toMatchObject({
      code: 'PanelTooSmall',
      values: {
        detail: {
          zh: '「示例企业1」需要 3 位专家，专家库 2 人中可评审的只有 2 人。请增加专家。',
          en: '示例企业1 needs 3 reviewers; of 2 in the pool only 2 may review it. Add reviewers.',
        },
      },
    });
    expect(await world.store.find(keys.draw(cycleId, 'documents', 1))).toBeUndefined();
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'self-assessed' });
  });

  it('replaces at the assignment whoever declared a conflict since the draw', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    const { itemsKey } = await matchReviewers(world.as(system), { cycleId });
    const [item] = JSON.parse(await world.bucket.getText(itemsKey));
    const [gone, ...others] = item.reviewerIds;
    await declare(world.as(reviewerActor(gone)), {
      reviewerId: gone,
      version: 1,
      available: true,
      conflicts: [{ organizationId: 'unit-1', reason: '亲属任职' }],
    });
    const panel = await assignPanel(world.as(system), item);
    const spare = ['reviewer-1', 'reviewer-2', 'reviewer-3', 'reviewer-4'].find((id) => !item.reviewerIds.includes(id));
    expect(panel).toMatchObject({ members: [...others, spare], former: [gone], vacant: 0 });
  });

  it('samples by the seed, and passes on at once what has no panel', async () => {
    const [category] = cycle.categories;
    if (!category) throw new Error('the fixture lost its category');
    await seedReview(world, {
      cases: 5,
      reviewers: 4,
      cycle: { categories: [{ ...category, reviewMode: 'sampling', samplePercent: 40 }] },
    });
    await assignAll(world);
    const all = await Promise.all([1, 2, 3, 4, 5].map((at) => world.store.get(keys.application(`case-${at}`))));
    const statuses = all.map((application) => application.status);
    expect(statuses.filter((status) => status === 'under-review')).toHaveLength(2);
    expect(statuses.filter((status) => status === 'scored')).toHaveLength(3);
    const waived = all.find((application) => application.status === 'scored');
    expect(await world.store.get(keys.gate(`review/${waived?.applicationId}/1`))).toMatchObject({
      outcome: { decision: 'completePanel', round: 1 },
    });
  });
});
