import * as z from 'zod';
import { concealed } from '#domain/blinding';
import type { Discussion } from '#domain/discussions';
import { isConflicted, oversees } from '#domain/policies';
import { pseudonymsOf } from '#domain/submissions';
import { keys } from '#store/keys';
import { assignedTo } from '../applications/assigned.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireScoresVisible } from '../results/get.ts';
import { blindingOf } from '../reviews/blind.ts';
import { submittedOf } from './panel.ts';

export const ListDiscussionsInput = z.strictObject({ applicationId: z.string() });

/** A record as shown: members of the panel know one another by pseudonym only, and not who wrote it down. */
export type DiscussionView = Omit<Discussion, 'recordedBy'> & { readonly recordedBy?: string };

/**
 * What the panel said of an application: for its members, and for office, committee and supervisor when they may see
 * scores.
 */
export async function listDiscussions(
  ctx: Context,
  input: z.input<typeof ListDiscussionsInput>,
): Promise<{ items: DiscussionView[] }> {
  const { applicationId } = parse(ListDiscussionsInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const { pk, sk } = keys.discussion(cycle.cycleId, applicationId, '');
  const all = (await ctx.store.all<Discussion>(pk, sk)).map(({ version: _, ...discussion }) => discussion);
  const own = await assignedTo(ctx, applicationId);
  if (own?.status !== 'submitted' || oversees(ctx.actor)) {
    requireScoresVisible(ctx, cycle);
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    return { items: all };
  }
  const submitted = await submittedOf(ctx, applicationId);
  const pseudonyms = pseudonymsOf(submitted.map(({ assignmentId }) => assignmentId));
  const blinding = await blindingOf(ctx, application, cycle);
  return {
    items: all.map(({ recordedBy: _, ...discussion }) => ({
      ...discussion,
      present: discussion.present.map((assignmentId) => pseudonyms.get(assignmentId) ?? '评委'),
      summary: blinding ? concealed(discussion.summary, blinding.concealments) : discussion.summary,
    })),
  };
}
