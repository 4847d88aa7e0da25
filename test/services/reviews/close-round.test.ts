import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { addAdjustment } from '#services/reviews/add-adjustment';
import { closeRound } from '#services/reviews/close-round';
import { confirmComponent } from '#services/reviews/confirm-component';
import { enterVeto } from '#services/reviews/enter-veto';
import { listPanels } from '#services/reviews/list-panels';
import { recordComponent } from '#services/reviews/record-component';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { files } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('closing the round', () => {
  let world: World;
  let panel: Assignment[];
  const applicationId = 'case-1';
  const ownChecker = person(
    'own',
    { role: 'office', duties: ['check'] },
    { role: 'applicant', organizationId: 'unit-1' },
  );
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 1, reviewers: 3 });
    await assignAll(world);
    panel = await panelOf(world, applicationId);
    await world.store.transact([
      create(files, {
        fileId: 'scan',
        ownerId: `application/${applicationId}`,
        purpose: 'signed-sheet',
        fileName: '实地评分表.pdf',
        contentType: 'application/pdf',
        size: 10,
        sha256: '0'.repeat(64),
        status: 'confirmed',
        objectKey: 'k',
        uploadedBy: 'checker',
        at: '2026-07-01T09:00:00.000+08:00',
      }),
    ]);
  });
  afterEach(() => world.end());

  const site = { applicationId, component: 'site' as const, score: '87.5', source: '7 月 3 日考察', fileId: 'scan' };
  const survey = { applicationId, component: 'satisfaction' as const, score: '94', source: '问卷星 2026-06' };
  const visitor = 'reviewer-1';

  it('tells before it is tried how far each case is and what it lacks, but not of one in which the officer has a stake', async () => {
    expect(await listPanels(world.as(checker), { cycleId })).toMatchObject({
      items: [
        {
          organizationName: '示例企业1',
          panel: { size: 3, submitted: 0, vacant: 0 },
          missing: [
            { path: 'panel', code: 'SheetsMissing' },
            { path: 'site', code: 'NotRecorded' },
            { path: 'satisfaction', code: 'NotRecorded' },
          ],
        },
      ],
      cases: 1,
      open: 1,
    });
    for (const assignment of panel) await score(world, assignment, 90);
    await recordComponent(world.as(checker), survey);
    expect((await listPanels(world.as(checker), { cycleId })).items[0]).toMatchObject({
      panel: { submitted: 3 },
      missing: [{ path: 'site', code: 'NotRecorded' }],
    });
    expect(await listPanels(world.as(ownChecker), { cycleId })).toMatchObject({ items: [], cases: 1, open: 1 });
    await expect(listPanels(world.as(reviewerActor(visitor)), { cycleId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('waits for every sheet and every weighted component, and tells each that is missing', async () => {
    await expect(closeRound(world.as(reviewerActor(visitor)), { cycleId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(closeRound(world.as(checker), { cycleId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [
        { path: 'applications.case-1.panel', code: 'SheetsMissing', zh: '示例企业1：已交 0 份，应交 3 份。' },
        { path: 'applications.case-1.site', code: 'NotRecorded' },
        { path: 'applications.case-1.satisfaction', code: 'NotRecorded' },
      ],
    });
    for (const assignment of panel) await score(world, assignment, 90);
    await recordComponent(world.as(checker), survey);
    const recorded = await recordComponent(world.as(checker), { ...site, reviewerId: visitor });
    await expect(closeRound(world.as(checker), { cycleId })).rejects.toMatchObject({
      fields: [{ path: 'applications.case-1.site', code: 'NotConfirmed' }],
    });
    await confirmComponent(world.as(reviewerActor(visitor)), {
      applicationId,
      component: 'site',
      version: recorded.version,
    });
    expect(await closeRound(world.as(checker), { cycleId })).toMatchObject({ status: 'ranking' });
    expect(await world.store.get(keys.gate(`round-closed/${cycleId}/1`))).toMatchObject({
      outcome: { decision: 'closed' },
    });
    await expect(closeRound(world.as(checker), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    const { assignmentId } = panel[0] as Assignment;
    await expect(unlockSheet(world.as(checker), { assignmentId, reason: '迟了' })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await expect(recordComponent(world.as(checker), survey)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('never closes over a sheet that is unlocked in the same moment', async () => {
    for (const assignment of panel) await score(world, assignment, 90);
    await recordComponent(world.as(checker), survey);
    const recorded = await recordComponent(world.as(checker), { ...site, reviewerId: visitor });
    const { version } = recorded;
    await confirmComponent(world.as(reviewerActor(visitor)), { applicationId, component: 'site', version });
    const { assignmentId } = panel[0] as Assignment;
    const [closing, unlocking] = await Promise.allSettled([
      closeRound(world.as(checker), { cycleId }),
      unlockSheet(world.as(checker), { assignmentId, reason: '计分有误' }),
    ]);
    const outcomes = [closing.status, unlocking.status].toSorted();
    expect(outcomes).toEqual(['fulfilled', 'rejected']);
    const { status } = await world.store.get(keys.application(applicationId));
    const isClosed = (await world.store.get(keys.cycle(cycleId))).status === 'ranking';
    expect([isClosed, status]).toEqual(closing.status === 'fulfilled' ? [true, 'scored'] : [false, 'under-review']);
  });

  it('takes a site visit only with its reviewer and the scan of the signed sheet, confirmed as it was seen', async () => {
    await expect(recordComponent(world.as(applicant), survey)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(recordComponent(world.as(ownChecker), survey)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    const record = (input: object) => recordComponent(world.as(checker), { ...site, ...input });
    await expect(record({})).rejects.toMatchObject({ fields: [{ path: 'reviewerId', code: 'Required' }] });
    await expect(record({ reviewerId: visitor, fileId: 'other' })).rejects.toMatchObject({
      fields: [{ path: 'fileId', code: 'NotASignedSheet' }],
    });
    await expect(record({ reviewerId: visitor, score: '100.01' })).rejects.toMatchObject({
      fields: [{ path: 'score', code: 'AboveMaximum' }],
    });
    const first = await record({ reviewerId: visitor });
    const confirm = (who: string, version: number) =>
      confirmComponent(world.as(reviewerActor(who)), { applicationId, component: 'site', version });
    await expect(confirm('reviewer-2', first.version)).rejects.toMatchObject({ code: 'NotAllowed' });
    await confirm(visitor, first.version);
    const corrected = await record({ reviewerId: visitor, score: '88' });
    expect(corrected).toMatchObject({ score: 8800 });
    expect(corrected.confirmedAt).toBeUndefined();
    await expect(confirm(visitor, first.version)).rejects.toMatchObject({ code: 'StaleVersion' });
    expect(await confirm(visitor, corrected.version)).toMatchObject({ score: 8800 });
  });

  it('knows bonus, deduction and veto only with reason, source and the office behind them', async () => {
    const bonus = { applicationId, kind: 'bonus' as const, points: '3', reason: '市级品牌', source: '市教委文件' };
    await expect(addAdjustment(world.as(applicant), bonus)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(addAdjustment(world.as(checker), { ...bonus, source: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'source', code: 'Blank' }],
    });
    expect(await addAdjustment(world.as(checker), bonus)).toMatchObject({ points: 300, enteredBy: 'checker' });
    const veto = {
      applicationId,
      ground: 'credit-record' as const,
      source: '信用中国',
      evidence: '行政处罚决定书',
      occurredOn: '2026-05-01',
    };
    await expect(enterVeto(world.as(ownChecker), veto)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    await expect(enterVeto(world.as(checker), { ...veto, occurredOn: '2026-07-02' })).rejects.toMatchObject({
      fields: [{ path: 'occurredOn' }],
    });
    expect(await enterVeto(world.as(checker), veto)).toMatchObject({ ground: 'credit-record', enteredBy: 'checker' });
  });
});
