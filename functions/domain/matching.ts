import { createHash } from 'node:crypto';
import { openMatching, type Shortage } from './matching-flow.ts';
import { refuseShortage } from './matching-shortage.ts';

/** The algorithm as it is recorded beside every draw; a change that may alter a result raises the version. */
export const matchingAlgorithm = 'successive-shortest-paths/2';

/** The highest fit of a pair. */
export const highestFit = 1000;

/** How many values the draw's tie number has; small enough that scaled costs stay exact in a double. */
const TIES = 2 ** 14;

export type MatchApplication = {
  readonly applicationId: string;
  /** What the draw knows it by: of the unit itself, so that the same season gives the same draw wherever it is run. */
  readonly drawKey: string;
  /** How it is called in an explanation. */
  readonly name: string;
  /** How many reviewers it gets. */
  readonly size: number;
};

export type MatchReviewer = {
  readonly reviewerId: string;
  readonly drawKey: string;
  readonly name: string;
  /** Bounds of the number of applications, both included. */
  readonly least: number;
  readonly most: number;
};

/** All that the draw depends on, and the names that explain a refusal. */
export type MatchProblem = {
  readonly applications: readonly MatchApplication[];
  readonly reviewers: readonly MatchReviewer[];
  /** By application, then by reviewer: whole numbers 0 … 1000, or null for a pair that must not be. */
  readonly fit: readonly (readonly (number | null)[])[];
  /** Pairs that stand already, by application and reviewer id. */
  readonly pinned: readonly (readonly [string, string])[];
  /** Public; decides among equally good assignments, and nothing else does. */
  readonly seed: string;
};

export type MatchedPanel = { readonly applicationId: string; readonly reviewerIds: readonly string[] };

export type Matching = {
  /** In the order of the draw keys, and of the ids where two are the same; reviewers likewise. */
  readonly pairs: readonly MatchedPanel[];
  /** Sum of the fits, the greatest that is possible. */
  readonly total: number;
};

/** What is frozen, hashed and published of a problem: no names, for they decide nothing. */
export const frozenInputs = ({ applications, reviewers, fit, pinned, seed }: MatchProblem): object => ({
  algorithm: matchingAlgorithm,
  applications: applications.map(({ applicationId, drawKey, size }) => ({ applicationId, drawKey, size })),
  reviewers: reviewers.map(({ reviewerId, drawKey, least, most }) => ({ reviewerId, drawKey, least, most })),
  fit,
  pinned,
  seed,
});

const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** Anyone can recompute it: the first 14 bits of SHA-256 over the seed and the two draw keys, a line each. */
function tieNumber(seed: string, applicationKey: string, reviewerKey: string): number {
  const digest = createHash('sha256').update(`${seed}\n${applicationKey}\n${reviewerKey}`).digest();
  return digest.readUInt16BE(0) >> 2;
}

/** Positions sorted by key and id, so that the order in which things were given means nothing. */
const sortedBy = <T>(things: readonly T[], idOf: (thing: T) => string): number[] =>
  [...things.keys()].toSorted((a, b) => byText(idOf(things[a] as T), idOf(things[b] as T)));

function checkFit(fit: number): number {
  if (!Number.isInteger(fit) || fit < 0 || fit > highestFit) throw new RangeError(`Not a fit: ${fit}`);
  return fit;
}

/**
 * Cost of each pair, lower is better: the fit first, and only among equal totals the tie numbers of the draw. Infinite
 * where the pair must not be.
 */
function costsOf(problem: MatchProblem, rows: readonly number[], columns: readonly number[]): Float64Array[] {
  const pairs = problem.applications.reduce((all, application) => all + application.size, 0);
  const weight = pairs * TIES + 1;
  return rows.map((row) =>
    Float64Array.from(columns, (column) => {
      const fit = problem.fit[row]?.[column] ?? null;
      if (fit === null) return Number.POSITIVE_INFINITY;
      const application = problem.applications[row] as MatchApplication;
      const reviewer = problem.reviewers[column] as MatchReviewer;
      return -(checkFit(fit) * weight + tieNumber(problem.seed, application.drawKey, reviewer.drawKey));
    }),
  );
}

/**
 * Assigns reviewers to applications with the greatest total fit, exactly, under sizes, load bounds, forbidden and
 * pinned pairs. The same problem gives the same assignment, in whatever order it is written down.
 * @throws AwardError `PanelTooSmall`, naming who cannot be served; never an assignment that falls short.
 */
export function match(problem: MatchProblem): Matching {
  const rows = sortedBy(problem.applications, (each) => `${each.drawKey}\n${each.applicationId}`);
  const columns = sortedBy(problem.reviewers, (each) => `${each.drawKey}\n${each.reviewerId}`);
  const applications = rows.map((row) => problem.applications[row] as MatchApplication);
  const reviewers = columns.map((column) => problem.reviewers[column] as MatchReviewer);
  const flow = openMatching(costsOf(problem, rows, columns), reviewers);
  const refuse = (shortage: Shortage): never => refuseShortage(shortage, applications, reviewers);

  for (const [applicationId, reviewerId] of problem.pinned) {
    const row = applications.findIndex((application) => application.applicationId === applicationId);
    const column = reviewers.findIndex((reviewer) => reviewer.reviewerId === reviewerId);
    if (row < 0 || column < 0) throw new RangeError(`A pin of a stranger: ${applicationId}, ${reviewerId}`);
    flow.pin(row, column);
  }
  for (const [row, { size }] of applications.entries()) {
    while (flow.membersOf(row).length < size) {
      const shortage = flow.serve(row);
      if (shortage) refuse(shortage);
    }
  }
  for (const [column, { least }] of reviewers.entries()) {
    while (flow.loadOf(column) < least) {
      const shortage = flow.employ(column);
      if (shortage) refuse(shortage);
    }
  }

  const fitOf = (row: number, column: number): number => problem.fit[rows[row] ?? 0]?.[columns[column] ?? 0] ?? 0;
  const members = applications.map((_, row) => flow.membersOf(row).toSorted((a, b) => a - b));
  return {
    pairs: applications.map(({ applicationId }, row) => ({
      applicationId,
      reviewerIds: (members[row] ?? []).map((column) => reviewers[column]?.reviewerId ?? ''),
    })),
    total: members.flatMap((list, row) => list.map((column) => fitOf(row, column))).reduce((sum, fit) => sum + fit, 0),
  };
}
