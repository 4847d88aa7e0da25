/** The list from which a case was opened, so that the next one is a key away and the way back leads to it. */
export type Walk = {
  readonly ids: readonly string[];
  readonly at: number;
  readonly all: number;
  readonly back: string;
};

type Kept = { readonly ids: readonly string[]; readonly first: number; readonly all: number; readonly back: string };

const KEY = 'xuechuang.walk';
/** Kept on either side of the case that was opened; nobody walks further by key. */
const REACH = 500;

/** What of a list is kept when a case of it is opened. */
export function around(ids: readonly string[], applicationId: string, back: string): Kept {
  const at = Math.max(0, ids.indexOf(applicationId));
  const first = Math.max(0, at - REACH);
  return { ids: ids.slice(first, at + REACH + 1), first, all: ids.length, back };
}

/** Where a case stands in the list that was kept; undefined where it is not of it. */
export function placeIn(kept: Kept | undefined, applicationId: string): Walk | undefined {
  const at = kept?.ids.indexOf(applicationId) ?? -1;
  if (!kept || at < 0) return undefined;
  return { ids: kept.ids, at, all: kept.all, back: kept.back };
}

/** What is shown of the place: `12 / 33055`. */
export const shownPlace = (kept: Kept, walk: Walk): number => kept.first + walk.at + 1;

export const keepWalk = (ids: readonly string[], applicationId: string): void =>
  sessionStorage.setItem(
    KEY,
    JSON.stringify(around(ids, applicationId, location.pathname.replace(/^\/console/, '') + location.search)),
  );

export function keptWalk(): Kept | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Kept); // written by `keepWalk` only
}
