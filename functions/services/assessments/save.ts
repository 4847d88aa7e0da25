import * as z from 'zod';
import { type Assessment, SelfReport } from '#domain/assessments';
import { mayEdit } from '#domain/policies';
import { assessments } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { standardAt } from '../standards/stored.ts';
import { pointsOf } from './point-scores.ts';
import { type AssessmentView, assessmentView } from './view.ts';
import { requireOpenAssessment } from './window.ts';

export const SaveAssessmentInput = z.strictObject({
  applicationId: z.string(),
  version: z.int(),
  /** By observation point; what a point may hold depends on the standard. */
  points: z.record(z.string(), z.unknown()),
  report: SelfReport,
});

/** What was given for a point, without what was left out. */
const given = (points: z.output<ReturnType<typeof pointsOf>>): Assessment['points'] =>
  Object.fromEntries(
    Object.entries(points).flatMap(([pointId, point]) =>
      point
        ? [[pointId, { justification: point.justification, ...(point.score !== undefined && { score: point.score }) }]]
        : [],
    ),
  );

/** Keeps the self-assessment while it is written (autosave). A draft is not an act and leaves no audit event. */
export async function saveAssessment(
  ctx: Context,
  input: z.input<typeof SaveAssessmentInput>,
): Promise<Versioned<AssessmentView>> {
  const { applicationId, version, points, report } = parse(SaveAssessmentInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application));
  await requireOpenAssessment(ctx, application);
  const standard = await standardAt(ctx, application.standardId, application.standardVersion);
  const assessment = { applicationId, points: given(parse(pointsOf(standard), points, 'points')), report };
  await ctx.store.transact([
    save(assessments, { ...assessment, version }),
    unchanged(keys.application(applicationId), application.version),
  ]);
  return { ...assessmentView(assessment), version: version + 1 };
}
