import { describe, expect, it } from 'vitest';
import { composite, opened, panelScore } from '#domain/composite';
import { add, parseRational, toFraction } from '#domain/exact';
import { ratioMark } from '#domain/standards';
import { mismatches } from '../support/arithmetic-cases.ts';
import { order, readSlow, slowComposite, slowPanel, slowRanks, slowShown } from '../support/slow-rational.ts';

describe('the arithmetic beside a slow reference', () => {
  // `npx tsx bench/arithmetic.ts` does the same for a million cases and more.
  it('agrees on twenty thousand random cases from the sheets to the rank', () => {
    expect(mismatches(20_000, 20_260_901)).toEqual([]);
  });

  it('would be found out if it rounded the mean early or let a float in', () => {
    const kept = slowPanel([8600, 8600, 8700], 3, 5);
    if (!kept) throw new Error('three sheets have a result');
    const parts = {
      ...{ documents: kept, site: readSlow('95'), satisfaction: readSlow('97') },
      ...{ weights: [60, 30, 10] as const, bonuses: [], deductions: [], bonusCap: 500 },
    };
    expect(order(slowComposite(parts), readSlow('90'))).toBe(0);
    const early = { ...parts, documents: readSlow('8633/100') };
    expect(order(slowComposite(early), readSlow('90'))).toBe(-1);
    expect((264 / 3) * 0.7 + 93 * 0.2 + 98 * 0.1).toBe(89.99999999999999);
  });
});

describe('the vectors of domain.md §4', () => {
  const mean = (totals: readonly number[]) => {
    const panel = panelScore(totals, { minimumSheets: 3, trimFrom: 5 });
    if (panel.method === 'none') throw new Error('no result');
    return panel.mean;
  };
  const items = (points: number) => [{ reason: '', points }];

  it.each([
    {
      totals: [9250, 8800, 9000, 9500, 8650],
      site: '87',
      satisfaction: '94',
      weights: [60, 30, 10],
      add: 300,
      less: 100,
      is: '458/5',
      shown: '91.60',
    },
    {
      totals: [8800, 8800, 8800],
      site: '93',
      satisfaction: '98',
      weights: [70, 20, 10],
      add: 0,
      less: 0,
      is: '90',
      shown: '90.00',
    },
    {
      totals: [8600, 8600, 8700],
      site: '95',
      satisfaction: '97',
      weights: [60, 30, 10],
      add: 0,
      less: 0,
      is: '90',
      shown: '90.00',
    },
  ])('give exactly $is', ({ totals, site, satisfaction, weights, add: bonus, less, is, shown }) => {
    const [documents = 0, visit = 0, survey = 0] = weights;
    const { total } = composite(
      {
        scores: { documents: mean(totals), site: parseRational(site), satisfaction: parseRational(satisfaction) },
        bonuses: bonus ? items(bonus) : [],
        deductions: less ? items(less) : [],
      },
      { weights: { documents, site: visit, satisfaction: survey }, bonusCap: 500 },
    );
    expect([toFraction(total), opened(total).shown]).toEqual([is, shown]);
  });

  it('keep 90.1667 unrounded, round half up for display, and a ratio leaf when it is entered', () => {
    expect(opened(mean([9250, 8800, 9000, 9500, 8650]))).toEqual({ fraction: '541/6', shown: '90.17' });
    expect(opened(parseRational('90.005')).shown).toBe('90.01');
    expect(opened(parseRational('90.00499999')).shown).toBe('90.00');
    expect(toFraction(add(parseRational('0.1'), parseRational('0.2')))).toBe('3/10');
    expect(ratioMark(800, 50, 412, 1200)).toBe(549);
    expect(ratioMark(800, 50, 1, 1600)).toBe(1);
  });
});

describe('the slow reference itself', () => {
  it('drops, divides and ranks as one does by hand', () => {
    expect(slowPanel([9250, 8800, 9000, 9500, 8650], 3, 5)).toEqual({ over: 27_050n, under: 300n });
    expect(slowPanel([1, 2], 3, 5)).toBeUndefined();
    expect(
      ['541/6', '90', '1999/20', '199999/2000', '0', '19999/200'].map((text) => slowShown(readSlow(text))),
    ).toEqual(['90.17', '90.00', '99.95', '100.00', '0.00', '100.00']);
    const rows = ['90', '541/6', '90', '80'].map((text) => [readSlow(text)]);
    expect(slowRanks(rows)).toEqual([2, 1, 2, 4]);
  });
});
