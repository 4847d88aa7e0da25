import { type Calendar, calendarOf, publicityWindow } from '#domain/calendar';
import type { CyclePlan } from '#domain/cycles';
import type { IsoDate } from '#domain/dates';
import { AwardError } from '#domain/errors';

/** The years whose tables ship with the system. */
const shipped = calendarOf();

export type OffPlan = {
  readonly plannedOn: IsoDate;
  /** The window as the plan meant it; absent where a year's table is not here, so that nothing wrong is told. */
  readonly planned?: { readonly firstDay: IsoDate; readonly lastDay: IsoDate };
  /** How many days after the planned one; below zero before it. */
  readonly days: number;
};

function windowOf({ windows, publicity }: Plan, calendar: Calendar): OffPlan['planned'] {
  try {
    return publicityWindow({ ...publicity, publishedOn: windows.publicityOn }, calendar);
  } catch (error) {
    if (error instanceof AwardError) return undefined;
    throw error;
  }
}

type Plan = Pick<CyclePlan, 'windows' | 'publicity'>;

/** How far a notice that is published today is from the plan; undefined on the very day. */
export function offPlan(plan: Plan, today: IsoDate, calendar: Calendar = shipped): OffPlan | undefined {
  const plannedOn = plan.windows.publicityOn;
  const days = Math.round((Date.parse(today) - Date.parse(plannedOn)) / 86_400_000);
  if (days === 0) return undefined;
  const planned = windowOf(plan, calendar);
  return { plannedOn, days, ...(planned && { planned }) };
}
