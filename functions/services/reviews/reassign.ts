import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError, invalidField } from '#domain/errors';
import { isConflicted, mayCheck } from '#domain/policies';
import { type Assignment, assignmentTransitions, type Load, type Panel, type Reviewer } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { panels } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, type Write } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { caseOf, requireOpenRound } from './held.ts';
import { replaced } from './replace.ts';
import { dueOf, eligibleFor, loadMoved, loadsOf, replacementFor, seated } from './seats.ts';

export const ReassignInput = z.strictObject({
  assignmentId: z.string(),
  reason: Reason,
  /** Whom the office wants; by default whoever the rule of replacement names. */
  reviewerId: z.string().optional(),
});

type Case = {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly panel: Versioned<Panel>;
  readonly loads: ReadonlyMap<string, Versioned<Load>>;
};

/** @throws AwardError `PanelTooSmall` when nobody may take the seat, `InvalidInput` when the one wanted may not. */
export async function successorFor(
  ctx: Context,
  of: Case,
  wanted: string | undefined,
  leaving?: string,
): Promise<Reviewer> {
  const { application, cycle, panel } = of;
  if (wanted === undefined) {
    const found = await replacementFor(ctx, of, panel, of.loads, leaving);
    if (found) return found;
    const { organizationName } = application;
    const detail = {
      zh: `没有可以评审「${organizationName}」的其他专家，请先增加专家或提高工作量上限。`,
      en: `nobody else may review ${organizationName}; add reviewers or raise their limits first.`,
    };
    throw new AwardError('PanelTooSmall', { values: { detail } });
  }
  const sitting = panel.members.filter((id) => id !== leaving);
  const eligible = await eligibleFor(ctx, of, { size: panel.size, sitting });
  const reviewer = eligible.find(({ reviewerId }) => reviewerId === wanted);
  if (!reviewer) {
    throw invalidField(
      'reviewerId',
      'NotEligible',
      '该专家不能评审此申报：不在可抽取之列、不评审此类别、已参加过该申报的评审或考察，或违反分组规则。',
      'This reviewer cannot review this case: not drawn in this cycle, of other categories, known to the application already, or against the group rules.',
    );
  }
  await requireNoConflict(ctx, wanted, application, cycle);
  return reviewer;
}

/** A seat that fell vacant is filled; the assignment that was recused stays as it is. */
async function filled(
  ctx: Context,
  of: Case,
  left: Assignment,
  reviewer: Reviewer,
): Promise<{ successor: Assignment; writes: Write[] }> {
  const dueAt = await dueOf(ctx, of, true);
  // Whoever takes the last vacant seat, where nobody was ever found for the arbiter's, is the arbiter.
  const arbitrates = of.panel.arbiter === 'vacant' && of.panel.vacant === 1;
  const role = arbitrates ? 'arbiter' : left.role;
  const seat = seated(ctx, of, { reviewer, dueAt, replaces: left.assignmentId, role });
  const panel = {
    ...of.panel,
    vacant: of.panel.vacant - 1,
    members: [...of.panel.members, reviewer.reviewerId],
    ...(arbitrates && { arbiter: 'seated' as const }),
  };
  return {
    successor: seat.assignment,
    writes: [...seat.writes, save(panels, panel), loadMoved(of.loads, of.cycle.cycleId, reviewer.reviewerId, 1)],
  };
}

async function changed(ctx: Context, of: Case, assignment: Versioned<Assignment>, reason: string, reviewer: Reviewer) {
  const isVacancy = assignment.status === 'recused' && of.panel.vacant > 0;
  if (isVacancy) return filled(ctx, of, assignment, reviewer);
  const left = { ...assignment, status: next(assignmentTransitions, 'reassign', assignment.status), reason };
  return replaced(ctx, { ...of, left, replacement: reviewer });
}

/** The office takes an assignment from a reviewer, or fills the seat of one who recused themselves, with its reason. */
export async function reassign(ctx: Context, input: z.input<typeof ReassignInput>): Promise<Assignment> {
  allow(mayCheck(ctx.actor));
  const { assignmentId, reason, reviewerId } = parse(ReassignInput, input);
  return anew(async () => {
    const { assignment, application, cycle } = await caseOf(ctx, assignmentId);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    requireOpenRound(cycle);
    const panel = await ctx.store.get(keys.panel(application.applicationId));
    const mayLeave = assignmentTransitions.reassign.from.some((status) => status === assignment.status);
    const isVacancy = assignment.status === 'recused' && panel.vacant > 0;
    allow(mayLeave || isVacancy, 'WrongState', { state: assignment.status });
    const of = { application, cycle, panel, loads: await loadsOf(ctx, cycle.cycleId) };
    const change = await changed(
      ctx,
      of,
      assignment,
      reason,
      await successorFor(ctx, of, reviewerId, assignment.reviewerId),
    );
    const { successor } = change;
    if (!successor) throw new AwardError('TryAgain');
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.reassigned',
      cycleId: cycle.cycleId,
      details: { assignmentId, applicationId: application.applicationId, replacedBy: successor.assignmentId },
      writes: change.writes,
      answer: successor,
    });
  });
}
