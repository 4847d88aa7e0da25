import type { ObjectionPlan, SeasonPlan } from '../xicheng-2011/index.ts';
import { addDays, at, type Day, dayOf, earlier, later, yearOf } from './days.ts';

const isDate = /^\d{4}-\d{2}-\d{2}(?=T|$)/;

/** Moves every date and instant in a document by whole days; the hour stays. */
function moved<T>(value: T, days: number): T {
  if (typeof value === 'string') return value.replace(isDate, (day) => addDays(day, days)) as T & string;
  if (Array.isArray(value)) return value.map((each: unknown) => moved(each, days)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, moved(each, days)])) as T;
}

/**
 * The season moved by whole days, for a box whose clock is past its opening. The year of the cycle and of the register
 * follow the opening. Corrections come within four days: five working days last at least that long in any week.
 */
export function shiftedBy(plan: SeasonPlan, days: number): SeasonPlan {
  if (days === 0) return plan;
  const cycle = moved(plan.cycle, days);
  const year = yearOf(dayOf(cycle.windows.opensAt));
  const inYear = (text: string): string => text.replaceAll(String(plan.cycle.year), String(year));
  const units = moved(plan.units, days).map((unit) => {
    if (unit.course.kind !== 'returned') return unit;
    const { returnedAt, resubmittedAt } = unit.course;
    const day = earlier(dayOf(resubmittedAt), addDays(dayOf(returnedAt), 4));
    return { ...unit, course: { ...unit.course, resubmittedAt: at(day, 14) } };
  });
  return {
    ...plan,
    cycle: {
      ...cycle,
      year,
      title: inYear(cycle.title),
      basis: { title: inYear(cycle.basis.title), documentNumber: inYear(cycle.basis.documentNumber) },
    },
    register: plan.register.map((row) => ({ ...row, year })),
    units,
    objections: moved(plan.objections, days),
  };
}

/** What a publicity's own dates say, once it is open. */
export type PublishedWindow = { readonly lastDay: Day; readonly graceUntil: string };

/**
 * An objection with the dates of letters fitted to the publicity as it was published: a letter in time bears the last
 * day's postmark, a late one the day after the next, and both arrive before the office stops waiting for letters.
 */
export function fittedTo({ lastDay, graceUntil }: PublishedWindow, objection: ObjectionPlan): ObjectionPlan {
  const { postmarkedOn } = objection;
  if (postmarkedOn === undefined) return objection;
  const isLate = objection.outcome === 'inadmissible';
  const lastPost = dayOf(Date.parse(graceUntil) - 1);
  const arrives = earlier(later(dayOf(objection.receivedAt), addDays(lastDay, 1)), lastPost);
  return { ...objection, postmarkedOn: isLate ? addDays(lastDay, 2) : lastDay, receivedAt: at(arrives, 10) };
}
