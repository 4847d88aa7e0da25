import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPins } from '#services/pins/list';
import { pinReviewer } from '#services/pins/pin';
import { unpinReviewer } from '#services/pins/unpin';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const reason = '熟悉该行业';
const pin = (applicationId: string, reviewerId: string) => ({ cycleId, applicationId, reviewerId, reason });
const category = cycle.categories[0] as (typeof cycle.categories)[number];

describe('a pin', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  it('is set by the office with its reason, enters the draw, and can no longer be set afterwards', async () => {
    await seedReview(world, { cases: 2, reviewers: 6 });
    for (const who of [reviewerActor('reviewer-1'), supervisor]) {
      await expect(pinReviewer(world.as(who), pin('case-1', 'reviewer-6'))).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
    await expect(pinReviewer(world.as(checker), { ...pin('case-1', 'reviewer-6'), reason: ' ' })).rejects.toMatchObject(
      { fields: [{ path: 'reason', code: 'Blank' }] },
    );
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-6'));
    await pinReviewer(world.as(checker), pin('case-2', 'reviewer-6'));
    await expect(pinReviewer(world.as(checker), pin('case-1', 'reviewer-6'))).rejects.toMatchObject({
      code: 'AlreadyExists',
    });
    const { panelsKey, pins } = await matchReviewers(world.as(system), { cycleId });
    expect(pins).toBe(2);
    for (const { reviewerIds } of JSON.parse(await world.bucket.getText(panelsKey))) {
      expect(reviewerIds).toContain('reviewer-6');
    }
    await expect(pinReviewer(world.as(checker), pin('case-1', 'reviewer-1'))).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it('binds the office by conflicts, each with its source, and by its own stake in the unit', async () => {
    await seedReview(world, {
      cases: 1,
      reviewers: 4,
      reviewer: (at) =>
        at === 1
          ? {
              organizationName: '示例企业１',
              conflicts: [{ organizationId: 'unit-1', source: 'keep-apart' as const, reason: '同一集团' }],
            }
          : {},
    });
    await expect(pinReviewer(world.as(checker), pin('case-1', 'reviewer-1'))).rejects.toMatchObject({
      code: 'ConflictOfInterest',
      fields: [
        { path: 'reviewerId', code: 'keep-apart', zh: expect.stringContaining('同一集团') },
        { path: 'reviewerId', code: 'same-organization' },
      ],
    });
    const own = person('both', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    await expect(pinReviewer(world.as(own), pin('case-1', 'reviewer-2'))).rejects.toMatchObject({
      code: 'ConflictOfInterest',
    });
    expect(await listPins(world.as(supervisor), { cycleId })).toEqual({ items: [] });
  });

  it('is refused with its field where it breaks a group rule, a load, a panel or a category', async () => {
    await seedReview(world, {
      cases: 4,
      reviewers: 6,
      cycle: { categories: [{ ...category, groupRules: { onePerOrganization: true, outsideExperts: 1 } }] },
      reviewer: (at) => ({
        maximumLoad: at === 4 ? 1 : 20,
        outside: at === 6,
        ...(at <= 2 && { organizationName: '示例大学' }),
        ...(at === 5 && { categoryIds: ['school'] }),
      }),
    });
    const refused = (applicationId: string, reviewerId: string, code: string) =>
      expect(pinReviewer(world.as(checker), pin(applicationId, reviewerId))).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'reviewerId', code }],
      });
    await refused('case-1', 'reviewer-5', 'NotEligible');
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-1'));
    await refused('case-1', 'reviewer-2', 'GroupRules');
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-4'));
    await refused('case-1', 'reviewer-3', 'GroupRules');
    await refused('case-2', 'reviewer-4', 'LoadFull');
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-6'));
    await expect(pinReviewer(world.as(checker), pin('case-1', 'reviewer-3'))).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ code: 'PanelFull' })]),
    });
  });

  it('is taken away with a reason that stays, and may be set again', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-1'));
    const release = { ...pin('case-1', 'reviewer-1'), reason: '改由抽取决定' };
    await expect(unpinReviewer(world.as(supervisor), release)).rejects.toMatchObject({ code: 'NotAllowed' });
    await unpinReviewer(world.as(checker), release);
    await expect(unpinReviewer(world.as(checker), release)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await listPins(world.as(supervisor), { cycleId })).toMatchObject({
      items: [{ reason, released: { reason: '改由抽取决定', by: 'checker' } }],
    });
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-1'));
    expect(await world.store.get(keys.pin(cycleId, 'case-1', 'reviewer-1'))).not.toHaveProperty('released');
  });

  it('never slips in beside the draw: either it is in the frozen inputs or it was refused', async () => {
    await seedReview(world, { cases: 1, reviewers: 5 });
    const [set, draw] = await Promise.allSettled([
      pinReviewer(world.as(checker), pin('case-1', 'reviewer-5')),
      matchReviewers(world.as(system), { cycleId }),
    ]);
    if (draw.status !== 'fulfilled') throw draw.reason;
    expect(draw.value.pins).toBe(set.status === 'fulfilled' ? 1 : 0);
  });

  it('that a conflict overtook makes the draw tell whom to release, and draws nothing', async () => {
    await seedReview(world, { cases: 1, reviewers: 5 });
    await pinReviewer(world.as(checker), pin('case-1', 'reviewer-5'));
    const entry = await world.store.get(keys.reviewer('reviewer-5'));

    const conflict = { organizationId: 'unit-1', source: 'declared' as const, reason: '亲属任职' };
    await world.store.transact([save(reviewers, { ...entry, conflicts: [conflict] })]);
    await expect(matchReviewers(world.as(system), { cycleId })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'pins.case-1.reviewer-5', code: 'declared', zh: expect.stringContaining('请撤销该指定') }],
    });
    expect(await world.store.find(keys.draw(cycleId, 'documents', 1))).toBeUndefined();
    expect(await world.store.get(keys.drawRefusal(cycleId))).toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'pins.case-1.reviewer-5' }],
    });
    await unpinReviewer(world.as(checker), { ...pin('case-1', 'reviewer-5'), reason: '回避' });
    expect(await matchReviewers(world.as(system), { cycleId })).toMatchObject({ pins: 0, withPanel: 1 });
  });
});
