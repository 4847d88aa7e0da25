import { type Assignment, assignmentTransitions, type Load, type Panel, type Reviewer } from '#domain/reviews';
import { next } from '#domain/transitions';
import { assignments, panels } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { conflictsNow } from '../reviewers/pool.ts';
import { assignmentIdOf, dueOf, loadMoved, seated } from '../reviews/seats.ts';
import { drawInForce } from './in-force.ts';
import { isFree } from './redraw-trial.ts';

/** The panel that a redraw gives an application. */
export type Reseating = {
  readonly cycleId: string;
  readonly applicationId: string;
  readonly reviewerIds: readonly string[];
  /** The redraw that says so. */
  readonly number: number;
};

/** Those loads that change, by reviewer. */
async function loadsOfThese(
  ctx: Context,
  cycleId: string,
  reviewerIds: readonly string[],
): Promise<ReadonlyMap<string, Versioned<Load>>> {
  const held = await ctx.store.getMany(reviewerIds.map((id) => keys.load(cycleId, id)));
  return new Map(held.map((load) => [load.reviewerId, load]));
}

type Changes = {
  readonly panel: Versioned<Panel>;
  readonly leaving: readonly Versioned<Assignment>[];
  readonly joining: readonly Reviewer[];
};

async function changesOf(ctx: Context, { applicationId, reviewerIds }: Reseating): Promise<Changes> {
  const panel = await ctx.store.get(keys.panel(applicationId));
  const gone = panel.members.filter((id) => !reviewerIds.includes(id));
  const come = reviewerIds.filter((id) => !panel.members.includes(id));
  const [leaving, joining] = await Promise.all([
    ctx.store.getMany(gone.map((id) => keys.assignment(applicationId, assignmentIdOf(applicationId, id)))),
    ctx.store.getMany(come.map((id) => keys.reviewer(id))),
  ]);
  return { panel, leaving, joining };
}

/**
 * Changes one panel as the redraw says, all in one transaction: pending places are taken back and given to others.
 * What somebody began in the meantime, or whom a new conflict binds, leaves the whole panel as it is. Runs at least
 * once; a panel that is as drawn stays untouched.
 */
export async function reseatPanel(ctx: Context, item: Reseating): Promise<'changed' | 'kept'> {
  const { cycleId, applicationId, number } = item;
  return anew(async () => {
    const [application, cycle, inForce] = await Promise.all([
      ctx.store.get(keys.application(applicationId)),
      ctx.store.get(keys.cycle(cycleId)),
      drawInForce(ctx, cycleId, 'documents'),
    ]);
    const { panel, leaving, joining } = await changesOf(ctx, item);
    if (leaving.length === 0 && joining.length === 0) return 'changed';
    const stands = application.status === 'under-review' && cycle.status === 'reviewing' && inForce?.number === number;
    const isBegun = !leaving.every(isFree) || joining.some(({ reviewerId }) => panel.former.includes(reviewerId));
    const conflicts = await Promise.all(joining.map((reviewer) => conflictsNow(ctx, reviewer, application, cycle)));
    if (!stands || isBegun || conflicts.some((each) => each.length > 0)) return 'kept';
    const dueAt = await dueOf(ctx, { application, cycle }, true);
    const seats = joining.map((reviewer) => seated(ctx, { application, cycle }, { reviewer, dueAt }));
    const left = leaving.map((assignment) => ({
      ...assignment,
      status: next(assignmentTransitions, 'reassign', assignment.status),
      reason: `redraw ${number}`,
    }));
    const leftIds = left.map(({ reviewerId }) => reviewerId);
    const joinedIds = joining.map(({ reviewerId }) => reviewerId);
    const members = [...panel.members.filter((id) => !leftIds.includes(id)), ...joinedIds];
    const changed = { ...panel, members, vacant: panel.size - members.length, former: [...panel.former, ...leftIds] };
    const loads = await loadsOfThese(ctx, cycleId, [...leftIds, ...joinedIds]);
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'application.panel-redrawn',
      cycleId,
      details: { applicationId, number, leftIds, joinedIds, deadline: dueAt },
      writes: [
        unchanged(keys.application(applicationId), application.version),
        save(panels, changed),
        ...left.map((assignment) => save(assignments, assignment)),
        ...seats.flatMap(({ writes }) => writes),
        ...leftIds.map((id) => loadMoved(loads, cycleId, id, -1)),
        ...joinedIds.map((id) => loadMoved(loads, cycleId, id, 1)),
      ],
      answer: 'changed' as const,
    });
  });
}
