/** A day of Asia/Shanghai, `2026-09-18`. */
export type Day = string;

/** Which days of a year are free though they are weekdays (or fall on a weekend), and which weekend days are worked. */
export type YearTable = { readonly year: number; readonly holidays: readonly Day[]; readonly workdays: readonly Day[] };

const MS_PER_DAY = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: Day, days: number): Day =>
  new Date(midnight(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / MS_PER_DAY;

/** The day in Shanghai on which an instant falls; a plain day is itself. */
export const dayOf = (instant: string): Day =>
  instant.length === 10 ? instant : new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);

const span = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, step) => addDays(from, step));

/** The State Council's arrangement of 2026 (国办发明电〔2025〕7号), typed in here a second time on purpose. */
export const arrangement2026: YearTable = {
  year: 2026,
  holidays: [
    ...span('2026-01-01', '2026-01-03'),
    ...span('2026-02-15', '2026-02-23'),
    ...span('2026-04-04', '2026-04-06'),
    ...span('2026-05-01', '2026-05-05'),
    ...span('2026-06-19', '2026-06-21'),
    ...span('2026-09-25', '2026-09-27'),
    ...span('2026-10-01', '2026-10-07'),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

export class YearUnknown extends Error {
  constructor(year: number) {
    super(`no table of holidays for ${year}`);
    this.name = 'YearUnknown';
  }
}

export type Calendar = { isWorkingDay(day: Day): boolean; workingDaysAfter(day: Day, count: number): Day[] };

export function calendarOf(tables: readonly YearTable[]): Calendar {
  const isWorkingDay = (day: Day): boolean => {
    const year = Number(day.slice(0, 4));
    const table = tables.find((each) => each.year === year);
    if (!table) throw new YearUnknown(year);
    if (table.workdays.includes(day)) return true;
    return !table.holidays.includes(day) && ![0, 6].includes(new Date(midnight(day)).getUTCDay());
  };
  return {
    isWorkingDay,
    /** The next so many working days, the day itself not among them (民法典 201). */
    workingDaysAfter(day, count) {
      const found: Day[] = [];
      for (let next = addDays(day, 1); found.length < count; next = addDays(next, 1)) {
        if (isWorkingDay(next)) found.push(next);
      }
      return found;
    },
  };
}
