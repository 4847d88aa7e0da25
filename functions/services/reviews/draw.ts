import type { Application } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';
import { fitOf, fitWithBid } from '#domain/fit';
import type { MatchProblem } from '#domain/matching';
import type { Preference } from '#domain/preferences';
import type { Reviewer } from '#domain/reviews';
import { sampled } from '#domain/sampling';
import type { Standard } from '#domain/standards';
import { keys, shards } from '#store/keys';
import type { Membership } from '#store/records';
import type { Context } from '../context.ts';
import { type Barriers, barriersOf } from '../reviewers/barriers.ts';
import { poolOf, preferencesOf, reviews } from '../reviewers/pool.ts';
import { standardOf } from '../standards/stored.ts';

/** Everything that a draw of panels is made from, read consistently. */
export type DrawInputs = {
  readonly cycle: Cycle;
  readonly applications: readonly Application[];
  readonly reviewers: readonly Reviewer[];
  readonly barriers: Barriers;
  readonly preferences: ReadonlyMap<string, Preference>;
  readonly standards: ReadonlyMap<string, Standard>;
};

const standardName = ({ standardId, standardVersion }: Pick<Application, 'standardId' | 'standardVersion'>): string =>
  `${standardId}@${standardVersion}`;

/** All applications of a cycle, through its memberships: an index may lag, and nobody may be forgotten. */
export async function applicationsOf(ctx: Pick<Context, 'store'>, cycleId: string): Promise<Application[]> {
  const partitions = shards.map((shard) => ctx.store.all<Membership>(keys.memberShard(cycleId, shard)));
  const members = (await Promise.all(partitions)).flat();
  return ctx.store.getMany(members.map((member) => keys.application(member.applicationId)));
}

export async function drawInputs(ctx: Pick<Context, 'store'>, cycle: Cycle): Promise<DrawInputs> {
  const applications = (await applicationsOf(ctx, cycle.cycleId)).filter(({ status }) => status === 'self-assessed');
  const reviewers = await poolOf(ctx, cycle);
  const [barriers, preferences, standards] = await Promise.all([
    barriersOf(ctx, cycle, applications, reviewers),
    preferencesOf(ctx, cycle.cycleId),
    ctx.store.getMany(cycle.categories.map((category) => keys.standard(category.standardId, category.standardVersion))),
  ]);
  return {
    cycle,
    applications,
    reviewers,
    barriers,
    preferences,
    standards: new Map(standards.map((each) => [standardName(each), standardOf(each)])),
  };
}

/** Which of the applications get a panel: all of a panel category, the drawn ones of a category with sampling. */
export function withPanel({ cycle, applications }: DrawInputs): Application[] {
  const drawn = cycle.categories.flatMap((category) => {
    const all = applications.filter((each) => each.categoryId === category.categoryId).map(applicationDrawKey);
    if (category.reviewMode === 'panel') return all;
    return category.reviewMode === 'sampling' ? sampled(all, category.samplePercent ?? 10, cycle.drawSeed) : [];
  });
  const chosen = new Set(drawn);
  return applications.filter((each) => chosen.has(applicationDrawKey(each)));
}

/** The fit of a pair, or null where the reviewer must not or does not review the application. */
function fitWithin(inputs: DrawInputs, application: Application, reviewer: Reviewer): number | null {
  const { categoryId, applicationId } = application;
  if (!reviews(reviewer, categoryId) || inputs.barriers.isBarred(application, reviewer.reviewerId)) return null;
  const standard = inputs.standards.get(standardName(application));
  const fit = standard ? fitOf(reviewer, standard) : 0;
  const percent = categoryOf(inputs.cycle, categoryId)?.preferencePercent ?? 0;
  const bid = inputs.preferences.get(reviewer.reviewerId)?.bids[applicationId] ?? 'none';
  return percent === 0 ? fit : fitWithBid(fit, bid, percent);
}

/** The problem of the draw, its reviewers bounded by `most` of their own limit. */
export function problemOf(inputs: DrawInputs, chosen: readonly Application[], most: number): MatchProblem {
  return {
    applications: chosen.map((application) => ({
      applicationId: application.applicationId,
      drawKey: applicationDrawKey(application),
      name: application.organizationName,
      size: categoryOf(inputs.cycle, application.categoryId)?.panelSize ?? 0,
    })),
    reviewers: inputs.reviewers.map((reviewer) => ({
      reviewerId: reviewer.reviewerId,
      drawKey: reviewerDrawKey(reviewer),
      name: reviewer.name,
      least: 0,
      most: Math.min(reviewer.maximumLoad, most),
    })),
    fit: chosen.map((application) => inputs.reviewers.map((reviewer) => fitWithin(inputs, application, reviewer))),
    pinned: [],
    seed: inputs.cycle.drawSeed,
  };
}
