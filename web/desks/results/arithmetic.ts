import {
  add,
  compare,
  divide,
  fromInteger,
  max,
  min,
  multiply,
  parseRational,
  type Rational,
  ratio,
  subtract,
  sum,
  zero,
} from '#domain/exact';
import type { AnswerOf } from '#web/api/client.ts';

/** A row of a frozen result, as the API tells it. */
export type Row = AnswerOf<'get', '/cycles/{cycleId}/results'>['items'][number];

/** A value that anybody can recompute: the fraction, and what is printed of it. */
export type Exact = { readonly fraction: string; readonly shown: string };

export const components = ['documents', 'site', 'satisfaction'] as const;
type ComponentName = (typeof components)[number];

/** How a panel's sheets became one score. */
type Panel = { readonly sheets: number; readonly kept: number; readonly sum: Exact; readonly mean: Exact };

export type Weighted = {
  readonly component: ComponentName;
  readonly panel?: Panel;
  readonly score: Exact;
  readonly weight: number;
  readonly points: Exact;
};

type Line = { readonly name: string; readonly line: Exact; readonly reached: boolean };

/** The steps of a row, put together as they are told. */
export type Arithmetic = {
  readonly components: readonly Weighted[];
  readonly bonus: { readonly asked: Exact; readonly cap: Exact; readonly points: Exact };
  readonly deduction: Exact;
  readonly before: Exact;
  readonly highest: Exact;
  readonly total: Exact;
  readonly indicator?: Exact;
  readonly pass: Line;
  readonly tiers: readonly Line[];
};

type Steps = Row['steps'];

const nothing: Exact = { fraction: '0', shown: '0.00' };
const TIER = 'line.tier.';

export const stepOf = (steps: Steps, name: string): Exact | undefined => steps.find((step) => step.name === name);

const rationalOf = ({ fraction }: Exact): Rational => parseRational(fraction);

/** Whether what is printed says all of it. */
export const isWhole = (exact: Exact): boolean => compare(rationalOf(exact), parseRational(exact.shown)) === 0;

function panelOf(steps: Steps, component: ComponentName): Panel | undefined {
  const [sheets, kept] = [stepOf(steps, `${component}.sheets`), stepOf(steps, `${component}.kept`)];
  const [all, mean] = [stepOf(steps, `${component}.sum`), stepOf(steps, `${component}.mean`)];
  if (!sheets || !kept || !all || !mean) return undefined;
  return { sheets: Number(sheets.fraction), kept: Number(kept.fraction), sum: all, mean };
}

function weightedOf(steps: Steps, component: ComponentName): Weighted[] {
  const [score, weight] = [stepOf(steps, `${component}.score`), stepOf(steps, `${component}.weight`)];
  const points = stepOf(steps, `${component}.points`);
  if (!score || !weight || !points) return [];
  const panel = panelOf(steps, component);
  return [{ component, score, weight: Number(weight.fraction), points, ...(panel && { panel }) }];
}

/** The story of a row's composite; none where there is no result, or where the recommendation decides. */
export function arithmeticOf({ steps }: Pick<Row, 'steps'>): Arithmetic | undefined {
  const total = stepOf(steps, 'composite');
  const pass = stepOf(steps, 'line.pass');
  if (!total || !pass) return undefined;
  const lineOf = (name: string, line: Exact): Line => ({
    name,
    line,
    reached: compare(rationalOf(total), rationalOf(line)) >= 0,
  });
  const indicator = stepOf(steps, 'indicator.mean');
  return {
    components: components.flatMap((component) => weightedOf(steps, component)),
    bonus: {
      asked: stepOf(steps, 'bonus.asked') ?? nothing,
      cap: stepOf(steps, 'bonus.cap') ?? nothing,
      points: stepOf(steps, 'bonus.points') ?? nothing,
    },
    deduction: stepOf(steps, 'deduction.points') ?? nothing,
    before: stepOf(steps, 'composite.before') ?? total,
    highest: stepOf(steps, 'composite.highest') ?? total,
    total,
    ...(indicator && { indicator }),
    pass: lineOf('', pass),
    tiers: steps.filter(({ name }) => name.startsWith(TIER)).map((step) => lineOf(step.name.slice(TIER.length), step)),
  };
}

type Check = 'kept' | 'mean' | 'points' | 'bonus' | 'total' | 'passed';

const same = (left: Rational, right: Exact): boolean => compare(left, rationalOf(right)) === 0;
const byWeight = ({ score, weight }: Weighted): Rational => multiply(rationalOf(score), ratio(BigInt(weight), 100n));

function panelFaults({ panel, score }: Weighted, totals: readonly string[] | undefined): Check[] {
  if (!panel) return [];
  const kept = totals && sum(totals.map((total) => parseRational(total)));
  const isSum = !kept || !totals || (totals.length === panel.kept && same(kept, panel.sum));
  const mean = divide(rationalOf(panel.sum), fromInteger(panel.kept));
  return [
    ...(isSum ? [] : ['kept' as const]),
    ...(same(mean, panel.mean) && same(mean, score) ? [] : ['mean' as const]),
  ];
}

/**
 * The same arithmetic once more, here and from the sheets up, exactly: which steps of the frozen result it does not
 * confirm. Whoever looks at a row need not take the server's word.
 */
export function faultsOf(row: Pick<Row, 'steps' | 'sheets' | 'visits' | 'passed'>): Check[] {
  const told = arithmeticOf(row);
  if (!told) return [];
  const totals: Partial<Record<ComponentName, readonly string[]>> = {
    documents: row.sheets.filter(({ kept }) => kept).map(({ total }) => total),
    ...(row.visits && { site: row.visits.map(({ score }) => score) }),
  };
  const bonus = min(rationalOf(told.bonus.asked), rationalOf(told.bonus.cap));
  const before = subtract(add(sum(told.components.map(byWeight)), bonus), rationalOf(told.deduction));
  const total = max(zero, min(before, rationalOf(told.highest)));
  const isTotal = same(before, told.before) && same(total, told.total);
  return [
    ...told.components.flatMap((weighted) => panelFaults(weighted, totals[weighted.component])),
    ...(told.components.every((weighted) => same(byWeight(weighted), weighted.points)) ? [] : ['points' as const]),
    ...(same(bonus, told.bonus.points) ? [] : ['bonus' as const]),
    ...(isTotal ? [] : ['total' as const]),
    ...(told.pass.reached === row.passed ? [] : ['passed' as const]),
  ];
}
