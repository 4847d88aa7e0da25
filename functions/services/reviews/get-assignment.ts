import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Assessment } from '#domain/assessments';
import { concealedWithin, ownAssignment } from '#domain/blinding';
import type { EvidenceFile } from '#domain/evidence';
import { holds } from '#domain/people';
import { isAssignee, isConflicted } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import type { Standard } from '#domain/standards';
import { keys } from '#store/keys';
import type { Snapshot } from '#store/records';
import type { Versioned } from '#store/table';
import { type AssessmentView, assessmentView } from '../assessments/view.ts';
import type { Context } from '../context.ts';
import { applicationOwner } from '../files/pinned.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { standardOf } from '../standards/stored.ts';
import { type BlindNotice, blindFile, blindingOf, blindNamesOf, seesSelfScore, withoutScores } from './blind.ts';
import { caseOf, type Held } from './held.ts';

export const GetAssignmentInput = z.strictObject({ assignmentId: z.string() });

/** What a reviewer judges: the frozen submissions with their evidence, by the standard that they are pinned to. */
export type Material = {
  readonly standard: Standard;
  readonly form: unknown;
  readonly assessment?: AssessmentView;
  readonly evidence: readonly Pick<EvidenceFile, 'fileId' | 'fileName' | 'contentType' | 'size' | 'pointId'>[];
};

/** People to call are not the reviewers' business. */
function withoutContact(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return undefined;
  const { contactName: _name, contactPhone: _phone, ...rest } = content as Record<string, unknown>;
  return rest;
}

async function materialOf(ctx: Context, application: Application): Promise<Material> {
  const { applicationId } = application;
  const [standard, form, assessment] = await Promise.all([
    ctx.store.get(keys.standard(application.standardId, application.standardVersion)),
    ctx.store.find(keys.snapshot(applicationId, 'form', application.submissions)),
    ctx.store.find(keys.snapshot(applicationId, 'assessment', application.assessments)),
  ]);
  const pinned: Snapshot['evidence'] = (assessment ?? form)?.evidence ?? [];
  const files = await ctx.store.getMany(pinned.map(({ fileId }) => keys.file(applicationOwner(applicationId), fileId)));
  return {
    standard: standardOf(standard),
    form: withoutContact(form?.content),
    // Safe: the verb that submits a self-assessment writes exactly this into its snapshot.
    ...(assessment && { assessment: assessmentView({ ...(assessment.content as Assessment), applicationId }) }),
    evidence: files.map(({ fileId, fileName, contentType, size, pointId }) => ({
      fileId,
      fileName,
      contentType,
      size,
      ...(pointId && { pointId }),
    })),
  };
}

/** The material as the rules of the category show it: blind, without the self-score, or both. */
async function shownMaterial(ctx: Context, { assignment, application, cycle }: Held) {
  const material = await materialOf(ctx, application);
  const { assessment } = material;
  const known =
    assessment && !seesSelfScore(cycle, assignment) ? { ...material, assessment: withoutScores(assessment) } : material;
  const blinding = await blindingOf(ctx, application, cycle);
  if (!blinding) return { material: known };
  const names = await blindNamesOf(ctx, application.applicationId);
  const { standard, evidence, ...texts } = known;
  const hidden = concealedWithin(texts, blinding.concealments);
  return {
    material: { standard, ...hidden, evidence: evidence.map((file) => blindFile(file, names)) },
    blind: blinding.notice,
  };
}

/**
 * An assignment with what is to be judged, for the reviewer who holds it; without it for office and supervisor. A
 * reviewer learns nothing here of the others on the panel.
 */
export async function getAssignment(
  ctx: Context,
  input: z.input<typeof GetAssignmentInput>,
): Promise<{ assignment: Versioned<Assignment>; material?: Material; blind?: BlindNotice }> {
  const { assignmentId } = parse(GetAssignmentInput, input);
  const held = await caseOf(ctx, assignmentId);
  const { assignment, application, cycle } = held;
  if (!isAssignee(ctx.actor, assignment)) {
    const watches = holds(ctx.actor, 'supervisor') || holds(ctx.actor, 'office');
    allow(watches && !isConflicted(ctx.actor, application));
    return { assignment };
  }
  const own = ownAssignment(assignment, cycle);
  if (['recused', 'reassigned'].includes(assignment.status)) return { assignment: own };
  await requireNoConflict(ctx, assignment.reviewerId, application, cycle);
  return { assignment: own, ...(await shownMaterial(ctx, held)) };
}
