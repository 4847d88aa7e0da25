import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { isAssignee, isConflicted } from '#domain/policies';
import { changesBetween, type SheetChange } from '#domain/submissions';
import { keys } from '#store/keys';
import type { SubmittedSheet } from '#store/records';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireScoresVisible } from '../results/get.ts';
import { caseOf } from './held.ts';

export const ListSubmissionsInput = z.strictObject({ assignmentId: z.string() });

export type Submission = SubmittedSheet & {
  /** Of all but the first: what it changed of the one before. */
  readonly changes?: { readonly points: readonly SheetChange[]; readonly overallChanged: boolean };
};

/**
 * Everything that was ever handed in under an assignment, with what an unlocking changed: for its reviewer as long as
 * they hold it, and for those who may see scores when they may.
 */
export async function listSubmissions(
  ctx: Context,
  input: z.input<typeof ListSubmissionsInput>,
): Promise<{ items: Submission[] }> {
  const { assignmentId } = parse(ListSubmissionsInput, input);
  const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
  const isOwn = isAssignee(ctx.actor, assignment) && !['recused', 'reassigned'].includes(assignment.status);
  if (!isOwn) {
    requireScoresVisible(ctx, cycle);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  }
  const numbers = Array.from({ length: assignment.submissions }, (_, at) => at + 1);
  const kept = await ctx.store.getMany(numbers.map((number) => keys.submittedSheet(assignmentId, number)));
  if (kept.length !== numbers.length) throw new AwardError('Internal');
  const inOrder = kept.toSorted((a, b) => a.number - b.number);
  return {
    items: inOrder.map(({ version: _, ...sheet }, at) => {
      const before = inOrder[at - 1];
      return { ...sheet, ...(before && { changes: changesBetween(before, sheet) }) };
    }),
  };
}
