import type { Core, Shortage } from '#domain/matching/core';

/**
 * How many members a row can have at most (`most`) or must have at least among some columns, in any full panel that its
 * pins and rules allow; undefined where it has none at all. Greedy: the rules nest.
 */
function shareOf(core: Core, row: number, counts: (column: number) => boolean, most: boolean): number | undefined {
  const size = core.sizes[row] as number;
  const panel = core.pins.filter(([at]) => at === row).map(([, column]) => column);
  const groupOf = (column: number): number => core.organization?.[column] ?? -1;
  const inside = (column: number): boolean => core.outside?.[column] !== 1;
  const fits = (column: number): boolean => {
    if ((core.fit[row * core.columns + column] as number) < 0 || panel.includes(column)) return false;
    const insiders = panel.filter(inside).length;
    if (core.outsiders && inside(column) && insiders >= size - core.outsiders) return false;
    return groupOf(column) < 0 || panel.every((other) => groupOf(other) !== groupOf(column));
  };
  const order = Array.from({ length: core.columns }, (_, column) => column);
  for (const column of [...order.filter((each) => counts(each) === most), ...order]) {
    if (panel.length < size && fits(column)) panel.push(column);
  }
  return panel.length === size ? panel.filter(counts).length : undefined;
}

/** Pins that break a rule by themselves. */
function pinsClash(core: Core): boolean {
  const rowsClash = Array.from({ length: core.rows }, (_, row) => {
    const panel = core.pins.filter(([at]) => at === row).map(([, column]) => column);
    const groups = panel.map((column) => core.organization?.[column] ?? -1).filter((group) => group >= 0);
    const insiders = panel.filter((column) => core.outside?.[column] !== 1).length;
    const size = core.sizes[row] as number;
    return panel.length > size || new Set(groups).size < groups.length || insiders > size - (core.outsiders ?? 0);
  });
  const loads = new Int32Array(core.columns);
  for (const [, column] of core.pins) loads[column] = (loads[column] as number) + 1;
  return rowsClash.includes(true) || loads.some((load, column) => load > (core.most[column] as number));
}

/**
 * Whether what a shortage names cannot be, found by counting alone: a row without a panel, pins that clash, or columns
 * that must take more than their greatest loads, or can get less than their least ones, whatever panel each row has.
 */
export function proves(core: Core, { kind, rows, columns, wanted, places }: Shortage): boolean {
  if (kind === 'pins' && pinsClash(core)) return true;
  if (rows.some((row) => shareOf(core, row, () => false, true) === undefined)) return true;
  const isNamed = new Uint8Array(core.columns);
  for (const column of columns) isNamed[column] = 1;
  const bounded = (bounds: Int32Array): number => columns.reduce((sum, column) => sum + (bounds[column] as number), 0);
  const shares = (most: boolean): number =>
    Array.from(
      { length: core.rows },
      (_, row) => shareOf(core, row, (column) => isNamed[column] === 1, most) ?? 0,
    ).reduce((sum, share) => sum + share, 0);
  const [tooMany, tooFew] = [shares(false) - bounded(core.most), bounded(core.least) - shares(true)];
  return wanted > places && (tooMany > 0 || tooFew > 0) && [tooMany, tooFew].includes(wanted - places);
}
