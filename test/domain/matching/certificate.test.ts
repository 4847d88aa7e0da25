import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '#domain/matching/certificate';
import { type Core, isShortage, type Solution, scaleOf, weightOf } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { everyAssignment, fitOfPanel } from '#test/support/every-assignment';
import { instanceOf, variedInstance } from '#test/support/instances';

function solved(core: Core): Solution {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error(`No assignment: ${outcome.kind}`);
  return outcome;
}

const core = instanceOf({
  seed: 3,
  rows: 10,
  columns: 12,
  size: 3,
  pins: 2,
  organizations: 2,
  outsiders: 1,
  loads: [0, 200],
});
const best = solved(core);

const withMember = (solution: Solution, at: number, column: number): Solution => ({
  ...solution,
  members: solution.members.map((member, place) => (place === at ? column : member)),
});

const faultsOf = (solution: Solution, of: Core = core): string => certify(of, solution).faults.join('; ');

describe('certify', () => {
  it('holds for what the solver found, the value equal to the bound', () => {
    const report = certify(core, best);
    expect(report).toMatchObject({ holds: true, faults: [] });
    expect(report.primal).toBe(report.dual);
  });

  it('holds for no change of a single member', () => {
    for (const [at, member] of best.members.entries()) {
      for (let column = 0; column < core.columns; column += 1) {
        if (column !== member) expect(certify(core, withMember(best, at, column)).holds).toBe(false);
      }
    }
  });

  it('holds for no other assignment of a tiny problem than the best', () => {
    const tiny = instanceOf({ seed: 9, rows: 4, columns: 4, size: 2, fits: 'coarse', conflicts: 0 });
    const { prices } = solved(tiny);
    let held = 0;
    for (const panels of everyAssignment(tiny)) {
      const total = panels.reduce((sum, panel, row) => sum + fitOfPanel(tiny, row, panel), 0);
      const members = Int32Array.from(panels.flat());
      const offsets = Int32Array.from({ length: 5 }, (_, row) => row * 2);
      held += Number(certify(tiny, { members, offsets, total, prices }).holds);
    }
    expect(held).toBe(1);
  });

  it('never holds for prices that give no tight bound, whatever they are', () => {
    fc.assert(
      fc.property(fc.nat(core.columns - 1), fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (column, change) => {
        const prices = best.prices.map((price, at) => (at === column ? price + change : price));
        const report = certify(core, { ...best, prices });
        expect(report.dual >= report.primal).toBe(true);
        expect(report.holds).toBe(report.dual === report.primal);
      }),
    );
  });

  it.each([
    ['a forbidden pair', /forbidden pair/, { fit: core.fit.map(() => -1) }],
    ['a load beyond its bound', /has load/, { most: core.most.map(() => 1), least: core.least.map(() => 0) }],
    ['a load below its bound', /has load/, { least: core.least.map(() => 9), most: core.most.map(() => 9) }],
    ['another size', /members, not 2/, { sizes: core.sizes.map(() => 2) }],
    [
      'a missing pin',
      /the pin of row/,
      { pins: Array.from({ length: core.columns }, (_, column) => [0, column] as const) },
    ],
    ['an organization twice', /two members/, { organization: core.least.map(() => 1) }],
    ['too few outsiders', /outsiders, not 2/, { outside: Uint8Array.from(core.least, () => 0), outsiders: 2 }],
  ] as const)('sees %s', (_, expected, change) => {
    expect(faultsOf(best, { ...core, ...change })).toMatch(expected);
  });

  it.each([
    ['offsets that do not span the members', { offsets: best.offsets.map(() => 0) }, /do not span/],
    ['too few offsets', { offsets: best.offsets.subarray(1) }, /offsets for/],
    ['a price that is no whole number', { prices: best.prices.map((price) => price + 0.5) }, /whole number/],
    ['too few prices', { prices: best.prices.subarray(1) }, /prices for/],
    ['a member from outside', { members: best.members.map((member) => member + 5) }, /no column/],
    ['another total', { total: best.total + 1 }, /the total/],
  ] as const)('sees %s', (_, change, expected) => {
    expect(faultsOf({ ...best, ...change })).toMatch(expected);
  });

  it('proves what trying every assignment of tiny problems finds: the greatest fit and of those the greatest ties', () => {
    for (let number = 0; number < 60; number += 1) {
      const tiny = instanceOf(variedInstance(number, [4, 4, 2]));
      const scale = scaleOf(tiny);
      const weightOfPanels = (panels: readonly (readonly number[])[]): number =>
        panels
          .flatMap((panel, row) => panel.map((column) => weightOf(tiny, scale, row, column)))
          .reduce((a, b) => a + b, 0);
      const weights = [...everyAssignment(tiny)].map(weightOfPanels);
      const outcome = solve(tiny);
      if (isShortage(outcome)) expect(weights).toEqual([]);
      else expect(certify(tiny, outcome)).toMatchObject({ holds: true, primal: BigInt(Math.max(...weights)) });
    }
  });
});
