import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessments';
import { withdrawApplication } from '#services/applications/withdraw';
import { beginAssessment } from '#services/assessments/begin';
import { getAssessment } from '#services/assessments/get';
import { returnForSupplement } from '#services/assessments/return-for-supplement';
import { saveAssessment } from '#services/assessments/save';
import { submitAssessment } from '#services/assessments/submit';
import { extendDeadline } from '#services/cycles/extend';
import { keys } from '#store/keys';
import {
  accepted,
  assessed,
  assessing,
  cycleId,
  enterprisePoints,
  fullPoints,
  fullReport,
} from '../../support/case.ts';
import { applicant, checker, otherApplicant, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('the self-assessment', () => {
  let world: World;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    applicationId = await assessing(world);
  });
  afterAll(() => world.end());

  const save = (points: Record<string, unknown>, version = 1) =>
    saveAssessment(world.as(applicant), { applicationId, version, points, report: fullReport });

  it('is begun once, in the first round, however often the workflow asks', async () => {
    expect(await beginAssessment(world.as(system), { applicationId })).toEqual({ decision: 'begin', round: 1 });
    await expect(beginAssessment(world.as(applicant), { applicationId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it.each([
    ['above the full marks', '7.01', 'AboveMaximum'],
    ['of three decimals', '6.123', 'TooManyDecimals'],
    ['of a float that is not 0.3', 0.1 + 0.2, 'TooManyDecimals'],
    ['below zero', -1, 'BelowMinimum'],
    ['that is no number', 'NaN', 'NotANumber'],
    ['in full-width digits', '７', 'NotANumber'],
    ['in exponents', '1e1', 'NotANumber'],
  ])('refuses a score %s at its point, in both languages', async (_, score, code) => {
    await expect(save({ '1.1.1': { score, justification: '' } })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'points.1.1.1.score', code, zh: expect.any(String), en: expect.any(String) }],
    });
  });

  it('refuses a point that the standard does not have, a field that no point has, and too long a text', async () => {
    await expect(save({ '9.9.9': { score: 1, justification: '' } })).rejects.toMatchObject({
      fields: [{ path: 'points.9.9.9', code: 'UnknownField' }],
    });
    await expect(save({ '1.1.1': { score: 1, justification: '', extra: 1 } })).rejects.toMatchObject({
      fields: [{ path: 'points.1.1.1.extra', code: 'UnknownField' }],
    });
    await expect(save({ '1.1.1': { score: 1, justification: '字'.repeat(1001) } })).rejects.toMatchObject({
      fields: [{ path: 'points.1.1.1.justification', code: 'TooLong' }],
    });
  });

  it('keeps a draft with blanks, gives marks back as text, and refuses a stale version', async () => {
    const saved = await save({ '1.1.1': { score: '6.5', justification: '有制度' }, '1.1.2': { score: '' } });
    expect(saved).toMatchObject({
      version: 2,
      points: { '1.1.1': { score: '6.50', justification: '有制度' }, '1.1.2': { justification: '' } },
    });
    expect((await world.store.get<Assessment>(keys.assessment(applicationId))).points['1.1.1']?.score).toBe(650);
    expect((await getAssessment(world.as(applicant), { applicationId })).version).toBe(2);
    await expect(save({}, 1)).rejects.toMatchObject({ code: 'StaleVersion' });
  });

  it('is saved and read by its applicant only', async () => {
    const input = { applicationId, version: 2, points: {}, report: fullReport };
    await expect(saveAssessment(world.as(otherApplicant), input)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(submitAssessment(world.as(otherApplicant), { applicationId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(getAssessment(world.as(checker), { applicationId })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is not submitted while a score, a justification, evidence or a part of the report is missing', async () => {
    await saveAssessment(world.as(applicant), {
      applicationId,
      version: 2,
      points: { ...fullPoints(), '1.1.1': { justification: '' } },
      report: { ...fullReport, shortcomings: ' ' },
    });
    const demanding = enterprisePoints.filter((point) => point.evidenceRequired);
    const refusal = await submitAssessment(world.as(applicant), { applicationId }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'Incomplete' });
    const paths = (refusal as { fields: { path: string }[] }).fields.map((field) => field.path);
    expect(paths.toSorted()).toEqual(
      [
        'points.1.1.1.score',
        'points.1.1.1.justification',
        ...demanding.map((point) => `points.${point.pointId}.evidence`),
        'report.shortcomings',
      ].toSorted(),
    );
  });

  it('goes on past the deadline only for those who have an extension', async () => {
    await world.time.advanceTo(Date.parse('2026-06-30T18:00:01+08:00'));
    await expect(save({}, 3)).rejects.toMatchObject({ code: 'WindowClosed' });
    await extendDeadline(world.as(checker), {
      cycleId,
      stage: 'assessBy',
      scope: { kind: 'organization', organizationId: 'organization-a' },
      until: '2026-07-05T18:00:00+08:00',
      reason: '单位搬迁',
    });
    expect((await save({}, 3)).version).toBe(4);
  });
});

describe('the self-assessment once submitted', () => {
  let world: World;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    applicationId = await assessed(world);
  });
  afterAll(() => world.end());

  it('is frozen with its evidence and waits for the review', async () => {
    const application = await world.store.get(keys.application(applicationId));
    expect(application).toMatchObject({ status: 'self-assessed', assessments: 1, rounds: { review: 1 } });
    const snapshot = await world.store.get(keys.snapshot(applicationId, 'assessment', 1));
    expect(snapshot.evidence.length).toBe(enterprisePoints.filter((point) => point.evidenceRequired).length);
    expect(await world.store.get(keys.gate(`self-assessment/${applicationId}/1`))).toMatchObject({
      outcome: { decision: 'submitAssessment', round: 1 },
    });
    await expect(submitAssessment(world.as(applicant), { applicationId })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it('is returned for a supplement by the office, with a deadline of its own, and only once', async () => {
    const input = { applicationId, reason: '请补充培训台账' };
    await expect(returnForSupplement(world.as(recommender), input)).rejects.toMatchObject({ code: 'NotAllowed' });
    const returned = await returnForSupplement(world.as(checker), input);
    expect(returned).toMatchObject({
      status: 'supplementing',
      rounds: { 'self-assessment': 2 },
      returned: { by: 'office', deadline: '2026-03-10T00:00:00.000+08:00' },
    });
    await submitAssessment(world.as(applicant), { applicationId });
    expect(await world.store.get(keys.application(applicationId))).toMatchObject({
      status: 'self-assessed',
      assessments: 2,
      rounds: { review: 2 },
    });
    await expect(returnForSupplement(world.as(checker), input)).rejects.toMatchObject({ code: 'AlreadyExists' });
  });

  it('lets one of two acts on the same application win', async () => {
    const other = await assessed(world, otherApplicant, 'organization-b');
    const outcomes = await Promise.allSettled([
      returnForSupplement(world.as(checker), { applicationId: other, reason: '请补充' }),
      withdrawApplication(world.as(otherApplicant), { applicationId: other, reason: '改制' }),
    ]);
    const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    const { status } = await world.store.get(keys.application(other));
    if (refusals.length === 0) expect(status).toBe('withdrawn');
    else expect(refusals).toEqual([expect.stringMatching(/^(StaleVersion|WrongState)$/)]);
  });
});

describe('an application that was withdrawn before its self-assessment began', () => {
  it('is told to the workflow as withdrawn', async () => {
    const world = await openWorld();
    await seedSeason(world);
    const applicationId = await accepted(world);
    await withdrawApplication(world.as(applicant), { applicationId, reason: '改制' });
    expect(await beginAssessment(world.as(system), { applicationId })).toEqual({ decision: 'withdraw', round: 1 });
    await world.end();
  });
});
