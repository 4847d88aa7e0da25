import type { Assessment } from '#domain/assessments';
import { formatMark } from '#domain/marks';

/** A self-assessment as it leaves the house: marks as decimal text. */
export type AssessmentView = {
  readonly applicationId: string;
  readonly points: Readonly<Record<string, { readonly score?: string; readonly justification: string }>>;
  readonly report: Assessment['report'];
};

export const assessmentView = ({ applicationId, points, report }: Assessment): AssessmentView => ({
  applicationId,
  points: Object.fromEntries(
    Object.entries(points).map(([pointId, { score, justification }]) => [
      pointId,
      { justification, ...(score !== undefined && { score: formatMark(score) }) },
    ]),
  ),
  report,
});
