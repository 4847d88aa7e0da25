import type { Application } from '#domain/applications';
import { conflictsOf, speaksForReviewed } from '#domain/conflicts';
import { type Cycle, categoryOf } from '#domain/cycles';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';
import { fitOf } from '#domain/fit';
import type { MatchProblem } from '#domain/matching';
import type { Organization } from '#domain/organizations';
import type { Person } from '#domain/people';
import type { Reviewer } from '#domain/reviews';
import { sampled } from '#domain/sampling';
import type { Standard } from '#domain/standards';
import { keys, shards } from '#store/keys';
import type { Membership } from '#store/records';
import type { Context } from '../context.ts';
import { poolOf, reviews } from '../reviewers/pool.ts';
import { standardOf } from '../standards/stored.ts';

/** Everything that a draw of panels is made from, read consistently. */
export type DrawInputs = {
  readonly cycle: Cycle;
  readonly applications: readonly Application[];
  readonly reviewers: readonly Reviewer[];
  readonly people: ReadonlyMap<string, Person>;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly standards: ReadonlyMap<string, Standard>;
};

const unique = <T>(things: readonly T[]): T[] => [...new Set(things)];

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
  const reviewers = await poolOf(ctx);
  const [people, organizations, standards] = await Promise.all([
    ctx.store.getMany(reviewers.map((reviewer) => keys.person(reviewer.reviewerId))),
    ctx.store.getMany(unique(applications.map((each) => each.organizationId)).map((id) => keys.organization(id))),
    ctx.store.getMany(cycle.categories.map((category) => keys.standard(category.standardId, category.standardVersion))),
  ]);
  return {
    cycle,
    applications,
    reviewers,
    people: new Map(people.map((person) => [person.personId, person])),
    organizations: new Map(organizations.map((each) => [each.organizationId, each])),
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
  if (!reviews(reviewer, application.categoryId)) return null;
  const organization = inputs.organizations.get(application.organizationId);
  const reviewed = { ...application, ...(organization?.creditCode && { creditCode: organization.creditCode }) };
  if (conflictsOf(reviewer, reviewed, inputs.cycle).length > 0) return null;
  const person = inputs.people.get(reviewer.reviewerId);
  if (person && speaksForReviewed(person, application.organizationId)) return null;
  const standard = inputs.standards.get(standardName(application));
  return standard ? fitOf(reviewer, standard) : 0;
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
