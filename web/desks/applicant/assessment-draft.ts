import { reportParts, type SelfReport } from '#domain/assessments';
import { formatMark, parseMark } from '#domain/marks';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import { type AnswerOf, ask } from '#web/api/client.ts';
import type { Fields, Value } from '#web/drafts/fields.ts';
import type { DraftOptions } from '#web/drafts/use-draft.ts';

export type ReportPart = (typeof reportParts)[number];
type Shown = Omit<AnswerOf<'get', '/applications/{applicationId}/assessment'>, 'version'>;

/** How many characters a part of the report may have, as `SelfReport` says. */
export const reportLimits = {
  organization: 3000,
  practices: 5000,
  results: 5000,
  features: 3000,
  shortcomings: 3000,
} as const satisfies Record<ReportPart, number>;
export const justificationLimit = 1000;

// The names of fields are the API's own paths, as its problems tell them.
export const scorePath = (pointId: string): string => `points.${pointId}.score`;
export const justificationPath = (pointId: string): string => `points.${pointId}.justification`;
export const partPath = (part: ReportPart): string => `report.${part}`;

const textOf = (value: Value): string => (typeof value === 'string' ? value : '');

export const scoreIn = (fields: Fields, pointId: string): string => textOf(fields[scorePath(pointId)]).trim();

const fieldsOf = ({ points, report }: Shown): Fields =>
  Object.fromEntries([
    ...Object.entries(points).flatMap(([pointId, { score, justification }]) => [
      [scorePath(pointId), score],
      [justificationPath(pointId), justification],
    ]),
    ...reportParts.map((part) => [partPath(part), report[part]]),
  ]);

/** The self-assessment that the fields make; a point of which nothing is written is left out. */
export function assessmentOf(standard: Standard, fields: Fields): Pick<Shown, 'points' | 'report'> {
  const points = leavesOf(standard).flatMap(({ pointId }) => {
    const score = scoreIn(fields, pointId);
    const justification = textOf(fields[justificationPath(pointId)]);
    return score === '' && justification === '' ? [] : [[pointId, { ...(score && { score }), justification }] as const];
  });
  const part = (name: ReportPart): string => textOf(fields[partPath(name)]);
  const report: SelfReport = {
    organization: part('organization'),
    practices: part('practices'),
    results: part('results'),
    features: part('features'),
    shortcomings: part('shortcomings'),
  };
  return { points: Object.fromEntries(points), report };
}

/** The self-assessment as a draft. */
export const assessmentDraft = (applicationId: string, standard: Standard): DraftOptions => ({
  document: `application/${applicationId}/assessment`,
  async read() {
    const { version, ...shown } = await ask('get', '/applications/{applicationId}/assessment', { applicationId });
    return { version, fields: fieldsOf(shown) };
  },
  async write({ version, fields }, options) {
    const input = { applicationId, version, ...assessmentOf(standard, fields) };
    const saved = await ask('put', '/applications/{applicationId}/assessment', input, options);
    return { version: saved.version, fields: fieldsOf(saved) };
  },
});

export type Lack = 'score' | 'justification' | 'evidence';

/** What a point still needs before the self-assessment can be submitted. */
export function lacksOf(point: ObservationPoint, fields: Fields, hasEvidence: boolean): Lack[] {
  const { pointId, evidenceRequired } = point;
  return [
    ...(scoreIn(fields, pointId) === '' ? (['score'] as const) : []),
    ...(textOf(fields[justificationPath(pointId)]).trim() === '' ? (['justification'] as const) : []),
    ...(evidenceRequired && !hasEvidence ? (['evidence'] as const) : []),
  ];
}

export const emptyParts = (fields: Fields): ReportPart[] =>
  reportParts.filter((part) => textOf(fields[partPath(part)]).trim() === '');

/** The marks of a score as it is typed, in hundredths; nothing where it is none yet. */
export function marksOf({ pointId, fullMarks }: ObservationPoint, fields: Fields): number | undefined {
  try {
    return parseMark(scoreIn(fields, pointId), { min: 0, max: fullMarks }, pointId);
  } catch {
    return undefined;
  }
}

/** The sum of all scores that are right so far, as decimal text. */
export const totalOf = (standard: Standard, fields: Fields): string =>
  formatMark(leavesOf(standard).reduce((sum, point) => sum + (marksOf(point, fields) ?? 0), 0));
