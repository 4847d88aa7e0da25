import type { Invitation } from '#domain/invitations';

/** What the API takes in one transaction. */
export const mostAtOnce = 80;

type Tally = Readonly<Record<Invitation['status'] | 'none', number>>;

/** How many stand where; who was never asked, or whose invitation was withdrawn, is asked no more. */
export function tallyOf(states: readonly (Invitation['status'] | undefined)[]): Tally {
  const count = (state: Invitation['status'] | undefined): number => states.filter((each) => each === state).length;
  const withdrawn = count('withdrawn');
  return {
    invited: count('invited'),
    accepted: count('accepted'),
    declined: count('declined'),
    withdrawn,
    none: count(undefined) + withdrawn,
  };
}
