import { isOverdue, markOf, type ReviewerPlan, recusalOf, remarkOf, type UnitPlan } from '#examples/xicheng-2011/index';
import type { Client, Versioned } from '../client.ts';
import { until } from '../clock.ts';
import { addDays, dayOf } from '../days.ts';
import { type Game, officer, stage } from '../game.ts';
import { inParallel } from '../parallel.ts';
import type { AssignmentShape } from '../shapes.ts';
import type { Desk } from './cycle.ts';
import type { ApplicationIds } from './intake.ts';
import type { Points } from './reference.ts';

type Reviewing = {
  readonly game: Game;
  readonly desk: Desk;
  readonly units: ReadonlyMap<string, UnitPlan>;
  readonly points: Points;
};

type Seat = { readonly client: Client; readonly reviewer: ReviewerPlan; readonly assignment: AssignmentShape };

/** Reviewers who work at a time. */
const HANDS = 10;

const isOpen = ({ status }: AssignmentShape): boolean => ['pending', 'accepted', 'scoring'].includes(status);

/** Marks for every point, a remark, and the sheet is handed in. */
async function score(
  { game, points }: Reviewing,
  { client, reviewer, assignment }: Seat,
  unit: UnitPlan,
): Promise<void> {
  const { seed } = game.plan;
  const path = `/assignments/${assignment.assignmentId}`;
  const { version } = await client.get<Versioned<object>>(`${path}/sheet`);
  const marks = Object.fromEntries(
    (points.get(unit.categoryId) ?? []).map(({ pointId, fullMarks }) => [
      pointId,
      { score: markOf(seed, unit.unitKey, reviewer.key, pointId, fullMarks), comment: '' },
    ]),
  );
  await client.put(`${path}/sheet`, version, { marks, overall: remarkOf(seed, unit.unitKey, reviewer.key) });
  await client.post(`${path}/sheet/submit`, `sheet/${unit.unitKey}`);
}

type Done = 'scored' | 'recused' | 'nothing';

/** One seat: the reviewer leaves it, lets it lie, or scores. */
async function sit(all: Reviewing, seat: Seat): Promise<Done> {
  const { client, reviewer, assignment } = seat;
  const unit = all.units.get(assignment.applicationId);
  if (!unit || !isOpen(assignment) || isWithdrawnUnderReview(unit)) return 'nothing';
  const { seed } = all.game.plan;
  const path = `/assignments/${assignment.assignmentId}`;
  if (assignment.status === 'pending') {
    const reason = recusalOf(seed, unit.unitKey, reviewer.key);
    if (reason) {
      await client.post(`${path}/recuse`, `recuse/${unit.unitKey}`, { reason });
      return 'recused';
    }
    await client.post(`${path}/accept`, `accept/${unit.unitKey}`);
  }
  if (letsLie(all, seat, unit)) return 'nothing';
  await score(all, seat, unit);
  return 'scored';
}

/** Whether the sheet is let lie. Whoever gets it after the date is diligent: otherwise a season might never end. */
const letsLie = ({ game: { plan } }: Reviewing, { reviewer, assignment }: Seat, { unitKey }: UnitPlan): boolean =>
  assignment.assignedAt < plan.cycle.windows.reviewBy && isOverdue(plan.seed, unitKey, reviewer.key);

const isWithdrawnUnderReview = ({ course }: UnitPlan): boolean =>
  course.kind === 'withdrawn' && course.when === 'under-review';

/** Every reviewer goes through their queue once. How many left a seat, which somebody else has now. */
async function pass(all: Reviewing, step: () => void): Promise<number> {
  let recused = 0;
  await inParallel(all.game.plan.reviewers, HANDS, async (reviewer) => {
    const client = all.game.people.as(reviewer);
    const { items } = await client.get<{ items: AssignmentShape[] }>('/assignments', { cycleId: all.desk.cycleId });
    for (const assignment of items) {
      const done = await sit(all, { client, reviewer, assignment });
      if (done === 'scored') step();
      if (done === 'recused') recused += 1;
    }
  });
  return recused;
}

/** The office starts the review; the workflow draws the panels. Whoever withdraws under review does so now. */
export async function startReview(game: Game, desk: Desk, applicationIds: ApplicationIds): Promise<void> {
  const { assessBy } = game.plan.cycle.windows;
  await game.clock.reach(addDays(dayOf(assessBy), 9));
  await officer(game, 'administer').post(`/cycles/${desk.cycleId}/start-review`, 'start-review');
  await desk.cleared('self-assessed');
  await stage(game, '撤回 withdrawals', game.plan.units.filter(isWithdrawnUnderReview), async (unit) => {
    const { course } = unit;
    if (course.kind !== 'withdrawn') return;
    const path = `/applications/${applicationIds.get(unit.unitKey)}/withdraw`;
    await game.people.as(unit.contact).post(path, `withdraw/${unit.unitKey}`, { reason: course.reason });
  });
}

const reviewing = (game: Game, desk: Desk, applicationIds: ApplicationIds, points: Points): Reviewing => ({
  game,
  desk,
  points,
  units: new Map(game.plan.units.map((unit) => [applicationIds.get(unit.unitKey) ?? '', unit])),
});

/** Reviewers accept or recuse and score; passes go on while successors of those who left still have something to do. */
export async function scoreSheets(
  game: Game,
  desk: Desk,
  applicationIds: ApplicationIds,
  points: Points,
): Promise<void> {
  const all = reviewing(game, desk, applicationIds, points);
  const bar = game.progress.stage('专家评分 sheets', await openSeats(game, desk));
  while ((await pass(all, bar.step)) > 0);
  bar.end();
}

/** How many sheets the panels will have, for the bar. */
async function openSeats(game: Game, desk: Desk): Promise<number> {
  const { counts } = await desk.board();
  return game.plan.cycle.categories.reduce(
    (sum, { categoryId, panelSize }) => sum + panelSize * (counts[categoryId]?.['under-review'] ?? 0),
    0,
  );
}

/** The date passes: the workflow replaces those who let their sheets lie, and their successors score. */
export async function replaceOverdue(
  game: Game,
  desk: Desk,
  applicationIds: ApplicationIds,
  points: Points,
): Promise<void> {
  const all = reviewing(game, desk, applicationIds, points);
  await game.clock.reach(dayOf(game.plan.cycle.windows.reviewBy));
  const bar = game.progress.stage('逾期改派 overdue', await desk.count('under-review'));
  await until('every panel is complete', async () => {
    await pass(all, bar.step);
    return (await desk.count('under-review')) === 0;
  });
  bar.end();
}

/** The office closes the round; the workflow computes and freezes the results. */
export async function closeRound(game: Game, desk: Desk): Promise<void> {
  await officer(game, 'check').post(`/cycles/${desk.cycleId}/close-round`, 'close-round');
  await desk.reached('listing', 'publicizing', 'deciding', 'naming', 'concluded');
}
