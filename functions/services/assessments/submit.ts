import * as z from 'zod';
import type { Application } from '#domain/applications';
import { type Assessment, reportParts } from '#domain/assessments';
import type { FieldProblem } from '#domain/errors';
import type { EvidenceFile } from '#domain/evidence';
import { personIdOf } from '#domain/people';
import { mayEdit } from '#domain/policies';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import { snapshots } from '#store/entities';
import { keys } from '#store/keys';
import { create, unchanged } from '#store/writes';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { applicationOwner, confirmedFiles, pinnedEvidence } from '../files/pinned.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { standardAt } from '../standards/stored.ts';
import { requireOpenAssessment } from './window.ts';

export const SubmitAssessmentInput = z.strictObject({ applicationId: z.string() });

const blank = (path: string): FieldProblem => ({
  path,
  code: 'Blank',
  zh: '此项必填。',
  en: 'This field is required.',
});

const blankScore = (pointId: string): FieldProblem => ({
  path: `points.${pointId}.score`,
  code: 'Blank',
  zh: '尚未自评打分。空白不等于 0 分，如为 0 分请填 0。',
  en: 'There is no self-score yet. A blank is not a 0: enter 0 if that is meant.',
});

const noEvidence = (pointId: string): FieldProblem => ({
  path: `points.${pointId}.evidence`,
  code: 'EvidenceMissing',
  zh: '该观测点须上传佐证材料。',
  en: 'This observation point demands evidence.',
});

function missingAt(point: ObservationPoint, { points }: Assessment, hasEvidence: boolean): FieldProblem[] {
  const { pointId } = point;
  const given = points[pointId];
  return [
    ...(given?.score === undefined ? [blankScore(pointId)] : []),
    ...(given?.justification.trim() ? [] : [blank(`points.${pointId}.justification`)]),
    ...(point.evidenceRequired && !hasEvidence ? [noEvidence(pointId)] : []),
  ];
}

/** Everything that is still missing: scores, justifications, evidence, parts of the report. */
function missing(standard: Standard, assessment: Assessment, files: readonly EvidenceFile[]): FieldProblem[] {
  const shown = new Set(files.map((file) => file.pointId));
  return [
    ...leavesOf(standard).flatMap((point) => missingAt(point, assessment, shown.has(point.pointId))),
    ...reportParts.filter((part) => assessment.report[part].trim() === '').map((part) => blank(`report.${part}`)),
  ];
}

/** The applicant submits the self-assessment: a snapshot freezes it with the versions of its evidence. */
export async function submitAssessment(
  ctx: Context,
  input: z.input<typeof SubmitAssessmentInput>,
): Promise<Application> {
  const { applicationId } = parse(SubmitAssessmentInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application));
  await requireOpenAssessment(ctx, application);
  const draft = await ctx.store.get(keys.assessment(applicationId));
  const standard = await standardAt(ctx, application.standardId, application.standardVersion);
  refuseFields(missing(standard, draft, await confirmedFiles(ctx, applicationOwner(applicationId))), 'Incomplete');
  const number = application.assessments + 1;
  const next = moved(ctx, application, 'submitAssessment', { assessments: number });
  const snapshot = {
    applicationId,
    what: 'assessment' as const,
    number,
    at: ctx.clock.now(),
    by: personIdOf(ctx.actor) ?? 'system',
    content: { points: draft.points, report: draft.report },
    evidence: await pinnedEvidence(ctx, applicationId),
  };
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: number === 1 ? 'assessment.submitted' : 'assessment.supplemented',
    cycleId: application.cycleId,
    details: { applicationId, submission: number },
    writes: [...next.writes, create(snapshots, snapshot), unchanged(keys.assessment(applicationId), draft.version)],
    decides: next.decides,
    answer: next.application,
  });
}
