import { BeginAssessmentInput, beginAssessment } from '#services/assessments/begin';
import type { Task } from './task.ts';

export const beginSelfAssessment: Task = (ctx, input) => beginAssessment(ctx, BeginAssessmentInput.parse(input));
