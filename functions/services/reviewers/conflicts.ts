import * as z from 'zod';
import type { Application } from '#domain/applications';
import { conflictInWords } from '#domain/conflict-words';
import type { Conflict } from '#domain/conflicts';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { barriersOf } from './barriers.ts';
import { wholePool } from './pool.ts';

export type ToldConflict = Conflict & { readonly zh: string; readonly en: string };

const told = (conflicts: readonly Conflict[] = []): ToldConflict[] =>
  conflicts.map((conflict) => ({ ...conflict, ...conflictInWords(conflict) }));

/** Conflicts are the office's and the supervisor's to see: one may be what an applicant asked for in confidence. */
async function seen(ctx: Context, applicationId: string): Promise<Application> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  return application;
}

export const ReviewerConflictsInput = z.strictObject({ reviewerId: z.string(), applicationId: z.string() });

/** Every reason, from every source, why an expert must not review an application; none: they may. */
export async function reviewerConflicts(
  ctx: Context,
  input: z.input<typeof ReviewerConflictsInput>,
): Promise<{ items: ToldConflict[] }> {
  const { reviewerId, applicationId } = parse(ReviewerConflictsInput, input);
  const application = await seen(ctx, applicationId);
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const reviewer = await ctx.store.get(keys.reviewer(reviewerId));
  const { barred } = await barriersOf(ctx, cycle, [application], [reviewer]);
  return { items: told(barred(application).get(reviewerId)) };
}

export const ApplicationConflictsInput = z.strictObject({ applicationId: z.string() });

type BarredReviewer = Pick<Reviewer, 'reviewerId' | 'name' | 'organizationName'> & {
  readonly conflicts: readonly ToldConflict[];
};

/** Who of the whole pool must not review an application, each with all reasons. */
export async function applicationConflicts(
  ctx: Context,
  input: z.input<typeof ApplicationConflictsInput>,
): Promise<{ items: BarredReviewer[] }> {
  const application = await seen(ctx, parse(ApplicationConflictsInput, input).applicationId);
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const pool = await wholePool(ctx);
  const barred = (await barriersOf(ctx, cycle, [application], pool)).barred(application);
  const items = pool
    .filter(({ reviewerId }) => barred.has(reviewerId))
    .map(({ reviewerId, name, organizationName }) => ({
      ...{ reviewerId, name, organizationName },
      conflicts: told(barred.get(reviewerId)),
    }));
  return { items };
}
