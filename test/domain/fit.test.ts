import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bids, fitOf, fitWithBid } from '#domain/fit';
import { soundStandard } from '../support/sound-standard.ts';

describe('the fit of a reviewer', () => {
  it.each([
    [[], 0],
    [['工作成效'], 300],
    [['组织管理'], 700],
    [['组织管理', '工作成效', '别的'], 1000],
    [['组织管理', '组织管理'], 700],
    [['组织 管理'], 700],
  ])('for %j is the share of full marks that they know: %i', (expertise, fit) => {
    expect(fitOf({ expertise }, soundStandard)).toBe(fit);
  });

  it('counts a second level for its own marks, and once beside its first level', () => {
    for (const first of soundStandard.indicators) {
      const [second] = first.children;
      if (!second || second.name === first.name) continue;
      expect(fitOf({ expertise: [second.name] }, soundStandard)).toBe(
        Math.floor((1000 * second.fullMarks) / soundStandard.fullMarks),
      );
      expect(fitOf({ expertise: [first.name, second.name] }, soundStandard)).toBe(
        fitOf({ expertise: [first.name] }, soundStandard),
      );
    }
  });

  it('is rounded down', () => {
    const third = { name: '三分之一', fullMarks: 3333 };
    const indicators = [{ ...third, indicatorId: '1', children: [] }];
    expect(fitOf({ expertise: ['三分之一'] }, { fullMarks: 10_000, indicators })).toBe(333);
    expect(fitOf({ expertise: ['三分之一'] }, { fullMarks: 0, indicators: [] })).toBe(0);
  });
});

describe('the fit with a wish', () => {
  it.each([
    [600, 'want', 50, 800],
    [600, 'can', 50, 550],
    [600, 'none', 50, 550],
    [600, 'rather-not', 50, 300],
    [333, 'want', 10, 399],
    [333, 'rather-not', 0, 333],
  ] as const)('of %i and %s at %i %% is %i', (fit, bid, percent, expected) => {
    expect(fitWithBid(fit, bid, percent)).toBe(expected);
  });

  it('stays whole and within 0 … 1000, and never falls when the wish rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 50 }), (fit, percent) => {
        const [want = 0, can = 0, , never = 0] = bids.map((bid) => fitWithBid(fit, bid, percent));
        expect([want, can, never].every((value) => Number.isInteger(value) && value >= 0 && value <= 1000)).toBe(true);
        expect(want >= can && can >= never).toBe(true);
      }),
    );
  });
});
