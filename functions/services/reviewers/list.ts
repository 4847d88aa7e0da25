import * as z from 'zod';
import { oversees } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { wholePool } from './pool.ts';

export const ListReviewersInput = z.strictObject({ categoryId: z.string().optional() });

/** The pool, for those who oversee the cycle; a pool is some hundreds at most and comes whole. */
export async function listReviewers(
  ctx: Context,
  input: z.input<typeof ListReviewersInput>,
): Promise<{ items: Versioned<Reviewer>[] }> {
  allow(oversees(ctx.actor));
  const { categoryId } = parse(ListReviewersInput, input);
  const pool = await wholePool(ctx);
  const wanted = (reviewer: Reviewer): boolean =>
    categoryId === undefined || reviewer.categoryIds.length === 0 || reviewer.categoryIds.includes(categoryId);
  return { items: pool.filter(wanted) };
}
