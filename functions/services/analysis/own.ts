import * as z from 'zod';
import { divide, formatHalfUp, fromInteger } from '#domain/exact';
import { formatMark, type Hundredths, markToRational } from '#domain/marks';
import { holds, personIdOf } from '#domain/people';
import type { Assignment } from '#domain/reviews';
import { scoresOf } from '#domain/sheets';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const OwnConsistencyInput = z.strictObject({ cycleId: z.string() });

/** A reviewer's own marks in one category; points as decimal text. Nothing in it comes from anybody else. */
export type OwnConsistency = {
  readonly categoryId: string;
  readonly assigned: number;
  readonly submitted: number;
  /** Of the submitted totals, absent without any; the deviation absent below two. */
  readonly mean?: string;
  readonly lowest?: string;
  readonly highest?: string;
  readonly deviation?: string;
};

function figuresOf(totals: readonly Hundredths[]): Omit<OwnConsistency, 'categoryId' | 'assigned' | 'submitted'> {
  const count = totals.length;
  if (count === 0) return {};
  const sum = totals.reduce((all, total) => all + total, 0);
  const squares = totals.reduce((all, total) => all + (total - sum / count) ** 2, 0);
  return {
    mean: formatHalfUp(divide(markToRational(sum), fromInteger(count))),
    lowest: formatMark(Math.min(...totals)),
    highest: formatMark(Math.max(...totals)),
    ...(count > 1 && { deviation: (Math.sqrt(squares / (count - 1)) / 100).toFixed(2) }),
  };
}

/** The totals of the sheets that a reviewer has handed in and that stand. */
async function totalsOf(ctx: Context, assignments: readonly Assignment[]): Promise<Hundredths[]> {
  const sheets = await ctx.store.getMany(
    assignments.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)),
  );
  return sheets.map(({ marks }) => Object.values(scoresOf(marks)).reduce((all, mark) => all + mark, 0));
}

/** How even a reviewer's own marks are, by category: how many are in, their mean and spread; never against others'. */
export async function ownConsistency(
  ctx: Context,
  input: z.input<typeof OwnConsistencyInput>,
): Promise<{ items: OwnConsistency[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId } = parse(OwnConsistencyInput, input);
  const queue = await ctx.store.indexed<Assignment>({
    index: 'lists',
    pk: lists.queue(personIdOf(ctx.actor) ?? ''),
    prefix: `${cycleId}#`,
  });
  const own = queue.filter(({ status }) => !['recused', 'reassigned'].includes(status));
  const categoryIds = [...new Set(own.map(({ categoryId }) => categoryId))].sort();
  const items = categoryIds.map(async (categoryId) => {
    const within = own.filter((assignment) => assignment.categoryId === categoryId);
    const submitted = within.filter(({ status }) => status === 'submitted');
    const totals = await totalsOf(ctx, submitted);
    return { categoryId, assigned: within.length, submitted: submitted.length, ...figuresOf(totals) };
  });
  return { items: await Promise.all(items) };
}
