import * as z from 'zod';
import { ownAssignment } from '#domain/blinding';
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
import { standardOf } from '../standards/stored.ts';
import { callsForArbiter, withArbiter } from './arbitrate.ts';
import { ownCase } from './held.ts';

export const SubmitSheetInput = z.strictObject({ assignmentId: z.string() });

/**
 * The reviewer hands the sheet in. It is kept as it is, it counts on the panel, and the last one of a panel makes the
 * application scored, or seats an arbiter where the totals lie too far apart, all in one transaction. The answer says
 * nothing of the others on the panel.
 */
export async function submitSheet(
  ctx: Context,
  input: z.input<typeof SubmitSheetInput>,
): Promise<Versioned<Assignment>> {
  const { assignmentId } = parse(SubmitSheetInput, input);
  return anew(async () => {
    const { assignment, application, cycle } = await ownCase(ctx, assignmentId);
    const status = next(assignmentTransitions, 'submit', assignment.status);
    allow(application.status === 'under-review', 'WrongState', { state: application.status });
    const [sheet, stored, panel] = await Promise.all([
      ctx.store.get(keys.sheet(assignmentId)),
      ctx.store.get(keys.standard(application.standardId, application.standardVersion)),
      ctx.store.get(keys.panel(application.applicationId)),
    ]);
    const standard = standardOf(stored);
    refuseFields(blanksOf(standard, sheet.marks), 'Incomplete');
    const number = assignment.submissions + 1;
    const at = ctx.clock.now();
    const submitted = { ...assignment, status, submissions: number, submittedAt: at };
    const counted = { ...panel, submitted: panel.submitted + 1 };
    const seating = { application, cycle };
    const isLast = isComplete(counted);
    const disagrees = isLast && (await callsForArbiter(ctx, seating, panel, sheet, standard));
    const arbitration = disagrees ? await withArbiter(ctx, seating, counted) : undefined;
    const completed = isLast && !arbitration ? moved(ctx, application, 'completePanel') : undefined;
    const { version: _, ...kept } = sheet;
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.submitted',
      cycleId: assignment.cycleId,
      details: {
        assignmentId,
        applicationId: application.applicationId,
        submission: number,
        ...(arbitration && { arbiterVacant: !arbitration.seat }),
        ...(arbitration?.seat && { arbiterAssignmentId: arbitration.seat.assignmentId }),
      },
      writes: [
        save(assignments, submitted),
        create(submittedSheets, { ...kept, number, at, dueAt: assignment.dueAt }),
        unchanged(keys.sheet(assignmentId), sheet.version),
        save(panels, arbitration?.panel ?? counted),
        ...(arbitration?.writes ?? []),
        ...(completed?.writes ?? [unchanged(keys.application(application.applicationId), application.version)]),
      ],
      ...(completed && { decides: completed.decides }),
      answer: ownAssignment({ ...submitted, version: assignment.version + 1 }, cycle),
    });
  });
}
