import { compare, type Fraction } from '#local/dossier/fraction';

export type Contender = {
  readonly unitKey: string;
  readonly composite: Fraction;
  readonly site: Fraction;
  readonly documents: Fraction;
  readonly results: Fraction;
  readonly namedBefore: boolean;
};

/** Below 0 where `a` goes first: 综合 → 实地 → 材料 → the results indicator → never named before (domain.md §4). */
const byMerit = (a: Contender, b: Contender): number =>
  compare(b.composite, a.composite) ||
  compare(b.site, a.site) ||
  compare(b.documents, a.documents) ||
  compare(b.results, a.results) ||
  Number(a.namedBefore) - Number(b.namedBefore);

export type Ranking = {
  readonly order: readonly string[];
  /** The first is 1; equals whom no vote has parted share a place. */
  placeOf(unitKey: string): number;
  readonly undecided: readonly (readonly string[])[];
};

/** What merit leaves equal, only the committee's recorded vote parts. `votes` are orders, the first goes first. */
export function rank(contenders: readonly Contender[], votes: readonly (readonly string[])[]): Ranking {
  const undecided: string[][] = [];
  const order: string[] = [];
  const rest = contenders.toSorted(byMerit);
  while (rest.length > 0) {
    const head = rest[0] as Contender; // the list is not empty
    const equal = rest.splice(0, rest.filter((each) => byMerit(head, each) === 0).length).map((each) => each.unitKey);
    const vote = votes.find((each) => equal.every((unitKey) => each.includes(unitKey)));
    if (equal.length > 1 && !vote) undecided.push(equal);
    order.push(...(vote ? equal.toSorted((a, b) => vote.indexOf(a) - vote.indexOf(b)) : equal));
  }
  const placeOf = (unitKey: string): number => {
    const shared = undecided.find((equal) => equal.includes(unitKey));
    return order.indexOf(shared?.[0] ?? unitKey) + 1;
  };
  return { order, placeOf, undecided };
}
