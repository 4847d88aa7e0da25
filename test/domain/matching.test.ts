import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { type MatchProblem, match } from '#domain/matching';

type Small = {
  fit: (number | null)[][];
  sizes: number[];
  bounds: { least: number; most: number }[];
  pins: boolean[][];
};

const problemOf = ({ fit, sizes, bounds, pins }: Small, seed = 'seed'): MatchProblem => ({
  applications: sizes.map((size, row) => ({ applicationId: `a${row}`, drawKey: `a${row}`, name: `申报${row}`, size })),
  reviewers: bounds.map((bound, column) => ({
    reviewerId: `r${column}`,
    drawKey: `r${column}`,
    name: `专家${column}`,
    ...bound,
  })),
  fit,
  pinned: pins.flatMap((list, row) => list.flatMap((pin, column) => (pin ? [[`a${row}`, `r${column}`] as const] : []))),
  seed,
});

/** The best total by trying everything; undefined when nothing is allowed. */
function bruteForce({ fit, sizes, bounds, pins }: Small): number | undefined {
  const loads = bounds.map(() => 0);
  let best: number | undefined;
  const choose = (row: number, column: number, left: number, total: number): void => {
    if (row === sizes.length) {
      const sound = bounds.every(({ least, most }, at) => (loads[at] ?? 0) >= least && (loads[at] ?? 0) <= most);
      if (sound && (best === undefined || total > best)) best = total;
      return;
    }
    if (column === bounds.length) {
      if (left === 0) choose(row + 1, 0, sizes[row + 1] ?? 0, total);
      return;
    }
    const value = fit[row]?.[column] ?? null;
    if (left > 0 && value !== null) {
      loads[column] = (loads[column] ?? 0) + 1;
      choose(row, column + 1, left - 1, total + value);
      loads[column] = (loads[column] ?? 0) - 1;
    }
    if (!pins[row]?.[column]) choose(row, column + 1, left, total);
  };
  choose(0, 0, sizes[0] ?? 0, 0);
  return best;
}

const small: fc.Arbitrary<Small> = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) => {
    const value = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(null));
    const matrix = <T>(cell: fc.Arbitrary<T>) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
    return fc.record({
      fit: matrix<number | null>(value),
      sizes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      bounds: fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 4 }))
          .map(([least, more]) => ({ least, most: least + more })),
        { minLength: columns, maxLength: columns },
      ),
      pins: matrix(fc.boolean().map((_) => false)),
    });
  });

/** Pins some allowed pairs, never more than the application's size or the reviewer's bound. */
const pinned: fc.Arbitrary<Small> = fc.tuple(small, fc.array(fc.nat(15), { maxLength: 3 })).map(([given, chosen]) => {
  const pins = given.pins.map((row) => [...row]);
  for (const number of chosen) {
    const row = number % given.sizes.length;
    const column = Math.floor(number / 4) % given.bounds.length;
    const inRow = pins[row]?.filter(Boolean).length ?? 0;
    const inColumn = pins.filter((list) => list[column]).length;
    const fits = (given.fit[row]?.[column] ?? null) !== null;
    if (fits && inRow < (given.sizes[row] ?? 0) && inColumn < (given.bounds[column]?.most ?? 0)) {
      (pins[row] as boolean[])[column] = true;
    }
  }
  return { ...given, pins };
});

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'served';
  } catch (error) {
    return error instanceof AwardError ? error.code : String(error);
  }
};

describe('matching', () => {
  it('reaches the best total of all assignments that are allowed, and refuses exactly where there is none', () => {
    fc.assert(
      fc.property(pinned, (given) => {
        const best = bruteForce(given);
        if (best === undefined) {
          expect(codeOf(() => match(problemOf(given)))).toBe('PanelTooSmall');
          return;
        }
        const { pairs, total } = match(problemOf(given));
        expect(total).toBe(best);
        for (const [row, { reviewerIds }] of pairs.entries()) {
          expect(new Set(reviewerIds).size).toBe(given.sizes[row]);
          for (const id of reviewerIds) expect(given.fit[row]?.[Number(id.slice(1))]).not.toBeNull();
          for (const [column, pin] of (given.pins[row] ?? []).entries())
            expect(!pin || reviewerIds.includes(`r${column}`)).toBe(true);
        }
        for (const [column, { least, most }] of given.bounds.entries()) {
          const load = pairs.filter(({ reviewerIds }) => reviewerIds.includes(`r${column}`)).length;
          expect(load).toBeGreaterThanOrEqual(least);
          expect(load).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same assignment for the same seed, in whatever order the inputs are written down', () => {
    fc.assert(
      fc.property(small, fc.string(), (given, seed) => {
        const problem = problemOf(given, seed);
        const turned: MatchProblem = {
          ...problem,
          applications: problem.applications.toReversed(),
          reviewers: problem.reviewers.toReversed(),
          fit: problem.fit.map((row) => row.toReversed()).toReversed(),
        };
        const outcome = (of: MatchProblem) => {
          try {
            return match(of);
          } catch (error) {
            return (error as AwardError).code;
          }
        };
        expect(outcome(turned)).toEqual(outcome(problem));
      }),
      { numRuns: 300 },
    );
  });

  const equal = (seed: string): MatchProblem =>
    problemOf(
      {
        fit: Array.from({ length: 6 }, () => Array.from({ length: 9 }, () => 500)),
        sizes: [3, 3, 3, 3, 3, 3],
        bounds: Array.from({ length: 9 }, () => ({ least: 2, most: 2 })),
        pins: [],
      },
      seed,
    );

  it('draws another assignment by another seed where all are equally good', () => {
    expect(match(equal('one')).total).toBe(9000);
    expect(match(equal('one')).pairs).not.toEqual(match(equal('two')).pairs);
  });

  it('draws by nothing but the published hash where one of two must be chosen', () => {
    const bounds = [
      { least: 0, most: 1 },
      { least: 0, most: 1 },
    ];
    const drawn = (seed: string) => match(problemOf({ fit: [[7, 7]], sizes: [1], bounds, pins: [] }, seed)).pairs[0];
    const numberOf = (seed: string, reviewerId: string): number =>
      Number.parseInt(createHash('sha256').update(`${seed}\na0\n${reviewerId}`).digest('hex').slice(0, 4), 16) >> 2;
    for (const seed of ['s1', 's2', 's3', 's4', 's5', 's6']) {
      const winner = numberOf(seed, 'r0') > numberOf(seed, 'r1') ? 'r0' : 'r1';
      expect(drawn(seed)?.reviewerIds).toEqual([winner]);
    }
  });

  it('tells which applications compete for too few reviewers', () => {
    const given = {
      fit: [
        [1, null],
        [1, null],
        [1, 1],
      ],
      sizes: [1, 1, 1],
      bounds: [
        { least: 0, most: 1 },
        { least: 0, most: 3 },
      ],
      pins: [],
    };
    expect(() => match(problemOf(given))).toThrowError(
      expect.objectContaining({
        code: 'PanelTooSmall',
        values: { detail: expect.stringMatching(/^申报申报0、申报1共需 2 人次/) },
      }),
    );
  });

  it('leaves no chain of handovers that would improve 250 applications with five of 100 reviewers each', () => {
    const columns = 100;
    const fit = Array.from({ length: 250 }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) =>
        (row * 7919 + column * 104729) % 13 === 0 ? null : (row * 31 + column * 17) % 1001,
      ),
    );
    const bounds = Array.from({ length: columns }, () => ({ least: 10, most: 14 }));
    const { pairs } = match(problemOf({ fit, sizes: fit.map(() => 5), bounds, pins: [] }));
    const rows = new Map(pairs.map(({ applicationId, reviewerIds }) => [Number(applicationId.slice(1)), reviewerIds]));
    const panels = fit.map((_, row) => (rows.get(row) ?? []).map((id) => Number(id.slice(1))));
    expect(panels.every((panel) => new Set(panel).size === 5)).toBe(true);
    expect(improves(fit, panels, bounds)).toBe(false);
    const worse = panels.map((panel) => [...panel]);
    const [first = [], second = []] = worse;
    const [mine = 0, theirs = 0] = [first, second].map((panel, at) =>
      panel.find((column) => !([second, first][at] ?? []).includes(column)),
    );
    worse[0] = first.map((column) => (column === mine ? theirs : column));
    worse[1] = second.map((column) => (column === theirs ? mine : column));
    expect(improves(fit, worse, bounds)).toBe(true);
  });
});

/** Bellman-Ford over handovers between reviewers (the last node is the slack of the bounds): is a cycle of gain left? */
function improves(fit: (number | null)[][], panels: number[][], bounds: { least: number; most: number }[]): boolean {
  const n = bounds.length;
  const gain = Array.from({ length: n + 1 }, () => new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY));
  const loads = bounds.map((_, column) => panels.filter((panel) => panel.includes(column)).length);
  for (const [row, panel] of panels.entries()) {
    for (const from of panel) {
      for (let to = 0; to < n; to += 1) {
        const value = fit[row]?.[to] ?? null;
        if (value === null || panel.includes(to)) continue;
        const line = gain[from] as Float64Array;
        line[to] = Math.max(line[to] as number, value - (fit[row]?.[from] ?? 0));
      }
    }
  }
  for (const [column, { least, most }] of bounds.entries()) {
    if ((loads[column] ?? 0) < most) (gain[column] as Float64Array)[n] = 0;
    if ((loads[column] ?? 0) > least) (gain[n] as Float64Array)[column] = 0;
  }
  const best = new Float64Array(n + 1);
  for (let round = 0; round <= n + 1; round += 1) {
    let changed = false;
    for (let from = 0; from <= n; from += 1) {
      for (let to = 0; to <= n; to += 1) {
        const reached = (best[from] as number) + (gain[from]?.[to] ?? Number.NEGATIVE_INFINITY);
        if (reached > (best[to] as number)) {
          best[to] = reached;
          changed = true;
        }
      }
    }
    if (!changed) return false;
  }
  return true;
}
