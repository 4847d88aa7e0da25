import * as z from 'zod';
import { concealed } from '#domain/blinding';
import { dateInShanghai } from '#domain/dates';
import type { Discussion } from '#domain/discussions';
import { invalidField } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { LimitedText } from '#domain/texts';
import { discussions } from '#store/entities';
import { keys } from '#store/keys';
import { create, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { assignedTo } from '../applications/assigned.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, requireStageFor } from '../require.ts';
import { blindingOf } from '../reviews/blind.ts';
import { requireSignedSheet } from '../reviews/record-component.ts';
import { completePanel, type SittingPanel } from './panel.ts';

export const RecordDiscussionInput = z.strictObject({
  applicationId: z.string(),
  heldOn: z.iso.date(),
  /** Who was there: assignments of the panel, or 评委甲, 评委乙 … as its members know one another. */
  present: z.array(z.string()).min(2).max(20),
  summary: LimitedText(5000).refine((text) => text.trim() !== '', {
    params: { code: 'Blank', zh: '请填写合议情况。', en: 'Say what was discussed.' },
  }),
  fileId: z.string().optional(),
});

/** The assignments of those who were there, each once. */
function presentOf(given: readonly string[], { submitted, pseudonyms }: SittingPanel): string[] {
  const present = given.map((name, at) => {
    const found = submitted.find(
      ({ assignmentId }) => assignmentId === name || pseudonyms.get(assignmentId) === name.trim(),
    );
    if (found) return found.assignmentId;
    throw invalidField(`present.${at}`, 'NotOfThePanel', '不是本评审组的成员。', 'This is no member of the panel.');
  });
  if (new Set(present).size === present.length) return present;
  throw invalidField('present', 'Duplicate', '同一成员只列一次。', 'Name each member once.');
}

/** The office's checker without a stake in the case, or a member of the panel whose sheet is in. */
async function requireRecorder(ctx: Context, organizationId: string, applicationId: string): Promise<void> {
  if (mayCheck(ctx.actor)) {
    allow(!isConflicted(ctx.actor, { organizationId }), 'ConflictOfInterest');
    return;
  }
  const own = await assignedTo(ctx, applicationId);
  allow(own?.status === 'submitted');
}

/**
 * 合议记录: what a panel said when it met, after all its sheets were in. It changes no mark: whoever thinks better of
 * theirs asks the office to unlock it.
 */
export async function recordDiscussion(
  ctx: Context,
  input: z.input<typeof RecordDiscussionInput>,
): Promise<Discussion> {
  const { applicationId, heldOn, present, summary, fileId } = parse(RecordDiscussionInput, input);
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    await requireRecorder(ctx, application.organizationId, applicationId);
    const { cycleId } = application;
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    requireStageFor('discuss', cycle);
    const sitting = await completePanel(ctx, applicationId);
    if (heldOn > dateInShanghai(ctx.clock.now())) {
      throw invalidField('heldOn', 'InFuture', '合议日期不能晚于今天。', 'The day cannot lie in the future.');
    }
    if (fileId) await requireSignedSheet(ctx, { applicationId, fileId });
    const discussion: Discussion = {
      discussionId: ctx.ids.next('discussion'),
      cycleId,
      applicationId,
      heldOn,
      present: presentOf(present, sitting),
      summary,
      ...(fileId && { fileId }),
      recordedBy: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    const blinding = mayCheck(ctx.actor) ? undefined : await blindingOf(ctx, application, cycle);
    return commit(ctx, {
      chain: `discussion/${applicationId}`,
      action: 'discussion.recorded',
      cycleId,
      details: { applicationId, discussionId: discussion.discussionId, present: discussion.present.length },
      writes: [create(discussions, discussion), unchanged(keys.panel(applicationId), sitting.panel.version)],
      answer: blinding ? { ...discussion, summary: concealed(summary, blinding.concealments) } : discussion,
    });
  });
}
