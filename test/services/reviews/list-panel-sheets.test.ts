import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { listPanelSheets } from '#services/reviews/list-panel-sheets';
import { listSubmissions } from '#services/reviews/list-submissions';
import { recuse } from '#services/reviews/recuse';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('the sheets of a panel', () => {
  let world: World;
  let panel: Assignment[];
  const at = (position: number): Assignment => panel[position] as Assignment;
  const as = (position: number) => world.as(reviewerActor(at(position).reviewerId));
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 1, reviewers: 5 });
    await assignAll(world);
    panel = await panelOf(world, 'case-1');
  });
  afterEach(() => world.end());

  const close = async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: 'ranking' })]);
  };

  it('are seen by its members once the round is closed, by pseudonym and without an hour', async () => {
    for (const [position, assignment] of panel.entries()) await score(world, assignment, 90 - position);
    const own = { assignmentId: at(0).assignmentId };
    await expect(listPanelSheets(as(0), own)).rejects.toMatchObject({ code: 'RoundOpen' });
    await close();
    const { items } = await listPanelSheets(as(0), own);
    expect(items.map(({ pseudonym }) => pseudonym)).toEqual(['评委甲', '评委乙', '评委丙']);
    expect(items.map(({ total }) => total).toSorted()).toEqual([8800, 8900, 9000]);
    expect(items.filter(({ isOwn }) => isOwn)).toMatchObject([{ total: 9000 }]);
    const text = JSON.stringify(items);
    for (const { assignmentId, reviewerId, reviewerName } of panel) {
      for (const trace of [assignmentId, reviewerId, reviewerName]) expect(text).not.toContain(trace);
    }
    expect(text).not.toContain('2026-');
    const shared = await listPanelSheets(as(1), { assignmentId: at(1).assignmentId });
    expect(shared.items.map(({ isOwn: _, ...sheet }) => sheet)).toEqual(items.map(({ isOwn: _, ...sheet }) => sheet));
  });

  it('are not for whoever recused, nor for a colleague of another panel, nor through a colleague’s assignment', async () => {
    const { assignmentId } = at(0);
    await recuse(as(0), { assignmentId, reason: 'family' });
    const left = at(0);
    panel = await panelOf(world, 'case-1');
    for (const assignment of panel) await score(world, assignment, 90);
    await close();
    await expect(listPanelSheets(world.as(reviewerActor(left.reviewerId)), { assignmentId })).rejects.toMatchObject({
      code: 'WrongState',
    });
    for (const actor of [reviewerActor(at(1).reviewerId), reviewerActor('reviewer-9'), checker, applicant]) {
      await expect(listPanelSheets(world.as(actor), { assignmentId: at(0).assignmentId })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
  });

  it('are kept at each submission, with what an unlocking changed', async () => {
    const { assignmentId } = at(0);
    await score(world, at(0), 90);
    await world.time.advanceBy(60_000);
    await unlockSheet(world.as(checker), { assignmentId, reason: '计分有误' });
    await score(world, { ...at(0), status: 'unlocked' }, 88);
    const { items } = await listSubmissions(as(0), { assignmentId });
    expect(items.map(({ number, at: when }) => [number, when])).toEqual([
      [1, '2026-07-01T09:00:00.000+08:00'],
      [2, '2026-07-01T09:01:00.000+08:00'],
    ]);
    expect(items[0]).not.toHaveProperty('changes');
    const [changed] = items[1]?.changes?.points ?? [];
    expect((changed?.from ?? 0) - (changed?.to ?? 0)).toBeGreaterThan(0);
    expect(items[1]?.changes?.overallChanged).toBe(false);
  });

  it('as they were handed in are for their reviewer and the supervisor at once, for the office after the round', async () => {
    const { assignmentId } = at(0);
    await score(world, at(0), 90);
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    expect((await listSubmissions(world.as(supervisor), { assignmentId })).items).toHaveLength(1);
    for (const actor of [checker, committee, own]) {
      await expect(listSubmissions(world.as(actor), { assignmentId })).rejects.toMatchObject({ code: 'RoundOpen' });
    }
    for (const actor of [applicant, reviewerActor(at(1).reviewerId)]) {
      await expect(listSubmissions(world.as(actor), { assignmentId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    await close();
    expect((await listSubmissions(world.as(checker), { assignmentId })).items).toHaveLength(1);
    await expect(listSubmissions(world.as(own), { assignmentId })).rejects.toMatchObject({
      code: 'ConflictOfInterest',
    });
  });
});
