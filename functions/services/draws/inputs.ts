import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { fitOf } from '#domain/fit';
import type { Preference } from '#domain/preferences';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { type Barriers, barriersOf } from '../reviewers/barriers.ts';
import { poolOf, preferencesOf } from '../reviewers/pool.ts';
import { standardOf } from '../standards/stored.ts';

/** Everything that a draw is made from beside its cases, read consistently. */
export type DrawInputs = {
  readonly cycle: Cycle;
  readonly reviewers: readonly Reviewer[];
  /** Who of them may be drawn; the others only keep what they began. */
  readonly drawable: ReadonlySet<string>;
  readonly barriers: Barriers;
  readonly preferences: ReadonlyMap<string, Preference>;
  /** How well a reviewer knows what the application is judged by, 0 … 1000; wishes are not in it. */
  readonly expertise: (application: Pick<Application, 'standardId' | 'standardVersion'>, reviewerId: string) => number;
};

type Standing = Pick<Application, 'standardId' | 'standardVersion'>;
const standardName = ({ standardId, standardVersion }: Standing): string => `${standardId}@${standardVersion}`;

async function expertiseOf(
  ctx: Pick<Context, 'store'>,
  applications: readonly Application[],
  reviewers: readonly Reviewer[],
): Promise<DrawInputs['expertise']> {
  const pinned = new Map(applications.map((each) => [standardName(each), each]));
  const found = await ctx.store.getMany(
    [...pinned.values()].map((each) => keys.standard(each.standardId, each.standardVersion)),
  );
  const table = new Map(
    found.map((standard) => [
      standardName(standard),
      new Map(reviewers.map((reviewer) => [reviewer.reviewerId, fitOf(reviewer, standardOf(standard))])),
    ]),
  );
  return (application, reviewerId) => table.get(standardName(application))?.get(reviewerId) ?? 0;
}

/**
 * @param began people who have begun reviews of these applications: they are in the problem even if they would no
 * longer be drawn.
 */
export async function drawInputs(
  ctx: Pick<Context, 'store'>,
  cycle: Cycle,
  applications: readonly Application[],
  began: readonly string[] = [],
): Promise<DrawInputs> {
  const pool = await poolOf(ctx, cycle);
  const drawable = new Set(pool.map(({ reviewerId }) => reviewerId));
  const gone = [...new Set(began)].filter((id) => !drawable.has(id));
  const reviewers = [...pool, ...(await ctx.store.getMany(gone.map((id) => keys.reviewer(id))))];
  const [barriers, preferences, expertise] = await Promise.all([
    barriersOf(ctx, cycle, applications, reviewers),
    preferencesOf(ctx, cycle.cycleId),
    expertiseOf(ctx, applications, reviewers),
  ]);
  return { cycle, reviewers, drawable, barriers, preferences, expertise };
}
