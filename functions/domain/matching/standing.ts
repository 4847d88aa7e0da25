import type { Core, Solution } from './core.ts';

/** An assignment that is being changed: who is in which panel, and what each column holds. */
export type Standing = {
  /** Columns of a row, in no order. */
  panelOf(row: number): Int32Array;
  /** The loads that count, holes with them, by column. */
  readonly loads: Int32Array;
  /** Fit of each row's panel. */
  readonly totals: Int32Array;
  /** By column the rows that it may hand over; pinned ones are not among them. */
  readonly held: readonly (readonly number[])[];
  isPinned(row: number, column: number): boolean;
  pin(row: number, column: number): void;
  put(row: number, column: number): void;
  take(row: number, column: number): void;
  /** Whether a row's group rules let a column in once `leaving` (or nobody, −1) is out. */
  allows(row: number, column: number, leaving: number): boolean;
  readonly members: Int32Array;
  readonly offsets: Int32Array;
};

/**
 * @param from may have fewer rows than the core; panels may be short of the sizes wanted.
 * @param holes columns of which each has lost a load with a row that is gone.
 */
export function openStanding(core: Core, from: Solution, holes: Iterable<number>): Standing {
  const { columns, fit, sizes, organization, outside, outsiders = 0 } = core;
  const offsets = new Int32Array(core.rows + 1);
  for (let row = 0; row < core.rows; row += 1) offsets[row + 1] = (offsets[row] as number) + (sizes[row] as number);
  const members = new Int32Array(offsets[core.rows] as number);
  const filled = new Int32Array(core.rows);
  const loads = new Int32Array(columns);
  const totals = new Int32Array(core.rows);
  const held = Array.from({ length: columns }, (): number[] => []);
  const pins = new Set(core.pins.map(([row, column]) => row * columns + column));
  const isPinned = (row: number, column: number): boolean => pins.size > 0 && pins.has(row * columns + column);

  const panelOf = (row: number): Int32Array =>
    members.subarray(offsets[row] as number, (offsets[row] as number) + (filled[row] as number));

  function put(row: number, column: number): void {
    members[(offsets[row] as number) + (filled[row] as number)] = column;
    filled[row] = (filled[row] as number) + 1;
    totals[row] = (totals[row] as number) + (fit[row * columns + column] as number);
    if (!isPinned(row, column)) held[column]?.push(row);
  }

  function take(row: number, column: number): void {
    const panel = panelOf(row);
    panel[panel.indexOf(column)] = panel.at(-1) as number;
    filled[row] = (filled[row] as number) - 1;
    totals[row] = (totals[row] as number) - (fit[row * columns + column] as number);
    const rows = held[column] as number[];
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
  }

  function allows(row: number, column: number, leaving: number): boolean {
    let insiders = outside?.[column] === 1 ? 0 : 1;
    for (const other of panelOf(row)) {
      if (other === leaving) continue;
      if (outside?.[other] !== 1) insiders += 1;
      const group = organization?.[other] ?? -1;
      if (group >= 0 && group === organization?.[column]) return false;
    }
    return outsiders === 0 || insiders <= (sizes[row] as number) - outsiders;
  }

  for (let row = 0; row + 1 < from.offsets.length; row += 1) {
    for (let at = from.offsets[row] as number; at < (from.offsets[row + 1] as number); at += 1) {
      const column = from.members[at] as number;
      put(row, column);
      loads[column] = (loads[column] as number) + 1;
    }
  }
  for (const column of holes) loads[column] = (loads[column] as number) + 1;
  const pin = (row: number, column: number): void => {
    pins.add(row * columns + column);
  };
  return { panelOf, loads, totals, held, isPinned, pin, put, take, allows, members, offsets };
}
