import { expect, it } from 'vitest';
import { units } from './cast.ts';
import { type Journey, job, of } from './journey.ts';
import { type Seat, seatsOf } from './sheets.ts';

export type Row = {
  readonly applicationId: string;
  readonly shown?: string;
  readonly composite?: string;
  readonly rank?: number;
  readonly tier?: string;
  readonly passed: boolean;
  readonly selected: boolean;
  readonly needsVote: boolean;
  readonly tieBrokenBy?: string;
  readonly whyNot?: string;
  readonly substitute?: number;
  readonly sheets: readonly { readonly total: string; readonly kept: boolean }[];
  readonly visits?: readonly { readonly score: string }[];
  readonly steps: readonly { readonly name: string; readonly fraction: string }[];
};
type Results = {
  readonly items: readonly Row[];
  readonly result: { readonly resultId: string; readonly hash: string };
};
type Snapshot = {
  readonly resultId: string;
  readonly hash: string;
  readonly supersedes?: string;
  readonly reason?: string;
};
type WhatIf = {
  readonly isResult: boolean;
  readonly hash: string;
  readonly categories: readonly {
    readonly sheetsLeftOut: number;
    readonly changedSinceFrozen: number;
    readonly after: { readonly passed: number; readonly tiers: Readonly<Record<string, number>> };
    readonly entering: readonly { readonly applicationId: string }[];
    readonly leaving: readonly { readonly applicationId: string }[];
  }[];
};

export const keyOf = ({ applicationIds }: Journey, applicationId: string): string =>
  [...applicationIds].find(([, id]) => id === applicationId)?.[0] ?? '';

const resultsOf = ({ office, cycleId }: Journey, categoryId: string): Promise<Results> =>
  office.get<Results>(`/cycles/${cycleId}/results?categoryId=${categoryId}`);

/** What of a row decides, by the unit's key. */
const standing = ({ shown, tier, rank, selected, whyNot, substitute }: Row) =>
  [shown, tier, rank, selected, whyNot, substitute].map((each) => each ?? '-').join(' ');

const standings = (journey: Journey, { items }: Results): Record<string, string> =>
  Object.fromEntries(items.map((row) => [keyOf(journey, row.applicationId), standing(row)]));

export function result(journey: () => Journey): void {
  let frozen: Results;
  const path = (rest: string): string => `/cycles/${journey().cycleId}/${rest}`;

  it('has the composite exactly, tiers, ranks and seats by area, and leaves the tie across the cut open', async () => {
    frozen = await resultsOf(journey(), 'enterprise');
    expect(standings(journey(), frozen)).toEqual({
      e8: '96.00 - 1 false vetoed -',
      e1: '95.00 示范 2 true - -',
      e2: '92.00 示范 3 true - -',
      e3: '90.00 达标 4 false tied -',
      e4: '90.00 达标 4 false tied -',
      e5: '85.00 达标 6 true - -',
      e6: '83.00 达标 7 false no-seat 1',
      e7: '70.00 - 8 false below-line -',
    });
    const rowOf = (key: string) => frozen.items.find(({ applicationId }) => keyOf(journey(), applicationId) === key);
    expect(rowOf('e1')).toMatchObject({ composite: '95', sheets: expect.any(Array), visits: [{}, {}] });
    expect(
      rowOf('e1')
        ?.sheets.map(({ total, kept }) => [total, kept])
        .toSorted(),
    ).toEqual([
      ['93.00', false],
      ['94.00', true],
      ['95.00', true],
      ['96.00', true],
      ['97.00', false],
    ]);
    expect(rowOf('e2')?.sheets.filter(({ kept }) => kept)).toHaveLength(4);
    expect(standings(journey(), await resultsOf(journey(), 'community'))).toEqual({
      c1: '91.00 - 2 true - -',
      c2: '93.00 - 1 true - -',
      c3: '84.50 - 3 true - -',
      c4: '84.00 - 4 true - -',
    });
  });

  it('is shown to those who oversee it, and to a reviewer their own panel by pseudonym', async () => {
    const { committee, supervisor, recommender, contacts } = journey();
    const results = path('results?categoryId=enterprise');
    expect(await committee.get<Results>(results)).toEqual(frozen);
    expect(await supervisor.get<Results>(results)).toEqual(frozen);
    const [seat] = (await seatsOf(journey(), 'e3')) as [Seat];
    for (const reader of [recommender, of(contacts, 'e1'), seat.desk]) {
      expect(await reader.refused('GET', results)).toMatchObject({ code: 'NotAllowed' });
    }
    type PanelSheet = { pseudonym: string; isOwn: boolean; total: string };
    const { items } = await seat.desk.get<{ items: PanelSheet[] }>(`/assignments/${seat.assignmentId}/panel-sheets`);
    expect(items.map(({ total }) => total).toSorted()).toEqual(['88.00', '89.00', '90.00', '91.00', '92.00']);
    expect(items.map(({ pseudonym }) => pseudonym)).toEqual(['评委甲', '评委乙', '评委丙', '评委丁', '评委戊']);
    expect(items.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect(units.filter(({ core }) => JSON.stringify(items).includes(core))).toEqual([]);
  });

  it('stands beside what would be under other settings, which is never the result', async () => {
    const { office, committee } = journey();
    const categories = [{ categoryId: 'enterprise', passLine: '65', tiers: [{ name: '优秀', line: '85' }] }];
    const asked = await committee.post<WhatIf>(path('what-if'), { categories });
    expect(asked).toMatchObject({ isResult: false, hash: frozen.result.hash, label: { zh: '推演，不是评审结果' } });
    expect(asked.categories).toMatchObject([{ changedSinceFrozen: 0, after: { passed: 8, tiers: { 优秀: 5 } } }]);
    const { reviewerId } = of(journey().experts, 'x11');
    const without = { leaveOut: [reviewerId], categories: [{ categoryId: 'enterprise' }] };
    const left = await office.post<WhatIf>(path('what-if'), without);
    expect(left.categories[0]?.sheetsLeftOut).toBeGreaterThan(0);
    expect(await job<WhatIf>(office, journey().cycleId, 'what-if', without)).toEqual(left);
    const wrong = {
      categories: [{ categoryId: 'enterprise', weights: { documents: 50, site: 30, satisfaction: 10 } }],
    };
    expect(await office.refused('POST', path('what-if'), { body: wrong })).toMatchObject({
      paths: ['categories.0.weights'],
    });
    const { reviewerId: idle } = of(journey().experts, 'x5');
    const nobody = { leaveOut: [idle], categories: [{ categoryId: 'enterprise' }] };
    expect(await office.refused('POST', path('what-if'), { body: nobody })).toMatchObject({ paths: ['leaveOut.0'] });
    expect(await resultsOf(journey(), 'enterprise')).toEqual(frozen);
  });

  it('stands beside an analysis in words and figures, which is never the result either', async () => {
    const { office, committee, cycleId, experts } = journey();
    type Analysis = {
      readonly isResult: boolean;
      readonly analysis: { readonly sheets: number; readonly revisions: readonly object[]; readonly model: object };
      readonly findings: readonly { readonly zh: string; readonly en: string }[];
      readonly reviewers?: readonly object[];
    };
    const analysis = await office.get<Analysis>(path('analysis?categoryId=enterprise'));
    expect(analysis).toMatchObject({ isResult: false, analysis: { isResult: false, sheets: 41 } });
    expect(analysis.findings.length).toBeGreaterThan(0);
    expect(analysis.reviewers?.length).toBeGreaterThan(5);
    const masked = await committee.get<Analysis>(path('analysis?categoryId=enterprise'));
    expect(masked.reviewers).toBeUndefined();
    expect([...experts.values()].filter(({ reviewerId }) => JSON.stringify(masked).includes(reviewerId))).toEqual([]);
    const asJob = await job<Analysis>(committee, cycleId, 'analysis', { categoryId: 'enterprise' });
    expect(asJob).toEqual(masked);
    type Own = { items: { categoryId: string; submitted: number }[] };
    const own = await of(experts, 'x11').desk.get<Own>(path('own-consistency'));
    expect(own.items.every(({ submitted }) => submitted > 0)).toBe(true);
    expect(await resultsOf(journey(), 'enterprise')).toEqual(frozen);
  });

  it('is not changed by two self-reports that share a passage; the office sees both side by side', async () => {
    const { office, checker, committee, cycleId, applicationIds } = journey();
    expect(await job(office, cycleId, 'similarity')).toMatchObject({ texts: 12, earlierTexts: 0 });
    type Side = { readonly applicationId: string; readonly organizationName: string };
    type Flags = { items: { left: Side; right: Side; perMille: number; look?: object }[] };
    const { items } = await checker.get<Flags>(path('similarity'));
    const [flag] = items;
    const found = [flag?.left.applicationId, flag?.right.applicationId].map((id) => keyOf(journey(), id ?? ''));
    expect(found.toSorted()).toEqual(['e5', 'e6']);
    const [e5, e6] = [of(applicationIds, 'e5'), of(applicationIds, 'e6')];
    type Pair = { passages: { left: { part: string; text: string }; right: { text: string } }[] };
    const { passages } = await checker.get<Pair>(path(`similarity/${e5}/${e6}`));
    const longest = passages.toSorted((a, b) => b.left.text.length - a.left.text.length)[0];
    expect(longest?.left).toMatchObject({ part: 'practices', text: longest?.right.text });
    expect(longest?.left.text).toContain('学分可在年终评优、岗位晋升和外出研修中折算使用');
    await checker.post(path(`similarity/${e6}/${e5}/look`), { note: '同一集团的两家子公司，共用培训制度。' });
    expect((await checker.get<Flags>(path('similarity'))).items[0]?.look).toBeDefined();
    expect(await committee.refused('GET', path('similarity'))).toMatchObject({ code: 'NotAllowed' });
  });

  it('waits for the committee where no criterion tells two apart', async () => {
    const { office, committee, applicationIds } = journey();
    const refusal = await office.refused('POST', path('list'));
    expect(refusal).toMatchObject({ status: 422, code: 'Incomplete', codes: ['NeedsVote', 'NeedsVote'] });
    const order = ['e4', 'e3'].map((key) => of(applicationIds, key));
    const vote = { categoryId: 'enterprise', order, minutes: '2026年4月8日领导小组会议，5:2。' };
    expect(await office.refused('POST', path('votes'), { body: vote })).toMatchObject({ code: 'NotAllowed' });
    const strangers = { ...vote, order: [of(applicationIds, 'e4'), of(applicationIds, 'e6')] };
    expect(await committee.refused('POST', path('votes'), { body: strangers })).toMatchObject({ codes: ['NotTheTie'] });
    await committee.post(path('votes'), vote);
    const voted = await resultsOf(journey(), 'enterprise');
    expect(standings(journey(), voted)).toMatchObject({
      e4: '90.00 达标 4 true - -',
      e3: '90.00 达标 5 false no-seat 1',
      e6: '83.00 达标 7 false no-seat 2',
    });
    const won = voted.items.find(({ applicationId }) => applicationId === order[0]);
    expect(won?.tieBrokenBy).toBe('committee-vote');
  });

  it('is kept in every version: what was frozen first, what superseded it and why', async () => {
    const { office, supervisor } = journey();
    expect(await office.refused('POST', path('results/recompute'))).toMatchObject({ paths: ['reason'] });
    await office.post(path('results/recompute'), { reason: '复核一遍。' });
    const { items } = await supervisor.get<{ items: Snapshot[] }>(path('results/snapshots'));
    expect(items).toHaveLength(3);
    const [third, second, first] = items as [Snapshot, Snapshot, Snapshot];
    expect(third).toMatchObject({ supersedes: second.resultId, reason: '复核一遍。', hash: second.hash });
    expect(first).toEqual(expect.objectContaining({ resultId: frozen.result.resultId, hash: frozen.result.hash }));
    const old = await supervisor.get<Results>(path(`results/snapshots/${first.resultId}?categoryId=enterprise`));
    expect(old.items).toEqual(frozen.items);
    type Compared = { items: { applicationId: string; changed: string[] }[] };
    const between = (from: Snapshot, to: Snapshot) =>
      supervisor.get<Compared>(
        path(`results/comparison?from=${from.resultId}&to=${to.resultId}&categoryId=enterprise`),
      );
    const changed = (await between(first, second)).items.map(({ applicationId }) => keyOf(journey(), applicationId));
    expect(changed.toSorted()).toEqual(['e3', 'e4', 'e6']);
    expect((await between(second, third)).items).toEqual([]);
  });

  it('lets the office say what it thinks of a review, which stays with the expert', async () => {
    const { checker, experts } = journey();
    const [seat, other] = (await seatsOf(journey(), 'e1')) as [Seat, Seat];
    const { reviewerId } = of(experts, seat.expert);
    const feedback = `/assignments/${seat.assignmentId}/feedback`;
    const rating = { useful: 3, note: '云锦精密（集团）有限公司的评语具体、有依据。' };
    expect(await checker.refused('POST', feedback, { body: { ...rating, useful: 4 } })).toMatchObject({
      paths: ['useful'],
    });
    expect(await checker.post(feedback, rating)).toMatchObject({ useful: 3, late: false, thin: false });
    const own = await seat.desk.get<{ items: object[] }>(`/reviewers/${reviewerId}/feedback`);
    expect(own.items).toHaveLength(1);
    expect(JSON.stringify(own)).not.toMatch(/云锦精密|ratedBy/);
    expect(await other.desk.refused('GET', `/reviewers/${reviewerId}/feedback`)).toMatchObject({ code: 'NotAllowed' });
    type History = { items: { title: string; submitted: number; rated: { useful: number[] } }[] };
    const { items } = await checker.get<History>(`/reviewers/${reviewerId}/history`);
    expect(items).toMatchObject([{ title: '文澜区 2026 年学习型组织创建', rated: { useful: [0, 0, 1] } }]);
    expect(items[0]?.submitted).toBeGreaterThan(0);
  });
}
