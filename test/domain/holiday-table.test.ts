import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { HolidayTable, officialTables } from '#domain/holiday-table';

const table = {
  year: 2027,
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-08'],
  workdays: ['2027-02-20'],
};

function problemsOf(value: unknown) {
  try {
    parseFields(HolidayTable, value);
  } catch (error) {
    if (error instanceof AwardError) return error.fields.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

describe('the official tables', () => {
  it('are those of 2010 to 2026, each of them sound by the rules for an import', () => {
    expect(officialTables.map(({ year }) => year)).toEqual(Array.from({ length: 17 }, (_, index) => 2010 + index));
    expect(officialTables.flatMap(problemsOf)).toEqual([]);
  });

  it('hold the year 2026 as announced', () => {
    const official = officialTables.find(({ year }) => year === 2026);
    expect(official?.holidays).toHaveLength(33);
    expect(official?.workdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });
});

describe("the import of a year's table", () => {
  it('takes a sound one', () => {
    expect(parseFields(HolidayTable, table)).toEqual(table);
  });

  it('takes a swap for New Year in late December, as the table of 2019 had', () => {
    const swapped = { year: 2019, holidays: ['2018-12-30', '2018-12-31', '2019-01-01'], workdays: ['2018-12-29'] };
    expect(problemsOf(swapped)).toEqual([]);
  });

  it.each([
    [{ holidays: [] }, ['holidays TooSmall']],
    [{ holidays: ['2027-02-08'] }, ['holidays NoNewYear']],
    [{ holidays: ['2027-01-01', '2026-10-01'] }, ['holidays.1 WrongYear']],
    [{ holidays: ['2027-01-01', '2028-01-01'] }, ['holidays.1 WrongYear']],
    [{ holidays: ['2027-01-01', '2027-01-01'] }, ['holidays.1 DateTwice']],
    [{ holidays: ['2027-01-01', '2027-02-29'] }, ['holidays.1 WrongFormat']],
    [{ workdays: ['2027-01-02'] }, ['workdays.0 DateTwice']],
    [{ workdays: ['2027-02-19'] }, ['workdays.0 NotAWeekend']],
    [{ workdays: ['2027-02-20', '2027-02-20'] }, ['workdays.1 DateTwice']],
    [{ year: 1999 }, ['year TooSmall']],
  ])('refuses %j', (change, problems) => {
    expect(problemsOf({ ...table, ...change })).toEqual(expect.arrayContaining(problems));
  });
});
