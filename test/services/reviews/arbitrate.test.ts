import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { getAssignment } from '#services/reviews/get-assignment';
import { listQueue } from '#services/reviews/list-queue';
import { listShortPanels } from '#services/reviews/list-short-panels';
import { recuse } from '#services/reviews/recuse';
import { seatArbiter } from '#services/reviews/seat-arbiter';
import { submitSheet } from '#services/reviews/submit-sheet';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, cycle as seasonCycle } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const applicationId = 'case-1';

describe('arbitration', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  /** A panel of three whose totals may lie 15 points apart, out of a pool of so many. */
  async function seed(pool: number): Promise<Assignment[]> {
    const categories = seasonCycle.categories.map((category) => ({ ...category, arbitrationThreshold: '15' }));
    await seedReview(world, { cases: 1, reviewers: pool, cycle: { categories } });
    await assignAll(world);
    return panelOf(world, applicationId);
  }
  const marked = async (panel: readonly Assignment[], totals: readonly number[]): Promise<void> => {
    for (const [at, total] of totals.entries()) await score(world, panel[at] as Assignment, total);
  };
  const status = async () => (await world.store.get(keys.application(applicationId))).status;
  const arbiterOf = async () => (await panelOf(world, applicationId)).find(({ role }) => role === 'arbiter');

  it('is not called for by totals exactly the threshold apart', async () => {
    await marked(await seed(4), [90, 75, 80]);
    expect(await status()).toBe('scored');
    const panel = await world.store.get(keys.panel(applicationId));
    expect(panel).toMatchObject({ size: 3, submitted: 3 });
    expect(panel).not.toHaveProperty('arbiter');
  });

  it('seats one more reviewer in the act of the last submission, and the answer says nothing of it', async () => {
    const panel = await seed(4);
    await marked(panel, [90, 74.99]);
    const last = panel[2] as Assignment;
    const before = await world.store.get(keys.panel(applicationId));
    await score(world, last, 80);
    expect(await status()).toBe('under-review');
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({
      size: 4,
      submitted: 3,
      vacant: 0,
      arbiter: 'seated',
    });
    const arbiter = (await arbiterOf()) as Assignment;
    expect(before.members).not.toContain(arbiter.reviewerId);
    expect(arbiter).toMatchObject({ status: 'pending', role: 'arbiter' });
    expect(await world.store.get(keys.load(cycleId, arbiter.reviewerId))).toMatchObject({ assigned: 1 });

    const own = world.as(reviewerActor(arbiter.reviewerId));
    const shown = [await listQueue(own, {}), await getAssignment(own, { assignmentId: arbiter.assignmentId })];
    expect(JSON.stringify(shown)).not.toContain('arbiter');
    await score(world, arbiter, 85);
    expect(await status()).toBe('scored');
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ size: 4, submitted: 4 });
  });

  it('happens once: whoever marks anew after an unlocking keeps the arbiter, however far apart', async () => {
    const panel = await seed(5);
    await marked(panel, [90, 70, 80]);
    await score(world, (await arbiterOf()) as Assignment, 85);
    const [first] = panel as [Assignment];
    await unlockSheet(world.as(checker), { assignmentId: first.assignmentId, reason: '计分有误' });
    await score(world, { ...first, status: 'unlocked' }, 99);
    expect(await status()).toBe('scored');
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ size: 4, submitted: 4 });
    expect(await panelOf(world, applicationId)).toHaveLength(4);
  });

  it('is called for when a sheet that was unlocked brings the totals apart', async () => {
    const panel = await seed(4);
    await marked(panel, [90, 85, 88]);
    expect(await status()).toBe('scored');
    const [first] = panel as [Assignment];
    await unlockSheet(world.as(checker), { assignmentId: first.assignmentId, reason: '计分有误' });
    await score(world, { ...first, status: 'unlocked' }, 60);
    expect(await status()).toBe('under-review');
    expect(await arbiterOf()).toMatchObject({ status: 'pending' });
  });

  it('leaves a vacant seat where there is nobody, and the office finds somebody', async () => {
    const panel = await seed(3);
    await marked(panel, [90, 70, 80]);
    const short = { items: [{ applicationId, size: 4, vacant: 1, arbiter: 'vacant' }] };
    expect(await listShortPanels(world.as(checker), { cycleId })).toMatchObject(short);
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    for (const actor of [applicant, committee, reviewerActor('reviewer-1')]) {
      await expect(seatArbiter(world.as(actor), { applicationId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    await expect(seatArbiter(world.as(own), { applicationId })).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    await expect(seatArbiter(world.as(checker), { applicationId })).rejects.toMatchObject({ code: 'PanelTooSmall' });

    const template = await world.store.get(keys.reviewer('reviewer-1'));
    await world.store.transact([create(reviewers, { ...template, reviewerId: 'reviewer-9', name: '专家9' })]);
    const both = await Promise.allSettled([1, 2].map(() => seatArbiter(world.as(checker), { applicationId })));
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const arbiter = (await arbiterOf()) as Assignment;
    expect(arbiter).toMatchObject({ reviewerId: 'reviewer-9' });
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ vacant: 0, arbiter: 'seated' });
    await score(world, arbiter, 80);
    expect(await status()).toBe('scored');
  });

  it('goes to the next when the arbiter recuses themselves', async () => {
    const panel = await seed(5);
    await marked(panel, [90, 70, 80]);
    const first = (await arbiterOf()) as Assignment;
    await recuse(world.as(reviewerActor(first.reviewerId)), { assignmentId: first.assignmentId, reason: 'family' });
    const second = (await arbiterOf()) as Assignment;
    expect(second).toMatchObject({ role: 'arbiter', replaces: first.assignmentId });
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ size: 4, vacant: 0, arbiter: 'seated' });
  });

  it('seats one arbiter even when the last two hand in together', async () => {
    const panel = await seed(6);
    await marked(panel, [90]);
    const rest = panel.slice(1);
    for (const [at, assignment] of rest.entries()) {
      await score(world, assignment, at === 0 ? 70 : 80);
      if (at === 0) {
        await unlockSheet(world.as(checker), { assignmentId: assignment.assignmentId, reason: '核对' });
      }
    }
    const [open] = rest as [Assignment];
    const twice = await Promise.allSettled(
      [1, 2].map(() => submitSheet(world.as(reviewerActor(open.reviewerId)), { assignmentId: open.assignmentId })),
    );
    expect(twice.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await panelOf(world, applicationId)).filter(({ role }) => role === 'arbiter')).toHaveLength(1);
    expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ size: 4, submitted: 3 });
  });
});
