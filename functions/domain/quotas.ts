import * as z from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';
import { refuse } from './fields.ts';

const seats = z.int().min(0).max(100_000);

/** Seats kept for an area, and the most that it may take; an area within another limited one is no limit of its own. */
const AreaLimit = z.object({ areaId: z.string().min(1), minimum: seats.default(0), maximum: seats.optional() });
export type AreaLimit = z.output<typeof AreaLimit>;

/** The seats of one category × recommender, of which some may be kept for areas. */
const QuotaCell = z
  .object({ category: z.string().min(1), recommender: z.string().min(1), seats, areas: z.array(AreaLimit).default([]) })
  .superRefine((cell, context) => {
    const kept = cell.areas.reduce((all, { minimum }) => all + minimum, 0);
    if (kept <= cell.seats) return;
    const refusal = {
      code: 'MinimumsAboveSeats',
      zh: `各地区保底名额之和（${kept}）超过名额（${cell.seats}）。`,
      en: `The areas' minimums (${kept}) exceed the seats (${cell.seats}).`,
    };
    refuse(context, refusal, ['areas']);
  });
export type QuotaCell = z.output<typeof QuotaCell>;

/** equal 等额: no more may be recommended than there are seats. competitive 差额: the best take them. */
export const QuotaPlan = z
  .object({ total: seats, mode: z.enum(['equal', 'competitive']), cells: z.array(QuotaCell) })
  .superRefine((plan, context) => {
    const given = plan.cells.reduce((all, cell) => all + cell.seats, 0);
    if (given > plan.total) {
      const refusal = {
        code: 'SeatsAboveTotal',
        zh: `已分配名额 ${given} 个，超过总名额 ${plan.total} 个。`,
        en: `${given} seats are given out, but the total is ${plan.total}.`,
      };
      refuse(context, refusal, ['cells']);
    }
    const keys = plan.cells.map((cell) => JSON.stringify([cell.category, cell.recommender]));
    keys.forEach((key, position) => {
      if (keys.indexOf(key) === position) return;
      const refusal = { code: 'CellTwice', zh: '同一类别和推荐单位重复分配名额。', en: 'This cell is given twice.' };
      refuse(context, refusal, ['cells', position]);
    });
  });
export type QuotaPlan = z.output<typeof QuotaPlan>;

/** How many a recommender sent into a category with an equal quota; at least as many as still stand. */
export const Sent = z.object({ cycleId: z.string(), categoryId: z.string(), recommender: z.string(), sent: z.int() });
export type Sent = z.infer<typeof Sent>;

export type Candidate = {
  readonly id: string;
  readonly category: string;
  readonly recommender: string;
  /** The area and all that it lies in: a limit of any of them binds. */
  readonly areaPath: readonly string[];
  /** Of the category's ranking: equal ranks are unresolved ties. */
  readonly rank: number;
  readonly passes: boolean;
  readonly vetoed: boolean;
};

export type Exclusion = 'vetoed' | 'below-line' | 'no-seat';

export type Allocation = {
  readonly category: string;
  readonly recommender: string;
  readonly seats: number;
  readonly selected: readonly string[];
  /** Ties across the cut: `seats` of these are chosen by the committee's vote, none of them before. */
  readonly undecided: readonly { readonly ids: readonly string[]; readonly seats: number }[];
  readonly excluded: readonly { readonly id: string; readonly reason: Exclusion }[];
  /** 递补: who passed and got no seat, best first; equals share a place, as in the ranking. */
  readonly waiting: readonly { readonly id: string; readonly place: number }[];
  /** Seats that nobody can take. They stay vacant: no other recommender gets them. */
  readonly vacant: number;
  /** Areas with fewer passing candidates than their minimum. */
  readonly areasShort: readonly { readonly area: string; readonly missing: number }[];
};

export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Where no limit binds, everybody competes in one area without a name. */
const UNLIMITED = '';

/** The limited area of a cell that a candidate belongs to. Limits of a cell never lie within each other. */
export const limitedAreaOf = (limits: readonly AreaLimit[], areaPath: readonly string[]): string =>
  limits.find(({ areaId }) => areaPath.includes(areaId))?.areaId ?? UNLIMITED;

/** What is left to give: places kept for areas, how many each area may still take, and the places open to all. */
export type Places = { readonly kept: Map<string, number>; readonly room: Map<string, number>; open: number };

const totalOf = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);

/** Seats kept for areas that cannot use them are open to all again. */
function placesOf({ areas, seats: all }: QuotaCell, countOf: (areaId: string) => number): Places {
  const kept = new Map(areas.map(({ areaId, minimum }) => [areaId, Math.min(minimum, countOf(areaId))]));
  const room = new Map(areas.map(({ areaId, maximum }) => [areaId, maximum ?? Number.MAX_SAFE_INTEGER]));
  return { kept, room, open: all - totalOf(kept.values()) };
}

type Group<Member> = {
  readonly area: string;
  readonly members: readonly Member[];
  readonly kept: number;
  readonly wanted: number;
};

/** What one area's members of a rank can have: places kept for it, and how many open ones they still want. */
function claimOf<Member>(area: string, members: readonly Member[], { kept, room }: Places): Group<Member> {
  const own = Math.min(kept.get(area) ?? 0, members.length);
  const most = Math.min(room.get(area) ?? Number.MAX_SAFE_INTEGER, members.length);
  return { area, members, kept: own, wanted: most - own };
}

type Seated<Member> = {
  readonly certain: readonly Member[];
  /** Those who hope for places that not all of them can have; apart where one vote's outcome does not touch another. */
  readonly hoping: readonly { readonly members: readonly Member[]; readonly seats: number }[];
};

/**
 * Seats the candidates of one rank and takes their places away. Within a rank nobody comes first, so a place that
 * not all who compete for it can have is given to none of them. How many places are left for the next rank does
 * not depend on who gets them.
 */
export function seatRank<Member>(tied: ReadonlyMap<string, readonly Member[]>, places: Places): Seated<Member> {
  const groups = [...tied].map(([area, members]) => claimOf(area, members, places));
  const wanted = totalOf(groups.map((group) => group.wanted));
  const taken = Math.min(places.open, wanted);
  const isScarce = 0 < taken && taken < wanted;
  places.open -= taken;
  const certain: Member[] = [];
  const hoping: { members: readonly Member[]; seats: number }[] = [];
  const rivals: Group<Member>[] = [];
  for (const group of groups) {
    const { area, members, kept } = group;
    const got = kept + (taken === wanted ? group.wanted : 0);
    places.kept.set(area, (places.kept.get(area) ?? 0) - kept);
    places.room.set(area, (places.room.get(area) ?? Number.MAX_SAFE_INTEGER) - got);
    if (isScarce && group.wanted > 0) rivals.push(group);
    else if (got === members.length) certain.push(...members);
    else if (got > 0) hoping.push({ members, seats: got });
  }
  if (rivals.length > 0) {
    const ownPlaces = totalOf(rivals.map(({ kept }) => kept));
    hoping.push({ members: rivals.flatMap(({ members }) => members), seats: ownPlaces + taken });
  }
  return { certain, hoping };
}

/** Competition places among those who wait: 1, 2, 2, 4. */
function inPlaces(waiting: readonly Candidate[]): Allocation['waiting'] {
  let place = 0;
  return waiting
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id, rank }, at, all) => {
      if (rank !== all[at - 1]?.rank) place = at + 1;
      return { id, place };
    });
}

function allocateCell(cell: QuotaCell, candidates: readonly Candidate[]): Allocation {
  const { category, recommender, seats: all } = cell;
  const fit = candidates.filter((candidate) => candidate.passes && !candidate.vetoed);
  const areaOf = ({ areaPath }: Candidate) => limitedAreaOf(cell.areas, areaPath);
  const byArea = groupBy(fit, areaOf);
  const places = placesOf(cell, (areaId) => byArea.get(areaId)?.length ?? 0);
  const areasShort = cell.areas
    .map(({ areaId, minimum }) => ({ area: areaId, missing: minimum - (places.kept.get(areaId) ?? 0) }))
    .filter(({ missing }) => missing > 0);
  const byRank = [...groupBy(fit, ({ rank }) => rank)].toSorted(([a], [b]) => a - b);
  const seated = byRank.map(([, tied]) => seatRank(groupBy(tied, areaOf), places));
  const selected = seated.flatMap(({ certain }) => certain.map(({ id }) => id));
  const undecided = seated.flatMap(({ hoping }) =>
    hoping.map(({ members, seats: some }) => ({ ids: members.map(({ id }) => id), seats: some })),
  );
  const settled = new Set([...selected, ...undecided.flatMap(({ ids }) => ids)]);
  const left = candidates.filter(({ id }) => !settled.has(id));
  return {
    ...{ category, recommender, seats: all, selected, undecided },
    excluded: left.map((candidate) => ({ id: candidate.id, reason: exclusionOf(candidate) })),
    waiting: inPlaces(left.filter((candidate) => candidate.passes && !candidate.vetoed)),
    vacant: all - selected.length - totalOf(undecided.map((tie) => tie.seats)),
    areasShort,
  };
}

const exclusionOf = (candidate: Candidate): Exclusion => {
  if (candidate.vetoed) return 'vetoed';
  return candidate.passes ? 'no-seat' : 'below-line';
};

/** The name of the one pool of seats where a quota is not divided among recommenders. */
export const EVERYBODY = '*';

const tooManySent = (recommender: string, sent: number, limit: number): FieldProblem => {
  const isDivided = recommender !== EVERYBODY;
  return {
    path: isDivided ? `quota.byRecommender.${recommender}` : 'quota.total',
    code: 'TooManySent',
    zh: `等额推荐：${isDivided ? `「${recommender}」` : '各单位共'}推荐 ${sent} 个，名额为 ${limit} 个，请核减。`,
    en: `The quota is equal: ${isDivided ? recommender : 'all together'} sent ${sent} for ${limit} seats. Take some back.`,
  };
};

/** What an equal quota (等额) refuses: every recommender that sent more than it has seats, the first one's limit told. */
export function refuseTooManySent(
  counts: readonly { readonly recommender: string; readonly sent: number; readonly seats: number }[],
): void {
  const over = counts.filter(({ sent, seats: limit }) => sent > limit);
  const [first] = over;
  if (!first) return;
  const fields = over.map(({ recommender, sent, seats: limit }) => tooManySent(recommender, sent, limit));
  throw new AwardError('QuotaExceeded', { values: { limit: first.seats }, fields });
}

/**
 * Gives the seats of each category × recommender to the best of those who pass and are not vetoed: first the places
 * kept for areas, then the open ones, no area above its maximum. A candidate of a cell that the plan does not name
 * gets no seat.
 * @throws AwardError `QuotaExceeded` when the mode is equal (等额) and a recommender sent more than it has seats.
 */
export function allocate(plan: QuotaPlan, candidates: readonly Candidate[]): Allocation[] {
  const keyOf = ({ category, recommender }: { category: string; recommender: string }) =>
    JSON.stringify([category, recommender]);
  const cells = new Map(plan.cells.map((cell) => [keyOf(cell), cell]));
  const byCell = groupBy(candidates, keyOf);
  for (const [key, [first]] of byCell) {
    if (!first || cells.has(key)) continue;
    cells.set(key, { category: first.category, recommender: first.recommender, seats: 0, areas: [] });
  }
  const sentOf = (key: string) => byCell.get(key) ?? [];
  if (plan.mode === 'equal') {
    refuseTooManySent([...cells].map(([key, cell]) => ({ ...cell, sent: sentOf(key).length })));
  }
  return [...cells].map(([key, cell]) => allocateCell(cell, sentOf(key)));
}
