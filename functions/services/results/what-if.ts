import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { checkQuotaAreas } from '#domain/quota-check';
import { changesBetween, countChanges, isEntering, isLeaving, isMoving } from '#domain/result-comparison';
import { type ResultRule, type Reviewed, resultsOf } from '#domain/results';
import { isRoundClosed } from '#domain/reviews';
import type { Result, ResultRow } from '#domain/selections';
import {
  CategoryOutcome,
  checkWhatIf,
  totalsOf,
  WhatIf,
  WhatIfLabel,
  whatIfLabel,
  whatIfRule,
  withoutReviewers,
} from '#domain/what-if';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import type { Progress } from '../jobs/kinds.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { requireScoresVisible } from './get.ts';
import { reviewedOf } from './reviewed.ts';
import { rulesOf } from './rows.ts';
import { frozenRows } from './snapshots.ts';

export const WhatIfInput = WhatIf.extend({ cycleId: z.string() });

/** How many applications a request answers at once; more are the work of a job. */
const MOST_AT_ONCE = 2000;
/** How many rows of each kind an answer tells; the counts are of all of them. */
const MOST_TOLD = 1000;

export const WhatIfAnswer = z.object({
  isResult: z.literal(false),
  label: WhatIfLabel,
  cycleId: z.string(),
  /** The frozen result beside which it stands. */
  resultId: z.string(),
  hash: z.string(),
  asked: WhatIf,
  categories: z.array(CategoryOutcome),
});
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;

/** A what-if is asked about a closed round that has a frozen result, by those who may see its scores. */
export function requireWhatIf(ctx: Context, cycle: Cycle): void {
  requireScoresVisible(ctx, cycle);
  allow(isRoundClosed(cycle), 'RoundOpen');
  allow(cycle.resultId !== undefined, 'WrongState', { state: cycle.status });
}

type Question = { readonly cycle: Cycle; readonly result: Result; readonly asked: WhatIf };

async function questionOf(ctx: Context, cycleId: string, asked: WhatIf): Promise<Question> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.resultId !== undefined, 'WrongState', { state: cycle.status });
  const areas = await areasOf(ctx);
  refuseFields([
    ...checkWhatIf(asked, cycle, await categoriesOf(ctx)),
    ...asked.categories.flatMap(({ quota }, at) =>
      quota ? checkQuotaAreas(quota, `categories.${at}.quota`, areas) : [],
    ),
  ]);
  return { cycle, asked, result: await ctx.store.get(keys.result(cycle.resultId)) };
}

/** Whoever is left out must have reviewed something of what is asked about, or the answer would mislead. */
function requireReviewers(leaveOut: readonly string[], reviewed: readonly Reviewed[]): void {
  const known = new Set(
    reviewed.flatMap(({ sheets = [], visits = [] }) => [...sheets, ...visits].map(({ reviewerId }) => reviewerId)),
  );
  refuseFields(
    leaveOut.flatMap((reviewerId, at) =>
      known.has(reviewerId)
        ? []
        : [
            {
              path: `leaveOut.${at}`,
              code: 'NotAReviewer',
              zh: '该专家没有评审所选类别的申报。',
              en: 'This reviewer judged nothing in these categories.',
            },
          ],
    ),
  );
}

const sheetsIn = (reviewed: readonly Reviewed[]): number =>
  reviewed.reduce((all, { sheets = [], visits = [] }) => all + sheets.length + visits.length, 0);

function outcomeOf({ cycle, asked }: Question, rule: ResultRule, frozen: readonly ResultRow[], all: Reviewed[]) {
  const own = all.filter(({ categoryId }) => categoryId === rule.category.categoryId);
  const left = withoutReviewers(own, asked.leaveOut);
  const after = resultsOf(left, whatIfRule(asked, cycle, rule));
  const changes = changesBetween(frozen, after);
  return {
    categoryId: rule.category.categoryId,
    applications: own.length,
    sheetsLeftOut: sheetsIn(own) - sheetsIn(left),
    changedSinceFrozen: changesBetween(frozen, resultsOf(own, rule)).length,
    before: totalsOf(frozen),
    after: totalsOf(after),
    counts: countChanges(changes),
    entering: changes.filter(isEntering).slice(0, MOST_TOLD),
    leaving: changes.filter(isLeaving).slice(0, MOST_TOLD),
    moving: changes.filter(isMoving).slice(0, MOST_TOLD),
  };
}

async function answered(
  ctx: Context,
  question: Question,
  frozen: ReadonlyMap<string, readonly ResultRow[]>,
  progress: Progress,
): Promise<WhatIfAnswer> {
  const { cycle, result, asked } = question;
  const categoryIds = asked.categories.map(({ categoryId }) => categoryId);
  const ids = new Set([...frozen.values()].flatMap((rows) => rows.map(({ applicationId }) => applicationId)));
  const reviewed = await reviewedOf(ctx, cycle, { categoryIds, has: ({ applicationId }) => ids.has(applicationId) });
  requireReviewers(asked.leaveOut, reviewed);
  const rules = (await rulesOf(ctx, cycle)).filter(({ category }) => categoryIds.includes(category.categoryId));
  const categories: CategoryOutcome[] = [];
  for (const rule of rules) {
    await progress(categories.length, rules.length, '推演中', 'computing');
    categories.push(outcomeOf(question, rule, frozen.get(rule.category.categoryId) ?? [], reviewed));
  }
  const { resultId, hash, cycleId } = result;
  return { isResult: false, label: whatIfLabel, cycleId, resultId, hash, asked, categories };
}

async function frozenOf(ctx: Context, { result, asked }: Question): Promise<Map<string, ResultRow[]>> {
  const frozen = new Map<string, ResultRow[]>();
  for (const { categoryId } of asked.categories) {
    frozen.set(categoryId, await frozenRows(ctx, result.resultId, categoryId));
  }
  return frozen;
}

/** The work of a job that somebody started who may: a what-if of any size. */
export async function runWhatIf(
  ctx: Context,
  { cycleId, input }: { readonly cycleId: string; readonly input: WhatIf },
  progress: Progress,
): Promise<WhatIfAnswer> {
  const question = await questionOf(ctx, cycleId, input);
  return answered(ctx, question, await frozenOf(ctx, question), progress);
}

/**
 * 推演: who would enter, leave or move under other settings, beside the frozen result. Nothing is written.
 * @throws AwardError `InvalidInput` at `categories` with `TooMany` for what only a job can do.
 */
export async function askWhatIf(ctx: Context, input: z.input<typeof WhatIfInput>): Promise<WhatIfAnswer> {
  const { cycleId, ...asked } = parse(WhatIfInput, input);
  requireWhatIf(ctx, await ctx.store.get(keys.cycle(cycleId)));
  await requireNoStake(ctx, { cycleId });
  const question = await questionOf(ctx, cycleId, asked);
  const frozen = await frozenOf(ctx, question);
  const size = [...frozen.values()].reduce((all, rows) => all + rows.length, 0);
  if (size > MOST_AT_ONCE) {
    const en = `${size} applications are too many for a request; start a job of the kind what-if.`;
    throw invalidField('categories', 'TooMany', `共 ${size} 件申报，请以后台任务（what-if）推演。`, en);
  }
  return answered(ctx, question, frozen, async () => undefined);
}
