import { groupBy, limitedAreaOf, type Places, type QuotaCell, seatRank } from './quotas.ts';

/** Somebody on the list, or promised a place on it. */
type Seated = { readonly areaPath: readonly string[] };
/** Somebody who passed and got no seat. */
type Waiting = Seated & { readonly id: string; readonly rank: number };

export type NextInLine = {
  /** Who may come in now; whichever of them, the others still may afterwards. */
  readonly ids: readonly string[];
  /** Equals of whom not all can come in: the committee's vote parts them first. */
  readonly tied: readonly string[];
};

const nobody: NextInLine = { ids: [], tied: [] };

/** The places that are free beside those who stand: kept for areas below their minimum as far as somebody waits there. */
function freePlaces(cell: QuotaCell, standing: readonly Seated[], waiting: readonly Waiting[]): Places {
  const areaOf = ({ areaPath }: Seated) => limitedAreaOf(cell.areas, areaPath);
  const [here, there] = [groupBy(standing, areaOf), groupBy(waiting, areaOf)];
  const countIn = (groups: ReadonlyMap<string, readonly unknown[]>, areaId: string) => groups.get(areaId)?.length ?? 0;
  const kept = new Map(
    cell.areas.map(({ areaId, minimum }) => {
      const missing = Math.max(0, minimum - countIn(here, areaId));
      return [areaId, Math.min(missing, countIn(there, areaId))];
    }),
  );
  const room = new Map(
    cell.areas.map(({ areaId, maximum }) => [
      areaId,
      maximum === undefined ? Number.MAX_SAFE_INTEGER : Math.max(0, maximum - countIn(here, areaId)),
    ]),
  );
  const reserved = [...kept.values()].reduce((all, each) => all + each, 0);
  return { kept, room, open: Math.max(0, cell.seats - standing.length - reserved) };
}

/**
 * 递补: who is next for the places that fell vacant among one recommender's seats, so that the list becomes what it
 * would have been without those who fell: the best of those who wait, areas below their minimum first, no area above
 * its maximum. Where no vote parted equals of whom not all can come in, nobody is next before it.
 */
export function nextInLine(cell: QuotaCell, standing: readonly Seated[], waiting: readonly Waiting[]): NextInLine {
  if (standing.length >= cell.seats) return nobody;
  const places = freePlaces(cell, standing, waiting);
  const areaOf = ({ areaPath }: Seated) => limitedAreaOf(cell.areas, areaPath);
  const byRank = [...groupBy(waiting, ({ rank }) => rank)].toSorted(([a], [b]) => a - b);
  for (const [, equals] of byRank) {
    const { certain, hoping } = seatRank(groupBy(equals, areaOf), places);
    if (certain.length > 0) return { ids: certain.map(({ id }) => id), tied: [] };
    const [first] = hoping;
    if (first) return { ids: [], tied: first.members.map(({ id }) => id) };
  }
  return nobody;
}
