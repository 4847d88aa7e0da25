import * as z from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';
import {
  add,
  compare,
  divide,
  formatHalfUp,
  fromInteger,
  max,
  min,
  multiply,
  type Rational,
  ratio,
  subtract,
  sum,
  toFraction,
  zero,
} from './exact.ts';
import { refuse } from './fields.ts';
import { type Hundredths, markToRational } from './marks.ts';
import type { Adjustment } from './reviews.ts';

/** From how many valid sheets a panel has a result, and from how many its extremes are dropped (null: never). */
export const PanelRule = z.object({
  minimumSheets: z.int().min(1).default(3),
  trimFrom: z.int().min(3).nullable().default(5),
});
export type PanelRule = z.output<typeof PanelRule>;

/** The rule, and what only a what-if (推演) may ask for: more extremes on each side than one (`trimFrom` is at least twice that and one), or
 * the median. */
export type PanelMethod = PanelRule & { readonly extremes?: number; readonly median?: boolean };

export type PanelScore =
  | { readonly method: 'none'; readonly n: number; readonly minimumSheets: number }
  | {
      readonly method: 'mean' | 'trimmed mean' | 'median';
      readonly n: number;
      /** Positions in the given totals. */
      readonly kept: readonly number[];
      readonly dropped: readonly number[];
      readonly sum: Rational;
      readonly mean: Rational;
    };

/** How many go on each side. The median is the mean of what is left when only one or two stay in the middle. */
function droppedOnEachSide(n: number, { trimFrom, extremes = 1, median = false }: PanelMethod): number {
  if (median) return (n - 1) >> 1;
  return trimFrom === null || n < trimFrom ? 0 : extremes;
}

const methodOf = (dropped: number, { median = false }: PanelMethod): 'mean' | 'trimmed mean' | 'median' => {
  if (median) return 'median';
  return dropped > 0 ? 'trimmed mean' : 'mean';
};

/**
 * The score of a panel out of the totals of its valid sheets (hundredths), unrounded. domain.md §4: n ≥ 5 drops one
 * highest and one lowest, n = 3–4 is the mean, n < 3 has no result. Where several are equal it does not matter to the
 * mean which of them goes; `within` (the indicator that breaks ties) decides it, so that no order of sheets does. A site visit is scored with `{ minimumSheets: 1, trimFrom: null }`.
 */
export function panelScore(
  totals: readonly Hundredths[],
  rule: PanelMethod,
  within: readonly Hundredths[] = [],
): PanelScore {
  const n = totals.length;
  if (n < rule.minimumSheets || n === 0) return { method: 'none', n, minimumSheets: rule.minimumSheets };
  const each = droppedOnEachSide(n, rule);
  const byTotal = [...totals.keys()].toSorted(
    (a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || (within[a] ?? 0) - (within[b] ?? 0),
  );
  const kept = byTotal.slice(each, n - each).toSorted((a, b) => a - b);
  const dropped = [...byTotal.slice(0, each), ...byTotal.slice(n - each)];
  const keptSum = markToRational(kept.reduce((all, position) => all + (totals[position] ?? 0), 0));
  const mean = divide(keptSum, fromInteger(kept.length));
  return { method: methodOf(each, rule), n, kept, dropped, sum: keptSum, mean };
}

/** 材料, 实地, 满意度. Which of them a category has follows from its review mode. */
export const components = ['documents', 'site', 'satisfaction'] as const;
export type Component = (typeof components)[number];

/** Weights in percent, 0 or none for what the review mode does not have, and the cap of all bonuses in hundredths. */
export const CompositeRule = z
  .object({
    weights: z.partialRecord(z.enum(components), z.int().min(0).max(100)),
    bonusCap: z.int().min(0).max(10_000).default(500),
  })
  .superRefine(({ weights }, context) => {
    const total = Object.values(weights).reduce((all, weight) => all + weight, 0);
    if (total === 100) return;
    const refusal = {
      code: 'WeightsNotHundred',
      zh: `各项权重之和应为 100，现为 ${total}。`,
      en: `The weights must sum to 100; they sum to ${total}.`,
    };
    refuse(context, refusal, ['weights']);
  });
export type CompositeRule = z.output<typeof CompositeRule>;

/** A bonus or a deduction: its ground and its points in hundredths, never negative. */
type Item = Pick<Adjustment, 'reason' | 'points'>;

/** A value that anyone can recompute: the exact fraction, and what is printed. */
export type Opened = { readonly fraction: string; readonly shown: string };
export const opened = (value: Rational): Opened => ({ fraction: toFraction(value), shown: formatHalfUp(value) });

export type CompositeStep =
  | {
      readonly kind: 'component';
      readonly component: Component;
      readonly score: Opened;
      readonly weight: number;
      readonly points: Opened;
    }
  | {
      readonly kind: 'bonus';
      readonly items: readonly Item[];
      readonly asked: Opened;
      readonly cap: Opened;
      readonly points: Opened;
    }
  | { readonly kind: 'deduction'; readonly items: readonly Item[]; readonly points: Opened }
  | { readonly kind: 'held'; readonly before: Opened; readonly highest: Opened; readonly points: Opened };

export type Composite = { readonly total: Rational; readonly steps: readonly CompositeStep[] };

export type ComponentScores = { readonly [component in Component]?: Rational };

const hundred = fromInteger(100);

const scoreProblem = (component: Component, code: string, zh: string, en: string): FieldProblem => ({
  path: `scores.${component}`,
  code,
  zh,
  en,
});

/** A weight without its score, or a score without its weight, would quietly give another total than the rule. */
function checkScores(scores: ComponentScores, { weights }: CompositeRule): void {
  const missing = components.filter((component) => weights[component] && !scores[component]);
  if (missing.length > 0) {
    const fields = missing.map((component) =>
      scoreProblem(component, 'NoScore', '尚无得分。', 'There is no score yet.'),
    );
    throw new AwardError('Incomplete', { fields });
  }
  const wrong = components.flatMap((component) => {
    const score = scores[component];
    if (!score) return [];
    if (!weights[component])
      return [scoreProblem(component, 'NotWeighted', '该项不计入综合分。', 'This component carries no weight.')];
    if (compare(score, zero) >= 0 && compare(score, hundred) <= 0) return [];
    return [scoreProblem(component, 'OutOfRange', '得分应在 0 至 100 之间。', 'The score must be within 0 and 100.')];
  });
  if (wrong.length > 0) throw new AwardError('InvalidInput', { fields: wrong });
}

const pointsOf = (items: readonly Item[]): Rational => sum(items.map((item) => markToRational(item.points)));

type CompositeInput = {
  readonly scores: ComponentScores;
  readonly bonuses: readonly Item[];
  readonly deductions: readonly Item[];
};

/**
 * 综合分 = Σ score × weight + bonuses (capped together) − deductions, held within 0 … 100 + cap; exact, with every
 * step kept. Scores are points of 0…100. Incomplete when a weighted score is missing, InvalidInput when a score is
 * out of range or carries no weight.
 */
export function composite({ scores, bonuses, deductions }: CompositeInput, rule: CompositeRule): Composite {
  checkScores(scores, rule);
  const cap = markToRational(rule.bonusCap);
  const weighted = components.flatMap((component) => {
    const score = scores[component];
    const weight = rule.weights[component];
    if (!score || !weight) return [];
    return [{ component, score, weight, points: multiply(score, ratio(BigInt(weight), 100n)) }];
  });
  const asked = pointsOf(bonuses);
  const bonus = min(asked, cap);
  const deduction = pointsOf(deductions);
  const before = subtract(add(sum(weighted.map((part) => part.points)), bonus), deduction);
  const highest = add(hundred, cap);
  const total = max(zero, min(before, highest));
  return {
    total,
    steps: [
      ...weighted.map((part) => ({
        kind: 'component' as const,
        component: part.component,
        score: opened(part.score),
        weight: part.weight,
        points: opened(part.points),
      })),
      { kind: 'bonus', items: bonuses, asked: opened(asked), cap: opened(cap), points: opened(bonus) },
      { kind: 'deduction', items: deductions, points: opened(deduction) },
      { kind: 'held', before: opened(before), highest: opened(highest), points: opened(total) },
    ],
  };
}

/** Whether an unrounded score reaches a line (hundredths). Exactly on the line passes. */
export const passes = (total: Rational, line: Hundredths): boolean => compare(total, markToRational(line)) >= 0;
