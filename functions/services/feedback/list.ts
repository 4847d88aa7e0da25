import * as z from 'zod';
import { concealed } from '#domain/blinding';
import type { ReviewFeedback } from '#domain/feedback';
import { holds, personIdOf } from '#domain/people';
import { isConflicted } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { blindingOf } from '../reviews/blind.ts';

export const ListFeedbackInput = z.strictObject({ reviewerId: z.string() });

export type OwnFeedback = Omit<ReviewFeedback, 'ratedBy'> & { readonly ratedBy?: string };

/** The note as the reviewer may read it: still without the name, where the review was blind, and not who wrote it. */
async function forReviewer(ctx: Context, { ratedBy: _, ...feedback }: ReviewFeedback): Promise<OwnFeedback> {
  const [application, cycle] = await Promise.all([
    ctx.store.get(keys.application(feedback.applicationId)),
    ctx.store.get(keys.cycle(feedback.cycleId)),
  ]);
  const blinding = await blindingOf(ctx, application, cycle);
  return blinding ? { ...feedback, note: concealed(feedback.note, blinding.concealments) } : feedback;
}

/** What was thought of a reviewer's reviews over the years: for office and supervisor, and the reviewer's own. */
export async function listFeedback(
  ctx: Context,
  input: z.input<typeof ListFeedbackInput>,
): Promise<{ items: OwnFeedback[] }> {
  const { reviewerId } = parse(ListFeedbackInput, input);
  const all = await ctx.store.all<ReviewFeedback>(keys.feedback(reviewerId, '', '').pk);
  const rated = all.map(({ version: _, ...feedback }) => feedback);
  if (holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor')) {
    const cases = await ctx.store.getMany(rated.map(({ applicationId }) => keys.application(applicationId)));
    const bound = new Set(
      cases.filter((each) => isConflicted(ctx.actor, each)).map(({ applicationId }) => applicationId),
    );
    return { items: rated.filter(({ applicationId }) => !bound.has(applicationId)) };
  }
  allow(holds(ctx.actor, 'reviewer') && personIdOf(ctx.actor) === reviewerId);
  return { items: await Promise.all(rated.map((feedback) => forReviewer(ctx, feedback))) };
}
