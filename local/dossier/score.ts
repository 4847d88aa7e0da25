import { decimal, type Fraction, greater, lesser, minus, plus, ratio, sum, times, whole, zero } from './fraction.ts';
import type { LineOf } from './shapes.ts';

/** What a standard says about one observation point. */
export type Leaf = { readonly fullMarks: number; readonly first: string };
export type Leaves = ReadonlyMap<string, Leaf>;

export const leavesOf = ({ indicators }: LineOf<'standard'>): Leaves =>
  new Map(
    indicators.flatMap((first) =>
      first.children.flatMap((second) =>
        second.children.map(({ pointId, fullMarks }) => [pointId, { fullMarks, first: first.name }]),
      ),
    ),
  );

/** Both in whole hundredths, which no sum of marks can make inexact. */
type Sheet = { readonly total: number; readonly indicator: number };

/** Points as the format writes them, '7.50', in whole hundredths. */
export const hundredthsOf = (points: string): number => Number(points.replace('.', ''));

/** A sheet's total, and its part under the first-level indicator that parts ties. */
export function sheetOf(marks: LineOf<'sheet'>['marks'], leaves: Leaves, tieIndicator: string): Sheet {
  let total = 0;
  let indicator = 0;
  for (const [pointId, mark] of Object.entries(marks)) {
    const points = hundredthsOf(mark);
    total += points;
    if (leaves.get(pointId)?.first === tieIndicator) indicator += points;
  }
  return { total, indicator };
}

export type Entries = {
  readonly site: readonly Fraction[];
  readonly satisfaction: readonly Fraction[];
  readonly bonus: readonly Fraction[];
  readonly deduction: readonly Fraction[];
};

export type Score = {
  readonly composite?: Fraction;
  readonly site?: Fraction | undefined;
  readonly documents?: Fraction | undefined;
  readonly indicator?: Fraction | undefined;
  /** Every step by its name, exact. */
  readonly steps: ReadonlyMap<string, Fraction>;
};

const mean = (values: readonly Fraction[]): Fraction => times(sum(values), ratio(1n, BigInt(values.length)));

const add = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const meanOf = (hundredths: readonly number[]): Fraction =>
  ratio(BigInt(add(hundredths)), 100n * BigInt(hundredths.length));

/** Of equal totals the one with the least (at the top: the greatest) tie indicator is dropped, so no order matters. */
const byTotal = (a: Sheet, b: Sheet): number => a.total - b.total || a.indicator - b.indicator;

type Rule = {
  readonly category: LineOf<'category'>;
  readonly bonusCap: Fraction;
  /** Whether the standard has the first-level indicator that parts ties. */
  readonly hasIndicator: boolean;
};

const hundredth = ratio(1n, 100n);
const hundred = whole(100);

/** domain.md §4 from the sheets to the 综合分, in fractions. No score where fewer sheets are in than the rule asks for. */
export function scoreOf(sheets: readonly Sheet[], entries: Entries, { category, bonusCap, hasIndicator }: Rule): Score {
  const { minimumSheets, trimFrom } = category.panelRule;
  const steps = new Map<string, Fraction>();
  if (sheets.length < minimumSheets || sheets.length === 0) return { steps };
  const trims = trimFrom !== null && sheets.length >= trimFrom;
  const kept = trims ? sheets.toSorted(byTotal).slice(1, -1) : sheets;
  const documents = meanOf(kept.map(({ total }) => total));
  const indicator = hasIndicator ? meanOf(kept.map((sheet) => sheet.indicator)) : undefined;
  steps.set('documents.sheets', whole(sheets.length));
  steps.set('documents.kept', whole(kept.length));
  steps.set('documents.sum', ratio(BigInt(add(kept.map(({ total }) => total))), 100n));
  steps.set('documents.mean', documents);
  if (indicator) steps.set('indicator.mean', indicator);
  if (category.siteTeam !== undefined && entries.site.length > 0) {
    steps.set('site.sheets', whole(entries.site.length));
    steps.set('site.kept', whole(entries.site.length));
    steps.set('site.sum', sum(entries.site));
    steps.set('site.mean', mean(entries.site));
  }
  const site = entries.site.length > 0 ? mean(entries.site) : undefined;
  const scores = { documents, site, satisfaction: entries.satisfaction[0] };
  let before = zero;
  for (const name of ['documents', 'site', 'satisfaction'] as const) {
    const weight = category.weights[name];
    const score = scores[name];
    if (weight === 0 || !score) continue;
    const points = times(score, times(whole(weight), hundredth));
    steps.set(`${name}.score`, score);
    steps.set(`${name}.weight`, whole(weight));
    steps.set(`${name}.points`, points);
    before = plus(before, points);
  }
  const asked = sum(entries.bonus);
  const deduction = sum(entries.deduction);
  const highest = plus(hundred, bonusCap);
  before = minus(plus(before, lesser(asked, bonusCap)), deduction);
  const composite = greater(zero, lesser(before, highest));
  steps.set('bonus.asked', asked);
  steps.set('bonus.cap', bonusCap);
  steps.set('bonus.points', lesser(asked, bonusCap));
  steps.set('deduction.points', deduction);
  steps.set('composite.before', before);
  steps.set('composite.highest', highest);
  steps.set('composite', composite);
  steps.set('line.pass', decimal(category.passLine));
  for (const { name, line } of category.tiers) steps.set(`line.tier.${name}`, decimal(line));
  return { composite, site, documents, indicator, steps };
}
