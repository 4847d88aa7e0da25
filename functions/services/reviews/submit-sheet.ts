import * as z from 'zod';
import { type Assignment, assignmentTransitions, isComplete } from '#domain/reviews';
import { blanksOf } from '#domain/sheets';
import { next } from '#domain/transitions';
import { assignments, panels, submittedSheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { ownCase } from './held.ts';

export const SubmitSheetInput = z.strictObject({ assignmentId: z.string() });

/**
 * The reviewer hands the sheet in. It is kept as it is, it counts on the panel, and the last one of a panel makes the
 * application scored, all in one transaction. The answer says nothing of the others on the panel.
 */
export async function submitSheet(
  ctx: Context,
  input: z.input<typeof SubmitSheetInput>,
): Promise<Versioned<Assignment>> {
  const { assignmentId } = parse(SubmitSheetInput, input);
  return anew(async () => {
    const { assignment, application } = await ownCase(ctx, assignmentId);
    const status = next(assignmentTransitions, 'submit', assignment.status);
    allow(application.status === 'under-review', 'WrongState', { state: application.status });
    const [sheet, standard, panel] = await Promise.all([
      ctx.store.get(keys.sheet(assignmentId)),
      ctx.store.get(keys.standard(application.standardId, application.standardVersion)),
      ctx.store.get(keys.panel(application.applicationId)),
    ]);
    refuseFields(blanksOf(standard, sheet.marks), 'Incomplete');
    const number = assignment.submissions + 1;
    const submitted = { ...assignment, status, submissions: number, submittedAt: ctx.clock.now() };
    const counted = { ...panel, submitted: panel.submitted + 1 };
    const completed = isComplete(counted) ? moved(ctx, application, 'completePanel') : undefined;
    const { version: _, ...kept } = sheet;
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.submitted',
      cycleId: assignment.cycleId,
      details: { assignmentId, applicationId: application.applicationId, submission: number },
      writes: [
        save(assignments, submitted),
        create(submittedSheets, { ...kept, number }),
        unchanged(keys.sheet(assignmentId), sheet.version),
        save(panels, counted),
        ...(completed?.writes ?? [unchanged(keys.application(application.applicationId), application.version)]),
      ],
      ...(completed && { decides: completed.decides }),
      answer: { ...submitted, version: assignment.version + 1 },
    });
  });
}
