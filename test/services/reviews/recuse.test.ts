import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { planGate } from '#services/gates/plan';
import { acceptAssignment } from '#services/reviews/accept';
import { extendAssignment } from '#services/reviews/extend';
import { listShortPanels } from '#services/reviews/list-short-panels';
import { reassign } from '#services/reviews/reassign';
import { reassignOverdue } from '#services/reviews/reassign-overdue';
import { recuse } from '#services/reviews/recuse';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('a seat that changes hands', () => {
  let world: World;
  let panel: Assignment[];
  const at = (position: number): Assignment => panel[position] as Assignment;
  const as = (position: number) => world.as(reviewerActor(at(position).reviewerId));
  const seed = async (reviewersWanted: number): Promise<void> => {
    await seedReview(world, { cases: 1, reviewers: reviewersWanted });
    await assignAll(world);
    panel = await panelOf(world, 'case-1');
  };
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const membersOf = async (): Promise<string[]> => (await world.store.get(keys.panel('case-1'))).members.toSorted();

  it('goes to another reviewer in the act of the recusal, and what others did stays untouched', async () => {
    await seed(4);
    await score(world, at(1), 88);
    const spare = [1, 2, 3, 4]
      .map((n) => `reviewer-${n}`)
      .find((id) => !panel.some(({ reviewerId }) => reviewerId === id));
    const { assignmentId, reviewerId } = at(0);
    await expect(recuse(as(1), { assignmentId, reason: 'family' })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(recuse(as(0), { assignmentId, reason: 'tired' as 'other' })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'reason' }],
    });
    const recused = await recuse(as(0), { assignmentId, reason: 'family' });
    expect(recused).toMatchObject({ assignment: { status: 'recused', reason: 'family' }, seatVacant: false });
    expect(await membersOf()).toEqual([at(1).reviewerId, at(2).reviewerId, `${spare}`].toSorted());
    const now = await panelOf(world, 'case-1');
    expect(now.find((assignment) => assignment.reviewerId === spare)).toMatchObject({
      status: 'pending',
      replaces: assignmentId,
    });
    expect(now.find((assignment) => assignment.assignmentId === at(1).assignmentId)).toMatchObject({
      status: 'submitted',
    });
    expect(await world.store.get(keys.load(cycleId, reviewerId))).toMatchObject({ assigned: 0 });
    expect(await world.store.get(keys.load(cycleId, `${spare}`))).toMatchObject({ assigned: 1 });
    await expect(recuse(as(0), { assignmentId, reason: 'family' })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(acceptAssignment(as(0), { assignmentId })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('falls vacant when nobody is left: the answer says so, the office sees it and makes it good', async () => {
    await seed(3);
    const { assignmentId, reviewerId } = at(0);
    const recused = await recuse(as(0), { assignmentId, reason: 'advised-applicant' });
    expect(recused).toMatchObject({ seatVacant: true });
    expect(await listShortPanels(world.as(checker), { cycleId })).toMatchObject({
      items: [{ applicationId: 'case-1' }],
    });
    for (const assignment of panel.slice(1)) await score(world, assignment, 90);
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'under-review' });

    const fill = { assignmentId, reason: '补足评审组' };
    await expect(reassign(world.as(applicant), fill)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(reassign(world.as(checker), fill)).rejects.toMatchObject({ code: 'PanelTooSmall' });
    await expect(reassign(world.as(checker), { ...fill, reviewerId })).rejects.toMatchObject({ code: 'InvalidInput' });
    const template = await world.store.get(keys.reviewer(reviewerId));
    await world.store.transact([create(reviewers, { ...template, reviewerId: 'reviewer-9', name: '专家9' })]);
    const successor = await reassign(world.as(checker), fill);
    expect(successor).toMatchObject({ reviewerId: 'reviewer-9', replaces: assignmentId });
    expect(await listShortPanels(world.as(checker), { cycleId })).toEqual({ items: [] });
    await score(world, successor, 90);
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'scored' });
  });

  it('never goes to somebody who sits on the panel or left it, so nobody’s sheet counts twice', async () => {
    await seed(4);
    const both = await Promise.all([
      recuse(as(0), { assignmentId: at(0).assignmentId, reason: 'other' }),
      recuse(as(1), { assignmentId: at(1).assignmentId, reason: 'other' }),
    ]);
    expect(both.filter(({ seatVacant }) => seatVacant)).toHaveLength(1);
    const stored = await world.store.get(keys.panel('case-1'));
    expect(stored).toMatchObject({ size: 3, vacant: 1 });
    expect(new Set([...stored.members, ...stored.former]).size).toBe(4);
    const seated = await panelOf(world, 'case-1');
    expect(new Set(seated.map(({ reviewerId }) => reviewerId)).size).toBe(seated.length);
  });

  it('is taken by the office with a reason, and not from a sheet that is in', async () => {
    await seed(5);
    await score(world, at(0), 90);
    await expect(
      reassign(world.as(checker), { assignmentId: at(0).assignmentId, reason: '更换' }),
    ).rejects.toMatchObject({ code: 'WrongState' });
    const successor = await reassign(world.as(checker), { assignmentId: at(1).assignmentId, reason: '更换' });
    expect(await membersOf()).toContain(successor.reviewerId);
    expect(await membersOf()).not.toContain(at(1).reviewerId);
  });

  it('is taken from whoever is overdue, but not before the reviewer’s own deadline', async () => {
    await seed(6);
    await score(world, at(0), 90);
    const longer = { assignmentId: at(1).assignmentId, until: '2026-09-10T18:00:00+08:00', reason: '出差' };
    await expect(extendAssignment(as(1), longer)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(
      extendAssignment(world.as(checker), { ...longer, until: '2026-08-01T18:00:00+08:00' }),
    ).rejects.toMatchObject({ code: 'InvalidInput' });
    await extendAssignment(world.as(checker), longer);
    await reassignOverdue(world.as(system), 'case-1');
    expect(await membersOf()).toEqual(panel.map(({ reviewerId }) => reviewerId).toSorted());

    await world.time.advanceTo(Date.parse('2026-09-01T09:00:00+08:00'));
    const planned = await planGate(world.as(system), { kind: 'review', subjectId: 'case-1', round: 1 });
    expect(planned.deadline).toBe('2026-09-04T00:00:00.000+08:00');
    const members = await membersOf();
    expect(members).toContain(at(0).reviewerId);
    expect(members).toContain(at(1).reviewerId);
    expect(members).not.toContain(at(2).reviewerId);
    const [successor] = (await panelOf(world, 'case-1')).filter((each) => each.replaces === at(2).assignmentId);
    expect(successor).toMatchObject({ status: 'pending', dueAt: '2026-09-09T00:00:00.000+08:00' });
  });
});
