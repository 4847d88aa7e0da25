/**
 * The exact solver behind `match`: a min-cost flow on the reviewers' quotient graph. A step from reviewer i to
 * reviewer j hands one of i's applications over to j; potentials keep every such step's reduced cost ≥ 0, so that
 * shortest augmenting paths leave the assignment optimal after each of them.
 */

/** Who cannot be served: positions of applications that compete for reviewers who are all full, or an idle reviewer. */
export type Shortage =
  | { readonly kind: 'capacity'; readonly applications: readonly number[]; readonly reviewers: readonly number[] }
  | { readonly kind: 'employment'; readonly reviewer: number };

type Bounds = { readonly least: number; readonly most: number };

/** A shortest path: for each reviewer on it the one before and the application that is handed over between them. */
type Search = {
  readonly distance: Float64Array;
  readonly before: Int32Array;
  readonly handed: Int32Array;
  readonly end: number;
};

export type MatchingFlow = {
  pin(row: number, column: number): void;
  membersOf(row: number): readonly number[];
  loadOf(column: number): number;
  /** Gives one more reviewer to an application, or tells why that is impossible. */
  serve(row: number): Shortage | undefined;
  /** Gives one more application to a reviewer at the cost of others' loads, or tells that it is impossible. */
  employ(column: number): Shortage | undefined;
};

const NONE = -1;

/** @param costs by application and reviewer, lower is better, infinite where the pair must not be. */
export function openMatching(costs: readonly Float64Array[], bounds: readonly Bounds[]): MatchingFlow {
  const n = bounds.length;
  const potential = new Float64Array(n);
  let sinkPotential = 0;
  const members = costs.map((): number[] => []);
  const has = costs.map(() => new Uint8Array(n));
  /** The applications that a reviewer holds and may hand over; pinned ones are not among them. */
  const held = bounds.map((): number[] => []);
  const pins = new Int32Array(n);

  const loadOf = (column: number): number => (held[column]?.length ?? 0) + (pins[column] ?? 0);
  const isSpare = (column: number): boolean => loadOf(column) < (bounds[column]?.most ?? 0);
  const costOf = (row: number, column: number): number => costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const isFree = (row: number, column: number): boolean => has[row]?.[column] === 0;

  function put(row: number, column: number): void {
    members[row]?.push(column);
    (has[row] as Uint8Array)[column] = 1;
    held[column]?.push(row);
  }

  function take(row: number, column: number): void {
    members[row]?.splice(members[row].indexOf(column), 1);
    (has[row] as Uint8Array)[column] = 0;
    held[column]?.splice(held[column].indexOf(row), 1);
  }

  /** Dijkstra over the reviewers from the given labels, until `isEnd` accepts the nearest; NONE when it never does. */
  function search(labels: Float64Array, isEnd: (column: number, distance: number, closest: number) => boolean): Search {
    const distance = labels;
    const before = new Int32Array(n).fill(NONE);
    const handed = new Int32Array(n).fill(NONE);
    const done = new Uint8Array(n);
    for (;;) {
      let nearest = NONE;
      let closest = Number.POSITIVE_INFINITY;
      for (let column = 0; column < n; column += 1) {
        if (done[column] === 0 && (distance[column] as number) < closest) {
          nearest = column;
          closest = distance[column] as number;
        }
      }
      if (nearest === NONE || isEnd(nearest, closest, closest)) return { distance, before, handed, end: nearest };
      done[nearest] = 1;
      for (const row of held[nearest] ?? []) {
        const rowCosts = costs[row] as Float64Array;
        const rowHas = has[row] as Uint8Array;
        const base = closest + (potential[nearest] as number) - (rowCosts[nearest] as number);
        for (let column = 0; column < n; column += 1) {
          const reached = base + (rowCosts[column] as number) - (potential[column] as number);
          if (reached < (distance[column] as number) && rowHas[column] === 0 && done[column] === 0) {
            distance[column] = reached;
            before[column] = nearest;
            handed[column] = row;
          }
        }
      }
    }
  }

  /** Hands over along a path; returns the reviewer at its beginning. */
  function shift({ before, handed, end }: Search): number {
    let column = end;
    while (before[column] !== NONE) {
      const previous = before[column] as number;
      const row = handed[column] as number;
      take(row, previous);
      put(row, column);
      column = previous;
    }
    return column;
  }

  function settle(distance: Float64Array, farthest: number): void {
    for (let column = 0; column < n; column += 1) {
      potential[column] = (potential[column] as number) + Math.min(distance[column] as number, farthest);
    }
  }

  function serve(row: number): Shortage | undefined {
    const labels = Float64Array.from({ length: n }, (_, column) =>
      isFree(row, column) ? costOf(row, column) - (potential[column] as number) : Number.POSITIVE_INFINITY,
    );
    // The sink lies behind every reviewer with room; its distance is the least of theirs, reduced by the potentials.
    let sinkDistance = Number.POSITIVE_INFINITY;
    let last = NONE;
    const found = search(labels, (column, distance) => {
      if (distance >= sinkDistance) return true;
      if (isSpare(column)) {
        const through = distance + (potential[column] as number) - sinkPotential;
        if (through < sinkDistance) {
          sinkDistance = through;
          last = column;
        }
      }
      return false;
    });
    if (last === NONE) return shortageOf(row, found.distance);
    settle(found.distance, sinkDistance);
    sinkPotential += sinkDistance;
    const first = shift({ ...found, end: last });
    put(row, first);
    return undefined;
  }

  function employ(target: number): Shortage | undefined {
    const labels = Float64Array.from({ length: n }, (_, column) =>
      (held[column]?.length ?? 0) > 0 && loadOf(column) > (bounds[column]?.least ?? 0)
        ? sinkPotential - (potential[column] as number)
        : Number.POSITIVE_INFINITY,
    );
    const found = search(labels, (column) => column === target);
    if (found.end !== target || !isSpare(target)) return { kind: 'employment', reviewer: target };
    const farthest = found.distance[target] as number;
    settle(found.distance, farthest);
    shift(found);
    return undefined;
  }

  /** What the search reached is a cut: these reviewers are full, and these applications can go nowhere else. */
  function shortageOf(row: number, distance: Float64Array): Shortage {
    const reviewers = [...distance.keys()].filter((column) => Number.isFinite(distance[column]));
    const applications = new Set([row, ...reviewers.flatMap((column) => held[column] ?? [])]);
    return { kind: 'capacity', applications: [...applications].toSorted((a, b) => a - b), reviewers };
  }

  return {
    pin(row, column) {
      members[row]?.push(column);
      (has[row] as Uint8Array)[column] = 1;
      pins[column] = (pins[column] ?? 0) + 1;
    },
    membersOf: (row) => members[row] ?? [],
    loadOf,
    serve,
    employ,
  };
}
