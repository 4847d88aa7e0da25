// The library's own functions read the machine's time zone and take a year that they do not know for one without
// holidays (2027-02-08 would be a working day). So only its tables are used, and only of the years listed here.
import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import * as z from 'zod';
import { addNaturalDays, IsoDate, isWeekend, yearOf } from './dates.ts';
import { type Refusal, refuse } from './fields.ts';

const wrongYear = (year: number): Refusal => ({
  code: 'WrongYear',
  zh: `日期应在 ${year} 年内（元旦调休可在上年 12 月下旬）。`,
  en: `The date must lie in ${year} (or in late December before it, for New Year).`,
});
const twice: Refusal = { code: 'DateTwice', zh: '日期重复。', en: 'The date is listed twice.' };
const notWeekend: Refusal = {
  code: 'NotAWeekend',
  zh: '调休上班日应为周六或周日。',
  en: 'A worked rest day must be a Saturday or a Sunday.',
};
const noNewYear = (year: number): Refusal => ({
  code: 'NoNewYear',
  zh: `缺少 ${year}-01-01（元旦），安排不完整。`,
  en: `${year}-01-01 (New Year's Day) is missing; the table is not complete.`,
});

/** New Year's swaps reach back: the table of 2019 made Saturday 2018-12-29 a working day. */
const belongsTo = (date: IsoDate, year: number): boolean =>
  yearOf(date) === year || (date >= addNaturalDays(`${year}-01-01`, -11) && date < `${year}-01-01`);

/**
 * The State Council's arrangement for one year, as an office imports it: days off beside ordinary weekends, and
 * weekend days worked (调休). A table that cannot be right is refused date by date: WrongYear, DateTwice, NotAWeekend,
 * NoNewYear.
 */
export const HolidayTable = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    holidays: z.array(IsoDate).min(1).max(100),
    workdays: z.array(IsoDate).max(50),
  })
  .superRefine(({ year, holidays, workdays }, context) => {
    const seen = new Set<IsoDate>();
    const check = (date: IsoDate, path: (string | number)[]) => {
      if (!belongsTo(date, year)) refuse(context, wrongYear(year), path);
      if (seen.has(date)) refuse(context, twice, path);
      seen.add(date);
    };
    holidays.forEach((date, position) => {
      check(date, ['holidays', position]);
    });
    workdays.forEach((date, position) => {
      check(date, ['workdays', position]);
      if (!isWeekend(date)) refuse(context, notWeekend, ['workdays', position]);
    });
    if (!holidays.includes(`${year}-01-01`)) refuse(context, noNewYear(year), ['holidays']);
  });

export type HolidayTable = z.output<typeof HolidayTable>;

/** Years whose tables the library holds and whose arrangement is final. Later ones are imported by the office. */
const officialYears = [
  2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
];

const ofYear = (days: Readonly<Record<IsoDate, string>>, year: number): IsoDate[] =>
  Object.keys(days)
    .filter((date) => yearOf(date) === year)
    .sort();

export const officialTables: readonly HolidayTable[] = officialYears.map((year) => ({
  year,
  holidays: ofYear(official.holidays, year),
  workdays: ofYear(official.workdays, year),
}));
