import { type SeasonPlan, season } from '../xicheng-2011/index.ts';
import { clockOf } from './clock.ts';
import { collect } from './collect.ts';
import { addDays, dayOf, daysBetween } from './days.ts';
import type { Game } from './game.ts';
import type { Outcome } from './outcome.ts';
import { type People, peopleOf } from './people.ts';
import type { Progress } from './progress.ts';
import { shiftedBy } from './shift.ts';
import { assessments } from './stages/assessments.ts';
import { announce, cycleOfSeason, dayBefore, deskOf, openWindow } from './stages/cycle.ts';
import { decide } from './stages/decision.ts';
import { dossier } from './stages/dossier.ts';
import { enrol } from './stages/enrol.ts';
import { entries } from './stages/entries.ts';
import { intake } from './stages/intake.ts';
import { objections } from './stages/objections.ts';
import { organizations } from './stages/organizations.ts';
import { conclude, publicize } from './stages/publicity.ts';
import { loadYears, pointsByCategory, reference } from './stages/reference.ts';
import { shortlist, vote } from './stages/results.ts';
import { closeRound, replaceOverdue, scoreSheets, startReview } from './stages/review.ts';
import { reviewers } from './stages/reviewers.ts';

type PlayOptions = {
  /** Where the box is. */
  readonly url: string;
  readonly seed: string;
  readonly progress: Progress;
  /** What of the season is played; all of it unless a test says otherwise. */
  readonly part?: (plan: SeasonPlan) => SeasonPlan;
};

/**
 * By how many days the season is moved. One that an earlier run began keeps its days; one that comes too late for its
 * opening begins on the morrow.
 */
async function shiftFor(people: People, url: string, plan: SeasonPlan): Promise<number> {
  const planned = dayOf(plan.cycle.windows.opensAt);
  const begun = await cycleOfSeason({ people }, plan.cycle.drawSeed);
  if (begun) return daysBetween(planned, dayOf(begun.windows.opensAt));
  const today = dayOf(await clockOf(url).now());
  return today < planned ? 0 : daysBetween(planned, addDays(today, 1));
}

/**
 * Plays a whole season through the public API, each act signed in as the person whose role it is. Whatever an earlier
 * run of the same seed did in the same box is found done, so that a run which was cut off goes on where it was.
 */
export async function play({ url, seed, progress, part = (plan) => plan }: PlayOptions): Promise<Outcome> {
  const planned = part(season(seed));
  const shift = await shiftFor(peopleOf({ url, season: 'look' }), url, planned);
  const game: Game = {
    plan: shiftedBy(planned, shift),
    people: peopleOf({ url, season: `xicheng-2011/${seed}/${shift}` }),
    clock: clockOf(url),
    progress,
  };
  const personIds = await enrol(game);
  await loadYears(game);
  await reference(game);
  const points = await pointsByCategory(game);
  const desk = deskOf(game, await announce(game));
  await game.clock.reach(dayBefore(game));
  const organizationIds = await organizations(game);
  await openWindow(game, desk);
  const applicationIds = await intake(game, desk, organizationIds);
  const evidence = await assessments(game, desk, applicationIds, points);
  await reviewers(game, personIds);
  await startReview(game, desk, applicationIds);
  await scoreSheets(game, desk, applicationIds, points);
  await entries(game, applicationIds, personIds);
  await replaceOverdue(game, desk, applicationIds, points);
  await closeRound(game, desk);
  await vote(game, desk, applicationIds);
  await shortlist(game, desk);
  await game.clock.reach(game.plan.cycle.windows.publicityOn);
  const publicityIds: string[] = [];
  for (let outcome = 'changed'; outcome === 'changed'; ) {
    const window = await publicize(game, desk, publicityIds.length + 1);
    publicityIds.push(window.publicityId);
    if (publicityIds.length === 1) await objections(game, window, applicationIds);
    outcome = await conclude(game, window);
  }
  await desk.cleared('in-publicity');
  const decisionId = await decide(game, desk);
  return collect(game, {
    desk,
    shift,
    personIds,
    applicationIds,
    evidence,
    publicityIds,
    decisionId,
    dossier: await dossier(game, desk),
  });
}
