import type { Application } from '#domain/applications';
import { hashOf } from '#domain/audit';
import { deadlineAfterWorkingDays } from '#domain/calendar';
import { type Cycle, categoryOf } from '#domain/cycles';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';
import { AwardError } from '#domain/errors';
import { fitOf } from '#domain/fit';
import { joining } from '#domain/group-rules';
import { type Instant, instantOf, later, millisOf } from '#domain/instants';
import type { Assignment, Load, Panel, Reviewer } from '#domain/reviews';
import { assignments, loads, locators } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { deadlineFor, officialCalendar } from '../reference.ts';
import { conflictsNow, poolOf, reviews, wholePool } from '../reviewers/pool.ts';

type Seating = { readonly application: Application; readonly cycle: Cycle };

/**
 * An assignment's id follows from who reviews what: a second one of the same reviewer for the same application cannot
 * be written, so nobody's sheet counts twice.
 */
export const assignmentIdOf = (applicationId: string, reviewerId: string): string =>
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

type Seat = {
  readonly reviewer: Reviewer;
  readonly dueAt: Instant;
  readonly replaces?: string;
  readonly role?: Assignment['role'] | undefined;
};

/** The writes that give a reviewer a seat, but for the panel's own. */
export function seated(
  ctx: Context,
  { application }: Seating,
  { reviewer, dueAt, replaces, role }: Seat,
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
    ...(role && { role }),
  };
  const { pk, sk } = keys.assignment(applicationId, assignment.assignmentId);
  return {
    assignment,
    writes: [create(assignments, assignment), create(locators, { id: assignment.assignmentId, pk, sk })],
  };
}

const drawNumber = (seed: string, application: Application, reviewer: Reviewer): string =>
  hashOf([seed, applicationDrawKey(application), reviewerDrawKey(reviewer)]);

type Vacancy = {
  /** How many the panel or team should be, and who stays on it. */
  readonly size: number;
  readonly sitting: readonly string[];
  /** How many applications each reviewer holds in the round. */
  readonly loads: ReadonlyMap<string, number>;
};

/** Everybody who sits or sat on the documents panel or the site team: nobody reviews an application twice. */
async function knownTo(ctx: Context, { applicationId, cycleId }: Application): Promise<Set<string>> {
  const [panel, team] = await Promise.all([
    ctx.store.find(keys.panel(applicationId)),
    ctx.store.find(keys.siteTeam(cycleId, applicationId)),
  ]);
  return new Set([panel, team].flatMap((each) => (each ? [...each.members, ...each.former] : [])));
}

/**
 * Whom the cycle draws from, but for those whom this application knows already, who do not review its category or whom
 * the group rules keep off this seat. Conflicts and loads are not looked at here.
 */
export async function eligibleFor(
  ctx: Context,
  { application, cycle }: Seating,
  { size, sitting }: Omit<Vacancy, 'loads'>,
  gone: readonly string[] = [],
): Promise<Reviewer[]> {
  const { categoryId } = application;
  const known = await knownTo(ctx, application);
  for (const id of [...sitting, ...gone]) known.add(id);
  const [pool, all] = await Promise.all([poolOf(ctx, cycle), wholePool(ctx)]);
  const mayJoin = joining({ pool: all, sitting, size, rules: categoryOf(cycle, categoryId)?.groupRules ?? {} });
  return pool.filter((each) => reviews(each, categoryId) && !known.has(each.reviewerId) && mayJoin(each.reviewerId));
}

/**
 * Who takes a seat (递补): among those who may, have room and fit the group rules, the one with the best fit, then by
 * the cycle's seed. The order does not depend on who recused first, so that nobody chooses a successor by the moment
 * and anyone can recompute it. Undefined when there is nobody.
 */
export async function nextInLine(
  ctx: Context,
  { application, cycle }: Seating,
  { loads: held, ...vacancy }: Vacancy,
  gone: readonly string[] = [],
): Promise<Reviewer | undefined> {
  const standard = await ctx.store.get(keys.standard(application.standardId, application.standardVersion));
  const able = (await eligibleFor(ctx, { application, cycle }, vacancy, gone))
    .filter((each) => (held.get(each.reviewerId) ?? 0) < each.maximumLoad)
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

/** Who takes a seat on a documents panel. */
export const replacementFor = (
  ctx: Context,
  seating: Seating,
  panel: Pick<Panel, 'size' | 'members' | 'former'>,
  held: ReadonlyMap<string, Load>,
  leaving?: string,
): Promise<Reviewer | undefined> => {
  const loads = new Map([...held].map(([reviewerId, { assigned }]) => [reviewerId, assigned]));
  const sitting = panel.members.filter((id) => id !== leaving);
  const gone = [...panel.former, ...(leaving ? [leaving] : [])];
  return nextInLine(ctx, seating, { size: panel.size, sitting, loads }, gone);
};
