import * as z from 'zod';
import type { Application } from '#domain/applications';
import { concealedWithin } from '#domain/blinding';
import { AwardError } from '#domain/errors';
import { isAssignee } from '#domain/policies';
import { type Assignment, isRoundClosed, type Sheet } from '#domain/reviews';
import { scoresOf } from '#domain/sheets';
import { sheetTotal } from '#domain/standards';
import { pseudonymsOf } from '#domain/submissions';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { standardAt } from '../standards/stored.ts';
import { blindingOf } from './blind.ts';
import { caseOf } from './held.ts';

export const ListPanelSheetsInput = z.strictObject({ assignmentId: z.string() });

/** A colleague's sheet without a trace of who they are or when they handed it in. */
export type PanelSheet = Pick<Sheet, 'marks' | 'overall'> & {
  readonly pseudonym: string;
  readonly isOwn: boolean;
  readonly total: number;
};

async function sheetsOf(ctx: Context, { applicationId, standardId, standardVersion }: Application, own: Assignment) {
  const { pk, sk } = keys.assignment(applicationId, '');
  const submitted = (await ctx.store.all<Assignment>(pk, sk)).filter(({ status }) => status === 'submitted');
  const pseudonyms = pseudonymsOf(submitted.map(({ assignmentId }) => assignmentId));
  const kept = await ctx.store.getMany(
    submitted.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)),
  );
  if (kept.length !== submitted.length) throw new AwardError('Internal');
  const standard = await standardAt(ctx, standardId, standardVersion);
  return kept
    .toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))
    .map(({ assignmentId, marks, overall }) => ({
      pseudonym: pseudonyms.get(assignmentId) ?? '',
      isOwn: assignmentId === own.assignmentId,
      total: sheetTotal(standard, scoresOf(marks)),
      marks,
      overall,
    }));
}

/**
 * The sheets of the panel on which a reviewer sat, by pseudonym, once their own is in and the round is closed
 * (domain.md §2).
 * @throws AwardError `NotAllowed`, `RoundOpen`, `WrongState` for whoever handed nothing in, `ConflictOfInterest`.
 */
export async function listPanelSheets(
  ctx: Context,
  input: z.input<typeof ListPanelSheetsInput>,
): Promise<{ items: PanelSheet[] }> {
  const { assignmentId } = parse(ListPanelSheetsInput, input);
  const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
  allow(isAssignee(ctx.actor, assignment));
  if (!isRoundClosed(cycle)) throw new AwardError('RoundOpen');
  allow(assignment.status === 'submitted', 'WrongState', { state: assignment.status });
  await requireNoConflict(ctx, assignment.reviewerId, application, cycle);
  const items = await sheetsOf(ctx, application, assignment);
  const blinding = await blindingOf(ctx, application, cycle);
  return { items: blinding ? concealedWithin(items, blinding.concealments) : items };
}
