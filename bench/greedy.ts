import type { Core } from '#domain/matching/core';

/**
 * What offices do by hand, for comparison: no going back, no least loads, and a row that comes late may stay short.
 */
type Greedy = { readonly name: string; readonly total: number; readonly time: number };

/** Each application in turn takes what `better` puts first among the reviewers with room. */
function inTurn(core: Core, better: (row: number, a: number, b: number, loads: Int32Array) => boolean): number {
  const { rows, columns, fit, sizes, most } = core;
  const loads = new Int32Array(columns);
  const taken = new Int32Array(columns).fill(-1);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < (sizes[row] as number); place += 1) {
      let best = -1;
      for (let column = 0; column < columns; column += 1) {
        const full = (loads[column] as number) >= (most[column] as number);
        if (full || taken[column] === row || (fit[row * columns + column] as number) < 0) continue;
        if (best < 0 || better(row, column, best, loads)) best = column;
      }
      if (best < 0) break;
      taken[best] = row;
      loads[best] = (loads[best] as number) + 1;
      total += fit[row * columns + best] as number;
    }
  }
  return total;
}

/** The best pairs of all first, sorted by counting. */
function bestFirst({ columns, fit, sizes, most }: Core): number {
  const starts = new Int32Array(1003);
  for (const value of fit) if (value >= 0) starts[1001 - value] = (starts[1001 - value] as number) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const order = new Int32Array(starts[1002] as number);
  for (let at = 0; at < fit.length; at += 1) {
    const value = fit[at] as number;
    if (value < 0) continue;
    const place = starts[1000 - value] as number;
    order[place] = at;
    starts[1000 - value] = place + 1;
  }
  const left = sizes.slice();
  const room = most.slice();
  let total = 0;
  for (const at of order) {
    const row = Math.floor(at / columns);
    const column = at - row * columns;
    if (left[row] === 0 || room[column] === 0) continue;
    left[row] = (left[row] as number) - 1;
    room[column] = (room[column] as number) - 1;
    total += fit[at] as number;
  }
  return total;
}

export function greedyTotals(core: Core): Greedy[] {
  const { columns, fit } = core;
  const fitOf = (row: number, column: number): number => fit[row * columns + column] as number;
  const ways = {
    'by arrival': () => inTurn(core, (row, a, b) => fitOf(row, a) > fitOf(row, b)),
    'best pair first': () => bestFirst(core),
    // Of those with least to do the better fit.
    'least loaded': () =>
      inTurn(core, (row, a, b, loads) => {
        const more = (loads[a] as number) - (loads[b] as number);
        return more < 0 || (more === 0 && fitOf(row, a) > fitOf(row, b));
      }),
  };
  return Object.entries(ways).map(([name, way]) => {
    const from = performance.now();
    const total = way();
    return { name, total, time: performance.now() - from };
  });
}
