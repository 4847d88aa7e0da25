import { describe, expect, it } from 'vitest';
import { calendarOf, isWorkingDay } from '#domain/calendar';
import { HolidayTable } from '#domain/holiday-table';
import { addDays } from '#examples/player/days';
import { exampleTable, exampleTableWarning, workingDaysWithin, yearsOf } from '#examples/player/holidays';

describe('the example holiday table', () => {
  it('is one that the system takes, for any year to come', () => {
    const years = Array.from({ length: 74 }, (_, step) => 2027 + step);
    expect(years.map((year) => HolidayTable.parse(exampleTable(year)))).toEqual(years.map(exampleTable));
  });

  it('depends on the year alone and knows no swaps', () => {
    expect(exampleTable(2031)).toEqual({
      year: 2031,
      holidays: ['2031-01-01', '2031-05-01', '2031-05-02', '2031-05-03', '2031-10-01', '2031-10-02', '2031-10-03'],
      workdays: [],
    });
  });

  it('is imported with a warning in both languages that it is not official', () => {
    expect(exampleTableWarning([2027, 2028])).toContain('2027、2028');
    expect(exampleTableWarning([2027])).toContain('示例，非官方');
    expect(exampleTableWarning([2027])).toContain('not official');
  });

  it('is wanted for every year that the season may touch', () => {
    expect(yearsOf({ opensAt: '2026-03-02T00:00:00.000+08:00', publicityOn: '2026-09-18' })).toEqual([2026]);
    expect(yearsOf({ opensAt: '2026-11-24T00:00:00.000+08:00', publicityOn: '2027-06-12' })).toEqual([2026, 2027]);
    expect(yearsOf({ opensAt: '2027-05-01T00:00:00.000+08:00', publicityOn: '2027-11-20' })).toEqual([2027, 2028]);
  });
});

describe("the player's own count of working days", () => {
  it('agrees with the system from September to December 2026, and in a year of an example table', () => {
    const calendar = calendarOf([HolidayTable.parse(exampleTable(2027))]);
    const days = [
      ...Array.from({ length: 122 }, (_, step) => addDays('2026-09-01', step)),
      ...Array.from({ length: 365 }, (_, step) => addDays('2027-01-01', step)),
    ];
    const differing = days.filter((day) => workingDaysWithin(day, day) !== Number(isWorkingDay(day, calendar)));
    expect(differing).toEqual([]);
  });

  it('counts the golden window over the working Sunday as five', () => {
    expect(workingDaysWithin('2026-09-20', '2026-09-24')).toBe(5);
    expect(workingDaysWithin('2026-09-25', '2026-09-27')).toBe(0);
  });
});
