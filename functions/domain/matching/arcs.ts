import { type Flow, NONE, put, take } from './flow.ts';

/**
 * By giver and taker the cheapest handover: what a row's chosen entry weighs more than the one taken for it. A loss
 * whose entry is `LOST` was a gone row's: the true one is no less, and is found when it matters.
 */
export type Arcs = {
  readonly flow: Flow;
  readonly ruled: boolean;
  /** No arcs are kept: columns hold so few rows that looking through these is quicker. */
  readonly sparse: boolean;
  readonly loss: Float64Array[];
  readonly taken: Int32Array[];
  /** 1 where a giver's arcs are there. */
  readonly made: Uint8Array;
  readonly reserves: (Reserve | undefined)[];
  /** How often a giver's losses were looked up again. */
  readonly asked: Int32Array;
};

/** All that a giver could hand over when it was asked for, by taker, so that what was lost is replaced at once. */
type Reserve = {
  readonly start: Int32Array;
  readonly given: Int32Array;
  readonly taken: Int32Array;
  readonly loss: Float64Array;
  /** Chosen entries whose rows have had more to offer since. */
  readonly late: number[];
};

export const LOST = -2;

/** A reserve pays from this time on that a giver is asked; with more than so many late entries it is laid in anew. */
const OFTEN = 4;
const LATEST = 48;

export function openArcs(flow: Flow): Arcs {
  const { task, entries } = flow;
  const { columns, rows, organization } = task.core;
  const { inside } = entries;
  const chosen = inside.reduce((all, each) => all + each, 0);
  const arcs: Arcs = {
    flow,
    ruled: Boolean(organization ?? task.outsiders),
    sparse: (chosen / columns) * (inside.length / rows) < columns / 2,
    loss: [],
    taken: [],
    made: new Uint8Array(columns),
    reserves: [],
    asked: new Int32Array(columns),
  };
  if (arcs.sparse) return arcs;
  for (let giver = 0; giver < columns; giver += 1) clear(arcs, giver);
  for (let at = 0; at < inside.length; at += 1) if (inside[at] === 1) offer(arcs, at);
  return arcs;
}

function clear({ flow, loss, taken, made }: Arcs, giver: number): void {
  const { columns } = flow.task.core;
  loss[giver] ??= new Float64Array(columns);
  taken[giver] ??= new Int32Array(columns);
  loss[giver].fill(Number.POSITIVE_INFINITY);
  made[giver] = 1;
}

/** Takes up what the row of a chosen entry could have instead of it. */
function offer({ flow, ruled, ...arcs }: Arcs, held: number): void {
  const { start, row, column, weight, inside } = flow.entries;
  const own = row[held] as number;
  const giver = column[held] as number;
  const loss = arcs.loss[giver] as Float64Array;
  const taken = arcs.taken[giver] as Int32Array;
  const worth = weight[held] as number;
  const end = start[own + 1] as number;
  for (let at = start[own] as number; at < end; at += 1) {
    const to = column[at] as number;
    const lost = worth - (weight[at] as number);
    if (lost > (loss[to] as number) || inside[at] === 1 || (ruled && !maySwap(flow, held, at))) continue;
    loss[to] = lost;
    taken[to] = at;
  }
}

/** Makes a giver's arcs anew out of all that it holds. */
export function remake(arcs: Arcs, giver: number): void {
  const { head, next } = arcs.flow;
  clear(arcs, giver);
  for (let held = head[giver] as number; held !== NONE; held = next[held] as number) offer(arcs, held);
}

/** Finds the cheapest handover again where it was lost; none is infinitely dear. */
export function relook(arcs: Arcs, giver: number, to: number): void {
  const asked = (arcs.asked[giver] as number) + 1;
  arcs.asked[giver] = asked;
  if (asked < OFTEN) remake(arcs, giver);
  else fromReserve(arcs, giver, to);
}

function fromReserve(arcs: Arcs, giver: number, to: number): void {
  const { inside, start: rowStart, row, column, weight } = arcs.flow.entries;
  const known = arcs.reserves[giver];
  const reserve = known && known.late.length <= LATEST ? known : layIn(arcs, giver);
  const { start, given, taken, loss, late } = reserve;
  let cheapest = Number.POSITIVE_INFINITY;
  let entry = NONE;
  for (let at = start[to] as number; at < (start[to + 1] as number); at += 1) {
    const lost = loss[at] as number;
    if (lost >= cheapest || inside[given[at] as number] === 0 || inside[taken[at] as number] === 1) continue;
    cheapest = lost;
    entry = taken[at] as number;
  }
  for (const held of late) {
    if (inside[held] === 0) continue;
    const own = row[held] as number;
    for (let at = rowStart[own] as number; at < (rowStart[own + 1] as number); at += 1) {
      if (column[at] !== to || inside[at] === 1) continue;
      const lost = (weight[held] as number) - (weight[at] as number);
      if (lost >= cheapest) continue;
      cheapest = lost;
      entry = at;
    }
  }
  (arcs.loss[giver] as Float64Array)[to] = cheapest;
  (arcs.taken[giver] as Int32Array)[to] = entry;
}

/** Sorts by taker all that a giver's rows could have instead of it. */
function layIn({ flow, reserves }: Arcs, giver: number): Reserve {
  const { head, next, entries } = flow;
  const { start: rowStart, row, column, weight, inside } = entries;
  const start = new Int32Array(flow.task.core.columns + 2);
  const each = (visit: (held: number, at: number, to: number) => void): void => {
    for (let held = head[giver] as number; held !== NONE; held = next[held] as number) {
      const own = row[held] as number;
      for (let at = rowStart[own] as number; at < (rowStart[own + 1] as number); at += 1) {
        if (inside[at] === 0) visit(held, at, column[at] as number);
      }
    }
  };
  each((_held, _at, to) => {
    start[to + 2] = (start[to + 2] as number) + 1;
  });
  for (let to = 2; to < start.length; to += 1) start[to] = (start[to] as number) + (start[to - 1] as number);
  const size = start[start.length - 1] as number;
  const reserve: Reserve = {
    start,
    given: new Int32Array(size),
    taken: new Int32Array(size),
    loss: new Float64Array(size),
    late: [],
  };
  // Filling moves each start to its end, which is the next one's start.
  each((held, at, to) => {
    const place = start[to + 1] as number;
    start[to + 1] = place + 1;
    reserve.given[place] = held;
    reserve.taken[place] = at;
    reserve.loss[place] = (weight[held] as number) - (weight[at] as number);
  });
  reserves[giver] = reserve;
  return reserve;
}

/** May the row hand over from the chosen entry to the other one, its rules kept? */
export function maySwap({ task, entries }: Flow, from: number, to: number): boolean {
  const { organization, outside } = task.core;
  const { start, row, column, inside } = entries;
  const own = row[from] as number;
  const [giver, taker] = [column[from] as number, column[to] as number];
  const group = organization?.[taker] ?? NONE;
  if (group >= 0 && organization?.[giver] === group) return true;
  let outsiders = 0;
  for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
    if (inside[at] === 0) continue;
    if (group >= 0 && organization?.[column[at] as number] === group) return false;
    outsiders += outside?.[column[at] as number] ?? 0;
  }
  const loses = outside?.[giver] === 1 && outside[taker] === 0;
  return !loses || outsiders > (task.outsiders?.[own] ?? 0);
}

/** The entry that the row of the taken one gives up for it. */
export function givenFor({ entries }: Flow, giver: number, taken: number): number {
  let at = entries.start[entries.row[taken] as number] as number;
  while (entries.column[at] !== giver) at += 1;
  return at;
}

/** A row hands over from the giver to the taken entry's column, and the arcs follow. */
export function handOver(arcs: Arcs, giver: number, taken: number): void {
  const { flow } = arcs;
  const { start, row, column, inside } = flow.entries;
  const given = givenFor(flow, giver, taken);
  take(flow, given);
  put(flow, taken);
  if (arcs.sparse) return;
  const own = row[taken] as number;
  const taker = column[taken] as number;
  lose(arcs, giver, taken);
  for (let at = start[own] as number; at < (start[own + 1] as number); at += 1) {
    const other = column[at] as number;
    // By rules a change may open and close any of the row's handovers.
    if (arcs.ruled && (inside[at] === 1 || at === given)) arcs.made[other] = 0;
    else if (inside[at] === 0) lose(arcs, giver, at);
    else if (at !== taken && arcs.made[other] === 1) {
      lose(arcs, other, taken);
      improve(arcs, other, at, given);
      arcs.reserves[other]?.late.push(at);
    }
  }
  arcs.reserves[taker]?.late.push(taken);
  if (arcs.made[taker] === 1) offer(arcs, taken);
}

function lose({ flow, made, taken }: Arcs, giver: number, entry: number): void {
  const to = flow.entries.column[entry] as number;
  const known = taken[giver] as Int32Array;
  if (made[giver] === 1 && known[to] === entry) known[to] = LOST;
}

function improve({ flow, loss, taken }: Arcs, giver: number, held: number, entry: number): void {
  const { weight, column } = flow.entries;
  const to = column[entry] as number;
  const lost = (weight[held] as number) - (weight[entry] as number);
  if (lost > ((loss[giver] as Float64Array)[to] as number)) return;
  (loss[giver] as Float64Array)[to] = lost;
  (taken[giver] as Int32Array)[to] = entry;
}
