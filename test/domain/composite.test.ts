import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CompositeRule,
  components,
  composite,
  type PanelMethod,
  PanelRule,
  panelScore,
  passes,
} from '#domain/composite';
import { compare, fromInteger, parseRational, type Rational, toFraction } from '#domain/exact';
import { parseFields } from '#domain/fields';

const panel = PanelRule.parse({});
const ruleOf = (documents: number, site: number, satisfaction: number) =>
  CompositeRule.parse({ weights: { documents, site, satisfaction } });
const points = (value: string): Rational => parseRational(value);

function meanOf(totals: readonly number[]): Rational {
  const score = panelScore(totals, panel);
  if (score.method === 'none') throw new Error('no result');
  return score.mean;
}

describe('the score of a panel', () => {
  it('drops one highest and one lowest of five and keeps the mean unrounded', () => {
    expect(panelScore([9250, 8800, 9000, 9500, 8650], panel)).toEqual({
      method: 'trimmed mean',
      n: 5,
      kept: [0, 1, 2],
      dropped: [4, 3],
      sum: points('270.5'),
      mean: points('541/6'),
    });
  });

  it('drops exactly two sheets where all are equal', () => {
    expect(panelScore([9000, 9000, 9000, 9000, 9000], panel)).toMatchObject({ kept: [1, 2, 3], mean: points('90') });
  });

  it('takes the mean of all for three and four sheets', () => {
    expect(panelScore([9000, 8000, 7001], panel)).toMatchObject({
      method: 'mean',
      dropped: [],
      mean: points('24001/300'),
    });
    expect(panelScore([9000, 8000, 7000, 100], panel)).toMatchObject({ method: 'mean', n: 4, mean: points('60.25') });
  });

  it('has no result for two sheets, nor for none', () => {
    expect(panelScore([9000, 8000], panel)).toEqual({ method: 'none', n: 2, minimumSheets: 3 });
    expect(panelScore([], panel)).toEqual({ method: 'none', n: 0, minimumSheets: 3 });
  });

  it('takes one agreed sheet of a site visit, or the mean of its members', () => {
    const site = PanelRule.parse({ minimumSheets: 1, trimFrom: null });
    expect(panelScore([8700], site)).toMatchObject({ mean: points('87') });
    expect(panelScore([8700, 9000, 9100, 9000, 9000], site)).toMatchObject({ dropped: [], mean: points('89.6') });
  });

  it('drops as many on each side as a what-if asks for, or takes the median, and keeps at least the middle', () => {
    const totals = [9900, 8000, 9000, 9100, 9300, 7000, 9200];
    const of = (method: Omit<PanelMethod, 'minimumSheets'>, given = totals) => {
      const score = panelScore(given, { minimumSheets: 1, ...method });
      return score.method === 'none' ? score : { method: score.method, mean: toFraction(score.mean) };
    };
    expect(of({ trimFrom: 7, extremes: 2 })).toEqual({ method: 'trimmed mean', mean: '91' });
    expect(of({ trimFrom: 7, extremes: 3 })).toEqual({ method: 'trimmed mean', mean: '91' });
    expect(of({ trimFrom: null, median: true })).toEqual({ method: 'median', mean: '91' });
    expect(of({ trimFrom: null, median: true }, [9000, 8000, 8501, 8500])).toEqual({
      method: 'median',
      mean: '17001/200',
    });
    expect(of({ trimFrom: null, median: true }, [8000])).toEqual({ method: 'median', mean: '80' });
    expect(of({ trimFrom: null, median: true }, [])).toMatchObject({ method: 'none' });
  });

  it('is the same in any order, lies within what was kept, and ignores how far out the extremes are', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(totals, (given) => {
        const sorted = given.toSorted((a, b) => a - b);
        expect(meanOf(given)).toEqual(meanOf(sorted));
        expect(meanOf([0, ...sorted.slice(1, -1), 10_000])).toEqual(meanOf(given));
        expect(compare(meanOf(given), points(`${sorted[1]}/100`))).toBeGreaterThanOrEqual(0);
        expect(compare(meanOf(given), points(`${sorted.at(-2)}/100`))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('综合分', () => {
  it('follows the worked example step by step', () => {
    const { total, steps } = composite(
      {
        scores: { documents: meanOf([9250, 8800, 9000, 9500, 8650]), site: points('87'), satisfaction: points('94') },
        bonuses: [{ reason: '国家级学习品牌', points: 300 }],
        deductions: [{ reason: '材料逾期补交', points: 100 }],
      },
      ruleOf(60, 30, 10),
    );
    expect(total).toEqual(points('91.6'));
    expect(steps).toEqual([
      {
        kind: 'component',
        component: 'documents',
        score: { fraction: '541/6', shown: '90.17' },
        weight: 60,
        points: { fraction: '541/10', shown: '54.10' },
      },
      {
        kind: 'component',
        component: 'site',
        score: { fraction: '87', shown: '87.00' },
        weight: 30,
        points: { fraction: '261/10', shown: '26.10' },
      },
      {
        kind: 'component',
        component: 'satisfaction',
        score: { fraction: '94', shown: '94.00' },
        weight: 10,
        points: { fraction: '47/5', shown: '9.40' },
      },
      {
        kind: 'bonus',
        items: [{ reason: '国家级学习品牌', points: 300 }],
        asked: { fraction: '3', shown: '3.00' },
        cap: { fraction: '5', shown: '5.00' },
        points: { fraction: '3', shown: '3.00' },
      },
      { kind: 'deduction', items: [{ reason: '材料逾期补交', points: 100 }], points: { fraction: '1', shown: '1.00' } },
      {
        kind: 'held',
        before: { fraction: '458/5', shown: '91.60' },
        highest: { fraction: '105', shown: '105.00' },
        points: { fraction: '458/5', shown: '91.60' },
      },
    ]);
  });

  it.each([
    { kept: '264', site: '93', satisfaction: '98', rule: ruleOf(70, 20, 10) },
    { kept: '259', site: '95', satisfaction: '97', rule: ruleOf(60, 30, 10) },
  ])('is exactly 90 and passes where a float or an early rounding falls short (kept sum $kept)', (vector) => {
    const scores = {
      documents: parseRational(`${vector.kept}/3`),
      site: points(vector.site),
      satisfaction: points(vector.satisfaction),
    };
    const { total } = composite({ scores, bonuses: [], deductions: [] }, vector.rule);
    expect(toFraction(total)).toBe('90');
    expect(passes(total, 9000)).toBe(true);
  });

  it('does not pass what only rounds up to the line', () => {
    expect(passes(points('89.9999'), 9000)).toBe(false);
  });

  it('caps the sum of the bonuses, not each of them', () => {
    const bonuses = [
      { reason: '一', points: 300 },
      { reason: '二', points: 300 },
    ];
    const scores = { documents: points('80'), site: points('80'), satisfaction: points('80') };
    expect(composite({ scores, bonuses, deductions: [] }, ruleOf(60, 30, 10)).total).toEqual(points('85'));
  });

  it('stays within 0 and 100 plus the cap', () => {
    const at = (score: string, bonus: number, deduction: number) =>
      composite(
        {
          scores: { documents: points(score) },
          bonuses: [{ reason: '加', points: bonus }],
          deductions: [{ reason: '减', points: deduction }],
        },
        CompositeRule.parse({ weights: { documents: 100 }, bonusCap: 500 }),
      ).total;
    expect(at('100', 900, 0)).toEqual(points('105'));
    expect(at('3', 0, 700)).toEqual(points('0'));
  });

  it('rises with every score and equals the score where all components agree', () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map((mark) => parseRational(`${mark}/100`));
    fc.assert(
      fc.property(score, score, fc.constantFrom(...components), (low, high, raised) => {
        const rule = ruleOf(60, 30, 10);
        const same = { documents: low, site: low, satisfaction: low };
        const { total } = composite({ scores: same, bonuses: [], deductions: [] }, rule);
        expect(total).toEqual(low);
        const other = composite({ scores: { ...same, [raised]: high }, bonuses: [], deductions: [] }, rule).total;
        expect(compare(other, total)).toBe(compare(high, low));
      }),
    );
  });

  it('refuses weights that do not sum to 100', () => {
    expect(() => parseFields(CompositeRule, { weights: { documents: 60, site: 30 } })).toThrow(
      expect.objectContaining({
        fields: [
          {
            path: 'weights',
            code: 'WeightsNotHundred',
            zh: '各项权重之和应为 100，现为 90。',
            en: 'The weights must sum to 100; they sum to 90.',
          },
        ],
      }),
    );
  });

  it('waits for a score that carries weight, and refuses one that carries none or is out of range', () => {
    const rule = ruleOf(70, 30, 0);
    const of = (scores: Partial<Record<'documents' | 'site' | 'satisfaction', Rational>>) => () =>
      composite({ scores, bonuses: [], deductions: [] }, rule);
    const refusal = (code: string, path: string, field: string) =>
      expect.objectContaining({ code, fields: [expect.objectContaining({ path, code: field })] });
    const score = fromInteger(90);
    expect(of({ documents: score })).toThrow(refusal('Incomplete', 'scores.site', 'NoScore'));
    expect(of({ documents: score, site: score, satisfaction: score })).toThrow(
      refusal('InvalidInput', 'scores.satisfaction', 'NotWeighted'),
    );
    expect(of({ documents: points('100.01'), site: score })).toThrow(
      refusal('InvalidInput', 'scores.documents', 'OutOfRange'),
    );
  });
});
