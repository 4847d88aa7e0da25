/** A reason that was written when the sign-in had ended: whose, in which dialog of which page, and the text. */
export type KeptReason = { readonly personId: string; readonly dialog: string; readonly text: string };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'xuechuang.reason';

/** Kept in this window while its person signs in again, which leaves the page. */
export const keepReason = (reason: KeptReason, store: Store = sessionStorage): void =>
  store.setItem(NAME, JSON.stringify(reason));

export const forgetReason = (store: Store = sessionStorage): void => store.removeItem(NAME);

/** What the same person wrote in the same dialog before they signed in again; nobody else's, and of no other act. */
export function reasonLeft(at: Omit<KeptReason, 'text'>, store: Store = sessionStorage): string {
  const kept = JSON.parse(store.getItem(NAME) ?? 'null') as KeptReason | null; // written by this file only
  return kept?.personId === at.personId && kept.dialog === at.dialog ? kept.text : '';
}
