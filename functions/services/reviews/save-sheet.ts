import * as z from 'zod';
import { MarkBasis } from '#domain/leaf-marks';
import { assignmentTransitions, type Sheet } from '#domain/reviews';
import { readMarks } from '#domain/sheets';
import { LimitedText } from '#domain/texts';
import { next } from '#domain/transitions';
import { assignments, sheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { ownCase } from './held.ts';

const GivenMark = z.strictObject({
  /** Points with at most two decimals; absent: not marked yet. */
  score: z.union([z.string(), z.number()]).optional(),
  /** What it was reached from, by the point's rule; deductions and ratios are computed from it. */
  given: MarkBasis.optional(),
  comment: LimitedText(1000).default(''),
});

export const SaveSheetInput = z.strictObject({
  assignmentId: z.string(),
  version: z.int(),
  marks: z.record(z.string().max(20), GivenMark),
  overall: LimitedText(3000).default(''),
});

/** Keeps a sheet while it is written. A draft is no act and leaves no event; a save over a newer one is refused. */
export async function saveSheet(ctx: Context, input: z.input<typeof SaveSheetInput>): Promise<Versioned<Sheet>> {
  const { assignmentId, version, marks, overall } = parse(SaveSheetInput, input);
  const { assignment, application } = await ownCase(ctx, assignmentId);
  const verb = assignment.status === 'unlocked' ? 'saveUnlocked' : 'save';
  const status = next(assignmentTransitions, verb, assignment.status);
  const standard = await ctx.store.get(keys.standard(application.standardId, application.standardVersion));
  const { applicationId, reviewerId } = assignment;
  const sheet = { assignmentId, applicationId, reviewerId, marks: readMarks(standard, marks), overall };
  const { pk, sk } = keys.assignment(applicationId, assignmentId);
  await ctx.store.transact([
    save(sheets, { ...sheet, version }),
    status === assignment.status
      ? unchanged({ pk, sk }, assignment.version)
      : save(assignments, { ...assignment, status }),
  ]);
  return { ...sheet, version: version + 1 };
}
