import { type Calendar, calendarOf, isWorkingDay } from '#domain/calendar';
import { addNaturalDays, type IsoDate } from '#domain/dates';

/** The years whose tables ship with the system; the window itself is the server's, by whatever table it has. */
const shipped = calendarOf();

/**
 * How many working days are left of a window, today included; undefined where a year's table is not here, so that
 * nothing wrong is told.
 */
export function workingDaysLeft(today: IsoDate, lastDay: IsoDate, calendar: Calendar = shipped): number | undefined {
  if (!calendar.years.has(Number(today.slice(0, 4))) || !calendar.years.has(Number(lastDay.slice(0, 4))))
    return undefined;
  let left = 0;
  for (let day = today; day <= lastDay; day = addNaturalDays(day, 1)) if (isWorkingDay(day, calendar)) left += 1;
  return left;
}

export const naturalDaysLeft = (today: IsoDate, lastDay: IsoDate): number =>
  Math.max(0, Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000) + 1);
