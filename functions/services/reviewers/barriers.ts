import type { Application } from '#domain/applications';
import { type Area, localAreasOf } from '#domain/areas';
import type { Avoidance } from '#domain/avoidances';
import { type Barred, conflictTable, type Reviewed, type Reviewing } from '#domain/conflicts';
import type { Cycle } from '#domain/cycles';
import type { Organization } from '#domain/organizations';
import type { Person } from '#domain/people';
import type { Reviewer } from '#domain/reviews';
import { type KeyOf, keys } from '#store/keys';
import type { Context } from '../context.ts';
import { areasOf } from '../reference.ts';

type Reading = Pick<Context, 'store'>;

export type Barriers = {
  /** Whoever must not review the application, each with all reasons. */
  barred(application: Application): Barred;
  /** The same for one pair; fast where the pairs of one application follow each other. */
  isBarred(application: Application, reviewerId: string): boolean;
};

/** Things by an id of theirs, each read once and consistently; what is not there is left out. */
async function byId<T>(
  { store }: Reading,
  ids: readonly (string | undefined)[],
  key: (id: string) => KeyOf<T>,
  idOf: (thing: T) => string,
): Promise<ReadonlyMap<string, T>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  const found = await store.getMany(wanted.map(key));
  return new Map(found.map((thing) => [idOf(thing), thing]));
}

/** Beyond so many ids the pool is read whole: it is some hundreds, the applications may be 33,000. */
const FEW = 100;

/** The pool's entries of those people, that is of the few who are in it. */
async function entriesOf(ctx: Reading, personIds: readonly string[]): Promise<ReadonlyMap<string, Reviewer>> {
  if (new Set(personIds).size <= FEW) return byId(ctx, personIds, keys.reviewer, (each) => each.reviewerId);
  const pool = await ctx.store.all<Reviewer>(keys.reviewer('').pk);
  return new Map(pool.map((each) => [each.reviewerId, each]));
}

/** What applicants asked for, by application; of a single application only its own are read. */
async function avoidancesOf(
  { store }: Reading,
  { cycleId }: Pick<Cycle, 'cycleId'>,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, Avoidance[]>> {
  const [only, ...more] = applications;
  const { pk, sk } = keys.avoidance(cycleId, only?.applicationId ?? '', '');
  const byApplication = new Map<string, Avoidance[]>();
  for (const avoidance of await store.all<Avoidance>(pk, more.length === 0 ? sk : '')) {
    byApplication.set(avoidance.applicationId, [...(byApplication.get(avoidance.applicationId) ?? []), avoidance]);
  }
  return byApplication;
}

type Facts = {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly representatives: ReadonlyMap<string, Person>;
  readonly entries: ReadonlyMap<string, Reviewer>;
  readonly avoidances: ReadonlyMap<string, readonly Avoidance[]>;
  readonly areas: readonly Area[];
};

function reviewedOf(application: Application, facts: Facts): Reviewed {
  const organization = facts.organizations.get(application.organizationId);
  const registeredBy = organization?.registeredBy ?? '';
  return {
    application,
    organization: organization ?? {},
    localAreas: localAreasOf([application.areaId], facts.areas),
    representative: facts.representatives.get(registeredBy),
    representativeProfile: facts.entries.get(registeredBy),
    avoidances: facts.avoidances.get(application.applicationId) ?? [],
  };
}

async function factsOf(ctx: Reading, cycle: Cycle, applications: readonly Application[]): Promise<Facts> {
  const ids = applications.map(({ organizationId }) => organizationId);
  const organizations = await byId(ctx, ids, keys.organization, (each) => each.organizationId);
  const personIds = [...organizations.values()].map(({ registeredBy }) => registeredBy);
  const [representatives, entries, avoidances, areas] = await Promise.all([
    byId(ctx, cycle.avoidSameMailDomain ? personIds : [], keys.person, (each) => each.personId),
    entriesOf(ctx, personIds),
    avoidancesOf(ctx, cycle, applications),
    areasOf(ctx),
  ]);
  return { organizations, representatives, entries, avoidances, areas };
}

/**
 * The conflicts between some applications of a cycle and some reviewers, all that they rest on read consistently and
 * once. It answers for any pair of these without reading again, also for 33,000 × 500.
 */
export async function barriersOf(
  ctx: Reading,
  cycle: Cycle,
  applications: readonly Application[],
  reviewers: readonly Reviewer[],
): Promise<Barriers> {
  const [facts, people] = await Promise.all([
    factsOf(ctx, cycle, applications),
    byId(
      ctx,
      reviewers.map((each) => each.reviewerId),
      keys.person,
      (each) => each.personId,
    ),
  ]);
  const nameOf = new Map(facts.areas.map(({ areaId, name }) => [areaId, name]));
  const reviewing = (reviewer: Reviewer): Reviewing => ({
    reviewer,
    person: people.get(reviewer.reviewerId),
    localAreas: localAreasOf(reviewer.areaIds, facts.areas),
    areaName: (areaId) => nameOf.get(areaId) ?? areaId,
  });
  const table = conflictTable(reviewers.map(reviewing), cycle);
  const barred = (application: Application): Barred => table(reviewedOf(application, facts));
  let last: { readonly applicationId: string; readonly barred: Barred } | undefined;
  return {
    barred,
    isBarred(application, reviewerId) {
      const { applicationId } = application;
      if (last?.applicationId !== applicationId) last = { applicationId, barred: barred(application) };
      return last.barred.has(reviewerId);
    },
  };
}
