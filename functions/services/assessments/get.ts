import * as z from 'zod';
import { mayEdit } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { type AssessmentView, assessmentView } from './view.ts';

export const GetAssessmentInput = z.strictObject({ applicationId: z.string() });

/** The self-assessment while it is written: the applicant's alone. Others see what was submitted. */
export async function getAssessment(
  ctx: Context,
  input: z.input<typeof GetAssessmentInput>,
): Promise<Versioned<AssessmentView>> {
  const { applicationId } = parse(GetAssessmentInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application), 'NotFound');
  const assessment = await ctx.store.get(keys.assessment(applicationId));
  return { ...assessmentView(assessment), version: assessment.version };
}
