import type { Application } from '#domain/applications';
import { needsArbiter } from '#domain/arbitration';
import { type Cycle, categoryOf } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import type { Assignment, Panel, Reviewer, Sheet } from '#domain/reviews';
import { scoresOf } from '#domain/sheets';
import { type Standard, sheetTotal } from '#domain/standards';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Write } from '#store/writes';
import type { Context } from '../context.ts';
import { dueOf, loadMoved, loadsOf, replacementFor, seated } from './seats.ts';

type Seating = { readonly application: Application; readonly cycle: Cycle };

/** The sheets of the panel that count, each as it was handed in last, but for one reviewer's own. */
async function otherSheets(ctx: Context, applicationId: string, assignmentId: string): Promise<Sheet[]> {
  const { pk, sk } = keys.assignment(applicationId, '');
  const others = (await ctx.store.all<Assignment>(pk, sk)).filter(
    (other) => other.status === 'submitted' && other.assignmentId !== assignmentId,
  );
  const kept = await ctx.store.getMany(
    others.map((other) => keys.submittedSheet(other.assignmentId, other.submissions)),
  );
  if (kept.length !== others.length) throw new AwardError('Internal');
  return kept;
}

/** Whether the sheet that completes the panel brings its totals too far apart; asked once for each panel. */
export async function callsForArbiter(
  ctx: Context,
  { application, cycle }: Seating,
  panel: Panel,
  last: Pick<Sheet, 'assignmentId' | 'marks'>,
  standard: Standard,
): Promise<boolean> {
  const threshold = categoryOf(cycle, application.categoryId)?.arbitrationThreshold;
  if (threshold === undefined || panel.arbiter !== undefined) return false;
  const sheets = [...(await otherSheets(ctx, application.applicationId, last.assignmentId)), last];
  return needsArbiter(
    sheets.map(({ marks }) => sheetTotal(standard, scoresOf(marks))),
    threshold,
  );
}

export type ArbiterSeat = { readonly panel: Versioned<Panel>; readonly seat?: Assignment; readonly writes: Write[] };

/** The writes that seat this reviewer as the arbiter, but for the panel's own; the seat itself must be there. */
export async function arbiterSeated(
  ctx: Context,
  seating: Seating,
  panel: Versioned<Panel>,
  reviewer: Reviewer,
): Promise<Required<ArbiterSeat>> {
  const { cycleId } = seating.cycle;
  const dueAt = await dueOf(ctx, seating, true);
  const { assignment, writes } = seated(ctx, seating, { reviewer, dueAt, role: 'arbiter' });
  const moved = loadMoved(await loadsOf(ctx, cycleId), cycleId, reviewer.reviewerId, 1);
  const members = [...panel.members, reviewer.reviewerId];
  return { panel: { ...panel, members, arbiter: 'seated' }, seat: assignment, writes: [...writes, moved] };
}

/**
 * One further seat on the panel, for whoever the rule of replacement names. Where that is nobody it falls vacant and
 * the office must find somebody, as for any seat.
 */
export async function withArbiter(ctx: Context, seating: Seating, panel: Versioned<Panel>): Promise<ArbiterSeat> {
  const wider = { ...panel, size: panel.size + 1 };
  const reviewer = await replacementFor(ctx, seating, wider, await loadsOf(ctx, seating.cycle.cycleId));
  if (reviewer) return arbiterSeated(ctx, seating, wider, reviewer);
  return { panel: { ...wider, vacant: panel.vacant + 1, arbiter: 'vacant' }, writes: [] };
}
