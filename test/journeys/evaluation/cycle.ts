import { expect, it } from 'vitest';
import type { Cycle, CycleCategory, CyclePlan } from '#domain/cycles';
import { areas } from './cast.ts';
import { cycleIs, type Journey, reach } from './journey.ts';

type Stored = Cycle & { readonly version: number };
type Copied = Stored & {
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
};

const windowsOf = (year: number): CyclePlan['windows'] => ({
  opensAt: `${year}-03-02T09:00:00+08:00`,
  closesAt: `${year}-03-06T18:00:00+08:00`,
  recommendBy: `${year}-03-10T18:00:00+08:00`,
  checkBy: `${year}-03-13T18:00:00+08:00`,
  assessBy: `${year}-03-20T18:00:00+08:00`,
  reviewBy: `${year}-04-10T18:00:00+08:00`,
  publicityOn: `${year}-04-13`,
});

/** Plain settings of last year: what is not said is as the law has it. */
const lastYear = ({ standards }: Journey): CyclePlan => ({
  title: '文澜区 2025 年学习型组织创建',
  year: 2025,
  nature: 'creation',
  basis: { title: '关于开展学习型组织创建工作的通知', documentNumber: '文学办〔2025〕3号' },
  issuerCode: '文学',
  issuer: '文澜区学习办',
  categories: [
    {
      categoryId: 'enterprise',
      ...standards.enterprise,
      standardVersion: 1,
      reviewMode: 'panel',
      panelSize: 5,
      weights: { documents: 60, site: 30, satisfaction: 10 },
      passLine: '80',
      quota: { total: 4 },
    },
    {
      categoryId: 'community',
      ...standards.community,
      reviewMode: 'panel',
      panelSize: 3,
      weights: { documents: 60, site: 30, satisfaction: 10 },
      passLine: '80',
      quota: { total: 4 },
    },
  ],
  windows: windowsOf(2025),
  publicity: { days: 5, unit: 'working', firstDay: 'excluded', mailGrace: 1 },
  correctionDays: 5,
  approvalChain: ['draft', 'check', 'approve', 'sign'],
  bonusCap: '5',
  substitution: true,
  validYears: 3,
  drawSeed: '2025 年 2 月 20 日 公开抽取',
});

const groupRules = { onePerOrganization: true, outsideExperts: 1 };

/** Everything that fair evaluation may ask of a category. */
const demanding: Readonly<Record<string, Partial<CycleCategory>>> = {
  enterprise: {
    panelRule: { minimumSheets: 3, trimFrom: 5 },
    tieChain: ['composite', 'site', 'documents', 'indicator', 'never-named', 'committee-vote'],
    tieIndicator: '工作成效',
    tiers: [
      { name: '示范', line: '92' },
      { name: '达标', line: '80' },
    ],
    blind: true,
    hideSelfScore: true,
    preferencePercent: 30,
    groupRules,
    arbitrationThreshold: '15',
    siteTeam: 2,
    quota: {
      total: 4,
      mode: 'competitive',
      areas: [
        { areaId: 'songling', minimum: 1 },
        { areaId: 'yunjin', maximum: 3 },
      ],
    },
  },
  community: {
    groupRules,
    preferencePercent: 20,
    hideSelfScore: false,
    quota: { total: 4, mode: 'equal', byRecommender: { 学习办: 4 } },
  },
};

const withEverything = ({
  changes: _,
  cycleId: __,
  status: ___,
  createdAt: ____,
  version: _____,
  ...plan
}: Copied) => ({
  ...plan,
  basis: { title: '关于开展 2026 年学习型组织创建工作的通知', documentNumber: '文学办〔2026〕2号' },
  categories: plan.categories.map((category) => ({ ...category, ...demanding[category.categoryId] })),
  avoidSameArea: true,
  avoidSameRecommender: true,
  avoidSameMailDomain: true,
  formerEmploymentYears: 3,
  invitedOnly: true,
  drawAim: 'worst-served' as const,
});

/** What cannot be: each setting with the field at which it is told. */
const impossible: readonly (readonly [string, Partial<CycleCategory>, string, string])[] = [
  ['a panel of two', { panelSize: 2 }, 'categories.0.panelSize', 'PanelTooSmall'],
  [
    'weights that sum to 99',
    { weights: { documents: 60, site: 29, satisfaction: 10 } },
    'categories.0.weights',
    'WeightsNotHundred',
  ],
  ['a chain without the vote', { tieChain: ['composite', 'site'] }, 'categories.0.tieChain', 'VoteNotLast'],
  [
    'a tier below the pass line',
    { tiers: [{ name: '合格', line: '60' }] },
    'categories.0.tiers.0.line',
    'BelowPassLine',
  ],
  [
    'a threshold that is no number',
    { arbitrationThreshold: '十五' },
    'categories.0.arbitrationThreshold',
    'NotANumber',
  ],
  ['an unknown indicator', { tieIndicator: '成果' }, 'categories.0.tieIndicator', 'UnknownIndicator'],
  [
    'an area that nobody knows',
    { quota: { total: 4, areas: [{ areaId: 'mars', minimum: 1 }] } },
    'categories.0.quota.areas.0.areaId',
    'UnknownArea',
  ],
  [
    'L > U for an area',
    { quota: { total: 4, areas: [{ areaId: 'hexi', minimum: 2, maximum: 1 }] } },
    'categories.0.quota.areas.0.minimum',
    'MinimumAboveMaximum',
  ],
  [
    'a site team without a visit',
    { siteTeam: 2, weights: { documents: 90, site: 0, satisfaction: 10 } },
    'categories.0.siteTeam',
    'NotWeighted',
  ],
];

export function cycle(journey: () => Journey): void {
  let copied: Copied;

  it('plans the year after the last one, and tells what is not as it was', async () => {
    const { office } = journey();
    const { version } = await office.get<{ version: number }>('/areas');
    await office.put('/areas', version, { areas });
    const before = await office.post<Stored>('/cycles', lastYear(journey()));
    copied = await office.post<Copied>(`/cycles/${before.cycleId}/copy`, {
      title: '文澜区 2026 年学习型组织创建',
      year: 2026,
      drawSeed: '2026 年 2 月 26 日 公开抽取 第 7 号',
    });
    expect(copied.changes).toContainEqual({ path: 'categories.0.standardVersion', before: 1, after: 2 });
    expect(copied.changes.map(({ path }) => path)).toContain('basis');
    expect(copied).toMatchObject({ status: 'draft', categories: [journey().standards.enterprise, {}] });
    expect(copied.windows.publicityOn).toBe('2026-04-13');
  });

  it.each(impossible)('refuses %s where it stands', async (_, change, path, code) => {
    const plan = withEverything(copied);
    const categories = plan.categories.map((category, at) => (at === 0 ? { ...category, ...change } : category));
    const body = { ...plan, categories };
    const refusal = await journey().office.refused('PUT', `/cycles/${copied.cycleId}`, {
      version: copied.version,
      body,
    });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidInput' });
    expect(refusal.paths.map((each, at) => [each, refusal.codes[at]])).toContainEqual([path, code]);
  });

  it('takes every setting of fair evaluation, and is announced', async () => {
    const { office } = journey();
    const { cycleId } = copied;
    journey().cycleId = cycleId;
    const saved = await office.put<Stored>(`/cycles/${cycleId}`, copied.version, withEverything(copied));
    expect(saved).toMatchObject({
      drawAim: 'worst-served',
      invitedOnly: true,
      categories: [demanding['enterprise'], {}],
    });
    await office.post(`/cycles/${cycleId}/announce`);
    await reach(journey(), '2026-03-02', '09:01');
    await cycleIs(journey(), 'accepting');
  });
}
