import { describe, expect, it } from 'vitest';
import { calendarOf, isWorkingDay } from '#domain/calendar';
import { windowNames } from '#web/desks/office/wizard/state.ts';
import { remarksOn, timelineOf, usualDates, workingDaysBetween, worksOn } from '#web/desks/office/wizard/timeline.ts';
import { smallPlan } from './a-plan.ts';

const calendar = calendarOf();

describe('the timeline of a plan', () => {
  it('begins with dates in their order, each on a working day', () => {
    for (const today of ['2026-02-13', '2026-02-26', '2026-04-30']) {
      const { windows, publicityOn } = usualDates(today, calendar);
      const days = [today, ...windowNames.map((name) => windows[name].day), publicityOn];
      expect(days.slice(1).filter((day) => day.startsWith('2026') && !isWorkingDay(day, calendar))).toEqual([]);
      expect([...days].sort()).toEqual(days);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it('counts working days with their swaps, and says when it cannot', () => {
    expect(workingDaysBetween('2026-09-18', '2026-09-24', calendar)).toBe(5);
    expect(workingDaysBetween('2026-12-28', '2027-01-04', calendar)).toBeUndefined();
    expect(worksOn('2026-09-20', calendar)).toBe(true);
    expect(worksOn('2027-02-08', calendar)).toBeUndefined();
  });

  it('shows each stretch and the publicity, and the years that are missing', () => {
    const { stretches, publicity, missingYears } = timelineOf({ ...smallPlan, publicityOn: '2026-09-18' }, calendar);
    expect(stretches.map(({ name }) => name)).toEqual([...windowNames.slice(1), 'publicity']);
    expect(publicity).toMatchObject({ firstDay: '2026-09-20', lastDay: '2026-09-24' });
    expect(stretches.at(-1)).toMatchObject({ workingDays: 5 });
    expect(missingYears).toEqual([]);
    expect(timelineOf({ ...smallPlan, publicityOn: '2026-12-29' }, calendar)).toMatchObject({ missingYears: [2027] });
  });

  it('remarks a day of rest, and a day outside of the cycle’s year', () => {
    expect(remarksOn('2026-10-01', 2026, calendar)).toEqual(['rest-day']);
    expect(remarksOn('2026-09-20', 2026, calendar)).toEqual([]);
    expect(remarksOn('2025-03-03', 2026, calendar)).toEqual(['other-year']);
    expect(remarksOn('2025-10-01', 2026, calendar)).toEqual(['rest-day', 'other-year']);
    expect(remarksOn('2027-01-05', 2026, calendar)).toEqual(['other-year']);
    expect(remarksOn('2025-03-03', null, calendar)).toEqual([]);
    expect(remarksOn('', 2026, calendar)).toEqual([]);
  });

  it('is short while dates are missing', () => {
    const windows = { ...smallPlan.windows, closesAt: { day: '', time: '' } };
    const { stretches, publicity } = timelineOf({ ...smallPlan, windows, publicityOn: '' }, calendar);
    expect(stretches.map(({ name }) => name)).toEqual(['recommendBy', 'checkBy', 'assessBy', 'reviewBy']);
    expect(publicity).toBeUndefined();
  });
});
