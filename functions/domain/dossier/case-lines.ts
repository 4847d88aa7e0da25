import type { Application } from '../applications.ts';
import { formatMark } from '../marks.ts';
import type { Reviewed } from '../results.ts';
import type { Adjustment, Veto } from '../reviews.ts';
import type { ResultRow } from '../selections.ts';
import type { Commitment, DossierLine } from './seal.ts';

/** What is told in private of a sheet, beside its marks. */
export type SheetFacts = {
  readonly reviewerName: string;
  readonly organizationName: string;
  readonly submittedAt?: string;
  readonly arbiter: boolean;
  readonly comments: Readonly<Record<string, string>>;
};

/** One application with everything that led to its result. */
export type DossierCase = {
  /** `A-00001`. */
  readonly number: string;
  readonly application: Pick<Application, 'applicationId' | 'organizationId'>;
  readonly reviewed: Omit<Reviewed, 'adjustments'>;
  readonly adjustments: readonly Adjustment[];
  /** The vetoes that stand. */
  readonly vetoes: readonly Veto[];
  /** As the public reads it, if it was published. */
  readonly publicName?: string;
  readonly headHash: string;
  readonly sheetFacts: ReadonlyMap<string, SheetFacts>;
  readonly row: ResultRow;
};

const applicationLine = (of: DossierCase, commit: Commitment): DossierLine => {
  const { reviewed, application } = of;
  return {
    kind: 'application',
    application: of.number,
    categoryId: reviewed.categoryId,
    areaPath: reviewed.areaPath,
    recommender: reviewed.recommender,
    name: of.publicName,
    seats: reviewed.sheets?.length ?? 0,
    siteSeats: reviewed.visits?.length ?? 0,
    namedBefore: reviewed.namedBefore,
    vetoes: of.vetoes.map(({ ground }) => ground),
    head: commit(of.headHash),
    private: {
      applicationId: application.applicationId,
      organizationId: application.organizationId,
      organizationName: reviewed.organizationName,
      areaId: reviewed.areaId,
      headHash: of.headHash,
      vetoes: of.vetoes.map(({ ground, source, evidence, occurredOn, enteredBy, at }) => ({
        ...{ ground, source, evidence, occurredOn, enteredBy, at },
      })),
    },
  };
};

/** Seats are numbered in the order of salted hashes, so that a seat of one panel says nothing of another's. */
function sheetLines(of: DossierCase, commit: Commitment): DossierLine[] {
  const totals = new Map(of.row.sheets.map(({ assignmentId, total }) => [assignmentId, total]));
  return (of.reviewed.sheets ?? [])
    .map((sheet) => ({ sheet, reviewer: commit(sheet.assignmentId, sheet.reviewerId) }))
    .toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : 1))
    .map(({ sheet, reviewer }, at) => {
      const { arbiter = false, ...facts } = of.sheetFacts.get(sheet.assignmentId) ?? {};
      return {
        kind: 'sheet',
        application: of.number,
        seat: at + 1,
        arbiter,
        marks: Object.fromEntries(Object.entries(sheet.marks).map(([pointId, mark]) => [pointId, formatMark(mark)])),
        total: formatMark(totals.get(sheet.assignmentId) ?? 0),
        reviewer,
        private: { assignmentId: sheet.assignmentId, reviewerId: sheet.reviewerId, ...facts },
      };
    });
}

function entryLines({ number, reviewed, adjustments }: DossierCase, commit: Commitment): DossierLine[] {
  const line = (what: string, points: number, more: object = {}): DossierLine => ({
    kind: 'entry',
    application: number,
    what,
    points: formatMark(points),
    ...more,
  });
  const visits = (reviewed.visits ?? []).toSorted((a, b) =>
    commit(number, a.reviewerId) < commit(number, b.reviewerId) ? -1 : 1,
  );
  return [
    ...visits.map(({ reviewerId, score = 0 }, at) => line('site', score, { seat: at + 1, private: { reviewerId } })),
    ...(!reviewed.visits && reviewed.site !== undefined ? [line('site', reviewed.site)] : []),
    ...(reviewed.satisfaction === undefined ? [] : [line('satisfaction', reviewed.satisfaction)]),
    ...adjustments.map(({ kind, points, reason, source, enteredBy, at }) =>
      line(kind, points, { private: { reason, source, enteredBy, at } }),
    ),
  ];
}

const resultLine = ({ number, row }: DossierCase): DossierLine => ({
  kind: 'result',
  application: number,
  steps: row.steps.map(({ name, fraction }) => ({ name, fraction })),
  composite: row.composite,
  shown: row.shown,
  passed: row.passed,
  tier: row.tier,
  rank: row.rank,
  tieBrokenBy: row.tieBrokenBy,
  needsVote: row.needsVote,
  selected: row.selected,
  whyNot: row.whyNot,
  substitute: row.substitute,
});

/** The lines of one application, its result last. */
export const caseLines = (of: DossierCase, commit: Commitment): DossierLine[] => [
  applicationLine(of, commit),
  ...sheetLines(of, commit),
  ...entryLines(of, commit),
  resultLine(of),
];

/**
 * Numbers for the applications, `A-00001` …, in the order of salted hashes: they say nothing of the ids or of the order
 * in which units applied.
 */
export const numbersOf = (applicationIds: readonly string[], commit: Commitment): Map<string, string> =>
  new Map(
    applicationIds
      .map((id) => ({ id, hash: commit('application', id) }))
      .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
      .map(({ id }, at) => [id, `A-${String(at + 1).padStart(5, '0')}`]),
  );
