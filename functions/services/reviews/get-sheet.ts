import * as z from 'zod';
import { isAssignee, isConflicted } from '#domain/policies';
import type { Sheet } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireScoresVisible } from '../results/get.ts';
import { caseOf } from './held.ts';

export const GetSheetInput = z.strictObject({ assignmentId: z.string() });

/** A sheet: the reviewer's own at any time, another's only for those who may see scores, and when they may. */
export async function getSheet(ctx: Context, input: z.input<typeof GetSheetInput>): Promise<Versioned<Sheet>> {
  const { assignmentId } = parse(GetSheetInput, input);
  const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
  if (!isAssignee(ctx.actor, assignment)) {
    requireScoresVisible(ctx, cycle);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  }
  allow(!['recused', 'reassigned'].includes(assignment.status), 'WrongState', { state: assignment.status });
  return ctx.store.get(keys.sheet(assignmentId));
}
