import type { Analysis } from '#domain/analysis/analyse';
import { type Pictures, picturesOf } from '#domain/analysis/pictures';
import { analysisLabel, type Finding, findingsOf } from '#domain/analysis/words';
import { formatMark } from '#domain/marks';
import type { CategoryAnalysis } from './read.ts';

/** Who stands behind a number. */
export type NamedReviewer = { readonly number: string; readonly reviewerId: string; readonly name: string };

/** Four decimals are more than any estimate here is worth. */
function rounded<T>(value: T): T;
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4;
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rounded(member)]));
}

const markOrNull = (mark: number | null): string | null => (mark === null ? null : formatMark(mark));

/** Marks that were given leave as decimal text; what was estimated is a number. */
function onTheWire({ duplicates, uniform, revisions, ...estimated }: Analysis) {
  return {
    ...rounded(estimated),
    isResult: false as const,
    duplicates: duplicates.map((each) => ({ ...each, total: formatMark(each.total) })),
    uniform: uniform.map((each) => ({ ...each, total: formatMark(each.total) })),
    revisions: revisions.map(({ from, to, points, ...each }) => ({
      ...each,
      from: formatMark(from),
      to: formatMark(to),
      points: points.map((point) => ({
        pointId: point.pointId,
        from: markOrNull(point.from),
        to: markOrNull(point.to),
      })),
    })),
  };
}

export type AnalysisView = {
  readonly isResult: false;
  readonly label: typeof analysisLabel;
  readonly cycleId: string;
  readonly categoryId: string;
  readonly analysis: ReturnType<typeof onTheWire>;
  readonly findings: readonly Finding[];
  readonly pictures: Pictures;
  readonly applications: readonly { readonly applicationId: string; readonly organizationName: string }[];
  /** For office and supervisor; to the committee reviewers are numbers only. */
  readonly reviewers?: readonly NamedReviewer[];
};

/** The analysis of a category as it is shown: figures, sentences, pictures; the reviewers named only if `named`. */
export function viewOf(
  of: CategoryAnalysis & { readonly cycleId: string; readonly categoryId: string },
  named?: readonly NamedReviewer[],
): AnalysisView {
  const { analysis, cycleId, categoryId } = of;
  const organizations = new Map(of.applications.map((each) => [each.applicationId, each.organizationName]));
  const people = new Map(named?.map(({ number, name }) => [number, `${name}（${number}）`]));
  const findings = findingsOf(analysis, {
    application: (applicationId) => organizations.get(applicationId) ?? applicationId,
    reviewer: (number) => people.get(number) ?? number,
  });
  return {
    isResult: false,
    label: analysisLabel,
    cycleId,
    categoryId,
    analysis: onTheWire(analysis),
    findings,
    pictures: rounded(picturesOf(analysis)),
    applications: of.applications.map(({ applicationId, organizationName }) => ({ applicationId, organizationName })),
    ...(named && { reviewers: named }),
  };
}
