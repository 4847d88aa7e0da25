import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhatIf } from '#domain/what-if';
import { jobKinds } from '#services/jobs/kinds';
import { computeResults } from '#services/results/compute';
import { recomputeResults } from '#services/results/recompute';
import { compareSnapshots, getSnapshot, listSnapshots } from '#services/results/snapshots';
import { askWhatIf } from '#services/results/what-if';
import { closeRound } from '#services/reviews/close-round';
import { enterVeto } from '#services/reviews/enter-veto';
import { keys } from '#store/keys';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const [category] = cycle.categories;
if (!category) throw new Error('the fixture lost its category');
const own = { ...category, weights: { documents: 100, site: 0, satisfaction: 0 }, quota: { total: 1 } };

/** Totals of three sheets each: by the mean the first leads, by the median the second. */
const totals = [
  [99, 91, 91],
  [90, 93, 93],
  [80, 80, 95],
];

describe('a what-if (推演) and the snapshots beside it', () => {
  let world: World;
  let reviewerId = '';
  const categoryId = 'enterprise';
  type Category = Omit<WhatIf['categories'][number], 'categoryId'>;
  const ask = (changes: Category, more: object = {}, actor = checker) =>
    askWhatIf(world.as(actor), { cycleId, categories: [{ categoryId, ...changes }], ...more });

  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 3, reviewers: 3, cycle: { categories: [own] } });
    await assignAll(world);
    for (const [at, marks] of totals.entries()) {
      const panel = (await panelOf(world, `case-${at + 1}`)).toSorted((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1));
      for (const [seat, assignment] of panel.entries()) await score(world, assignment, marks[seat] ?? 0);
      reviewerId = panel[0]?.reviewerId ?? '';
    }
    await expect(ask({ passLine: '80' })).rejects.toMatchObject({ code: 'RoundOpen' });
    await expect(ask({ passLine: '80' }, {}, supervisor)).rejects.toMatchObject({ code: 'RoundOpen' });
    await closeRound(world.as(checker), { cycleId });
    await expect(ask({ passLine: '80' })).rejects.toMatchObject({ code: 'WrongState' });
    await computeResults(world.as(system), { cycleId });
  });
  afterAll(() => world.end());

  it('says that it is not the result, and tells who would enter, leave and move', async () => {
    const { resultId } = await world.store.get(keys.cycle(cycleId));
    const answer = await ask({ panel: { median: true } });
    expect(answer).toMatchObject({ isResult: false, label: { zh: '推演，不是评审结果' }, resultId });
    const [outcome] = answer.categories;
    expect(outcome).toMatchObject({
      applications: 3,
      sheetsLeftOut: 0,
      changedSinceFrozen: 0,
      counts: { entering: 1, leaving: 1, moving: 2, changed: 3 },
      before: { passed: 2, selected: 1 },
      after: { passed: 2, selected: 1 },
    });
    expect(outcome?.entering).toMatchObject([
      { applicationId: 'case-2', before: { rank: 2, shown: '92.00' }, after: { rank: 1, shown: '93.00' } },
    ]);
    expect(outcome?.leaving).toMatchObject([{ applicationId: 'case-1', after: { rank: 2, shown: '91.00' } }]);
  });

  it('answers for weights, lines, tiers, quotas, trimming and the cap as asked', async () => {
    const outcomeOf = async (changes: Category, more?: object) => (await ask(changes, more)).categories[0];
    expect(await outcomeOf({ passLine: '94' })).toMatchObject({ after: { passed: 0, selected: 0 } });
    expect(await outcomeOf({ quota: { total: 3 } })).toMatchObject({
      counts: { entering: 1, leaving: 0 },
      after: { selected: 2 },
    });
    const tiers = [
      { name: '示范', line: '93' },
      { name: '达标', line: '85' },
    ];
    expect(await outcomeOf({ passLine: '85', tiers })).toMatchObject({ after: { tiers: { 示范: 1, 达标: 2 } } });
    expect(await outcomeOf({ panel: { trimFrom: 3 } })).toMatchObject({ counts: { entering: 1, leaving: 1 } });
    expect(await outcomeOf({ panel: { minimumSheets: 3, trimFrom: null } })).toMatchObject({ counts: { changed: 0 } });
    expect(await outcomeOf({}, { leaveOut: [reviewerId] })).toMatchObject({
      sheetsLeftOut: 3,
      after: { withoutResult: 3, selected: 0 },
    });
    expect(await outcomeOf({ panel: { minimumSheets: 2 } }, { leaveOut: [reviewerId] })).toMatchObject({
      after: { withoutResult: 0, selected: 1 },
      entering: [{ applicationId: 'case-2' }],
    });
  });

  it('checks what it is asked as strictly as a plan, at the fields of the question', async () => {
    const refused = async (question: Promise<unknown>) =>
      question.then(
        () => [],
        (error) => error.fields.map(({ path, code }: { path: string; code: string }) => [path, code]),
      );
    const at = 'categories.0';
    const weights = (documents: unknown) => ({ weights: { documents, site: 30, satisfaction: 10 } }) as Category;
    expect(await refused(ask(weights(59)))).toEqual([[`${at}.weights`, 'WeightsNotHundred']]);
    expect(await refused(ask(weights(Number.POSITIVE_INFINITY)))).toEqual([[`${at}.weights.documents`, 'WrongKind']]);
    expect(await refused(ask({ passLine: '90.005' }))).toEqual([[`${at}.passLine`, 'TooManyDecimals']]);
    expect(await refused(ask({ tiers: [{ name: '示范', line: '80' }] }))).toEqual([
      [`${at}.tiers.0.line`, 'BelowPassLine'],
    ]);
    expect(await refused(ask({ quota: { total: 1, byRecommender: { 经信局: 2 } } }))).toEqual([
      [`${at}.quota`, 'QuotaSum'],
    ]);
    const nowhere = { total: 1, areas: [{ areaId: 'nowhere', minimum: 1 }] };
    expect(await refused(ask({ quota: nowhere }))).toEqual([[`${at}.quota.areas.0.areaId`, 'UnknownArea']]);
    const panelOfFour = { panel: { minimumSheets: 4 } };
    expect(await refused(ask(panelOfFour))).toEqual([[`${at}.panel.minimumSheets`, 'PanelTooSmall']]);
    expect(await refused(ask({ panel: { extremes: 2, trimFrom: 3 } }))).toEqual([
      [`${at}.panel.extremes`, 'TooFewKept'],
    ]);
    expect(await refused(ask({ panel: { extremes: 1, trimFrom: null } }))).toEqual([
      [`${at}.panel.extremes`, 'NothingTrimmed'],
    ]);
    expect(await refused(ask({}, { bonusCap: 'NaN' }))).toEqual([['bonusCap', 'NotANumber']]);
    expect(await refused(ask({}, { leaveOut: ['nobody'] }))).toEqual([['leaveOut.0', 'NotAReviewer']]);
    const strange = { categories: [{ categoryId: 'family' }] };
    expect(await refused(ask({}, strange))).toEqual([[`${at}.categoryId`, 'UnknownCategory']]);
  });

  it('is for office, committee and supervisor, and writes nothing', async () => {
    for (const actor of [reviewerActor('reviewer-1'), person('nobody')]) {
      await expect(ask({}, {}, actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const refuse = () => Promise.reject(new Error('a what-if wrote'));
    const reading = { ...world.store, transact: refuse, stage: refuse };
    for (const actor of [checker, committee, supervisor]) {
      const answer = await askWhatIf({ ...world.as(actor), store: reading }, { cycleId, categories: [{ categoryId }] });
      expect(answer.categories).toMatchObject([{ counts: { changed: 0 } }]);
    }
  });

  it('is a job as well', async () => {
    const kind = jobKinds['what-if'];
    if (!kind) throw new Error('the kind is not registered');
    const steps: number[] = [];
    const input = kind.input.parse({ categories: [{ categoryId, passLine: '80' }] });
    expect(() => kind.allow(world.as(person('nobody')), cycle)).toThrow();
    const answer = await kind.run(world.as(system), { jobId: 'job', cycleId, input }, async (done) => {
      steps.push(done);
    });
    expect(answer).toMatchObject({ isResult: false, categories: [{ after: { passed: 3 } }] });
    expect(steps).toEqual([0]);
  });

  it('stays beside snapshots that can all be read again and compared', async () => {
    const first = (await world.store.get(keys.cycle(cycleId))).resultId ?? '';
    await enterVeto(world.as(checker), {
      ...{ applicationId: 'case-1', ground: 'fabrication', source: '举报核查', evidence: '核查报告' },
      occurredOn: '2026-06-01',
    });
    const since = await ask({});
    expect(since.categories[0]).toMatchObject({ changedSinceFrozen: 2, leaving: [{ applicationId: 'case-1' }] });
    const second = await recomputeResults(world.as(checker), { cycleId, reason: '新增一票否决' });
    const { items } = await listSnapshots(world.as(supervisor), { cycleId });
    expect(items).toMatchObject([
      { resultId: second.resultId, supersedes: first, reason: '新增一票否决', by: 'checker' },
      { resultId: first, by: 'system' },
    ]);
    const before = await getSnapshot(world.as(committee), { cycleId, resultId: first, categoryId });
    expect(before.items.map((row) => [row.applicationId, row.selected, row.substitute])).toEqual([
      ['case-1', true, undefined],
      ['case-2', false, 1],
      ['case-3', false, undefined],
    ]);
    const comparison = { cycleId, from: first, to: second.resultId, categoryId };
    expect(await compareSnapshots(world.as(checker), comparison)).toMatchObject({
      counts: { entering: 1, leaving: 1, moving: 0, changed: 2 },
      items: [
        { applicationId: 'case-1', changed: ['vetoed', 'selected', 'whyNot'] },
        { applicationId: 'case-2', changed: ['selected', 'whyNot', 'substitute'] },
      ],
    });
    await expect(compareSnapshots(world.as(person('nobody')), comparison)).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const elsewhere = { ...comparison, from: 'result-of-another' };
    await expect(compareSnapshots(world.as(checker), elsewhere)).rejects.toMatchObject({ code: 'NotFound' });
  });
});
