import type { Application } from '#domain/applications';
import { hashOf } from '#domain/audit';
import { deadlineAfterWorkingDays } from '#domain/calendar';
import type { Cycle } from '#domain/cycles';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';
import { AwardError } from '#domain/errors';
import { fitOf } from '#domain/fit';
import { type Instant, instantOf, later, millisOf } from '#domain/instants';
import type { Assignment, Load, Panel, Reviewer } from '#domain/reviews';
import { assignments, loads, locators } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { deadlineFor, officialCalendar } from '../reference.ts';
import { conflictsNow, poolOf, reviews } from '../reviewers/pool.ts';

type Seating = { readonly application: Application; readonly cycle: Cycle };

/**
 * An assignment's id follows from who reviews what: a second one of the same reviewer for the same application cannot
 * be written, so nobody's sheet counts twice.
 */
const assignmentIdOf = (applicationId: string, reviewerId: string): string =>
  hashOf(['assignment', applicationId, reviewerId]).slice(0, 32);

const DAY = 86_400_000;

/** A full term from now, in working days; in natural days where the year's calendar is not loaded. */
async function termFromNow(ctx: Context, cycle: Cycle): Promise<Instant> {
  const now = ctx.clock.now();
  try {
    return deadlineAfterWorkingDays(now, cycle.correctionDays, await officialCalendar(ctx));
  } catch (error) {
    if (!(error instanceof AwardError && error.code === 'CalendarNotLoaded')) throw error;
    return instantOf(millisOf(now) + cycle.correctionDays * DAY);
  }
}

/** When a sheet is due: by the end of the round, and a latecomer has a full term of their own. */
export async function dueOf(ctx: Context, { application, cycle }: Seating, late: boolean): Promise<Instant> {
  const deadline = await deadlineFor(ctx, cycle, 'reviewBy', application);
  const isOver = millisOf(deadline) <= millisOf(ctx.clock.now());
  return late || isOver ? later(deadline, await termFromNow(ctx, cycle)) : deadline;
}

/** The loads of a cycle by reviewer; who is not in it has none yet. */
export const loadsOf = async (
  ctx: Pick<Context, 'store'>,
  cycleId: string,
): Promise<ReadonlyMap<string, Versioned<Load>>> => {
  const all = await ctx.store.all<Load>(keys.load(cycleId, '').pk);
  return new Map(all.map((load) => [load.reviewerId, load]));
};

/** A load moved by so much, on condition of what was read. */
export function loadMoved(
  held: ReadonlyMap<string, Versioned<Load>>,
  cycleId: string,
  reviewerId: string,
  by: number,
): Write {
  const load = held.get(reviewerId);
  return load
    ? save(loads, { ...load, assigned: load.assigned + by })
    : create(loads, { cycleId, reviewerId, assigned: by }, () => new AwardError('StaleVersion'));
}

type Seat = { readonly reviewer: Reviewer; readonly dueAt: Instant; readonly replaces?: string };

/** The writes that give a reviewer a seat, but for the panel's own. */
export function seated(
  ctx: Context,
  { application }: Seating,
  { reviewer, dueAt, replaces }: Seat,
): {
  assignment: Assignment;
  writes: Write[];
} {
  const { applicationId } = application;
  const assignment: Assignment = {
    assignmentId: assignmentIdOf(applicationId, reviewer.reviewerId),
    cycleId: application.cycleId,
    applicationId,
    categoryId: application.categoryId,
    organizationName: application.organizationName,
    reviewerId: reviewer.reviewerId,
    reviewerName: reviewer.name,
    status: 'pending',
    dueAt,
    assignedAt: ctx.clock.now(),
    submissions: 0,
    ...(replaces && { replaces }),
  };
  const { pk, sk } = keys.assignment(applicationId, assignment.assignmentId);
  return {
    assignment,
    writes: [create(assignments, assignment), create(locators, { id: assignment.assignmentId, pk, sk })],
  };
}

const drawNumber = (seed: string, application: Application, reviewer: Reviewer): string =>
  hashOf([seed, applicationDrawKey(application), reviewerDrawKey(reviewer)]);

/**
 * Who takes a seat (递补): among those who may and have room, the one with the best fit, then by the cycle's seed. The
 * order does not depend on who recused first, so that nobody chooses a successor by the moment and anyone can recompute
 * it. Undefined when there is nobody.
 */
export async function replacementFor(
  ctx: Context,
  { application, cycle }: Seating,
  panel: Pick<Panel, 'members' | 'former'>,
  held: ReadonlyMap<string, Load>,
): Promise<Reviewer | undefined> {
  const { categoryId } = application;
  const standard = await ctx.store.get(keys.standard(application.standardId, application.standardVersion));
  const loadOf = (reviewer: Reviewer): number => held.get(reviewer.reviewerId)?.assigned ?? 0;
  const known = new Set([...panel.members, ...panel.former]);
  const able = (await poolOf(ctx))
    .filter((each) => reviews(each, categoryId) && !known.has(each.reviewerId) && loadOf(each) < each.maximumLoad)
    .map((reviewer) => ({
      reviewer,
      fit: fitOf(reviewer, standard),
      number: drawNumber(cycle.drawSeed, application, reviewer),
    }))
    .toSorted((a, b) => b.fit - a.fit || (a.number < b.number ? -1 : 1));
  for (const { reviewer } of able) {
    if ((await conflictsNow(ctx, reviewer, application, cycle)).length === 0) return reviewer;
  }
  return undefined;
}
