import type { Application, ApplicationStatus } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

/** What the office knows of the outcome and nobody else before the list is published. */
const outcomes: readonly ApplicationStatus[] = ['scored', 'shortlisted', 'not-selected'];

export const isOutcome = (status: ApplicationStatus): boolean => outcomes.includes(status);

/** Whether the cycle's list was ever online. */
export async function isListPublished(
  ctx: Pick<Context, 'store'>,
  { publicityId }: Pick<Cycle, 'publicityId'>,
): Promise<boolean> {
  if (publicityId === undefined) return false;
  const publicity = await ctx.store.find(keys.publicity(publicityId));
  // A supplementary publicity follows one that was online.
  return publicity !== undefined && (publicity.publishedAt !== undefined || publicity.kind === 'supplementary');
}

/** The application as its applicant and recommender may know it. */
export const veiled = <A extends Pick<Application, 'status'>>(application: A, published: boolean): A =>
  isOutcome(application.status) && !published ? { ...application, status: 'under-review' } : application;

/** The same, looking up whether the list of its cycle was published. */
export async function disclosed<A extends Application>(ctx: Pick<Context, 'store'>, application: A): Promise<A> {
  if (!isOutcome(application.status)) return application;
  return veiled(application, await isListPublished(ctx, await ctx.store.get(keys.cycle(application.cycleId))));
}
