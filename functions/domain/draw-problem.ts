import { conflictSources } from './conflicts.ts';
import type { DrawAim, DrawRound } from './draws.ts';
import { type Core, forbidden } from './matching/core.ts';
import { tieOf } from './matching/ties.ts';

/** Why a pair must not be: no more drawn, another category, left this panel, sits in the other round, or a conflict. */
export const barriers = ['unavailable', 'other-category', 'left-panel', 'other-round', ...conflictSources] as const;
export type Barrier = (typeof barriers)[number];

export type DrawApplication = {
  readonly applicationId: string;
  /** What the draw knows it by: of the unit itself, so that the same season gives the same draw wherever it is run. */
  readonly drawKey: string;
  readonly categoryId: string;
  /** How it is called in an explanation; decides nothing and is not frozen. */
  readonly name: string;
  /** How many reviewers it gets, pins counted. */
  readonly size: number;
};

export type DrawReviewer = {
  readonly reviewerId: string;
  readonly drawKey: string;
  readonly name: string;
  /** Bounds of the number of applications, both included, pins counted. */
  readonly least: number;
  readonly most: number;
  /** Equal for reviewers of one organization. */
  readonly organization: number;
  readonly outside: boolean;
};

/** All that a draw depends on, in the order of `inDrawOrder`. */
export type DrawProblem = {
  readonly round: DrawRound;
  readonly aim: DrawAim;
  /** Public; decides among equally good assignments, and nothing else does. */
  readonly seed: string;
  readonly onePerOrganization: boolean;
  /** Outside experts in each panel, at least. */
  readonly outsiders: number;
  readonly applications: readonly DrawApplication[];
  readonly reviewers: readonly DrawReviewer[];
  /** By application, then by reviewer: 0 … 1000, or where the pair must not be what `closed` makes of the barriers. */
  readonly fit: Int16Array;
  /** Pairs that stand already, as positions. */
  readonly pins: readonly (readonly [row: number, column: number])[];
};

const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** Applications and reviewers by their draw keys, then by their ids: the order in which they were read means nothing. */
export const inDrawOrder = <T extends { readonly drawKey: string }>(
  things: readonly T[],
  idOf: (thing: T) => string,
): T[] => things.toSorted((a, b) => byText(a.drawKey, b.drawKey) || byText(idOf(a), idOf(b)));

/** The barriers of a pair as one number below 0: minus the sum of 2 to the power of their places in `barriers`. */
export const closed = (sources: readonly Barrier[]): number =>
  -sources.reduce((set, source) => set | (1 << barriers.indexOf(source)), 0);

/** The barriers in such a number; none in a fit. */
export const barriersIn = (value: number): Barrier[] =>
  value >= 0 ? [] : barriers.filter((_, at) => (-value & (1 << at)) !== 0);

/** The problem for the solver. Ties go by the public seed alone. */
export function coreOf(problem: DrawProblem): Core {
  const { applications, reviewers, seed, onePerOrganization, outsiders } = problem;
  return {
    rows: applications.length,
    columns: reviewers.length,
    fit: problem.fit.map((value) => (value < 0 ? forbidden : value)),
    sizes: Int32Array.from(applications, ({ size }) => size),
    least: Int32Array.from(reviewers, ({ least }) => least),
    most: Int32Array.from(reviewers, ({ most }) => most),
    pins: problem.pins,
    ...(onePerOrganization && { organization: Int32Array.from(reviewers, ({ organization }) => organization) }),
    ...(outsiders > 0 && { outside: Uint8Array.from(reviewers, ({ outside }) => Number(outside)), outsiders }),
    rowTie: Uint32Array.from(applications, ({ drawKey }) => tieOf(seed, drawKey)),
    columnTie: Uint32Array.from(reviewers, ({ drawKey }) => tieOf(seed, drawKey)),
  };
}
