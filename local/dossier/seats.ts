import type { LineOf } from './shapes.ts';

export type Candidate = {
  readonly application: string;
  readonly recommender: string;
  readonly areaPath: readonly string[];
  readonly rank: number;
};

type Cell = {
  readonly recommender: string;
  readonly seats: number;
  readonly selected: readonly string[];
  /** Who is tied across the cut, and how many of these get a seat. */
  readonly tied: readonly string[];
  readonly undecided: number;
  /** Who waits for a vacancy, by place; equals share one. */
  readonly substitutes: ReadonlyMap<string, number>;
};

/** One pool for all recommenders, where the seats are not divided. */
const EVERYBODY = '*';

type Limit = LineOf<'category'>['quota']['areas'][number];
type Left = { open: number; readonly kept: Map<string, number>; readonly room: Map<string, number> };

const areaOf = (limits: readonly Limit[], { areaPath }: Candidate): string =>
  limits.find(({ areaId }) => areaPath.includes(areaId))?.areaId ?? '';

const take = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) - 1);
};

/** One candidate after the other: a place kept for the area first, else an open one while the area has room. */
function seatOne(left: Left, area: string): boolean {
  if ((left.room.get(area) ?? Number.POSITIVE_INFINITY) <= 0) return false;
  if ((left.kept.get(area) ?? 0) > 0) take(left.kept, area);
  else if (left.open > 0) left.open -= 1;
  else return false;
  if (left.room.has(area)) take(left.room, area);
  return true;
}

const copyOf = ({ open, kept, room }: Left): Left => ({ open, kept: new Map(kept), room: new Map(room) });

/** Whether the last of these is seated when they come one after the other. */
function isLastSeated(order: readonly Candidate[], left: Left, area: (of: Candidate) => string): boolean {
  const trial = copyOf(left);
  return order.map((each) => seatOne(trial, area(each))).at(-1) ?? false;
}

/**
 * Among equals nobody comes first. A seat is certain for whoever gets one even as the last of them, and possible for
 * whoever gets one as the first; what is possible and not certain waits for the committee's vote. Those of one area
 * stand alike, so one of each is tried.
 */
function seatEquals(equals: readonly Candidate[], left: Left, area: (of: Candidate) => string) {
  const certain: Candidate[] = [];
  const tied: Candidate[] = [];
  const areas = new Map<string, Candidate[]>();
  for (const each of equals) {
    const group = areas.get(area(each));
    if (group) group.push(each);
    else areas.set(area(each), [each]);
  }
  for (const [name, members] of areas) {
    const [one] = members;
    if (!one) continue;
    const others = equals.filter((each) => each !== one);
    if (isLastSeated([...others, one], left, area)) certain.push(...members);
    else if (seatOne(copyOf(left), name)) tied.push(...members);
  }
  const given = equals.filter((each) => seatOne(left, area(each))).length;
  return { certain, tied, undecided: given - certain.length };
}

const byRank = (candidates: readonly Candidate[]): Candidate[][] => {
  const groups = new Map<number, Candidate[]>();
  for (const each of candidates.toSorted((a, b) => a.rank - b.rank)) {
    const group = groups.get(each.rank);
    if (group) group.push(each);
    else groups.set(each.rank, [each]);
  }
  return [...groups.values()];
};

function cellOf(recommender: string, seats: number, limits: readonly Limit[], fit: readonly Candidate[]): Cell {
  const area = (of: Candidate) => areaOf(limits, of);
  const kept = new Map(
    limits.map(({ areaId, minimum = 0 }) => [
      areaId,
      Math.min(minimum, fit.filter((each) => area(each) === areaId).length),
    ]),
  );
  const room = new Map(
    limits.flatMap(({ areaId, maximum }) => (maximum === undefined ? [] : [[areaId, maximum] as const])),
  );
  const left: Left = { open: seats - [...kept.values()].reduce((sum, each) => sum + each, 0), kept, room };
  const selected: string[] = [];
  const tied: string[] = [];
  let undecided = 0;
  for (const equals of byRank(fit)) {
    const [only] = equals;
    if (equals.length === 1 && only) {
      if (seatOne(left, area(only))) selected.push(only.application);
      continue;
    }
    const seated = seatEquals(equals, left, area);
    selected.push(...seated.certain.map((each) => each.application));
    tied.push(...seated.tied.map((each) => each.application));
    undecided += seated.undecided;
  }
  const settled = new Set([...selected, ...tied]);
  const waiting = byRank(fit.filter((each) => !settled.has(each.application)));
  const substitutes = new Map<string, number>();
  for (const equals of waiting) {
    const place = substitutes.size + 1;
    for (const each of equals) substitutes.set(each.application, place);
  }
  return { recommender, seats, selected, tied, undecided, substitutes };
}

/** Gives the seats of a category to those who pass and are not vetoed, by rank, within the areas' limits. */
export function seatsOf(
  { quota }: LineOf<'category'>,
  fit: readonly Candidate[],
  everybody: readonly Candidate[],
): Cell[] {
  const divided = quota.byRecommender;
  if (!divided) return [cellOf(EVERYBODY, quota.total, quota.areas, fit)];
  const names = new Set([...Object.keys(divided), ...everybody.map(({ recommender }) => recommender)]);
  return [...names].map((name) =>
    cellOf(
      name,
      divided[name] ?? 0,
      quota.areas.filter(({ recommender }) => recommender === name),
      fit.filter(({ recommender }) => recommender === name),
    ),
  );
}
