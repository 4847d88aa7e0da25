import * as z from 'zod';
import type { Category } from './categories.ts';
import { checkPlan } from './cycle-check.ts';
import { CategoryQuota, type Cycle, CycleCategory, Weights } from './cycles.ts';
import type { FieldProblem } from './errors.ts';
import { ChangeCounts, RowChange } from './result-comparison.ts';
import type { ResultRule, Reviewed } from './results.ts';
import { panelRuleOf } from './scored.ts';
import type { ResultRow } from './selections.ts';

/** How sheets would be averaged; what is absent stays as the cycle has it. */
const PanelProbe = z.strictObject({
  minimumSheets: z.int().min(1).max(15).optional(),
  /** From how many sheets on extremes are dropped; null: never. */
  trimFrom: z.int().min(3).max(15).nullable().optional(),
  /** How many are dropped on each side; by default one. */
  extremes: z.int().min(1).max(7).optional(),
  /** The middle sheet, or the mean of the middle two, in place of any mean. */
  median: z.boolean().optional(),
});

const CategoryProbe = z.strictObject({
  categoryId: z.string(),
  weights: Weights.optional(),
  passLine: z.string().optional(),
  tiers: CycleCategory.shape.tiers,
  quota: CategoryQuota.optional(),
  panel: PanelProbe.optional(),
});
type CategoryProbe = z.infer<typeof CategoryProbe>;

/** 推演: what the result would be under other settings, for the categories that are named. */
export const WhatIf = z.strictObject({
  bonusCap: z.string().optional(),
  /** Reviewers whose sheets are left out. */
  leaveOut: z.array(z.string()).max(50).default([]),
  categories: z.array(CategoryProbe).min(1).max(60),
});
export type WhatIf = z.output<typeof WhatIf>;

const Totals = z.object({
  passed: z.int(),
  selected: z.int(),
  withoutResult: z.int(),
  needingVote: z.int(),
  tiers: z.record(z.string(), z.int()),
});

export const WhatIfLabel = z.object({
  zh: z.literal('推演，不是评审结果'),
  en: z.literal('A what-if, not the result'),
});
export const whatIfLabel: z.infer<typeof WhatIfLabel> = { zh: '推演，不是评审结果', en: 'A what-if, not the result' };

export const CategoryOutcome = z.object({
  categoryId: z.string(),
  applications: z.int(),
  /** Sheets that were left out. */
  sheetsLeftOut: z.int(),
  /** Rows that differ from the frozen ones even under the cycle's own settings: entered, unlocked or vetoed since. */
  changedSinceFrozen: z.int(),
  before: Totals,
  after: Totals,
  counts: ChangeCounts,
  entering: z.array(RowChange),
  leaving: z.array(RowChange),
  moving: z.array(RowChange),
});
export type CategoryOutcome = z.infer<typeof CategoryOutcome>;

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

/** A category as the cycle has it, but for what is asked. */
function probed(category: CycleCategory, asked: Omit<CategoryProbe, 'categoryId'>): CycleCategory {
  const { weights, passLine, tiers, quota, panel } = asked;
  const { minimumSheets, trimFrom } = panel ?? {};
  const panelRule = {
    ...panelRuleOf(category),
    ...(minimumSheets !== undefined && { minimumSheets }),
    ...(trimFrom !== undefined && { trimFrom }),
  };
  return {
    ...category,
    ...(weights && { weights }),
    ...(passLine !== undefined && { passLine }),
    ...(tiers && { tiers }),
    ...(quota && { quota }),
    ...(panel && { panelRule }),
  };
}

/** Dropping so many on each side must leave somebody in the middle, of every panel that is trimmed. */
function checkPanelProbe({ panel }: CategoryProbe, category: CycleCategory, path: string): FieldProblem[] {
  const extremes = panel?.extremes;
  if (!panel || extremes === undefined) return [];
  if (panel.median) {
    const en = 'The median drops no extremes; ask for one or the other.';
    return [problem(`${path}.panel.extremes`, 'MedianTrims', '中位数不去极值，请只选其一。', en)];
  }
  const { trimFrom } = panelRuleOf(probed(category, { panel }));
  if (trimFrom === null) {
    const en = 'Nothing is dropped without trimFrom; leave this out or give it.';
    return [problem(`${path}.panel.extremes`, 'NothingTrimmed', '未设置去极值的起始份数，请补充或删除此项。', en)];
  }
  const least = extremes + extremes + 1;
  if (trimFrom >= least) return [];
  const en = `To drop ${extremes} on each side, trimFrom must be at least ${least}.`;
  const zh = `两侧各去 ${extremes} 份，起始份数至少为 ${least}。`;
  return [problem(`${path}.panel.extremes`, 'TooFewKept', zh, en)];
}

/** The cycle with all that is asked, as a plan would have it. */
const probedCycle = (cycle: Cycle, { bonusCap, categories }: WhatIf): Cycle => ({
  ...cycle,
  ...(bonusCap !== undefined && { bonusCap }),
  categories: cycle.categories.map((category) => {
    const probe = categories.find(({ categoryId }) => categoryId === category.categoryId);
    return probe ? probed(category, probe) : category;
  }),
});

/** A problem of the changed plan at the field of the question that makes it; none where the question does not. */
function asAsked(found: FieldProblem, cycle: Cycle, { bonusCap, categories }: WhatIf): FieldProblem[] {
  if (found.path === 'categories') return categories.some(({ quota }) => quota) ? [found] : [];
  if (found.path === 'bonusCap') return bonusCap === undefined ? [] : [found];
  const [, index, field = '', rest = ''] = /^categories\.(\d+)\.(\w+)(.*)$/.exec(found.path) ?? [];
  const at = categories.findIndex(
    ({ categoryId }) => categoryId === cycle.categories.find((_, place) => `${place}` === index)?.categoryId,
  );
  const probe = categories[at];
  const isTouched = field === 'tiers' || field === 'panelSize' || Object.hasOwn(probe ?? {}, field);
  if (!probe || !isTouched) return [];
  return [{ ...found, path: `categories.${at}.${field === 'panelSize' ? 'panel.minimumSheets' : field}${rest}` }];
}

/** What is wrong with a question, as strictly as with a real plan, at the question's own fields. */
export function checkWhatIf(asked: WhatIf, cycle: Cycle, taxonomy: readonly Category[]): FieldProblem[] {
  const ids = asked.categories.map(({ categoryId }) => categoryId);
  const strange = asked.categories.flatMap(({ categoryId }, at) => {
    const path = `categories.${at}.categoryId`;
    if (ids.indexOf(categoryId) !== at) return [problem(path, 'Duplicate', '类别重复。', 'The category occurs twice.')];
    if (cycle.categories.some((each) => each.categoryId === categoryId)) return [];
    return [problem(path, 'UnknownCategory', '本批次没有这个类别。', 'The cycle has no such category.')];
  });
  const panels = asked.categories.flatMap((probe, at) => {
    const category = cycle.categories.find(({ categoryId }) => categoryId === probe.categoryId);
    return category ? checkPanelProbe(probe, category, `categories.${at}`) : [];
  });
  const plan = checkPlan(probedCycle(cycle, asked), taxonomy).flatMap((found) => asAsked(found, cycle, asked));
  return [...strange, ...panels, ...plan];
}

/** By what a category would be computed. */
export function whatIfRule(asked: WhatIf, cycle: Cycle, rule: ResultRule): ResultRule {
  const { categoryId } = rule.category;
  const { bonusCap, categories } = probedCycle(cycle, asked);
  const category = categories.find((each) => each.categoryId === categoryId);
  const panel = asked.categories.find((each) => each.categoryId === categoryId)?.panel;
  const { extremes, median } = panel ?? {};
  const panelRule = category?.panelRule && {
    ...category.panelRule,
    ...(extremes !== undefined && { extremes }),
    ...(median !== undefined && { median }),
  };
  return { ...rule, bonusCap, category: { ...(category ?? rule.category), ...(panelRule && { panelRule }) } };
}

/** The same cases without some reviewers' sheets, those of a site visit too. */
export function withoutReviewers(reviewed: readonly Reviewed[], leaveOut: readonly string[]): Reviewed[] {
  const out = new Set(leaveOut);
  const stays = ({ reviewerId }: { readonly reviewerId: string }): boolean => !out.has(reviewerId);
  return reviewed.map((each) => ({
    ...each,
    ...(each.sheets && { sheets: each.sheets.filter(stays) }),
    ...(each.visits && { visits: each.visits.filter(stays) }),
  }));
}

const count = <T>(things: readonly T[], is: (thing: T) => boolean): number => things.filter(is).length;

/** What a category's rows come to. */
export function totalsOf(rows: readonly Omit<ResultRow, 'resultId'>[]): z.infer<typeof Totals> {
  const tiers: Record<string, number> = {};
  for (const { tier } of rows) if (tier !== undefined) tiers[tier] = (tiers[tier] ?? 0) + 1;
  return {
    passed: count(rows, ({ passed }) => passed),
    selected: count(rows, ({ selected }) => selected),
    withoutResult: count(rows, ({ whyNot }) => whyNot === 'no-result'),
    needingVote: count(rows, ({ needsVote }) => needsVote),
    tiers,
  };
}
