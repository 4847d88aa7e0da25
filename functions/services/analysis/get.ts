import * as z from 'zod';
import { AwardError, invalidField } from '#domain/errors';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireScoresVisible } from '../results/get.ts';
import { analysisOf, type CategoryAnalysis, reviewedApplications } from './read.ts';
import { type AnalysisView, type NamedReviewer, viewOf } from './view.ts';

export const GetAnalysisInput = z.strictObject({ cycleId: z.string(), categoryId: z.string() });

/** What a request can read and analyse within its 30 seconds; more is work for a job. */
const MOST_AT_ONCE = 2000;

async function namedReviewers(ctx: Context, { reviewerIds }: CategoryAnalysis): Promise<NamedReviewer[]> {
  const found = await ctx.store.getMany([...reviewerIds.values()].map((reviewerId) => keys.reviewer(reviewerId)));
  const nameOf = new Map(found.map(({ reviewerId, name }) => [reviewerId, name]));
  return [...reviewerIds].map(([number, reviewerId]) => ({
    number,
    reviewerId,
    name: nameOf.get(reviewerId) ?? reviewerId,
  }));
}

/**
 * The analysis of a category beside its result: for the supervisor at any time, for office and committee once the
 * round is closed. Whoever has a stake in one of the category's applications does not see it.
 * @throws AwardError `NotAllowed`, `RoundOpen`, `ConflictOfInterest`, `InvalidInput`.
 */
export async function getAnalysis(ctx: Context, input: z.input<typeof GetAnalysisInput>): Promise<AnalysisView> {
  const { cycleId, categoryId } = parse(GetAnalysisInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireScoresVisible(ctx, cycle);
  const cases = await reviewedApplications(ctx, cycleId, categoryId);
  if (cases.some(({ application }) => isConflicted(ctx.actor, application))) throw new AwardError('ConflictOfInterest');
  if (cases.length > MOST_AT_ONCE) {
    const [zh, en] = [
      `本类别有 ${cases.length} 个申报，超过即时分析的 ${MOST_AT_ONCE} 个，请发起后台任务「analysis」。`,
      `The category has ${cases.length} applications, more than the ${MOST_AT_ONCE} that are analysed at once; start a job of the kind "analysis".`,
    ];
    throw invalidField('categoryId', 'TooManyAtOnce', zh, en);
  }
  const found = await analysisOf(ctx, cycle, categoryId, cases);
  const maySeeNames = holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor');
  allow(found.analysis.applications > 0, 'NotFound');
  return viewOf({ ...found, cycleId, categoryId }, maySeeNames ? await namedReviewers(ctx, found) : undefined);
}
