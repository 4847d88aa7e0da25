import * as z from 'zod';
import { AwardError } from './errors.ts';
import { refuse } from './fields.ts';

const seats = z.int().min(0).max(100_000);

/** The seats of one category × recommender, of which some may be kept for areas. */
const QuotaCell = z
  .object({
    category: z.string().min(1),
    recommender: z.string().min(1),
    seats,
    areaMinimums: z.record(z.string(), seats).default({}),
  })
  .superRefine((cell, context) => {
    const kept = Object.values(cell.areaMinimums).reduce((all, minimum) => all + minimum, 0);
    if (kept <= cell.seats) return;
    const refusal = {
      code: 'MinimumsAboveSeats',
      zh: `各地区保底名额之和（${kept}）超过名额（${cell.seats}）。`,
      en: `The areas' minimums (${kept}) exceed the seats (${cell.seats}).`,
    };
    refuse(context, refusal, ['areaMinimums']);
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

export type Candidate = {
  readonly id: string;
  readonly category: string;
  readonly recommender: string;
  readonly area: string;
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
  /** Seats that nobody can take. They stay vacant: no other recommender gets them. */
  readonly vacant: number;
  /** Areas with fewer passing candidates than their minimum. */
  readonly areasShort: readonly { readonly area: string; readonly missing: number }[];
};

const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

type Places = { kept: Map<string, number>; open: number };

/** Seats kept for areas that cannot use them are open to all again. */
function placesOf(cell: QuotaCell, fit: readonly Candidate[]): Places {
  const areas = groupBy(fit, (candidate) => candidate.area);
  const kept = new Map(
    Object.entries(cell.areaMinimums).map(([area, least]) => [area, Math.min(least, areas.get(area)?.length ?? 0)]),
  );
  return { kept, open: cell.seats - [...kept.values()].reduce((all, places) => all + places, 0) };
}

/**
 * Seats the candidates of one rank and takes their places away. Within a rank nobody comes first, so a place that
 * not all who compete for it can have is given to none of them. How many places are left for the next rank does
 * not depend on who gets them.
 */
function seatRank(
  tied: readonly Candidate[],
  places: Places,
): { certain: Candidate[]; hoping: Candidate[]; seats: number } {
  const areas = [...groupBy(tied, (candidate) => candidate.area)].map(([area, members]) => {
    const kept = Math.min(places.kept.get(area) ?? 0, members.length);
    places.kept.set(area, (places.kept.get(area) ?? 0) - kept);
    return { members, kept };
  });
  const others = areas.reduce((all, { members, kept }) => all + members.length - kept, 0);
  const taken = Math.min(places.open, others);
  places.open -= taken;
  const safe = areas.filter(({ members, kept }) => kept === members.length || taken === others);
  const unsafe = areas.filter((area) => !safe.includes(area) && (area.kept > 0 || taken > 0));
  const count = (list: typeof areas) => list.reduce((all, { kept }) => all + kept, 0);
  return {
    certain: safe.flatMap(({ members }) => members),
    hoping: unsafe.flatMap(({ members }) => members),
    seats: taken === others ? 0 : count(unsafe) + taken,
  };
}

function allocateCell(cell: QuotaCell, candidates: readonly Candidate[]): Allocation {
  const fit = candidates.filter((candidate) => candidate.passes && !candidate.vetoed);
  const places = placesOf(cell, fit);
  const areasShort = Object.entries(cell.areaMinimums)
    .map(([area, least]) => ({ area, missing: least - (places.kept.get(area) ?? 0) }))
    .filter(({ missing }) => missing > 0);
  const byRank = [...groupBy(fit, (candidate) => candidate.rank)].toSorted(([a], [b]) => a - b);
  const seated = byRank.map(([, tied]) => seatRank(tied, places));
  const selected = seated.flatMap(({ certain }) => certain.map(({ id }) => id));
  const undecided = seated
    .filter(({ hoping }) => hoping.length > 0)
    .map(({ hoping, seats }) => ({ ids: hoping.map(({ id }) => id), seats }));
  const settled = new Set([...selected, ...undecided.flatMap(({ ids }) => ids)]);
  return {
    category: cell.category,
    recommender: cell.recommender,
    seats: cell.seats,
    selected,
    undecided,
    excluded: candidates
      .filter(({ id }) => !settled.has(id))
      .map((candidate) => ({ id: candidate.id, reason: exclusionOf(candidate) })),
    vacant: cell.seats - selected.length - undecided.reduce((all, tie) => all + tie.seats, 0),
    areasShort,
  };
}

const exclusionOf = (candidate: Candidate): Exclusion => {
  if (candidate.vetoed) return 'vetoed';
  return candidate.passes ? 'no-seat' : 'below-line';
};

/**
 * Gives the seats of each category × recommender to the best of those who pass and are not vetoed: first the places
 * kept for areas, then the open ones. A candidate of a cell that the plan does not name gets no seat. QuotaExceeded
 * when the mode is equal (等额) and a recommender sent more than it has seats.
 */
export function allocate(plan: QuotaPlan, candidates: readonly Candidate[]): Allocation[] {
  const keyOf = ({ category, recommender }: { category: string; recommender: string }) =>
    JSON.stringify([category, recommender]);
  const cells = new Map(plan.cells.map((cell) => [keyOf(cell), cell]));
  for (const candidate of candidates) {
    const { category, recommender } = candidate;
    if (!cells.has(keyOf(candidate)))
      cells.set(keyOf(candidate), { category, recommender, seats: 0, areaMinimums: {} });
  }
  const byCell = groupBy(candidates, keyOf);
  return [...cells].map(([key, cell]) => {
    const sent = byCell.get(key) ?? [];
    if (plan.mode === 'equal' && sent.length > cell.seats) {
      throw new AwardError('QuotaExceeded', { values: { limit: cell.seats } });
    }
    return allocateCell(cell, sent);
  });
}
