import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Core, isShortage, type Scale, type Solution, scaleOf, weightOf } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';

const tieBits = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const listOf = <T>(length: number, each: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(each, { minLength: length, maxLength: length });

/** Tiny problems of every kind, many of them infeasible; rules and pins only where asked for. */
const tiny = (most: { rows: number; columns: number; fit: number }, ruled: boolean): fc.Arbitrary<Core> =>
  fc
    .record({ rows: fc.integer({ min: 0, max: most.rows }), columns: fc.integer({ min: 1, max: most.columns }) })
    .chain(({ rows, columns }) =>
      fc
        .record({
          fit: listOf(
            rows * columns,
            fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: most.fit }) }, fc.constant(-1)),
          ),
          sizes: listOf(rows, fc.integer({ min: 0, max: 3 })),
          bounds: listOf(columns, fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))),
          rowTie: listOf(rows, tieBits),
          columnTie: listOf(columns, tieBits),
          organization: listOf(columns, fc.integer({ min: -1, max: 2 })),
          outsideOf: listOf(4, fc.integer({ min: 0, max: 1 })),
          alone: listOf(columns, fc.integer({ min: 0, max: 1 })),
          outsiders: fc.integer({ min: 0, max: 2 }),
          pinned: fc.array(fc.nat(99), { maxLength: 2 }),
          withRules: fc.constantFrom(0, 1, 2, 3),
          factors: fc.option(listOf(rows, fc.integer({ min: 1, max: 5 })), { nil: undefined }),
        })
        .map((given): Core => {
          const { fit, sizes, bounds, organization, outsideOf, alone, withRules, factors } = given;
          const pins = [...new Set(given.pinned.map((number) => number % Math.max(1, rows * columns)))]
            .filter((at) => (fit[at] ?? -1) >= 0)
            .map((at) => [Math.floor(at / columns), at % columns] as const);
          const outside = organization.map((group, column) => (group < 0 ? alone[column] : outsideOf[group]) ?? 0);
          return {
            rows,
            columns,
            fit: Int16Array.from(fit),
            sizes: Int32Array.from(sizes),
            least: Int32Array.from(bounds, ([low]) => low),
            most: Int32Array.from(bounds, ([low, more]) => low + more),
            pins,
            rowTie: Uint32Array.from(given.rowTie),
            columnTie: Uint32Array.from(given.columnTie),
            ...(factors && { factors: Int32Array.from(factors) }),
            ...(ruled && withRules % 2 === 1 && { organization: Int32Array.from(organization) }),
            ...(ruled && withRules >= 2 && { outside: Uint8Array.from(outside), outsiders: given.outsiders }),
          };
        }),
    );

const follows = (core: Core, row: number, panel: readonly number[]): boolean => {
  const groups = panel.map((column) => core.organization?.[column] ?? -1).filter((group) => group >= 0);
  const outsiders = panel.filter((column) => core.outside?.[column] === 1).length;
  const pinned = core.pins.filter(([at]) => at === row).every(([, column]) => panel.includes(column));
  return pinned && new Set(groups).size === groups.length && outsiders >= Math.min(core.outsiders ?? 0, panel.length);
};

/** The best weight of all assignments by trying each; undefined when none is allowed. */
function bruteForce(core: Core, scale: Scale): number | undefined {
  const loads = new Int32Array(core.columns);
  let best: number | undefined;
  const tryRow = (row: number, total: number): void => {
    if (row === core.rows) {
      const sound = loads.every((load, at) => load >= (core.least[at] ?? 0) && load <= (core.most[at] ?? 0));
      if (sound && (best === undefined || total > best)) best = total;
      return;
    }
    const extend = (from: number, panel: number[], weight: number): void => {
      if (panel.length === core.sizes[row]) {
        if (!follows(core, row, panel)) return;
        for (const column of panel) loads[column] = (loads[column] ?? 0) + 1;
        tryRow(row + 1, total + weight);
        for (const column of panel) loads[column] = (loads[column] ?? 0) - 1;
        return;
      }
      for (let column = from; column < core.columns; column += 1) {
        if ((core.fit[row * core.columns + column] ?? -1) < 0) continue;
        extend(column + 1, [...panel, column], weight + weightOf(core, scale, row, column));
      }
    };
    extend(0, [], 0);
  };
  tryRow(0, 0);
  return best;
}

const panelsOf = ({ members, offsets }: Solution): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, row) => [...members.subarray(offsets[row], offsets[row + 1])]);

function checkAgainstBruteForce(core: Core): void {
  const scale = scaleOf(core);
  const best = bruteForce(core, scale);
  const outcome = solve(core);
  if (isShortage(outcome)) {
    expect(best).toBeUndefined();
    expect(outcome.wanted).toBeGreaterThan(outcome.places);
    return;
  }
  const panels = panelsOf(outcome);
  const weight = panels.flatMap((panel, row) => panel.map((column) => weightOf(core, scale, row, column)));
  expect(weight.reduce((all, each) => all + each, 0)).toBe(best);
  for (const [row, panel] of panels.entries()) {
    expect(new Set(panel).size).toBe(core.sizes[row]);
    expect(follows(core, row, panel)).toBe(true);
  }
  for (const [column, price] of outcome.prices.entries()) {
    const load = panels.filter((panel) => panel.includes(column)).length;
    const pinned = core.pins.filter(([, at]) => at === column).length;
    expect(load).toBeGreaterThanOrEqual(core.least[column] ?? 0);
    expect(load).toBeLessThanOrEqual(core.most[column] ?? 0);
    if (price > 0) expect(load).toBe(core.most[column]);
    if (price < 0) expect(load).toBe(Math.max(core.least[column] ?? 0, pinned));
  }
}

describe('the exact solver', () => {
  it('reaches the best weight of all assignments, or tells a cut where there is none', () => {
    fc.assert(fc.property(tiny({ rows: 4, columns: 4, fit: 6 }, false), checkAgainstBruteForce), { numRuns: 3000 });
  });

  it('does so under the rules of organizations and outside experts', () => {
    fc.assert(fc.property(tiny({ rows: 3, columns: 5, fit: 3 }, true), checkAgainstBruteForce), { numRuns: 4000 });
  });

  it('does so where all pairs are equally good, and the draw alone decides', () => {
    fc.assert(fc.property(tiny({ rows: 4, columns: 4, fit: 0 }, false), checkAgainstBruteForce), { numRuns: 1000 });
  });
});
