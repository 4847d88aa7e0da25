import { mixedTie } from './ties.ts';

/** The highest fit of a pair; what must not be has `forbidden` in its place. */
export const highestFit = 1000;
export const forbidden = -1;

/** An assignment problem in typed arrays: positions instead of ids. Applications are its rows, reviewers its columns. */
export type Core = {
  readonly rows: number;
  readonly columns: number;
  /** Row by row: 0 … 1000, or −1 where the pair must not be. */
  readonly fit: Int16Array;
  /** Reviewers wanted by each row, pins counted. */
  readonly sizes: Int32Array;
  /** Bounds of each column's load, both included, pins counted. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Pairs that stand already, whatever they cost. */
  readonly pins: readonly (readonly [row: number, column: number])[];
  /** The organization of each column, or −1: no two of one organization in a row. Absent: no such rule. */
  readonly organization?: Int32Array;
  /** 1 for an outside expert: at least `outsiders` in each row, all in a smaller one. An organization is all 0 or all 1. */
  readonly outside?: Uint8Array;
  readonly outsiders?: number;
  /** Whole numbers from 1 by which a row's fits count; fairness raises those of the worst served. Absent: 1 each. */
  readonly factors?: Int32Array;
  /** The draw's public numbers, 32 bits each; see `ties.ts`. */
  readonly rowTie: Uint32Array;
  readonly columnTie: Uint32Array;
};

/** Members of row r are `members[offsets[r]]` up to, not including, `members[offsets[r + 1]]`, ascending. */
export type Solution = {
  readonly members: Int32Array;
  readonly offsets: Int32Array;
  /** Sum of the fits, without factors and ties. */
  readonly total: number;
  /**
   * Whole numbers in the unit of `weightOf` that prove it optimal: each row's members are its best choice by weight
   * less price, and a column with a price above 0 has its greatest load, one with a price below 0 its least.
   */
  readonly prices: Float64Array;
};

/**
 * Why there is no assignment: a cut of the flow. These rows need `wanted` reviews of these columns (what they can get
 * elsewhere is taken off), which have room for no more than `places`; of `least`, these columns must have `wanted`
 * reviews, and these rows can give them no more than `places`. The kind tells the rule without which it would do.
 */
export type Shortage = {
  readonly kind: 'capacity' | 'least' | 'organizations' | 'outsiders' | 'pins';
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly wanted: number;
  readonly places: number;
};

export const isShortage = (outcome: Solution | Shortage): outcome is Shortage => 'kind' in outcome;

/** How weights are made: fit × `scale` + the upper bits of the mixed tie number, all but `shift` of 32. */
export type Scale = { readonly scale: number; readonly shift: number };

/**
 * The scale of a problem's weights. Two assignments differ by cycles that pass each column at most once, so a better
 * one in fits lies no more than `columns` handovers away: a scale above columns × greatest tie number keeps fit first.
 * Prices are sums along such paths: (columns + 1) × greatest weight, which with room for a factor of 4 stays under 2^53,
 * where doubles hold each whole number. As many bits of tie number are taken as this leaves, at most 32.
 */
export function scaleOf({ columns, factors }: Pick<Core, 'columns' | 'factors'>): Scale {
  const longest = columns + 1;
  const greatest = (factors?.reduce((high, factor) => Math.max(high, factor), 1) ?? 1) * highestFit + 1;
  const bits = Math.min(32, Math.floor(51 - Math.log2(longest * longest * greatest)));
  if (bits < 1) throw new RangeError(`Too many columns for exact weights: ${columns}`);
  return { scale: longest * 2 ** bits, shift: 32 - bits };
}

/** The weight of an allowed pair, which an assignment maximizes: a whole number, the fit first, then the draw's. */
export const weightOf = (core: Core, { scale, shift }: Scale, row: number, column: number): number =>
  (core.fit[row * core.columns + column] as number) * (core.factors?.[row] ?? 1) * scale +
  (mixedTie(core.rowTie[row] as number, core.columnTie[column] as number) >>> shift);
