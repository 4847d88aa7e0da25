import { describe, expect, it } from 'vitest';
import { certify } from '#domain/matching/certificate';
import { type Core, isShortage, type Solution } from '#domain/matching/core';
import { type Change, changed, repair } from '#domain/matching/repair';
import { solve } from '#domain/matching/solver';
import { instanceOf, randomOf, variedInstance } from '#test/support/instances';

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

function someChange(core: Core, random: () => number): Change {
  const [row, column] = [below(random, core.rows), below(random, core.columns)];
  const fit = Int16Array.from({ length: core.columns }, () => (random() < 0.1 ? -1 : below(random, 1001)));
  const changes: readonly Change[] = [
    { kind: 'leave', column },
    { kind: 'withdraw', row },
    { kind: 'seat', row },
    { kind: 'forbid', row, column },
    { kind: 'arrive', fit, size: 1 + below(random, Math.min(3, core.columns)), rowTie: below(random, 2 ** 32) },
  ];
  const change = changes[below(random, changes.length)] as Change;
  const isPinned = core.pins.some((pin) => pin[0] === row && pin[1] === column);
  return change.kind === 'forbid' && isPinned ? { kind: 'seat', row } : change;
}

function solved(core: Core): Solution {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error(`No assignment: ${outcome.kind}`);
  return outcome;
}

const panelOf = ({ members, offsets }: Solution, row: number): number[] => [
  ...members.subarray(offsets[row], offsets[row + 1]),
];

describe('repair', () => {
  it('is as good as solving anew after each of many changes, and proves it', () => {
    let repaired = 0;
    for (let number = 0; number < 220; number += 1) {
      const random = randomOf(number);
      let core = instanceOf(variedInstance(number, [20, 12, 4]));
      let standing = solve(core);
      for (let step = 0; step < 5 && !isShortage(standing) && core.rows > 1; step += 1) {
        const change = someChange(core, random);
        const outcome = repair(core, standing, change);
        const anew = solve(changed(core, change));
        expect('kind' in outcome).toBe(isShortage(anew));
        if ('kind' in outcome || isShortage(anew)) break;
        expect(outcome.solution.total).toBe(anew.total);
        expect(certify(outcome.core, outcome.solution, 'fit')).toMatchObject({ holds: true, faults: [] });
        repaired += 1;
        core = outcome.core;
        standing = outcome.solution;
      }
    }
    expect(repaired).toBeGreaterThan(200);
  });

  const open: Core = instanceOf({ seed: 5, rows: 10, columns: 8, size: 2, loads: [0, 400], conflicts: 0 });

  it('touches no standing pair where there is room for a change by itself', () => {
    const standing = solved(open);
    for (const change of [
      { kind: 'seat', row: 3 },
      { kind: 'leave', column: 0 },
      { kind: 'withdraw', row: 2 },
      { kind: 'forbid', row: 1, column: panelOf(standing, 1)[0] as number },
    ] as const) {
      expect(repair(open, standing, change)).toMatchObject({ touched: 0 });
    }
  });

  it('keeps all that stands among equally good assignments, though the draw would choose others', () => {
    const core = instanceOf({ seed: 6, rows: 12, columns: 9, size: 3, fits: 'equal', conflicts: 0, loads: [50, 200] });
    const outcome = repair(core, solved(core), { kind: 'seat', row: 0 });
    expect(outcome).toMatchObject({ touched: 0 });
  });

  it('moves no pinned pair, even of a reviewer who leaves', () => {
    const before = solved(open);
    const [row, column] = [4, panelOf(before, 4)[0] as number];
    const core: Core = { ...open, pins: [[row, column]] };
    const outcome = repair(core, solved(core), { kind: 'leave', column });
    if ('kind' in outcome) throw new Error('No repair');
    expect(panelOf(outcome.solution, row)).toContain(column);
    expect([...outcome.solution.members].filter((each) => each === column)).toEqual([column]);
  });

  it('refuses to forbid a pinned pair', () => {
    const core: Core = { ...open, pins: [[4, 1]] };
    expect(() => repair(core, solved(core), { kind: 'forbid', row: 4, column: 1 })).toThrow(RangeError);
  });

  it('tells the shortage where a change leaves no assignment', () => {
    const core = instanceOf({ seed: 7, rows: 8, columns: 4, size: 2, loads: [100, 100], conflicts: 0 });
    expect(repair(core, solved(core), { kind: 'leave', column: 2 })).toMatchObject({ kind: 'capacity' });
    expect(repair(core, solved(core), { kind: 'withdraw', row: 2 })).toMatchObject({ kind: 'least' });
  });

  it('leaves the tie numbers and factors of the others as they were when one arrives or goes', () => {
    const core: Core = { ...open, factors: new Int32Array(open.rows).fill(3).fill(7, 0, 1) };
    const arrived = changed(core, { kind: 'arrive', fit: new Int16Array(core.columns), size: 1, rowTie: 99 });
    expect([...arrived.rowTie]).toEqual([...core.rowTie, 99]);
    expect([...(arrived.factors ?? [])]).toEqual([...(core.factors ?? []), 3]);
    expect(changed(arrived, { kind: 'withdraw', row: core.rows })).toEqual(core);
  });
});
