import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisRoutes } from '#api/routes/analysis';
import { emptyReport } from '#domain/assessments';
import type { Grant } from '#domain/people';
import { getAnalysis } from '#services/analysis/get';
import { analysisJob } from '#services/analysis/job';
import { closeRound } from '#services/reviews/close-round';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { snapshots } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const categoryId = 'enterprise';
const asked = { cycleId, categoryId };
const [category] = cycle.categories;
if (!category) throw new Error('the fixture lost its category');

describe('the analysis of a category', () => {
  let world: World;
  const own = { ...category, weights: { documents: 100, site: 0, satisfaction: 0 }, quota: { total: 2 } };
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 5, reviewers: 6, cycle: { categories: [own] } });
    const key = keys.snapshot('case-1', 'assessment', 1);
    await assignAll(world);
    for (const at of [1, 2, 3, 4, 5]) {
      for (const [seat, assignment] of (await panelOf(world, `case-${at}`)).entries()) {
        await score(world, assignment, 80 + 3 * at + (at === 5 ? 0 : 2 * seat));
      }
    }
    const standard = await world.store.get(keys.standard('example-enterprise', 1));
    const full = standard.indicators.flatMap((first) => first.children.flatMap((second) => second.children));
    const content = {
      points: Object.fromEntries(
        full.map(({ pointId, fullMarks }) => [pointId, { score: fullMarks, justification: '' }]),
      ),
      report: emptyReport,
    };
    await world.store.transact([save(snapshots, { ...(await world.store.get(key)), content })]);
    const [assignment] = await panelOf(world, 'case-2');
    if (!assignment) throw new Error('the fixture lost its panel');
    await unlockSheet(world.as(checker), { assignmentId: assignment.assignmentId, reason: '计分有误' });
    await score(world, { ...assignment, status: 'unlocked' }, 88);
  });
  afterAll(() => world.end());

  it('is closed to office and committee until the round is closed, and to others for ever', async () => {
    for (const actor of [checker, committee]) {
      await expect(getAnalysis(world.as(actor), asked)).rejects.toMatchObject({ code: 'RoundOpen' });
      expect(() => analysisJob.allow(world.as(actor), { ...cycle, status: 'reviewing' })).toThrow('RoundOpen');
    }
    for (const actor of [reviewerActor('reviewer-1'), person('nobody')]) {
      await expect(getAnalysis(world.as(actor), asked)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    expect(await getAnalysis(world.as(supervisor), asked)).toMatchObject({ isResult: false });
    await closeRound(world.as(checker), { cycleId });
    for (const actor of [reviewerActor('reviewer-1'), person('nobody')]) {
      await expect(getAnalysis(world.as(actor), asked)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('stands on the sheets that count and says that it is not the result', async () => {
    const view = await getAnalysis(world.as(checker), asked);
    expect(view).toMatchObject({ isResult: false, label: { zh: '仅供参考，不是评审结果' } });
    expect(view.analysis).toMatchObject({ isResult: false, applications: 5, sheets: 15 });
    const route = analysisRoutes.find(({ path }) => path === '/cycles/{cycleId}/analysis');
    expect(route?.answer.parse(view)).toEqual(view);
    const { model } = view.analysis;
    if ('withheld' in model) throw new Error(model.withheld);
    expect(model.scores.map(({ applicationId, panelMean }) => [applicationId, panelMean])).toEqual([
      ['case-1', 85],
      ['case-2', expect.closeTo((88 + 88 + 90) / 3, 3)],
      ['case-3', 91],
      ['case-4', 94],
      ['case-5', 95],
    ]);
    expect(model.calibration.top).toBe(2);
  });

  it('finds the copies, the change after the unlocking and the self-score above the panel’s', async () => {
    const { analysis, findings } = await getAnalysis(world.as(checker), asked);
    expect(analysis.duplicates).toMatchObject([
      { applicationId: 'case-2' },
      { applicationId: 'case-5', total: '95.00' },
    ]);
    expect(analysis.revisions).toMatchObject([{ applicationId: 'case-2', from: '86.00', to: '88.00' }]);
    expect(analysis.revisions[0]?.points[0]).toMatchObject({ from: expect.stringMatching(/^\d+\.\d\d$/) });
    expect(analysis.selfScores.applications).toEqual([
      { applicationId: 'case-1', self: 100, panel: 85, gap: 15, flagged: true },
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['duplicate-sheets', 'changed-after-unlocking', 'self-scores', 'self-score-gap']),
    );
  });

  it('names reviewers to office and supervisor, and nowhere a trace of them to the committee or in a job', async () => {
    const office = await getAnalysis(world.as(checker), asked);
    const seated = office.reviewers?.map(({ reviewerId }) => reviewerId) ?? [];
    expect(seated.length).toBeGreaterThan(2);
    expect(office.reviewers).toEqual((await getAnalysis(world.as(supervisor), asked)).reviewers);
    expect(JSON.stringify(office.findings)).toContain('专家');
    const job = { jobId: 'job-1', cycleId, input: { categoryId } };
    const told: string[] = [];
    const kept = await analysisJob.run(world.as(system), job, async (done, of) => {
      told.push(`${done}/${of}`);
    });
    expect(told).toEqual(['1/3', '2/3']);
    for (const view of [await getAnalysis(world.as(committee), asked), kept]) {
      expect(view).not.toHaveProperty('reviewers');
      expect(view).toMatchObject({ analysis: office.analysis });
      const text = JSON.stringify(view);
      for (const at of [1, 2, 3, 4, 5, 6]) expect(text).not.toMatch(new RegExp(`reviewer-${at}|专家${at}`));
    }
  });

  it('is not shown to whoever has a stake in one of the applications, office or supervisor', async () => {
    const roles: Grant[] = [{ role: 'office', duties: ['check'] }, { role: 'supervisor' }];
    for (const role of roles) {
      const partial = person('partial', role, { role: 'applicant', organizationId: 'unit-2' });
      await expect(getAnalysis(world.as(partial), asked)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    }
  });

  it('is refused for what is not there, in words', async () => {
    await expect(getAnalysis(world.as(checker), { cycleId: 'none', categoryId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(getAnalysis(world.as(checker), { cycleId, categoryId: 'family' })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'categoryId', code: 'UnknownCategory' }],
    });
  });
});
