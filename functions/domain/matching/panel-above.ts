import { type Core, forbidden } from './core.ts';

/** What an allowed column is worth to a row, and its fit. */
type Candidate = { readonly column: number; readonly fit: number; readonly value: number };

/**
 * The panel of a row with the greatest sum of values among those whose total fit is at least `floor`, under the row's
 * size, pins and group rules, which leave it some panel; undefined where none reaches the floor. Exact, by branch and
 * bound.
 * @param values by column, what each is worth: its weight less its price, or the fit itself.
 */
export function panelAbove(
  core: Core,
  row: number,
  pins: readonly number[],
  values: (column: number) => number,
  floor: number,
): number[] | undefined {
  const { columns, organization, outside, outsiders = 0 } = core;
  const size = core.sizes[row] as number;
  const fitOf = (column: number): number => core.fit[row * columns + column] as number;
  const groupOf = (column: number): number => organization?.[column] ?? -1;
  const insider = (column: number): boolean => outside?.[column] !== 1;
  const candidates = withoutDominated(core, row, pins, values);
  // The greatest fits from each candidate on, to see whether the floor can still be reached.
  const reach = candidates.map((_, from) => {
    const fits = candidates.slice(from).map(({ fit }) => fit);
    return fits.toSorted((a, b) => b - a).slice(0, size);
  });

  const chosen = [...pins];
  let best: number[] | undefined;
  let highest = Number.NEGATIVE_INFINITY;

  function fits(column: number): boolean {
    if (outsiders > 0 && insider(column) && chosen.filter(insider).length >= size - outsiders) return false;
    return groupOf(column) < 0 || chosen.every((other) => groupOf(other) !== groupOf(column));
  }

  function extend(from: number, value: number, fit: number): void {
    const left = size - chosen.length;
    if (left === 0) {
      if (fit >= floor && value > highest) {
        highest = value;
        best = [...chosen];
      }
      return;
    }
    for (let at = from; at + left <= candidates.length; at += 1) {
      let bound = value;
      let farthest = fit;
      for (let more = 0; more < left; more += 1) {
        bound += (candidates[at + more] as Candidate).value;
        farthest += (reach[at] as number[])[more] as number;
      }
      // Candidates come by falling value and shrinking reach: no later one does better.
      if (bound <= highest || farthest < floor) return;
      const candidate = candidates[at] as Candidate;
      if (!fits(candidate.column)) continue;
      chosen.push(candidate.column);
      extend(at + 1, value + candidate.value, fit + candidate.fit);
      chosen.pop();
    }
  }

  extend(
    0,
    pins.reduce((sum, column) => sum + values(column), 0),
    pins.reduce((sum, column) => sum + fitOf(column), 0),
  );
  return best?.toSorted((a, b) => a - b);
}

/**
 * The candidates by falling value, without those that can always be replaced: where as many as a panel has, each of its
 * own organization and outside if this one is, are worth no less and fit no worse.
 */
function withoutDominated(
  { columns, fit, sizes, organization, outside }: Core,
  row: number,
  pins: readonly number[],
  values: (column: number) => number,
): Candidate[] {
  const all: Candidate[] = [];
  for (let column = 0; column < columns; column += 1) {
    const own = fit[row * columns + column] as number;
    if (own !== forbidden && !pins.includes(column)) all.push({ column, fit: own, value: values(column) });
  }
  all.sort((a, b) => b.value - a.value || b.fit - a.fit || a.column - b.column);
  const kept: Candidate[] = [];
  for (const candidate of all) {
    const groups = new Set<number>();
    for (const other of kept) {
      const outsideEnough = (outside?.[other.column] ?? 0) >= (outside?.[candidate.column] ?? 0);
      if (other.fit < candidate.fit || !outsideEnough) continue;
      const group = organization?.[other.column] ?? -1;
      groups.add(group >= 0 ? group : -2 - other.column);
    }
    // The other members of a panel, one fewer than its size, each bar one of them.
    if (groups.size < (sizes[row] as number)) kept.push(candidate);
  }
  return kept;
}
