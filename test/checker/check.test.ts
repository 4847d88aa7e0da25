import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { expectedOf } from './expected.ts';
import { corruptions } from './synthetic/corruptions.ts';
import { smallPlan } from './synthetic/plan.ts';
import { playedBy } from './synthetic/season.ts';
import { tableOf } from './table.ts';

const plan = smallPlan('1');
const record = playedBy(plan);
const rulesBroken = (corrupted: typeof record): Set<string> => new Set(check(corrupted, plan).map(({ rule }) => rule));

describe('a season that went by its plan', () => {
  it.each(['1', '2', '2011'])('has no problems with the seed %s', (seed) => {
    const small = smallPlan(seed);
    expect(check(playedBy(small), small)).toEqual([]);
  });

  it('comes to the final table that the plan implies', () => {
    const rows = tableOf(plan, expectedOf(record, plan));
    const sum = (column: 'applied' | 'accepted' | 'assessed' | 'scored' | 'objected' | 'removed') =>
      rows.reduce((all, row) => all + row[column], 0);
    const units = plan.units.length;
    // Not recommended, rejected and withdrawn; then withdrawn and missed; then withdrawn under review.
    expect([sum('applied'), sum('accepted'), sum('assessed'), sum('scored')]).toEqual([
      units,
      units - 3,
      units - 5,
      units - 6,
    ]);
    expect([sum('objected'), sum('removed')]).toEqual([3, 1]);
    const society = rows.find(({ categoryId }) => categoryId === 'society');
    expect([society?.shortlisted, society?.named]).toEqual([1, 1]);
  });
});

describe('a season with one thing wrong', () => {
  it.each(corruptions)('is refused for $name, by the rule "$rule"', ({ of, rule }) => {
    expect(rulesBroken(of(record, 0))).toContain(rule);
  });

  it('is refused wherever it is wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corruptions), fc.nat(), ({ of, rule }, at) => {
        expect(rulesBroken(of(record, at))).toContain(rule);
      }),
      { numRuns: 40 },
    );
  });
});
