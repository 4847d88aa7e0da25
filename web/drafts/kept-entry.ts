/** What was typed when the sign-in had ended: whose, in which dialog of which page, and the values as JSON has them. */
export type KeptEntry = { readonly personId: string; readonly dialog: string; readonly values: object };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'xuechuang.entry';

/** Kept in this window while its person signs in again, which leaves the page. */
export const keepEntry = (entry: KeptEntry, store: Store = sessionStorage): void =>
  store.setItem(NAME, JSON.stringify(entry));

export const forgetEntry = (store: Store = sessionStorage): void => store.removeItem(NAME);

/** What the same person typed in the same dialog before they signed in again; nobody else's, and of no other act. */
export function entryLeft(at: Omit<KeptEntry, 'values'>, store: Store = sessionStorage): object | undefined {
  const kept = JSON.parse(store.getItem(NAME) ?? 'null') as KeptEntry | null; // written by this file only
  return kept?.personId === at.personId && kept.dialog === at.dialog ? kept.values : undefined;
}
