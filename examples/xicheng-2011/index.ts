import { areas } from './areas.ts';
import { planOf } from './courses.ts';
import { cycleOf, expectedPublicity } from './cycle.ts';
import { satisfactionOf, siteScoreOf } from './marks.ts';
import { objectionsOf } from './objections.ts';
import { committee, office, recommenders, reviewers, supervisor } from './people.ts';
import { between, pick } from './random.ts';
import { dealOf, exactlyNinety } from './roles.ts';
import { reportOf } from './texts.ts';
import type { SeasonPlan, Unit, UnitPlan } from './types.ts';
import { register, units } from './units.ts';

export { evidenceOf } from './evidence.ts';
export { isOverdue, markOf, recusalOf, remarkOf, selfMarkOf } from './marks.ts';
export { justificationOf } from './texts.ts';
export type * from './types.ts';

/** Who signs the sheet of a visit: one of the reviewers from outside, who has no tie to any unit. */
const outsiders = reviewers.filter((reviewer) => reviewer.areaIds.length === 0);

/** The four weeks from Monday 2026-07-06, working days only. */
function visitDayOf(seed: string, unitKey: string): string {
  const workingDay = between(0, 19, seed, unitKey, 'visit');
  const day = 6 + Math.floor(workingDay / 5) * 7 + (workingDay % 5);
  return `2026-07-${String(day).padStart(2, '0')}`;
}

function unitPlanOf(seed: string, unit: Unit): UnitPlan {
  const { unitKey } = unit;
  const invited = between(60, 300, seed, unitKey, 'invited');
  return {
    ...unit,
    ...planOf(seed, unit),
    report: reportOf(seed, unit),
    site: {
      score: siteScoreOf(seed, unitKey),
      visitedOn: visitDayOf(seed, unitKey),
      reviewerKey: pick(outsiders, seed, unitKey, 'visitor').key,
    },
    satisfaction: {
      score: satisfactionOf(seed, unitKey),
      source: '第三方机构问卷测评报告(2026年8月)',
      invited,
      answered: invited - between(5, 30, seed, unitKey, 'silent'),
    },
  };
}

/**
 * The whole season of a fictional district of Xicheng's size: who takes part, what each does and when, and what the
 * figures are. The same seed gives the same plan on every machine. Marks and files are functions beside it
 * (`markOf`, `evidenceOf`), for they depend on who is assigned and are many.
 */
export const season = (seed: string): SeasonPlan => ({
  seed,
  cycle: cycleOf(seed),
  expectedPublicity,
  areas,
  register,
  recommenders,
  office,
  committee,
  supervisor,
  reviewers,
  units: units.map((unit) => unitPlanOf(seed, unit)),
  ties: dealOf(seed).ties,
  exactlyNinety: exactlyNinety(seed),
  objections: objectionsOf(seed),
});
