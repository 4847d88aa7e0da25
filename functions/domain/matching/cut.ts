import { forbidden, type Shortage, weightOf } from './core.ts';
import type { Entries, Found } from './entries.ts';
import { othersOf } from './entries.ts';
import type { Task } from './task.ts';

type Rules = { readonly organizations: boolean; readonly outsiders: boolean };

/** The most that a row can have of the columns that count, and of all columns, under the rules. */
type Reach = { readonly counting: number; readonly all: number };

/**
 * How many of the counting columns a row can hold in a full choice, at most (`prefer`) or at least. By the rules a row
 * takes one of each organization, and outside experts first where it needs them.
 */
function heldBy({ core, outsiders }: Task, row: number, counts: Uint8Array, prefer: boolean, rules: Rules): Reach {
  const seen = new Map<number, boolean>();
  // By class: outside or not, then counting or not.
  const room = [0, 0, 0, 0];
  for (let column = 0; column < core.columns; column += 1) {
    if (core.fit[row * core.columns + column] === forbidden) continue;
    const group = rules.organizations ? (core.organization?.[column] ?? -1) : -1;
    const liked = (counts[column] === 1) === prefer;
    if (group >= 0 && (seen.get(group) === true || (seen.has(group) && !liked))) continue;
    const kind = core.outside?.[column] === 1 ? 2 : 0;
    if (group >= 0 && seen.has(group)) room[kind] = (room[kind] as number) - 1;
    if (group >= 0) seen.set(group, liked);
    room[kind + Number(liked)] = (room[kind + Number(liked)] as number) + 1;
  }
  const size = core.sizes[row] as number;
  const needed = rules.outsiders ? (outsiders?.[row] ?? 0) : 0;
  const [insideOther = 0, insideLiked = 0, outsideOther = 0, outsideLiked = 0] = room;
  const firstLiked = Math.min(needed, outsideLiked);
  const firstOther = Math.min(needed - firstLiked, outsideOther);
  const rest = size - needed;
  const moreLiked = Math.min(rest, insideLiked + outsideLiked - firstLiked);
  const moreOther = Math.min(rest - moreLiked, insideOther + outsideOther - firstOther);
  const liked = firstLiked + moreLiked;
  const all = liked + firstOther + moreOther;
  return { counting: prefer ? liked : all - liked, all };
}

const bothRules: Rules = { organizations: true, outsiders: true };

/** Which rule it is: the first without which the numbers would do. */
function kindOf(task: Task, plain: 'capacity' | 'least', holds: (rules: Rules) => boolean): Shortage['kind'] {
  if (task.outsiders && holds({ organizations: true, outsiders: false })) return 'outsiders';
  if (task.core.organization && holds({ organizations: false, outsiders: true })) return 'organizations';
  if (task.core.organization && task.outsiders && holds({ organizations: false, outsiders: false })) return 'outsiders';
  return plain;
}

/** A row that has no choice at all, by itself: too few reviewers may take it. */
export function shortRow(task: Task, row: number): Shortage {
  const none = new Uint8Array(task.core.columns);
  const wanted = task.core.sizes[row] as number;
  const full = (rules: Rules): number => heldBy(task, row, none, false, rules).all;
  const kind = kindOf(task, 'capacity', (rules) => full(rules) === wanted);
  return { kind, rows: [row], columns: [], wanted, places: full(bothRules) };
}

/** The cut that the search ended at: what excess reached is full, or what it did not reach cannot be filled. */
export function shortageOf(task: Task, reached: Uint8Array): Shortage {
  const { rows, columns, most, least } = task.core;
  const spills = reached[columns] === 1;
  const counts = Uint8Array.from({ length: columns }, (_, column) => Number((reached[column] === 1) !== spills));
  const within = [...counts.keys()].filter((column) => counts[column] === 1);
  const shares = (rules: Rules): number[] =>
    Array.from({ length: rows }, (_, row) => heldBy(task, row, counts, spills, rules).counting);
  const bounds = within.reduce((all, column) => all + ((spills ? least : most)[column] as number), 0);
  const total = (rules: Rules): number => shares(rules).reduce((all, each) => all + each, 0);
  const concerned = [...shares(bothRules).entries()].filter(([, share]) => share > 0).map(([row]) => row);
  const cut = { rows: concerned, columns: within };
  if (spills) {
    const kind = kindOf(task, 'least', (rules) => total(rules) >= bounds);
    return { kind, ...cut, wanted: bounds, places: total(bothRules) };
  }
  const kind = kindOf(task, 'capacity', (rules) => total(rules) <= bounds);
  return { kind, ...cut, wanted: total(bothRules), places: bounds };
}

/**
 * Pairs that might lead out of what excess reached, and were left aside so far: for each row that holds a reached
 * column the best `count` others. None left means that the cut is one of the whole problem.
 */
export function beyond(task: Task, entries: Entries, reached: Uint8Array, prices: Float64Array, count: number): Found {
  const worth = (row: number, column: number): number =>
    weightOf(task.core, task.scale, row, column) - (prices[column] as number);
  const rows: number[] = [];
  const columns: number[] = [];
  for (let row = 0; row < task.core.rows; row += 1) {
    if (!holdsReached(entries, reached, row)) continue;
    const others = othersOf(task, entries, row)
      .filter((column) => reached[column] === 0)
      .sort((a, b) => worth(row, b) - worth(row, a))
      .slice(0, count);
    for (const column of others) {
      rows.push(row);
      columns.push(column);
    }
  }
  return { rows, columns };
}

function holdsReached({ start, column, inside }: Entries, reached: Uint8Array, row: number): boolean {
  for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
    if (inside[at] === 1 && reached[column[at] as number] === 1) return true;
  }
  return false;
}
