import { describe, expect, it } from 'vitest';
import { CyclePlan } from '#domain/cycles';
import { inMode } from '#web/desks/office/wizard/rules.ts';
import {
  dateWords,
  instantOfMoment,
  momentOf,
  planInput,
  stateOf,
  withoutSeats,
} from '#web/desks/office/wizard/state.ts';
import { richPlan, smallPlan } from './a-plan.ts';

const sent = (state: Parameters<typeof planInput>[0]): CyclePlan => CyclePlan.parse(planInput(state));

describe('the wizard and the plan', () => {
  it('says of a plan what the plan said, whatever of it is set', () => {
    expect(sent(stateOf(richPlan))).toEqual(richPlan);
  });

  it('says nothing of what is by default', () => {
    const plan = sent(smallPlan);
    expect(plan).not.toHaveProperty('basis');
    expect(plan.categories[0]).toEqual({
      categoryId: 'enterprise',
      standardId: 'example-enterprise',
      standardVersion: 1,
      reviewMode: 'panel',
      panelSize: 3,
      weights: { documents: 60, site: 30, satisfaction: 10 },
      passLine: '90',
      quota: { total: 10 },
    });
    expect(sent(stateOf(plan))).toEqual(plan);
  });

  it('takes the rules of most categories for those of all', () => {
    const common = sent(smallPlan);
    const [first, second] = common.categories;
    if (!first || !second) throw new Error('two categories');
    const three = [{ ...second, categoryId: 'school', panelSize: 7 }, first, second];
    const state = stateOf({ ...common, categories: three });
    expect(state.rules.panelSize).toBe(3);
    expect(state.categories.map(({ own }) => own?.panelSize)).toEqual([7, undefined, undefined]);
  });

  it('remarks a category without a seat, and takes it', () => {
    const state = stateOf(sent(smallPlan));
    const [first, ...rest] = state.categories;
    if (!first) throw new Error('a category');
    expect(withoutSeats(state)).toEqual([]);
    const empty = { ...state, categories: [{ ...first, seats: 0 }, ...rest] };
    expect(withoutSeats(empty)).toEqual([first.categoryId]);
    expect(sent(empty).categories[0]?.quota.total).toBe(0);
    expect(withoutSeats({ categories: [{ ...first, seats: null }] })).toEqual([]);
  });

  it('leaves out what a review mode does not have', () => {
    const rich = stateOf(richPlan);
    const rules = inMode({ ...rich.rules, blind: true, siteTeam: 3 }, 'recommender-only');
    const plan = sent({ ...smallPlan, rules, onePerOrganization: true });
    expect(plan.categories[0]).toMatchObject({ weights: { documents: 100, site: 0, satisfaction: 0 } });
    for (const field of ['blind', 'siteTeam', 'groupRules', 'samplePercent']) {
      expect(plan.categories[0]).not.toHaveProperty(field);
    }
    expect(sent({ ...smallPlan, rules: inMode(rich.rules, 'sampling') }).categories[0]?.samplePercent).toBe(20);
  });

  it('holds a deadline as its day, and a time only where it is not the day’s own edge', () => {
    expect(momentOf('closesAt', '2026-04-01T00:00:00+08:00')).toEqual({ day: '2026-03-31', time: '' });
    expect(momentOf('opensAt', '2026-03-02T00:00:00+08:00')).toEqual({ day: '2026-03-02', time: '' });
    expect(momentOf('closesAt', '2026-03-31T10:00:00Z')).toEqual({ day: '2026-03-31', time: '18:00' });
    expect(instantOfMoment('closesAt', { day: '2026-12-31', time: '' })).toBe('2027-01-01T00:00:00+08:00');
    expect(instantOfMoment('opensAt', { day: '', time: '09:00' })).toBeUndefined();
    expect(dateWords('closesAt', '2026-04-01T00:00:00+08:00')).toBe('2026-03-31 24:00');
    expect(dateWords('opensAt', '2026-03-02T00:00:00+08:00')).toBe('2026-03-02 00:00');
  });
});
