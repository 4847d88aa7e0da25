import * as z from 'zod';
import { emptyReport } from '#domain/assessments';
import { AwardError } from '#domain/errors';
import { assessments } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const BeginAssessmentInput = z.strictObject({ applicationId: z.string() });

export type Begun = { readonly decision: 'begin' | 'withdraw'; readonly round: number };

/** The first of possibly two rounds: a return for supplement opens the second by itself. */
const FIRST_ROUND = 1;

/**
 * Opens the self-assessment of an accepted application. The workflow may ask more than once, and the applicant may be
 * ahead of it: whatever was begun before was begun in the first round.
 */
export async function beginAssessment(ctx: Context, input: z.input<typeof BeginAssessmentInput>): Promise<Begun> {
  allow(ctx.actor.kind === 'system');
  const { applicationId } = parse(BeginAssessmentInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  if (application.rounds['self-assessment']) return { decision: 'begin', round: FIRST_ROUND };
  if (application.status === 'withdrawn') return { decision: 'withdraw', round: FIRST_ROUND };
  const next = moved(ctx, application, 'beginAssessment');
  try {
    return await commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'assessment.begun',
      cycleId: application.cycleId,
      details: { applicationId },
      writes: [...next.writes, create(assessments, { applicationId, points: {}, report: emptyReport })],
      decides: next.decides,
      answer: { decision: 'begin' as const, round: FIRST_ROUND },
    });
  } catch (error) {
    const collided = error instanceof AwardError && ['AlreadyExists', 'StaleVersion'].includes(error.code);
    if (!collided) throw error;
    // A withdrawal, or the same task run twice, was quicker: look again, and let the workflow ask once more.
    throw new AwardError('TryAgain', { cause: error });
  }
}
