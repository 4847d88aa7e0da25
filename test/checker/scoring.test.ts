import { describe, expect, it } from 'vitest';
import { decimal, isSame, ratio, shown, whole, zero } from '#local/dossier/fraction';
import { composite, panelScore } from './scoring.ts';

const sheets = (...totals: readonly string[]) => totals.map((total) => ({ total: decimal(total), results: zero }));
const weights = { documents: 60, site: 30, satisfaction: 10 };
const plain = { weights, bonuses: [], deductions: [], bonusCap: '5' };

describe('the panel score', () => {
  it('drops one highest and one lowest of five', () => {
    const score = panelScore(sheets('92.5', '88.0', '90.0', '95.0', '86.5'));
    expect(score?.documents).toEqual(ratio(541n, 6n));
  });

  it('drops only one of two that are equally high', () => {
    expect(panelScore(sheets('95', '95', '90', '90', '80'))?.documents).toEqual(ratio(275n, 3n));
  });

  it('is the mean of three or four, and nothing of two', () => {
    expect(panelScore(sheets('90', '91', '92'))?.documents).toEqual(whole(91));
    expect(panelScore(sheets('90', '91', '92', '95'))?.documents).toEqual(whole(92));
    expect(panelScore(sheets('90', '91'))).toBeUndefined();
  });
});

describe('the composite', () => {
  it('is 91.60 in the worked example', () => {
    const documents = panelScore(sheets('92.5', '88.0', '90.0', '95.0', '86.5'))?.documents ?? zero;
    const figures = { documents, site: decimal('87.0'), satisfaction: decimal('94.0') };
    const whole = composite({ ...plain, ...figures, bonuses: ['3.0'], deductions: ['1.0'] });
    expect(shown(whole)).toBe('91.60');
  });

  it('is exactly 90 where floats or early rounding fall below', () => {
    const first = { documents: ratio(264n, 3n), site: whole(93), satisfaction: whole(98) };
    const second = { documents: ratio(259n, 3n), site: whole(95), satisfaction: whole(97) };
    const seventy = { documents: 70, site: 20, satisfaction: 10 };
    expect(isSame(composite({ ...plain, ...first, weights: seventy }), whole(90))).toBe(true);
    expect(isSame(composite({ ...plain, ...second }), whole(90))).toBe(true);
  });

  it('caps the sum of the bonuses and holds the whole within its bounds', () => {
    const full = { documents: whole(100), site: whole(100), satisfaction: whole(100) };
    const nothing = { documents: zero, site: zero, satisfaction: zero };
    expect(composite({ ...plain, ...full, bonuses: ['3', '2.5', '1'] })).toEqual(whole(105));
    expect(composite({ ...plain, ...nothing, deductions: ['1'] })).toEqual(zero);
  });
});
