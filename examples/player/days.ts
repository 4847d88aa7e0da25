/** A day of Asia/Shanghai, `2026-03-02`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);

/** The day in Shanghai on which an instant falls. */
export const dayOf = (instant: string | number): Day =>
  new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** An hour of a day, as an instant. */
export const at = (day: Day, hour = 9): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000+08:00`;

export const earlier = (left: Day, right: Day): Day => (left < right ? left : right);
export const later = (left: Day, right: Day): Day => (left > right ? left : right);
