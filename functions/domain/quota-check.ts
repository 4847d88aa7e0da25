import { type Area, pathOf } from './areas.ts';
import type { Category } from './categories.ts';
import type { CycleCategory, CycleQuotaArea } from './cycles.ts';
import type { FieldProblem } from './errors.ts';

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

type Quota = CycleCategory['quota'];

function checkRecommenders({ byRecommender, total }: Quota, path: string, category?: Category): FieldProblem[] {
  const names = Object.keys(byRecommender ?? {});
  const strangers = names.filter((name) => category && !category.leadDepartments.includes(name));
  const sum = Object.values(byRecommender ?? {}).reduce((all, seats) => all + seats, 0);
  const en = `The seats of the recommenders sum to ${sum}, more than the total of ${total}.`;
  const nobody = problem(
    `${path}.byRecommender`,
    'NoRecommender',
    '名额未分配给任何推荐单位，将无人可入选。请填写各推荐单位名额，或删除此项。',
    'No recommender has a seat, so nobody could be selected. Give them seats, or leave this out.',
  );
  return [
    ...(byRecommender && sum === 0 ? [nobody] : []),
    ...strangers.map((name) =>
      problem(
        `${path}.byRecommender.${name}`,
        'NotALeadDepartment',
        '不是该类别的牵头单位。',
        'This is no lead department of the category.',
      ),
    ),
    ...(sum <= total ? [] : [problem(path, 'QuotaSum', `各推荐单位名额合计 ${sum}，超过总名额 ${total}。`, en)]),
  ];
}

/** A limit holds within a recommender's seats where these are divided, and within all seats where they are not. */
function checkRecommenderOf({ recommender }: CycleQuotaArea, { byRecommender }: Quota, path: string): FieldProblem[] {
  if (!byRecommender) {
    if (recommender === undefined) return [];
    const en = 'The seats are not divided among recommenders; leave this out.';
    return [problem(`${path}.recommender`, 'NotDivided', '名额未分配到推荐单位，请删除此项。', en)];
  }
  if (recommender !== undefined && Object.hasOwn(byRecommender, recommender)) return [];
  const en = 'Name the recommender among whose seats this limit holds.';
  return [problem(`${path}.recommender`, 'UnknownRecommender', '请填写分得名额的推荐单位。', en)];
}

function checkBounds({ minimum, maximum }: CycleQuotaArea, path: string): FieldProblem[] {
  if (minimum === undefined && maximum === undefined) {
    return [problem(path, 'NoLimit', '请填写下限或上限。', 'Give a minimum or a maximum.')];
  }
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return [];
  const en = `The minimum (${minimum}) is above the maximum (${maximum}).`;
  return [problem(`${path}.minimum`, 'MinimumAboveMaximum', `下限 ${minimum} 高于上限 ${maximum}。`, en)];
}

/** The areas' minimums of one recommender, or of all together, within the seats that there are. */
function checkMinimums(quota: Quota, path: string): FieldProblem[] {
  const pools = Object.entries(quota.byRecommender ?? { '': quota.total });
  return pools.flatMap(([recommender, seats]) => {
    const own = (quota.areas ?? []).filter((limit) => (limit.recommender ?? '') === recommender);
    const kept = own.reduce((all, { minimum = 0 }) => all + minimum, 0);
    if (kept <= seats) return [];
    const en = `The areas' minimums (${kept}) exceed the seats (${seats}).`;
    return [problem(`${path}.areas`, 'MinimumsAboveSeats', `各地区下限之和 ${kept} 超过名额 ${seats}。`, en)];
  });
}

/** What is wrong with a quota by its own text: sums, lead departments, lower bounds above upper ones. */
export function checkQuota({ quota }: CycleCategory, path: string, category: Category | undefined): FieldProblem[] {
  const limits = (quota.areas ?? []).flatMap((limit, at) => [
    ...checkRecommenderOf(limit, quota, `${path}.areas.${at}`),
    ...checkBounds(limit, `${path}.areas.${at}`),
  ]);
  return [...checkRecommenders(quota, path, category), ...limits, ...checkMinimums(quota, path)];
}

/**
 * What is wrong with a quota's areas: unknown ones, one limited twice, or one within another, of which both limits
 * would bind one seat. Limits of different recommenders never meet.
 */
export function checkQuotaAreas({ areas: limits = [] }: Quota, path: string, areas: readonly Area[]): FieldProblem[] {
  const paths = new Map(limits.map(({ areaId }) => [areaId, pathOf(areaId, areas)]));
  const limited = new Set(limits.map(({ recommender, areaId }) => JSON.stringify([recommender, areaId])));
  const seen = new Set<string>();
  return limits.flatMap(({ recommender, areaId }, at) => {
    const here = `${path}.areas.${at}.areaId`;
    const [self, ...above] = paths.get(areaId) ?? [];
    if (self === undefined) return [problem(here, 'UnknownArea', '没有这个区域。', 'There is no such area.')];
    const key = JSON.stringify([recommender, areaId]);
    if (seen.has(key)) return [problem(here, 'Duplicate', '该区域重复。', 'This area occurs twice.')];
    seen.add(key);
    const outer = above.find((each) => limited.has(JSON.stringify([recommender, each])));
    if (outer === undefined) return [];
    const en = `This area lies within ${outer}, which has a limit of its own.`;
    return [problem(here, 'NestedAreas', `该区域在「${outer}」之内，后者已另有限额，不能重叠。`, en)];
  });
}
