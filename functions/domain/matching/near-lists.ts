import { type Core, forbidden } from './core.ts';
import type { Standing } from './standing.ts';
import type { StandingWeights } from './standing-weights.ts';

/** The columns of a row whose value, weight less price, is at least `floor`: all that a search within its limit needs. */
export type Near = {
  readonly floor: number;
  /** No column outside of the panel is worth more: prices never fall. */
  top: number;
  readonly columns: number[];
  readonly weights: number[];
  readonly inside: boolean[];
};

export type NearLists = {
  /** The list as it was made, if it was. */
  known(row: number): Near | undefined;
  /** A list down to a floor; `limit` is how far the search goes from any member of the row. */
  reaching(row: number, floor: number, limit: number): Near;
  /** Takes note of a column that joined or left a panel. */
  mark(row: number, column: number, isInside: boolean): void;
};

/** How many fits farther than needed a list reaches when it is made, and at most before it is made anew. */
const MARGIN = 4;
const LONGEST = 32;

/** Lists that are made when they are asked for. Prices never fall, so that what was left out stays below its floor. */
export function openNearLists(
  core: Core,
  weights: StandingWeights,
  standing: Standing,
  price: Float64Array,
): NearLists {
  const { columns, fit } = core;
  const { fit: unit, weightOf } = weights;
  const lists: (Near | undefined)[] = [];

  function made(row: number, floor: number, limit: number): Near {
    const line = row * columns;
    const each = unit * (core.factors?.[row] ?? 1);
    const panel = standing.panelOf(row);
    let low = floor;
    for (const column of panel) {
      low = Math.min(low, (fit[line + column] as number) * each - (price[column] as number) - limit);
    }
    const list: Near = { floor: low - MARGIN * unit, top: low, columns: [], weights: [], inside: [] };
    // What lies below the fit in a weight is less than one fit.
    const least = list.floor - unit;
    for (let column = 0; column < columns; column += 1) {
      const value = (fit[line + column] as number) * each - (price[column] as number);
      if (value < least || fit[line + column] === forbidden) continue;
      const isInside = panel.includes(column);
      if (!isInside) list.top = Math.max(list.top, value + unit);
      list.columns.push(column);
      list.weights.push(weightOf(row, column));
      list.inside.push(isInside);
    }
    return list;
  }

  return {
    known: (row) => lists[row],
    reaching(row, floor, limit) {
      const known = lists[row];
      // A list that a far search made long is made anew rather than read again and again.
      const isLong = known !== undefined && known.floor < floor - LONGEST * unit && known.columns.length > columns / 4;
      if (known && known.floor <= floor && !isLong) return known;
      const list = made(row, floor, limit);
      lists[row] = list;
      return list;
    },
    mark(row, column, isInside) {
      const list = lists[row];
      const at = list?.columns.indexOf(column) ?? -1;
      // A column from beyond the list, as a free seat may take, makes the list void.
      if (!list || at < 0) lists[row] = undefined;
      else {
        list.inside[at] = isInside;
        if (!isInside) list.top = Number.POSITIVE_INFINITY;
      }
    },
  };
}
