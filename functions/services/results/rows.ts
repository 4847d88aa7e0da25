import type { Cycle } from '#domain/cycles';
import { type ResultRule, resultsOf } from '#domain/results';
import type { ResultRow, Vote } from '#domain/selections';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { reviewedOf } from './reviewed.ts';

type Reading = Pick<Context, 'store'>;
type Row = Omit<ResultRow, 'resultId'>;

/** By what each category of a cycle is computed, its pinned standard read. */
export async function rulesOf(ctx: Reading, { categories, bonusCap }: Cycle): Promise<ResultRule[]> {
  const rules: ResultRule[] = [];
  for (const category of categories) {
    const standard = await ctx.store.get(keys.standard(category.standardId, category.standardVersion));
    rules.push({ category, bonusCap, standard });
  }
  return rules;
}

function byCategory(a: Row, b: Row): number {
  if (a.categoryId === b.categoryId) return 0;
  return a.categoryId < b.categoryId ? -1 : 1;
}

/**
 * The rows of a cycle's result as they follow from what is in now (and from votes that are just being recorded), by
 * category and application id.
 */
export async function computedRows(ctx: Reading, cycle: Cycle, newVotes: readonly Vote[] = []): Promise<Row[]> {
  const reviewed = await reviewedOf(ctx, cycle, { newVotes });
  const rules = await rulesOf(ctx, cycle);
  const rows = rules.flatMap((rule) =>
    resultsOf(
      reviewed.filter(({ categoryId }) => categoryId === rule.category.categoryId),
      rule,
    ),
  );
  return rows.toSorted(byCategory);
}
