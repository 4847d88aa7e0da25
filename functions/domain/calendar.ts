import type { PublicityRule } from './cycles.ts';
import { addNaturalDays, dateInShanghai, endOfDay, type IsoDate, isWeekend, yearOf } from './dates.ts';
import { AwardError } from './errors.ts';
import { type HolidayTable, officialTables } from './holiday-table.ts';
import type { Instant } from './instants.ts';

/** Working days of the years whose official tables are loaded, and of no other. */
export type Calendar = {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<IsoDate>;
  /** Worked days of rest; these outweigh `holidays`. */
  readonly workdays: ReadonlySet<IsoDate>;
};

/**
 * A calendar over the official tables that ship with the system and those that the office imported. An import takes
 * the place of the same year's table, and the next year's table may change late December (the swaps of New Year).
 */
export function calendarOf(imported: readonly HolidayTable[] = []): Calendar {
  const replaced = new Map([...officialTables, ...imported].map((table) => [table.year, table]));
  const holidays = new Set<IsoDate>();
  const workdays = new Set<IsoDate>();
  for (const table of [...replaced.values()].sort((a, b) => a.year - b.year)) {
    for (const date of table.holidays) {
      holidays.add(date);
      workdays.delete(date);
    }
    for (const date of table.workdays) workdays.add(date);
  }
  return { years: new Set(replaced.keys()), holidays, workdays };
}

/** CalendarNotLoaded when the day's year is not loaded: an unknown table is not an empty one. */
export function isWorkingDay(date: IsoDate, calendar: Calendar): boolean {
  const year = yearOf(date);
  if (!calendar.years.has(year)) throw new AwardError('CalendarNotLoaded', { values: { year } });
  if (calendar.workdays.has(date)) return true;
  return !calendar.holidays.has(date) && !isWeekend(date);
}

/** The day itself when it is a working day, else the next that is. */
function firstWorkingDay(date: IsoDate, calendar: Calendar): IsoDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addNaturalDays(day, 1);
  return day;
}

/** The n-th working day after `date`, which does not count itself; `date` for n = 0. CalendarNotLoaded. */
export function addWorkingDays(date: IsoDate, n: number, calendar: Calendar): IsoDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`);
  isWorkingDay(date, calendar);
  let day = date;
  for (let counted = 0; counted < n; counted++) day = firstWorkingDay(addNaturalDays(day, 1), calendar);
  return day;
}

/** 24:00 of the n-th working day after the day on which `instant` falls in Shanghai (民法典 201). CalendarNotLoaded. */
export const deadlineAfterWorkingDays = (instant: Instant, n: number, calendar: Calendar): Instant =>
  endOfDay(addWorkingDays(dateInShanghai(instant), n, calendar));

/** A notice's day of publication, and the cycle's rule of how long it is online. */
export type PublicityTerm = Pick<PublicityRule, 'days' | 'unit' | 'firstDay'> & { readonly publishedOn: IsoDate };

export type PublicityWindow = {
  /** The first day that counts. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** 24:00 of the last day: what arrives at this instant or later is late. */
  readonly endsAt: Instant;
};

/**
 * The window of a publicity. Working days count by the official table with its swaps; a period of natural days that
 * ends on a day off rolls on to the next working day (民法典 203). CalendarNotLoaded for any year touched from the
 * day of publication to the last day.
 */
export function publicityWindow(term: PublicityTerm, calendar: Calendar): PublicityWindow {
  isWorkingDay(term.publishedOn, calendar);
  const start = term.firstDay === 'included' ? term.publishedOn : addNaturalDays(term.publishedOn, 1);
  const working = term.unit === 'working';
  const firstDay = working ? firstWorkingDay(start, calendar) : start;
  const lastDay = working
    ? addWorkingDays(firstDay, term.days - 1, calendar)
    : firstWorkingDay(addNaturalDays(firstDay, term.days - 1), calendar);
  return { firstDay, lastDay, endsAt: endOfDay(lastDay) };
}
