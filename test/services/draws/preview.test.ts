import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewNow } from '#services/draws/preview';
import { runJob } from '#services/jobs/run';
import { startJob } from '#services/jobs/start';
import { pinReviewer } from '#services/pins/pin';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { keys } from '#store/keys';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const category = cycle.categories[0] as (typeof cycle.categories)[number];

describe('a preview of the draw', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  it('is what the draw then comes to, tells loads and coverage, and leaves no trace', async () => {
    await seedReview(world, {
      cases: 4,
      reviewers: 6,
      reviewer: (at) => (at <= 2 ? { expertise: ['组织管理', '工作成效'] } : {}),
    });
    for (const who of [supervisor, committee, reviewerActor('reviewer-1')]) {
      await expect(previewNow(world.as(who), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const preview = await previewNow(world.as(checker), { cycleId });
    expect(preview).toMatchObject({
      isRedraw: false,
      applications: 4,
      withPanel: 4,
      reviewers: 6,
      pins: 0,
      seed: 'test',
    });
    const { outcome } = preview;
    expect(outcome?.certified).toBe(true);
    expect(outcome?.loads.reduce((sum, { load }) => sum + load, 0)).toBe(12);
    expect(outcome?.panels.reduce((sum, { fit }) => sum + fit, 0)).toBe(outcome?.totalFit);
    const matched = outcome?.coverage[0]?.matched ?? [];
    expect(matched.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await world.store.find(keys.draw(cycleId, 'documents', 1))).toBeUndefined();
    expect(await world.store.find(keys.auditHead(`cycle/${cycleId}`))).toBeUndefined();
    const record = await matchReviewers(world.as(system), { cycleId });
    expect(record).toMatchObject({
      totalFit: outcome?.totalFit,
      worstFit: outcome?.worstFit,
      coverage: outcome?.coverage,
    });
  });

  it('shows beside each other what pins and aims cost', async () => {
    await seedReview(world, {
      cases: 3,
      reviewers: 6,
      reviewer: (at) => (at <= 3 ? { expertise: ['组织管理'] } : {}),
    });
    await pinReviewer(world.as(checker), {
      cycleId,
      applicationId: 'case-1',
      reviewerId: 'reviewer-6',
      reason: '指定',
    });
    const [free, pinned] = [
      await previewNow(world.as(checker), { cycleId, withPins: false }),
      await previewNow(world.as(checker), { cycleId }),
    ];
    expect([free.pins, pinned.pins]).toEqual([0, 1]);
    expect(free.outcome?.totalFit).toBeGreaterThanOrEqual(pinned.outcome?.totalFit ?? Number.NaN);
    const fair = await previewNow(world.as(checker), { cycleId, aim: 'worst-served' });
    expect(fair.aim).toBe('worst-served');
    expect(fair.outcome?.worstFit).toBeGreaterThanOrEqual(pinned.outcome?.worstFit ?? Number.NaN);
  });

  it('counts the pairs that each source closes, and how many were sampled', async () => {
    await seedReview(world, {
      cases: 5,
      reviewers: 6,
      cycle: { categories: [{ ...category, reviewMode: 'sampling', samplePercent: 40 }] },
      reviewer: (at) =>
        at === 1
          ? {
              conflicts: [1, 2, 3, 4, 5].map((unit) => ({
                organizationId: `unit-${unit}`,
                source: 'declared' as const,
                reason: '曾任顾问',
              })),
            }
          : at === 2
            ? { categoryIds: ['school'] }
            : {},
    });
    const preview = await previewNow(world.as(checker), { cycleId });
    expect(preview.samples).toEqual([{ categoryId: 'enterprise', of: 5, drawn: 2 }]);
    expect(preview.closedPairs).toEqual([
      { source: 'other-category', pairs: 2 },
      { source: 'declared', pairs: 2 },
    ]);
  });

  it('tells in words and fields what makes the draw impossible', async () => {
    await seedReview(world, {
      cases: 4,
      reviewers: 4,
      cycle: { categories: [{ ...category, groupRules: { outsideExperts: 1 } }] },
      reviewer: (at) => ({ maximumLoad: at === 4 ? 2 : 20, outside: at === 4 }),
    });
    const { outcome, refusal } = await previewNow(world.as(checker), { cycleId });
    expect(outcome).toBeUndefined();
    expect(refusal).toMatchObject({ code: 'PanelTooSmall', zh: expect.stringContaining('外部专家') });
    expect(refusal?.fields[0]).toMatchObject({ path: 'categories.groupRules.outsideExperts' });
  });

  it('runs as a job for whoever may start it, with the same figures', async () => {
    await seedReview(world, { cases: 2, reviewers: 5 });
    const job = { cycleId, kind: 'preview-matching', input: { aim: 'sum' } };
    await expect(startJob(world.as(supervisor), job)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(startJob(world.as(checker), { ...job, input: { aim: 'best' } })).rejects.toMatchObject({
      code: 'InvalidInput',
    });
    const { jobId } = await startJob(world.as(checker), job);
    const { resultKey = '' } = await runJob(world.as(system), { jobId });
    const direct = await previewNow(world.as(checker), { cycleId });
    expect(JSON.parse(await world.bucket.getText(resultKey))).toEqual(JSON.parse(JSON.stringify(direct)));
  });
});
