import { evidenceOf, type UnitPlan } from '#examples/xicheng-2011/index';
import type { Versioned } from '../client.ts';
import { type Act, byDay, type Game, officer } from '../game.ts';
import { upload } from '../upload.ts';
import type { PersonIds } from './enrol.ts';
import type { ApplicationIds } from './intake.ts';

/** Officers who enter at a time: each entry touches the cycle, so that many would only be in each other's way. */
const DESKS = 2;

type Entry = { readonly game: Game; readonly applicationId: string; readonly unit: UnitPlan };

/** The office transcribes the signed sheet of a visit; the reviewer who signed it confirms what was transcribed. */
async function enterVisit({ game, applicationId, unit }: Entry, personIds: PersonIds): Promise<void> {
  const { site, unitKey } = unit;
  const checker = officer(game, 'check');
  const reviewer = game.plan.reviewers.find((each) => each.key === site.reviewerKey);
  if (!reviewer) throw new Error(`${site.reviewerKey}, who visited ${unitKey}, is not in the plan`);
  const destination = { about: { purpose: 'signed-sheet', subjectId: applicationId }, step: `visit/${unitKey}` };
  const fileId = await upload(checker, destination, evidenceOf(game.plan.seed, unitKey, 'signed-sheet'));
  const path = `/applications/${applicationId}/components`;
  const { version } = await checker.post<Versioned<object>>(path, `site/${unitKey}`, {
    component: 'site',
    score: site.score,
    reviewerId: personIds.get(site.reviewerKey),
    fileId,
    source: `实地考察评分表(${site.visitedOn})`,
  });
  await game.people.as(reviewer).post(`${path}/site/confirm`, `site-confirm/${unitKey}`, { version });
}

/** The survey, bonuses and deductions, and a veto where there is a ground, each with its source. */
async function enterRest({ game, applicationId, unit }: Entry): Promise<void> {
  const { satisfaction, adjustments, veto, unitKey } = unit;
  const checker = officer(game, 'check');
  const path = `/applications/${applicationId}`;
  await checker.post(`${path}/components`, `satisfaction/${unitKey}`, {
    component: 'satisfaction',
    score: satisfaction.score,
    source: `${satisfaction.source}，发放 ${satisfaction.invited} 份，回收 ${satisfaction.answered} 份`,
  });
  for (const [at, adjustment] of adjustments.entries()) {
    await checker.post(`${path}/adjustments`, `adjustment/${unitKey}/${at}`, adjustment);
  }
  if (veto) await checker.post(`${path}/vetoes`, `veto/${unitKey}`, veto);
}

const underReview = ({ course }: UnitPlan): boolean =>
  !['not-recommended', 'rejected', 'assessment-missed'].includes(course.kind) &&
  (course.kind !== 'withdrawn' || course.when === 'in-publicity');

/** What counts beside the sheets: visits on their days, and what the office enters with its source. */
export async function entries(game: Game, applicationIds: ApplicationIds, personIds: PersonIds): Promise<void> {
  const acts = game.plan.units.filter(underReview).map((unit): Act => {
    const entry = { game, unit, applicationId: applicationIds.get(unit.unitKey) ?? '' };
    return {
      on: unit.site.visitedOn,
      run: async () => {
        await enterVisit(entry, personIds);
        await enterRest(entry);
      },
    };
  });
  await byDay(game, '实地、满意度、加减分 entries', acts, { hands: DESKS });
}
