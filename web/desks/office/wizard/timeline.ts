import { type Calendar, isWorkingDay, publicityWindow } from '#domain/calendar';
import { addNaturalDays, type IsoDate, yearOf } from '#domain/dates';
import { AwardError } from '#domain/errors';
import { eachWindow, type Moment, type PlanState, type WindowName, windowNames } from './state.ts';

/** Whether people work on that day; undefined where the year's table is not loaded. */
export function worksOn(day: IsoDate, calendar: Calendar): boolean | undefined {
  return calendar.years.has(yearOf(day)) ? isWorkingDay(day, calendar) : undefined;
}

/** What of a day is worth a second look, though a plan may have it. */
export type Remark = 'rest-day' | 'other-year';

/** Whether nobody works on a day, and whether it lies outside of the cycle's year, as a slip of the pen often does. */
export function remarksOn(day: IsoDate | '', year: PlanState['year'], calendar: Calendar): Remark[] {
  if (day === '') return [];
  return [
    ...(worksOn(day, calendar) === false ? (['rest-day'] as const) : []),
    ...(year !== null && yearOf(day) !== year ? (['other-year'] as const) : []),
  ];
}

/** The day itself, or the next on which people work. */
function rolled(day: IsoDate, calendar: Calendar): IsoDate {
  let at = day;
  while (worksOn(at, calendar) === false) at = addNaturalDays(at, 1);
  return at;
}

/** So many days after the one before: a season of some five months, to begin with. */
const usual: Readonly<Record<WindowName | 'publicityOn', number>> = {
  opensAt: 1,
  closesAt: 30,
  recommendBy: 10,
  checkBy: 10,
  assessBy: 30,
  reviewBy: 30,
  publicityOn: 14,
};

/** Dates to begin with, each on a working day. */
export function usualDates(today: IsoDate, calendar: Calendar): Pick<PlanState, 'windows' | 'publicityOn'> {
  let day = today;
  const step = (name: WindowName | 'publicityOn'): IsoDate => {
    day = rolled(addNaturalDays(day, usual[name]), calendar);
    return day;
  };
  const windows = eachWindow((name): Moment => ({ day: step(name), time: name === 'opensAt' ? '09:00' : '' }));
  return { windows, publicityOn: step('publicityOn') };
}

/** Working days after one day up to and with another; undefined where a year between is not loaded. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: Calendar): number | undefined {
  let count = 0;
  for (let day = addNaturalDays(from, 1); day <= to; day = addNaturalDays(day, 1)) {
    const works = worksOn(day, calendar);
    if (works === undefined) return undefined;
    if (works) count += 1;
  }
  return count;
}

const DAY = 86_400_000;

/** One stretch of the season, from the end of the one before to its own. */
export type Stretch = {
  readonly name: WindowName | 'publicity';
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly workingDays: number | undefined;
};

function stretch(name: Stretch['name'], from: IsoDate, to: IsoDate, calendar: Calendar): Stretch {
  return {
    name,
    from,
    to,
    days: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY)),
    workingDays: workingDaysBetween(from, to, calendar),
  };
}

export type Timeline = {
  readonly stretches: readonly Stretch[];
  readonly publicity?: { readonly firstDay: IsoDate; readonly lastDay: IsoDate };
  /** Years that the dates touch and whose holidays nobody loaded. */
  readonly missingYears: readonly number[];
};

function publicityOf({ publicity, publicityOn }: PlanState, calendar: Calendar): Timeline['publicity'] {
  const { days, unit, firstDay } = publicity;
  if (publicityOn === '' || !days) return undefined;
  try {
    return publicityWindow({ publishedOn: publicityOn, days, unit, firstDay }, calendar);
  } catch (error) {
    if (error instanceof AwardError) return undefined;
    throw error;
  }
}

/** The season as its dates make it, as far as they are filled in. */
export function timelineOf(state: PlanState, calendar: Calendar): Timeline {
  const filled = windowNames.filter((name) => state.windows[name].day !== '');
  const stretches = filled.flatMap((name, at) => {
    const before = filled[at - 1];
    if (!before) return [];
    return [stretch(name, state.windows[before].day, state.windows[name].day, calendar)];
  });
  const publicity = publicityOf(state, calendar);
  const days = [...filled.map((name) => state.windows[name].day), state.publicityOn].filter((day) => day !== '');
  // A publicity begun in late December ends in the next year.
  const last = state.publicityOn === '' ? [] : [addNaturalDays(state.publicityOn, (state.publicity.days ?? 0) + 2)];
  const years = [...new Set([...days, ...last].map(yearOf))].sort((a, b) => a - b);
  return {
    stretches: publicity
      ? [...stretches, stretch('publicity', addNaturalDays(publicity.firstDay, -1), publicity.lastDay, calendar)]
      : stretches,
    ...(publicity && { publicity }),
    missingYears: years.filter((year) => !calendar.years.has(year)),
  };
}
