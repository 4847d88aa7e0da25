import { compare, type Fraction } from './fraction.ts';
import type { Criterion } from './shapes.ts';

export type Contender = {
  readonly application: string;
  readonly composite: Fraction;
  readonly site?: Fraction | undefined;
  readonly documents?: Fraction | undefined;
  readonly indicator?: Fraction | undefined;
  readonly namedBefore: boolean;
};

export type Place = { readonly rank: number; readonly decidedBy?: Criterion };

type Order = (a: Contender, b: Contender) => number;

/** Where the committee's latest vote on an application put it. */
type Voted = { readonly vote: number; readonly place: number };

/** Places of two votes say nothing about each other, so one vote must have named all of the group. */
function byVote(group: readonly Contender[], voted: ReadonlyMap<string, Voted>): Order | undefined {
  const votes = new Set(group.map(({ application }) => voted.get(application)?.vote));
  if (votes.size !== 1 || votes.has(undefined)) return undefined;
  const placeOf = ({ application }: Contender): number => voted.get(application)?.place ?? 0;
  return (a, b) => placeOf(a) - placeOf(b);
}

/** How a criterion orders a group; undefined where one of the group lacks it, so that it tells none of them apart. */
function orderBy(
  criterion: Criterion,
  group: readonly Contender[],
  voted: ReadonlyMap<string, Voted>,
): Order | undefined {
  if (criterion === 'never-named') return (a, b) => Number(a.namedBefore) - Number(b.namedBefore);
  if (criterion === 'committee-vote') return byVote(group, voted);
  if (group.some((each) => each[criterion] === undefined)) return undefined;
  // Safe: nobody of the group lacks it.
  return (a, b) => compare(b[criterion] as Fraction, a[criterion] as Fraction);
}

/** The classes of equals in a group that stands in order. */
function classesOf(sorted: readonly Contender[], order: Order): Contender[][] {
  const classes: Contender[][] = [];
  for (const each of sorted) {
    const last = classes.at(-1);
    if (last?.[0] && order(last[0], each) === 0) last.push(each);
    else classes.push([each]);
  }
  return classes;
}

/**
 * Places by the declared chain. All begin as one class; each criterion splits the classes that are not single yet, and
 * whoever stands alone is decided by the criterion that set them apart.
 * @param votes orders of applications, the latest last; the latest that names one counts.
 */
export function placesOf(
  contenders: readonly Contender[],
  chain: readonly Criterion[],
  votes: readonly (readonly string[])[],
): Map<string, Place> {
  const voted = new Map<string, Voted>();
  for (const [vote, order] of votes.entries()) {
    for (const [at, application] of order.entries()) voted.set(application, { vote, place: at + 1 });
  }
  let classes: { members: Contender[]; decidedBy?: Criterion }[] =
    contenders.length > 0 ? [{ members: [...contenders] }] : [];
  for (const criterion of chain) {
    classes = classes.flatMap((each) => {
      if (each.decidedBy !== undefined) return [each];
      const order = orderBy(criterion, each.members, voted);
      if (!order) return [each];
      return classesOf(each.members.toSorted(order), order).map((members) =>
        members.length === 1 ? { members, decidedBy: criterion } : { members },
      );
    });
  }
  const places = new Map<string, Place>();
  for (const { members, decidedBy } of classes) {
    const rank = places.size + 1;
    for (const { application } of members) places.set(application, { rank, ...(decidedBy && { decidedBy }) });
  }
  return places;
}
