import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addYears, chainOf, countInBody, countsAgree, nextStep, validityFrom } from '#domain/decisions';

const row = (categoryId: string, certificateNumber: string) => ({ categoryId, certificateNumber });
const annex = [row('enterprise', 'QY-0001'), row('enterprise', 'QY-0002'), row('family', 'JT-0001')];
const decision = {
  body: '决定授予云锦等3个申报主体称号。',
  total: 3,
  countsByCategory: { enterprise: 2, family: 1 },
};

describe('the counts of a decision', () => {
  it('agree when body, annex, categories and certificates say the same', () => {
    expect(countsAgree(decision, annex)).toBe(true);
  });

  it.each([
    ['the body says another number', { ...decision, body: '决定授予云锦等4个申报主体称号。' }, annex],
    ['the body says no number', { ...decision, body: '决定授予云锦称号。' }, annex],
    ['the body says two numbers', { ...decision, body: `${decision.body}另有等3个申报主体。` }, annex],
    ['a row is missing', decision, annex.slice(1)],
    ['a category counts wrongly', { ...decision, countsByCategory: { enterprise: 1, family: 2 } }, annex],
    ['a category is not told', { ...decision, countsByCategory: { enterprise: 2 } }, annex],
    ['a certificate is there twice', decision, [...annex.slice(0, 2), row('family', 'QY-0001')]],
  ])('do not agree when %s', (_, wrong, rows) => {
    expect(countsAgree(wrong, rows)).toBe(false);
  });

  it('are read from the body whatever the first name is', () => {
    expect(countInBody('决定授予等5个好友企业等12个申报主体称号。')).toBe(12);
  });
});

describe('the approval chain', () => {
  it('begins with the draft, once, and ends after its last step', () => {
    expect(chainOf(['check', 'draft', 'sign'])).toEqual(['draft', 'check', 'sign']);
    const chain = chainOf(['check', 'sign']);
    const act = (step: 'draft' | 'check' | 'sign') => ({ step, personId: step, name: '', at: '', opinion: '' });
    expect(nextStep({ chain, acts: [act('draft')] })).toBe('check');
    expect(nextStep({ chain, acts: [act('draft'), act('check'), act('sign')] })).toBeUndefined();
  });
});

describe('the term of a title', () => {
  it.each([
    ['2026-10-01', 3, '2029-10-01'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('from %s for %d years ends on %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  it('is always a day of the calendar, and its re-review falls on it', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), (date, years) => {
        const { validUntil, reReviewAt } = validityFrom(date.toISOString().slice(0, 10), years);
        expect(new Date(validUntil).toISOString().slice(0, 10)).toBe(validUntil);
        expect(reReviewAt).toBe(`${validUntil}T00:00:00.000+08:00`);
      }),
    );
  });
});
