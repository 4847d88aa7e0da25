import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, calendarOf, deadlineAfterWorkingDays, isWorkingDay, publicityWindow } from '#domain/calendar';
import { addNaturalDays } from '#domain/dates';

const calendar = calendarOf();
const nextYear = {
  year: 2027,
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-08'],
  workdays: ['2027-02-20'],
};
const withNextYear = calendarOf([nextYear]);
const notLoaded = (year: number) => expect.objectContaining({ code: 'CalendarNotLoaded', values: { year } });
const fiveWorkingDays = { days: 5, unit: 'working', firstDay: 'excluded' } as const;

describe('the window of a publicity', () => {
  it.each([
    ['2025-01-23', '2025-01-24', '2025-02-06'],
    ['2025-04-14', '2025-04-15', '2025-04-21'],
    ['2026-02-11', '2026-02-12', '2026-02-25'],
    ['2026-04-30', '2026-05-06', '2026-05-11'],
    ['2026-09-18', '2026-09-20', '2026-09-24'],
    ['2026-09-29', '2026-09-30', '2026-10-12'],
    ['2010-09-27', '2010-09-28', '2010-10-09'],
  ])('published on %s for 5 working days is %s to %s', (publishedOn, firstDay, lastDay) => {
    expect(publicityWindow({ ...fiveWorkingDays, publishedOn }, calendar)).toEqual({
      firstDay,
      lastDay,
      endsAt: `${addNaturalDays(lastDay, 1)}T00:00:00.000+08:00`,
    });
  });

  it('counts the day of publication where the setting says so, if it is a working day', () => {
    const included = { ...fiveWorkingDays, firstDay: 'included' } as const;
    expect(publicityWindow({ ...included, publishedOn: '2022-09-19' }, calendar)).toMatchObject({
      firstDay: '2022-09-19',
      lastDay: '2022-09-23',
    });
    expect(publicityWindow({ ...included, publishedOn: '2022-09-17' }, calendar)).toMatchObject({
      firstDay: '2022-09-19',
      lastDay: '2022-09-23',
    });
  });

  it.each([
    ['2025-09-26', '2025-09-27', '2025-10-09'],
    ['2023-02-27', '2023-02-28', '2023-03-06'],
  ])('published on %s for 7 natural days is %s to %s, rolled on from a day off', (publishedOn, firstDay, lastDay) => {
    const term = { days: 7, unit: 'natural', firstDay: 'excluded', publishedOn } as const;
    expect(publicityWindow(term, calendar)).toMatchObject({ firstDay, lastDay });
  });

  it('is refused when it runs into a year that is not loaded, and counted once that is', () => {
    const term = { ...fiveWorkingDays, publishedOn: '2026-12-28' };
    expect(() => publicityWindow(term, calendar)).toThrow(notLoaded(2027));
    expect(publicityWindow(term, withNextYear)).toEqual({
      firstDay: '2026-12-29',
      lastDay: '2027-01-05',
      endsAt: '2027-01-06T00:00:00.000+08:00',
    });
  });

  it('is refused in a year that is not loaded, though the library has an opinion about it', () => {
    expect(() => publicityWindow({ ...fiveWorkingDays, publishedOn: '2027-02-03' }, calendar)).toThrow(notLoaded(2027));
    expect(publicityWindow({ ...fiveWorkingDays, publishedOn: '2027-02-03' }, withNextYear)).toMatchObject({
      firstDay: '2027-02-04',
      lastDay: '2027-02-12',
    });
  });

  it('is refused when the day of publication alone lies in a year that is not loaded', () => {
    expect(() => publicityWindow({ ...fiveWorkingDays, publishedOn: '2009-12-31' }, calendar)).toThrow(notLoaded(2009));
  });

  it('is refused for natural days when only the roll would leave the loaded years', () => {
    const term = { days: 3, unit: 'natural', firstDay: 'excluded', publishedOn: '2026-12-29' } as const;
    expect(() => publicityWindow(term, calendar)).toThrow(notLoaded(2027));
    expect(publicityWindow(term, withNextYear)).toMatchObject({ lastDay: '2027-01-04' });
  });

  it('may end with the last loaded day', () => {
    const term = { ...fiveWorkingDays, publishedOn: '2026-12-24' };
    expect(publicityWindow(term, calendar)).toMatchObject({ lastDay: '2026-12-31' });
  });
});

describe('working days', () => {
  it('follow the official swaps', () => {
    expect(['2026-02-14', '2026-02-16', '2026-02-28', '2026-03-01'].map((day) => isWorkingDay(day, calendar))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('take a corrected table for the first one, and the next year for late December', () => {
    const corrected = calendarOf([nextYear, { ...nextYear, holidays: ['2027-01-01'] }]);
    expect(isWorkingDay('2027-02-08', corrected)).toBe(true);
    const swap = { year: 2027, holidays: ['2026-12-31', '2027-01-01'], workdays: ['2026-12-27'] };
    const swapped = calendarOf([swap]);
    expect(isWorkingDay('2026-12-27', swapped)).toBe(true);
    expect(isWorkingDay('2026-12-31', swapped)).toBe(false);
    const reversed = calendarOf([
      { year: 2026, holidays: ['2026-01-01'], workdays: ['2026-12-27'] },
      { ...swap, holidays: ['2026-12-27'], workdays: [] },
    ]);
    expect(isWorkingDay('2026-12-27', reversed)).toBe(false);
  });

  it('are not known for a day of a year that is not loaded', () => {
    expect(() => isWorkingDay('2009-12-31', calendar)).toThrow(notLoaded(2009));
    expect(() => addWorkingDays('2009-12-31', 0, calendar)).toThrow(notLoaded(2009));
  });

  it('give a deadline at 24:00 in Shanghai, whatever the hour and zone of the instant', () => {
    const deadline = '2026-09-21T00:00:00.000+08:00';
    expect(deadlineAfterWorkingDays('2026-09-17T15:30:00.000Z', 2, calendar)).toBe(deadline);
    expect(deadlineAfterWorkingDays('2026-09-17T00:00:00+08:00', 2, calendar)).toBe(deadline);
    expect(deadlineAfterWorkingDays('2026-09-17T16:00:00.000Z', 2, calendar)).toBe('2026-09-22T00:00:00.000+08:00');
  });

  const day = fc.integer({ min: 0, max: 16 * 365 }).map((days) => addNaturalDays('2010-01-01', days));
  const count = fc.integer({ min: 0, max: 40 });

  it('end on a working day, and hold exactly as many as were asked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (start, n) => {
        const end = addWorkingDays(start, n, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        let working = 0;
        for (let at = addNaturalDays(start, 1); at <= end; at = addNaturalDays(at, 1)) {
          if (isWorkingDay(at, calendar)) working++;
        }
        expect(working).toBe(n);
      }),
    );
  });

  it('add up, and never let an earlier start or a shorter count end later', () => {
    fc.assert(
      fc.property(day, day, count, count, (a, b, n, m) => {
        expect(addWorkingDays(addWorkingDays(a, n, calendar), m, calendar)).toBe(addWorkingDays(a, n + m, calendar));
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(early, n, calendar) <= addWorkingDays(late, n, calendar)).toBe(true);
      }),
    );
  });

  it('refuses a count that is no number of days', () => {
    expect(() => addWorkingDays('2026-09-18', -1, calendar)).toThrow(RangeError);
  });
});
