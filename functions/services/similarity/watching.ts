import type { Application } from '#domain/applications';
import { type Actor, holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { SimilarityReport, SimilarPair } from '#domain/similarity-report';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** Flags between applicants' texts are for the office and the supervisor alone. */
export const watchesTexts = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'supervisor');

/** The pairs of the last comparison, but for those in which the one who asks has a stake. @throws AwardError `NotFound`. */
export async function flaggedPairs(
  ctx: Context,
  cycleId: string,
): Promise<{ report: SimilarityReport; pairs: SimilarPair[] }> {
  allow(watchesTexts(ctx.actor));
  const { version: _, ...report } = await ctx.store.get(keys.similarityReport(cycleId));
  // Safe: the comparison wrote exactly this there.
  const pairs = JSON.parse(await ctx.bucket.getText(report.reportKey)) as SimilarPair[];
  const isBound = ({ organizationId }: Pick<Application, 'organizationId'>): boolean =>
    isConflicted(ctx.actor, { organizationId });
  return { report, pairs: pairs.filter(({ left, right }) => !isBound(left) && !isBound(right)) };
}

/** One flagged pair by its two applications, whichever is named first. @throws AwardError `NotFound`. */
export async function flaggedPair(ctx: Context, cycleId: string, one: string, other: string): Promise<SimilarPair> {
  const { pairs } = await flaggedPairs(ctx, cycleId);
  const [first, second] = [one, other].toSorted();
  const pair = pairs.find(({ left, right }) => left.applicationId === first && right.applicationId === second);
  allow(pair !== undefined, 'NotFound');
  return pair;
}
