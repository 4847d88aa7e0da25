import { addDays, type Day, dayOf, daysBetween, weekdayOf, yearOf } from './days.ts';

export type ExampleTable = {
  readonly year: number;
  readonly holidays: readonly Day[];
  readonly workdays: readonly Day[];
};

/**
 * An example of a holiday table, a pure function of the year: the holidays of fixed date and nothing else, no swaps.
 * It is NOT the State Council's arrangement; it lets a season be played in a year that has none yet.
 */
export const exampleTable = (year: number): ExampleTable => ({
  year,
  holidays: ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`),
  workdays: [],
});

/** The years whose working days a season may count: from its opening to ten weeks after its publicity begins. */
export function yearsOf(windows: { readonly opensAt: string; readonly publicityOn: Day }): number[] {
  const first = yearOf(dayOf(windows.opensAt));
  const last = yearOf(addDays(windows.publicityOn, 70));
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

export const exampleTableWarning = (years: readonly number[]): string =>
  `注意：为 ${years.join('、')} 年导入了示例节假日表（示例，非官方），仅用于演示；正式使用须导入国务院办公厅发布的安排。\n` +
  `Note: EXAMPLE holiday tables were imported for ${years.join(', ')}. They are not official and serve this ` +
  'demonstration only; load the published arrangement before real use.';

/** The arrangement published for 2026 as far as a season's publicities may touch it: September to the year's end. */
const autumn2026: ExampleTable = {
  year: 2026,
  holidays: [25, 26, 27].map((day) => `2026-09-${day}`).concat([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)),
  workdays: ['2026-09-20', '2026-10-10'],
};

/** Working days from one day to another, both counted, by a calendar of the player's own. */
export function workingDaysWithin(from: Day, to: Day): number {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, step) => addDays(from, step));
  return days.filter((day) => {
    const { holidays, workdays } = yearOf(day) === 2026 ? autumn2026 : exampleTable(yearOf(day));
    return workdays.includes(day) || (!holidays.includes(day) && ![0, 6].includes(weekdayOf(day)));
  }).length;
}
