import * as z from 'zod';
import { categoryOf } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { markText } from '#domain/marks';
import { personIdOf } from '#domain/people';
import type { Component } from '#domain/reviews';
import { components } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { applicationOwner } from '../files/pinned.ts';
import { parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { entering } from './entering.ts';

const score = markText({ min: 0, max: 10_000 });

export const RecordComponentInput = z.strictObject({
  applicationId: z.string(),
  component: z.enum(['site', 'satisfaction']),
  score,
  /** Of a site visit: the reviewer whose signed sheet is transcribed, and its scan. */
  reviewerId: z.string().optional(),
  fileId: z.string().optional(),
  /** Where it comes from: the visit's record, the survey and its date. */
  source: z.string().trim().min(1).max(500),
});
type RecordComponentInput = z.output<typeof RecordComponentInput>;

const required = (path: string) =>
  invalidField(
    path,
    'Required',
    '实地考察须注明专家并上传其签字评分表。',
    'A site visit names its reviewer and has the scan of the signed sheet.',
  );

/** The office never scores: behind a site visit's mark stands a reviewer's signed sheet, in the bucket and unchanged. */
export async function requireSignedSheet(
  ctx: Context,
  { applicationId, fileId }: Pick<RecordComponentInput, 'applicationId' | 'fileId'>,
): Promise<void> {
  if (!fileId) throw required('fileId');
  const file = await ctx.store.find(keys.file(applicationOwner(applicationId), fileId));
  if (file?.status === 'confirmed' && file.purpose === 'signed-sheet') return;
  throw invalidField(
    'fileId',
    'NotASignedSheet',
    '没有找到该申报已上传的签字评分表。',
    'There is no such signed sheet of this application.',
  );
}

/**
 * The office transcribes a site visit, or enters the result of a satisfaction survey with its source. A correction
 * replaces what was entered and must be confirmed anew.
 */
export async function recordComponent(
  ctx: Context,
  input: z.input<typeof RecordComponentInput>,
): Promise<Versioned<Component>> {
  const given = parse(RecordComponentInput, input);
  const { applicationId, component } = given;
  return anew(async () => {
    const { application, cycle, guards } = await entering(ctx, applicationId);
    const category = categoryOf(cycle, application.categoryId);
    if (component === 'site' && category?.siteTeam !== undefined) {
      throw invalidField(
        'component',
        'TeamScores',
        '本类别由考察组成员各自评分，请代录成员的签字评分表。',
        'Here each member of the site team scores: transcribe a member’s signed sheet instead.',
      );
    }
    if (!category?.weights[component]) {
      throw invalidField('component', 'NotWeighted', '该项不计入综合分。', 'This component carries no weight.');
    }
    if (component === 'site') {
      if (!given.reviewerId) throw required('reviewerId');
      await requireSignedSheet(ctx, given);
      await requireNoConflict(ctx, given.reviewerId, application, cycle);
    }
    const before = await ctx.store.find(keys.component(cycle.cycleId, applicationId, component));
    const recorded: Component = {
      cycleId: cycle.cycleId,
      applicationId,
      component,
      score: given.score,
      source: given.source,
      ...(component === 'site' && { reviewerId: given.reviewerId ?? '', fileId: given.fileId ?? '' }),
      enteredBy: personIdOf(ctx.actor) ?? 'system',
      enteredAt: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: before ? 'component.corrected' : 'component.recorded',
      cycleId: cycle.cycleId,
      details: { applicationId, component, ...(recorded.fileId && { fileId: recorded.fileId }) },
      writes: [
        before ? save(components, { ...recorded, version: before.version }) : create(components, recorded),
        ...guards,
      ],
      answer: { ...recorded, version: (before?.version ?? 0) + 1 },
    });
  });
}
