import { describe, expect, it } from 'vitest';
import type { CycleCategory } from '#domain/cycles';
import { questionOf, settingsOf } from '#web/desks/results/probe.ts';

const cycle = { bonusCap: '5' };
const category: CycleCategory = {
  categoryId: 'agency',
  standardId: 'example-agency',
  standardVersion: 1,
  reviewMode: 'panel',
  panelSize: 5,
  weights: { documents: 60, site: 30, satisfaction: 10 },
  passLine: '90',
  quota: { total: 6, byRecommender: { one: 4, two: 2 } },
};
const now = settingsOf(cycle, category);

describe('the question of a what-if', () => {
  it('begins with the settings in force, the defaults filled in', () => {
    expect(now).toMatchObject({ method: 'trimmed', trimFrom: 5, minimumSheets: 3, seats: { one: 4, two: 2 } });
    expect(settingsOf(cycle, { ...category, panelRule: { minimumSheets: 2, trimFrom: null } }).method).toBe('mean');
  });

  it('is none as long as nothing is changed', () => {
    expect(questionOf(cycle, category, now)).toBeUndefined();
  });

  it('names only what is changed', () => {
    const weights = { documents: 50, site: 40, satisfaction: 10 };
    expect(questionOf(cycle, category, { ...now, weights })).toEqual({
      categories: [{ categoryId: 'agency', weights }],
    });
    expect(questionOf(cycle, category, { ...now, bonusCap: '3', leaveOut: ['reviewer-1'] })).toEqual({
      bonusCap: '3',
      leaveOut: ['reviewer-1'],
      categories: [{ categoryId: 'agency' }],
    });
  });

  it('says each method in the words of the rule', () => {
    const panelOf = (some: Partial<typeof now>) =>
      questionOf(cycle, category, { ...now, ...some })?.categories[0]?.panel;
    expect(panelOf({ method: 'median' })).toEqual({ median: true });
    expect(panelOf({ method: 'mean' })).toEqual({ trimFrom: null });
    expect(panelOf({ extremes: 2 })).toEqual({ extremes: 2 });
    expect(panelOf({ trimFrom: 4, minimumSheets: 2 })).toEqual({ trimFrom: 4, minimumSheets: 2 });
  });

  it('asks for no more trimming than the rule can bear when the mean was in force', () => {
    const plain = { ...category, panelRule: { minimumSheets: 3, trimFrom: null } };
    const asked = questionOf(cycle, plain, { ...settingsOf(cycle, plain), method: 'trimmed' });
    expect(asked?.categories[0]?.panel).toEqual({ trimFrom: 5 });
  });

  it('raises the total with the seats that it gives out, and never below it', () => {
    const quotaOf = (seats: Record<string, number>) =>
      questionOf(cycle, category, { ...now, seats })?.categories[0]?.quota;
    expect(quotaOf({ one: 5, two: 2 })).toEqual({ total: 7, byRecommender: { one: 5, two: 2 } });
    expect(quotaOf({ one: 1, two: 2 })).toEqual({ total: 6, byRecommender: { one: 1, two: 2 } });
    const undivided = { ...category, quota: { total: 6 } };
    expect(
      questionOf(cycle, undivided, { ...settingsOf(cycle, undivided), seats: { '*': 3 } })?.categories[0]?.quota,
    ).toEqual({
      total: 3,
    });
  });
});
