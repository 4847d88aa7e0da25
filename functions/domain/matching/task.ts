import { type Core, forbidden, type Scale, type Shortage, scaleOf } from './core.ts';

/** What is left to decide when the pins are taken out, with all that the search needs beside it. */
export type Task = {
  /** Without pins: their pairs are forbidden, and so are further reviewers of an organization that a pin brought. */
  readonly core: Core;
  readonly scale: Scale;
  /** Outside experts that each row still needs; absent without such a rule. */
  readonly outsiders?: Int32Array;
};

const sum = (numbers: Int32Array): number => numbers.reduce((all, each) => all + each, 0);

const everyone = (length: number): number[] => Array.from({ length }, (_, at) => at);

const groupOf = ({ organization }: Core, column: number): number => organization?.[column] ?? -1;

/** All of an organization must be outside experts, or none: else the rules cross and make no flow. */
function checkNesting({ organization, outside, columns }: Core): void {
  if (!organization || !outside) return;
  const first = new Map<number, number>();
  for (let column = 0; column < columns; column += 1) {
    const group = organization[column] as number;
    const known = first.get(group) ?? column;
    first.set(group, known);
    if (group >= 0 && outside[known] !== outside[column]) {
      throw new RangeError(`Organization ${group} has reviewers inside and outside`);
    }
  }
}

function checkValues({ fit, sizes, least, most, rows, columns, pins }: Core): void {
  if (fit.length !== rows * columns || sizes.length !== rows || least.length !== columns || most.length !== columns) {
    throw new RangeError('The arrays of an assignment do not fit its rows and columns');
  }
  if (sizes.some((size) => size < 0)) throw new RangeError('A row wants fewer than 0 reviewers');
  if (least.some((low, column) => low < 0 || low > (most[column] as number))) {
    throw new RangeError('A least load lies below 0 or above the greatest');
  }
  const seen = new Set(pins.map(([row, column]) => row * columns + column));
  if (seen.size < pins.length) throw new RangeError('A pair is pinned twice');
  for (const at of seen) if (fit[at] === forbidden || fit[at] === undefined) throw new RangeError('A pin must not be');
}

/** Takes the pins out, or tells which rule they break. */
function withoutPins(core: Core): Task | Shortage {
  const { columns, pins, organization, outside } = core;
  const scale = scaleOf(core);
  // The matrix is large; it is copied only where pins change it.
  const fit = pins.length > 0 ? core.fit.slice() : core.fit;
  const [sizes, least, most] = [core.sizes.slice(), core.least.slice(), core.most.slice()];
  const needed = outside && core.outsiders;
  const outsiders = needed ? sizes.map((size) => Math.min(size, needed)) : undefined;
  for (const [row, column] of pins) {
    const group = groupOf(core, column);
    const alike = pins.filter(([other, at]) => other === row && group >= 0 && groupOf(core, at) === group);
    if (alike.length > 1) {
      return { kind: 'pins', rows: [row], columns: alike.map(([, at]) => at), wanted: alike.length, places: 1 };
    }
    fit[row * columns + column] = forbidden;
    for (let at = 0; organization && group >= 0 && at < columns; at += 1) {
      if (organization[at] === group) fit[row * columns + at] = forbidden;
    }
    sizes[row] = (sizes[row] as number) - 1;
    least[column] = Math.max(0, (least[column] as number) - 1);
    most[column] = (most[column] as number) - 1;
    if (outsiders && outside?.[column] === 1) outsiders[row] = Math.max(0, (outsiders[row] as number) - 1);
  }
  const left = { ...core, fit, sizes, least, most, pins: [] };
  return overPinned(core, left, outsiders) ?? { core: left, scale, ...(outsiders && { outsiders }) };
}

/** Pins beyond a row's size, a column's bound, or in places that outside experts need. */
function overPinned(core: Core, left: Core, outsiders: Int32Array | undefined): Shortage | undefined {
  const row = left.sizes.findIndex((size, at) => size < (outsiders?.[at] ?? 0));
  if (row >= 0) {
    const columns = core.pins.filter(([at]) => at === row).map(([, column]) => column);
    const places = (left.sizes[row] as number) + columns.length - (outsiders?.[row] ?? 0);
    return { kind: 'pins', rows: [row], columns, wanted: columns.length, places };
  }
  const column = left.most.findIndex((most) => most < 0);
  if (column < 0) return undefined;
  const rows = core.pins.filter(([, at]) => at === column).map(([at]) => at);
  return { kind: 'pins', rows, columns: [column], wanted: rows.length, places: core.most[column] as number };
}

/**
 * Prepares a problem for the search, or refuses it where counting alone shows that nothing can be.
 * @throws RangeError for what is no assignment problem: crossing rules, bounds the wrong way round, forbidden pins.
 */
export function taskOf(core: Core): Task | Shortage {
  checkValues(core);
  checkNesting(core);
  const task = withoutPins(core);
  if ('kind' in task) return task;
  const { rows, columns, sizes, least } = task.core;
  // Nobody can have more than every application: one beyond is no bound any more, and keeps the sums small.
  const most = task.core.most.map((high, column) => Math.max(least[column] as number, Math.min(high, rows + 1)));
  const [wanted, lowest, highest] = [sum(sizes), sum(least), sum(most)];
  const all = { rows: everyone(rows), columns: everyone(columns) };
  if (wanted > highest) return { kind: 'capacity', ...all, wanted, places: highest };
  if (wanted < lowest) return { kind: 'least', ...all, wanted: lowest, places: wanted };
  return outsidersShort(task, most) ?? { ...task, core: { ...task.core, most } };
}

/** Outside experts with too little room for what all rows need of them. */
function outsidersShort({ core, outsiders }: Task, most: Int32Array): Shortage | undefined {
  if (!outsiders) return undefined;
  const columns = everyone(core.columns).filter((column) => core.outside?.[column] === 1);
  const places = columns.reduce((all, column) => all + (most[column] as number), 0);
  const rows = everyone(core.rows).filter((row) => (outsiders[row] as number) > 0);
  const wanted = sum(outsiders);
  return wanted > places ? { kind: 'outsiders', rows, columns, wanted, places } : undefined;
}
