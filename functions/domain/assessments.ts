import * as z from 'zod';
import { LimitedText } from './texts.ts';

/** The self-report (自评报告), in the five parts of domain.md §3. */
export const SelfReport = z.strictObject({
  organization: LimitedText(3000),
  practices: LimitedText(5000),
  results: LimitedText(5000),
  features: LimitedText(3000),
  shortcomings: LimitedText(3000),
});
export type SelfReport = z.infer<typeof SelfReport>;

export const reportParts = ['organization', 'practices', 'results', 'features', 'shortcomings'] as const;

/** A self-assessment: a score in hundredths and a justification for each observation point. */
export const Assessment = z.object({
  applicationId: z.string(),
  points: z.record(z.string(), z.object({ score: z.int().min(0).optional(), justification: z.string() })),
  report: SelfReport,
});
export type Assessment = z.infer<typeof Assessment>;

export const emptyReport: SelfReport = { organization: '', practices: '', results: '', features: '', shortcomings: '' };
