import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { leavesOf } from '#domain/standards';
import { getApplication } from '#services/applications/get';
import { declare } from '#services/reviewers/declare';
import { acceptAssignment } from '#services/reviews/accept';
import { getAssignment } from '#services/reviews/get-assignment';
import { getSheet } from '#services/reviews/get-sheet';
import { listPanel } from '#services/reviews/list-panel';
import { listQueue } from '#services/reviews/list-queue';
import { saveSheet } from '#services/reviews/save-sheet';
import { submitSheet } from '#services/reviews/submit-sheet';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { keys } from '#store/keys';
import { assignAll, marksOf, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('a reviewer’s sheet', () => {
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

  const first = async (): Promise<string> => {
    const { assignmentId } = at(0);
    await acceptAssignment(as(0), { assignmentId });
    return assignmentId;
  };

  it('takes marks only within the pinned standard, telling each wrong one at its place', async () => {
    const assignmentId = await first();
    const leaves = leavesOf(await world.store.get(keys.standard('example-enterprise', 1)));
    const [one, two, three] = leaves.map((leaf) => leaf.pointId);
    const marks = {
      [`${one}`]: { score: '7.01' },
      [`${two}`]: { score: '6.125' },
      [`${three}`]: { score: -1 },
      '9.9.9': { score: 1 },
    };
    await expect(saveSheet(as(0), { assignmentId, version: 1, marks })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [
        { path: `marks.${one}.score`, code: 'AboveMaximum' },
        { path: `marks.${two}.score`, code: 'TooManyDecimals' },
        { path: `marks.${three}.score`, code: 'BelowMinimum' },
        { path: 'marks.9.9.9.score', code: 'UnknownPoint' },
      ],
    });
    const saved = await saveSheet(as(0), { assignmentId, version: 1, marks: { [`${one}`]: { score: 7 } } });
    expect(saved).toMatchObject({ version: 2, marks: { [`${one}`]: { score: 700, comment: '' } } });
    await expect(saveSheet(as(0), { assignmentId, version: 1, marks: {} })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    expect(await getSheet(as(0), { assignmentId })).toMatchObject({ version: 2 });
  });

  it('computes what the rule computes and keeps what it was computed from', async () => {
    const assignmentId = await first();
    const marks = {
      '1.1.3': { given: { found: [{ item: 0, count: 1 }] } },
      '3.1.1': { given: { part: 90, whole: 400 } },
      '1.1.1': { score: '6.5', given: { level: 0 } },
    };
    const { marks: kept } = await saveSheet(as(0), { assignmentId, version: 1, marks });
    expect(kept).toEqual({
      '1.1.3': { score: 400, given: { found: [{ item: 0, count: 1 }] }, comment: '' },
      '3.1.1': { score: 360, given: { part: 90, whole: 400 }, comment: '' },
      '1.1.1': { score: 650, given: { level: 0 }, comment: '' },
    });
    expect((await getSheet(as(0), { assignmentId })).marks).toEqual(kept);
    const wrong = {
      '1.1.1': { score: '6.5', given: { level: 1 } },
      '3.1.1': { score: '8', given: { part: 90, whole: 400 } },
    };
    await expect(saveSheet(as(0), { assignmentId, version: 2, marks: wrong })).rejects.toMatchObject({
      fields: [
        { path: 'marks.1.1.1.score', code: 'LevelBand' },
        { path: 'marks.3.1.1.score', code: 'NotAsComputed' },
      ],
    });
    const shapeless = { '3.1.1': { given: { part: 1.5, whole: Number.POSITIVE_INFINITY } } };
    await expect(saveSheet(as(0), { assignmentId, version: 2, marks: shapeless })).rejects.toMatchObject({
      fields: [
        { path: 'marks.3.1.1.given.part', code: 'WrongKind' },
        { path: 'marks.3.1.1.given.whole', code: 'WrongKind' },
      ],
    });
  });

  it('cannot be handed in with a blank, and a 0 is not a blank', async () => {
    const assignmentId = await first();
    const marks = await marksOf(world, 0);
    const [blank = ''] = Object.keys(marks);
    const { [blank]: _, ...rest } = marks;
    await saveSheet(as(0), { assignmentId, version: 1, marks: rest });
    await expect(submitSheet(as(0), { assignmentId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: `marks.${blank}.score`, code: 'Blank' }],
    });
    await saveSheet(as(0), { assignmentId, version: 2, marks });
    expect(await submitSheet(as(0), { assignmentId })).toMatchObject({ status: 'submitted', submissions: 1 });
    await expect(submitSheet(as(0), { assignmentId })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(saveSheet(as(0), { assignmentId, version: 3, marks })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('is for its own reviewer alone: not for a colleague, the office, or a reviewer who serves the office', async () => {
    const assignmentId = await first();
    const twofold = person(at(0).reviewerId, { role: 'reviewer' }, { role: 'office', duties: ['check'] });
    for (const actor of [reviewerActor(at(1).reviewerId), checker, applicant, twofold]) {
      await expect(saveSheet(world.as(actor), { assignmentId, version: 1, marks: {} })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
      await expect(submitSheet(world.as(actor), { assignmentId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('is refused from the moment that its reviewer has a conflict, at the acceptance, the save and the submission', async () => {
    const assignmentId = await first();
    await saveSheet(as(0), { assignmentId, version: 1, marks: await marksOf(world, 90) });
    for (const position of [0, 1]) {
      const { reviewerId } = at(position);
      const conflicts = [{ organizationId: 'unit-1', reason: '亲属任职' }];
      await declare(as(position), { reviewerId, version: 1, available: true, conflicts });
    }
    const conflict = { code: 'ConflictOfInterest' };
    await expect(submitSheet(as(0), { assignmentId })).rejects.toMatchObject(conflict);
    await expect(saveSheet(as(0), { assignmentId, version: 2, marks: {} })).rejects.toMatchObject(conflict);
    await expect(acceptAssignment(as(1), { assignmentId: at(1).assignmentId })).rejects.toMatchObject(conflict);
  });

  it('counts once; the last of a panel makes the application scored, even when all hand in together', async () => {
    for (const assignment of panel) {
      const actor = () => world.as(reviewerActor(assignment.reviewerId));
      const { assignmentId } = assignment;
      await acceptAssignment(actor(), { assignmentId });
      await saveSheet(actor(), { assignmentId, version: 1, marks: await marksOf(world, 90) });
    }
    const answers = await Promise.allSettled(
      [...panel, ...panel].map(({ assignmentId, reviewerId }) =>
        submitSheet(world.as(reviewerActor(reviewerId)), { assignmentId }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await world.store.get(keys.panel('case-1'))).toMatchObject({ size: 3, submitted: 3, vacant: 0 });
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'scored' });
    expect(await world.store.get(keys.gate('review/case-1/1'))).toMatchObject({
      outcome: { decision: 'completePanel', round: 1 },
    });
  });

  it('goes back to its reviewer when the office unlocks it: what was handed in is kept and counts no more', async () => {
    for (const assignment of panel) await score(world, assignment, 90);
    const { assignmentId } = at(0);
    await expect(unlockSheet(as(1), { assignmentId, reason: '计分有误' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(unlockSheet(world.as(checker), { assignmentId, reason: ' ' })).rejects.toMatchObject({
      code: 'InvalidInput',
    });
    const unlocked = await unlockSheet(world.as(checker), { assignmentId, reason: '计分有误' });
    expect(unlocked).toMatchObject({ status: 'unlocked', submissions: 1 });
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({
      status: 'under-review',
      rounds: { review: 2, conclusion: 1 },
    });
    expect(await world.store.get(keys.gate('conclusion/case-1/1'))).toMatchObject({
      outcome: { decision: 'reopenPanel', round: 2 },
    });
    await expect(unlockSheet(world.as(checker), { assignmentId, reason: '再次' })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await score(world, { ...at(0), status: 'unlocked' }, 80);
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'scored' });
    const total = async (number: number) =>
      Object.values((await world.store.get(keys.submittedSheet(assignmentId, number))).marks).reduce(
        (sum, mark) => sum + (mark.score ?? 0),
        0,
      );
    expect([await total(1), await total(2)]).toEqual([9000, 8000]);
  });

  it('shows a reviewer nothing of another reviewer: no score, no count, no time', async () => {
    await score(world, at(1), 61.37);
    await score(world, at(2), 61.37);
    const { assignmentId } = at(1);
    await acceptAssignment(as(0), { assignmentId: at(0).assignmentId });
    const mine = at(0).assignmentId;
    await expect(getSheet(as(0), { assignmentId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(getAssignment(as(0), { assignmentId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(listPanel(as(0), { applicationId: 'case-1' })).rejects.toMatchObject({ code: 'NotAllowed' });
    const marks = await marksOf(world, 90);
    const seen = JSON.stringify([
      await getAssignment(as(0), { assignmentId: mine }),
      await listQueue(as(0), {}),
      await saveSheet(as(0), { assignmentId: mine, version: 1, marks }),
      await submitSheet(as(0), { assignmentId: mine }),
      await getSheet(as(0), { assignmentId: mine }),
      await getApplication(as(0), { applicationId: 'case-1' }),
    ]);
    expect(await world.store.get(keys.application('case-1'))).toMatchObject({ status: 'scored' });
    const others = [at(1), at(2)].flatMap(({ assignmentId: id, reviewerId, reviewerName }) => [
      id,
      reviewerId,
      reviewerName,
    ]);
    for (const trace of [...others, 'scored', '"submitted":']) expect(seen).not.toContain(trace);
    await expect(getSheet(as(0), { assignmentId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('is seen by the supervisor at once, by office and committee not before the round is closed', async () => {
    await score(world, at(0), 90);
    const { assignmentId } = at(0);
    expect(await getSheet(world.as(supervisor), { assignmentId })).toMatchObject({ assignmentId });
    for (const actor of [checker, committee]) {
      await expect(getSheet(world.as(actor), { assignmentId })).rejects.toMatchObject({ code: 'RoundOpen' });
    }
  });
});
