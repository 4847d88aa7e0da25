import { describe, expect, it } from 'vitest';
import { calendarOf } from '#domain/calendar';
import { latestOf, placed, planOf, problemsOf } from '#web/desks/office/wizard/problems.ts';
import { blankPlan, type PlanState, stateOf } from '#web/desks/office/wizard/state.ts';
import { reference, richPlan, smallPlan } from './a-plan.ts';

const found = (change: Partial<PlanState>, state = smallPlan) =>
  problemsOf({ ...state, ...change }, reference).map(({ step, field, code }) => `${step} ${field} ${code}`);

describe('what is wrong with a plan', () => {
  it('is nothing by default, and nothing in a plan that the server would take', () => {
    expect(found({})).toEqual([]);
    const community = { ...richPlan, categories: richPlan.categories.slice(0, 1) };
    expect(found({}, stateOf(community))).toEqual([]);
  });

  it('names every field that is empty, at its step', () => {
    const empty = found({}, blankPlan);
    for (const each of ['basics title', 'basics year', 'basics issuer', 'categories categories', 'rules drawSeed']) {
      expect(empty.join('\n')).toContain(each);
    }
    expect(empty).toContain('dates windows.closesAt Required');
    expect(empty).toContain('dates publicityOn Required');
    expect(planOf(blankPlan)).toBeUndefined();
  });

  it('tells a rule of all categories once, and a category’s own at the category', () => {
    const rules = { ...smallPlan.rules, weights: { documents: 60, site: 30, satisfaction: 20 } };
    expect(found({ rules })).toEqual(['rules rules.weights WeightsNotHundred']);
    const [first, ...rest] = smallPlan.categories;
    if (!first) throw new Error('a category');
    expect(found({ categories: [{ ...first, own: { ...rules, panelSize: 2 } }, ...rest] })).toEqual([
      'rules categories.0.own.weights WeightsNotHundred',
      'rules categories.0.own.panelSize PanelTooSmall',
    ]);
  });

  it('finds dates out of order, a year without holidays, a standard that is not published, seats that do not sum', () => {
    const { windows, categories } = smallPlan;
    expect(found({ windows: { ...windows, checkBy: windows.closesAt } })).toContain('dates windows.checkBy OutOfOrder');
    expect(
      problemsOf(smallPlan, { ...reference, calendar: { ...calendarOf(), years: new Set([2025]) } }),
    ).toMatchObject([{ step: 'dates', field: 'publicityOn', code: 'CalendarNotLoaded' }]);
    const [first] = categories;
    if (!first) throw new Error('a category');
    const wrong = {
      ...first,
      standard: 'example-enterprise@2',
      seats: 2,
      recommenders: [
        { department: '经信局', seats: 3 },
        { department: '妇联', seats: 0 },
      ],
      areas: [{ recommender: '经信局', areaId: 'nowhere', minimum: null, maximum: null }],
    };
    expect(found({ categories: [wrong] })).toEqual([
      'quotas categories.0.recommenders.妇联 NotALeadDepartment',
      'quotas categories.0.seats QuotaSum',
      'quotas categories.0.areas.0 NoLimit',
      'quotas categories.0.areas.0.areaId UnknownArea',
      'categories categories.0.standard StandardNotPublished',
    ]);
  });

  it('puts the server’s refusal where the form shows it', () => {
    const refusal = { path: 'categories.1.tieIndicator', code: 'UnknownIndicator', zh: '', en: '' };
    expect(placed([refusal], smallPlan)).toMatchObject([{ step: 'categories', field: 'categories.1.tieIndicator' }]);
  });

  it('offers the latest version of a standard', () => {
    const [one] = reference.standards;
    if (!one) throw new Error('a standard');
    const offered = [one, { ...one, standardVersion: 3 }, { ...one, standardVersion: 2 }];
    expect(latestOf(one.categoryId, offered)?.standardVersion).toBe(3);
    expect(latestOf('family', offered)).toBeUndefined();
  });
});
