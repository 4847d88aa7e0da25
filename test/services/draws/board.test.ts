import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { assignmentBoard } from '#services/draws/board';
import { remindOverdue } from '#services/draws/remind';
import { notify } from '#services/notifications/notify';
import { keys } from '#store/keys';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('the desk after the draw', () => {
  let world: World;
  let panel: Assignment[];
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 1, reviewers: 4 });
    await assignAll(world);
    panel = await panelOf(world, 'case-1');
    await score(world, panel[0] as Assignment, 90);
  });
  afterEach(() => world.end());

  it('sees who has how much and is how far, by reviewer and by category, and no mark', async () => {
    await expect(assignmentBoard(world.as(reviewerActor('reviewer-1')), { cycleId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const before = await assignmentBoard(world.as(committee), { cycleId });
    expect(before.categories).toEqual([
      expect.objectContaining({ categoryId: 'enterprise', assigned: 3, pending: 2, submitted: 1, overdue: 0 }),
    ]);
    expect(before.draw).toMatchObject({ number: 1 });
    await world.time.advanceTo(Date.parse('2026-09-01T09:00:00+08:00'));
    const { reviewers } = await assignmentBoard(world.as(supervisor), { cycleId });
    expect(reviewers).toHaveLength(3);
    const first = panel[0]?.reviewerId;
    for (const { reviewerId, ...load } of reviewers) {
      const isIn = reviewerId === first;
      expect(load).toMatchObject({ assigned: 1, submitted: Number(isIn), overdue: Number(!isIn), visits: 0 });
    }
    expect(JSON.stringify(before)).not.toMatch(/score|mark|90/);
  });

  it('reminds whoever is overdue, by mail, once a day and no sooner', async () => {
    const remind = () => remindOverdue(world.as(checker), { cycleId });
    await expect(remindOverdue(world.as(supervisor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await remind()).toEqual({ reminded: [], toldToday: [] });
    await world.time.advanceTo(Date.parse('2026-09-01T09:00:00+08:00'));
    const owing = panel.slice(1).map(({ reviewerId }) => reviewerId);
    const [one, two] = await Promise.all([remind(), remind()]);
    expect([...one.reminded, ...two.reminded].toSorted()).toEqual(owing.toSorted());
    expect(await remind()).toMatchObject({ reminded: [], toldToday: expect.arrayContaining(owing) });
    await world.time.advanceTo(Date.parse('2026-09-02T09:00:00+08:00'));
    expect(await remindOverdue(world.as(checker), { cycleId, reviewerId: owing[0] ?? '' })).toEqual({
      reminded: [owing[0]],
      toldToday: [],
    });

    const mails: { to: string; text: string }[] = [];
    const chain = `assignment/${panel[1]?.assignmentId}`;
    const head = await world.store.get(keys.auditHead(chain));
    const mailer = { send: async (mail: { to: string; text: string }) => mails.push(mail) };
    await notify(world.as(system), mailer, chain, head.sequence);
    expect(mails).toEqual([expect.objectContaining({ to: panel[1]?.reviewerId })]);
    expect(mails[0]?.text).toContain('逾期');
  });
});
