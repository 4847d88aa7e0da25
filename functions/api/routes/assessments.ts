import * as z from 'zod';
import { Application } from '#domain/applications';
import { SelfReport } from '#domain/assessments';
import { GetAssessmentInput, getAssessment } from '#services/assessments/get';
import { ReturnForSupplementInput, returnForSupplement } from '#services/assessments/return-for-supplement';
import { SaveAssessmentInput, saveAssessment } from '#services/assessments/save';
import { SubmitAssessmentInput, submitAssessment } from '#services/assessments/submit';
import { act, read, replace } from '../route.ts';
import { version } from '../shapes.ts';

const tag = '自评 self-assessment';

/** Marks as decimal text. */
export const assessmentShape = z.object({
  applicationId: z.string(),
  points: z.record(z.string(), z.object({ score: z.string().optional(), justification: z.string() })),
  report: SelfReport,
});
const answer = assessmentShape.extend({ version });

export const assessmentRoutes = [
  read('/applications/{applicationId}/assessment', {
    tag,
    zh: '自评草稿',
    en: 'The self-assessment while it is written',
    input: GetAssessmentInput,
    answer,
    run: getAssessment,
  }),
  replace('/applications/{applicationId}/assessment', {
    tag,
    zh: '保存自评草稿',
    en: 'Save the self-assessment as a draft',
    input: SaveAssessmentInput,
    answer,
    run: saveAssessment,
  }),
  act('/applications/{applicationId}/assessment/submit', {
    tag,
    zh: '提交自评或补正',
    en: 'Submit the self-assessment, or its supplement',
    input: SubmitAssessmentInput,
    answer: Application,
    run: submitAssessment,
  }),
  act('/applications/{applicationId}/assessment/return', {
    tag,
    zh: '自评退回补正',
    en: 'Return for a supplement',
    input: ReturnForSupplementInput,
    answer: Application,
    run: returnForSupplement,
  }),
] as const;
