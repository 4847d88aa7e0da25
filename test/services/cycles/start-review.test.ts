import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '#services/applications/create';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { withdrawApplication } from '#services/applications/withdraw';
import { returnForSupplement } from '#services/assessments/return-for-supplement';
import { cycleBoard } from '#services/cycles/board';
import { closeApplications } from '#services/cycles/close-applications';
import { closeWindow } from '#services/cycles/close-window';
import { exportApplications } from '#services/cycles/export-applications';
import { exportSummary } from '#services/cycles/export-summary';
import { extendDeadline } from '#services/cycles/extend';
import { startReview } from '#services/cycles/start-review';
import { keys } from '#store/keys';
import { assessed, cycleId, submitted } from '../../support/case.ts';
import {
  applicant,
  checker,
  committee,
  drafter,
  fullForm,
  otherApplicant,
  seedSeason,
  supervisor,
} from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

describe('from the open window to the review', () => {
  let world: World;
  let first: string;
  let second: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    first = await assessed(world);
    second = await submitted(world, otherApplicant, 'organization-b');
  });
  afterAll(() => world.end());

  const extend = (changes: object = {}) =>
    extendDeadline(world.as(checker), {
      cycleId,
      stage: 'closesAt',
      scope: { kind: 'all' },
      until: '2026-04-05T18:00:00+08:00',
      reason: '雨雪天气',
      ...changes,
    });

  it('extends a deadline only to later, for somebody who exists, by the office, with a reason', async () => {
    await expect(extend({ until: '2026-03-31T18:00:00+08:00' })).rejects.toMatchObject({
      fields: [{ path: 'until', code: 'NotLater' }],
    });
    await expect(extend({ reason: '' })).rejects.toMatchObject({ fields: [{ path: 'reason', code: 'Blank' }] });
    await expect(extend({ scope: { kind: 'area', areaId: 'nowhere' } })).rejects.toMatchObject({
      fields: [{ code: 'UnknownArea' }],
    });
    await expect(extend({ scope: { kind: 'organization', organizationId: 'nobody' } })).rejects.toMatchObject({
      fields: [{ path: 'scope.organizationId' }],
    });
    await expect(
      extendDeadline(world.as(applicant), {
        cycleId,
        stage: 'closesAt',
        scope: { kind: 'all' },
        until: '2026-04-05T18:00:00+08:00',
        reason: '忙',
      }),
    ).rejects.toMatchObject({ code: 'NotAllowed' });
    await extend();
    await expect(extend()).rejects.toMatchObject({ fields: [{ path: 'until', code: 'NotLater' }] });
    const board = await cycleBoard(world.as(drafter), { cycleId });
    expect(board.deadlines.closesAt).toBe('2026-04-05T18:00:00.000+08:00');
  });

  it('binds an officer who speaks for an applicant by the conflict', async () => {
    const both = person('both', { role: 'office', duties: ['check', 'administer'] }, ...grants(applicant));
    await expect(
      extendDeadline(world.as(both), {
        cycleId,
        stage: 'assessBy',
        scope: { kind: 'all' },
        until: '2026-07-05T18:00:00+08:00',
        reason: '忙',
      }),
    ).rejects.toMatchObject({ code: 'ConflictOfInterest' });
  });

  it('closes early for everybody but those whose extension was promised to them', async () => {
    await extend({
      scope: { kind: 'organization', organizationId: 'organization-b' },
      until: '2026-04-09T18:00:00+08:00',
    });
    await world.time.advanceTo(Date.parse('2026-03-20T09:00:00+08:00'));
    await expect(closeWindow(world.as(checker), { cycleId, reason: '名额已满' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const closed = await closeWindow(world.as(drafter), { cycleId, reason: '名额已满' });
    expect(closed.windows.closesAt).toBe('2026-03-20T09:00:00.000+08:00');
    expect(await world.store.get(keys.gate(`applications-closed/${cycleId}/1`))).toMatchObject({
      outcome: { decision: 'closed' },
    });
    await world.time.advanceTo(Date.parse('2026-03-20T09:00:01+08:00'));
    const late = (who: typeof applicant, organizationId: string) =>
      createApplication(world.as(who), { cycleId, organizationId });
    await expect(late(applicant, 'organization-a')).rejects.toMatchObject({ code: 'WindowClosed' });
    await expect(late(otherApplicant, 'organization-b')).rejects.toMatchObject({ code: 'AlreadyExists' });
  });

  it('does not start the review while anybody owes anything, and says how many', async () => {
    await closeApplications(world.as(system), cycleId);
    await expect(startReview(world.as(checker), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(startReview(world.as(drafter), { cycleId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [
        {
          path: 'applications.enterprise.submitted',
          zh: '尚有 1 份申报处于「已提交」，须先办结。',
          en: expect.stringContaining('1 applications'),
        },
      ],
    });
    const board = await cycleBoard(world.as(committee), { cycleId });
    expect(board.counts['enterprise']).toMatchObject({ 'self-assessed': 1, submitted: 1 });
    await expect(cycleBoard(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('starts the review, after which nothing becomes unsettled any more', async () => {
    await withdrawApplication(world.as(otherApplicant), { applicationId: second, reason: '改制' });
    expect(await startReview(world.as(drafter), { cycleId })).toMatchObject({ status: 'reviewing' });
    expect(await world.store.get(keys.gate(`review-start/${cycleId}/1`))).toMatchObject({
      outcome: { decision: 'started' },
    });
    await expect(startReview(world.as(drafter), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(
      returnForSupplement(world.as(checker), { applicationId: first, reason: '请补充' }),
    ).rejects.toMatchObject({ code: 'WrongState', values: { state: 'reviewing' } });
    await expect(extend({ stage: 'assessBy', until: '2026-07-30T18:00:00+08:00' })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it('exports the cycle and its applications for office and supervisor, scores of an open round for the latter', async () => {
    const summary = await exportSummary(world.as(supervisor), { cycleId });
    expect(summary).toMatchObject({
      cycle: { cycleId },
      counts: { enterprise: { 'self-assessed': 1, withdrawn: 1 } },
      result: null,
      publicities: [],
      auditHead: { chainId: `cycle/${cycleId}` },
    });
    expect(summary.standards.map((standard) => [standard.standardId, standard.version])).toEqual([
      ['example-enterprise', 1],
    ]);
    const page = await exportApplications(world.as(drafter), { cycleId, limit: 1 });
    const rest = await exportApplications(world.as(drafter), { cycleId, limit: 1, cursor: page.cursor });
    const all = [...page.items, ...rest.items];
    expect(all.map((each) => each.application.applicationId).toSorted()).toEqual([first, second].toSorted());
    expect(all.find((each) => each.application.applicationId === first)?.snapshots).toMatchObject([
      { what: 'assessment', number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { what: 'form', number: 1 },
    ]);
    expect(JSON.stringify(all)).not.toContain(fullForm.practices);
    await expect(exportSummary(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(exportApplications(world.as(committee), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });
});

describe('a cycle in which nobody assessed themselves', () => {
  it('does not start its review, and says that there is nothing to review', async () => {
    const world = await openWorld();
    await seedSeason(world, { status: 'assessing' });
    await expect(startReview(world.as(drafter), { cycleId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: 'applications', code: 'NothingToReview' }],
    });
    expect((await world.store.get(keys.cycle(cycleId))).status).toBe('assessing');
    await world.end();
  });
});

describe('the start of the review and a submission in the same moment', () => {
  it('never leave an unsettled application in a reviewing cycle', async () => {
    const world = await openWorld();
    await seedSeason(world);
    await assessed(world);
    const { applicationId } = await createApplication(world.as(otherApplicant), {
      cycleId,
      organizationId: 'organization-b',
    });
    await saveForm(world.as(otherApplicant), { applicationId, version: 1, form: fullForm });
    await closeApplications(world.as(system), cycleId);
    const [submission, start] = await Promise.allSettled([
      submitApplication(world.as(otherApplicant), { applicationId }),
      startReview(world.as(drafter), { cycleId }),
    ]);
    const { status } = await world.store.get(keys.application(applicationId));
    const { status: stage } = await world.store.get(keys.cycle(cycleId));
    expect([submission.status, start.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([status, stage]).toEqual(start.status === 'fulfilled' ? ['draft', 'reviewing'] : ['submitted', 'assessing']);
    await world.end();
  });
});

function grants(actor: typeof applicant) {
  return actor.kind === 'person' ? actor.grants : [];
}
