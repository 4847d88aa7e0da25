import { addNaturalDays, type IsoDate, isWeekend, weekdayOf } from '#domain/dates';
import type { HolidayTable } from '#domain/holiday-table';

type DayKind = 'work' | 'rest' | 'off' | 'worked';
export type MonthDay = { readonly date: IsoDate; readonly day: number; readonly kind: DayKind };
type Week = readonly (MonthDay | undefined)[];

function kindOf(date: IsoDate, { holidays, workdays }: HolidayTable): DayKind {
  if (workdays.includes(date)) return 'worked';
  if (holidays.includes(date)) return 'off';
  return isWeekend(date) ? 'rest' : 'work';
}

/** The weeks of a month from Monday on; undefined where a day is another month's. */
export function weeksOf(month: number, table: HolidayTable): Week[] {
  const first = `${table.year}-${String(month).padStart(2, '0')}-01`;
  const blanks = (weekdayOf(first) + 6) % 7;
  const cells: (MonthDay | undefined)[] = Array.from({ length: blanks }, () => undefined);
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addNaturalDays(date, 1)) {
    cells.push({ date, day: Number(date.slice(8)), kind: kindOf(date, table) });
  }
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day]),
  );
}
