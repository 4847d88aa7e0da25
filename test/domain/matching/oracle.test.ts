import { describe, expect, it } from 'vitest';
import { certify } from '#domain/matching/certificate';
import { isShortage } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { highsTotal } from '#test/support/highs-oracle';
import { instanceOf, variedInstance } from '#test/support/instances';
import { proves } from '#test/support/shortage-proof';

const numbers = Array.from({ length: 80 }, (_, number) => number);

describe('the solver beside HiGHS', () => {
  it.each(numbers)(
    'agrees on varied instance %i, with a certificate or a shortage that counting confirms',
    (number) => {
      const core = instanceOf(variedInstance(number, [30, 14, 4]));
      const outcome = solve(core);
      const best = highsTotal(core);
      if (isShortage(outcome)) {
        expect(best).toBeUndefined();
        expect(proves(core, outcome)).toBe(true);
        return;
      }
      expect(outcome.total).toBe(best);
      expect(certify(core, outcome)).toMatchObject({ holds: true, faults: [] });
    },
  );

  it('sees instances of both kinds among them', () => {
    const outcomes = numbers.map((number) => isShortage(solve(instanceOf(variedInstance(number, [30, 14, 4])))));
    expect(outcomes.filter((short) => short).length).toBeGreaterThan(10);
    expect(outcomes.filter((short) => !short).length).toBeGreaterThan(30);
  });
});
