const DAY = 86_400_000;

const next = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

export type Window = { readonly firstDay: string; readonly lastDay: string };
type Rule = { readonly days: number; readonly unit: 'working' | 'natural'; readonly firstDay: 'excluded' | 'included' };
type Days = { readonly holidays: readonly string[]; readonly workdays: readonly string[] };

/** A worked rest day is a working day whatever else is said of it, an official day off is none; else Monday to Friday. */
function isWorkday(date: string, { holidays, workdays }: Days): boolean {
  if (workdays.includes(date)) return true;
  return !holidays.includes(date) && weekday(date) > 0 && weekday(date) < 6;
}

/**
 * The window of a publicity: the day of publication is not counted unless the rule says so, and a window in natural
 * days that would end on a day off ends on the next working day (民法典 201, 203).
 */
export function windowOf(publishedOn: string, rule: Rule, days: Days): Window {
  const counts = (date: string): boolean => rule.unit === 'natural' || isWorkday(date, days);
  let day = rule.firstDay === 'included' ? publishedOn : next(publishedOn);
  while (!counts(day)) day = next(day);
  const firstDay = day;
  for (let counted = 1; counted < rule.days; ) {
    day = next(day);
    if (counts(day)) counted += 1;
  }
  while (!isWorkday(day, days)) day = next(day);
  return { firstDay, lastDay: day };
}
