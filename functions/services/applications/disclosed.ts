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

/** From the panel's first day until the list is online, all that is told is that the case is under review. */
export const isUnderWraps = (status: ApplicationStatus): boolean => status === 'under-review' || isOutcome(status);

/**
 * The application as its applicant and recommender may know it. Under wraps nothing moves: neither the status nor the
 * time since when, the count of its gates or of its changes tell that a panel is done or was reopened.
 */
export function veiled<A extends Application>(
  application: A,
  published: boolean,
  { windows }: Pick<Cycle, 'windows'>,
): Omit<A, 'version'> {
  if (published || !isUnderWraps(application.status)) return application;
  const { version: _, ...still } = application as A & { version?: number };
  const { review: _review, conclusion: _conclusion, ...rounds } = application.rounds;
  return { ...still, status: 'under-review', statusSince: windows.assessBy, rounds };
}

/** The same, looking up whether the list of its cycle was published. */
export async function disclosed<A extends Application>(
  ctx: Pick<Context, 'store'>,
  application: A,
): Promise<Omit<A, 'version'>> {
  if (!isUnderWraps(application.status)) return application;
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  return veiled(application, await isListPublished(ctx, cycle), cycle);
}
