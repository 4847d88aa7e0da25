import * as z from 'zod';
import { parseFields } from './fields.ts';
import { type Instant, instantOf, millisOf } from './instants.ts';

/** A calendar day, 'YYYY-MM-DD', as it is counted in Shanghai: +08:00 all year since 1992, and nothing here is older. */
export const IsoDate = z.iso.date();
export type IsoDate = z.output<typeof IsoDate>;

/** An instant must say its zone: '2026-02-12T09:00:00+08:00' or '…Z'. */
const zonedInstant = z.iso.datetime({ offset: true });

const dayLength = 86_400_000;

const timeOf = (date: IsoDate): number => Date.parse(`${parseFields(IsoDate, date, 'date')}T00:00:00Z`);

/** The day n days later, or earlier for a negative n. */
export const addNaturalDays = (date: IsoDate, days: number): IsoDate =>
  new Date(timeOf(date) + days * dayLength).toISOString().slice(0, 10);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(timeOf(date)).getUTCDay();

export const isWeekend = (date: IsoDate): boolean => [0, 6].includes(weekdayOf(date));

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The day on which an instant falls in Shanghai. InvalidInput unless it is an ISO instant with its zone. */
export const dateInShanghai = (instant: Instant): IsoDate =>
  instantOf(millisOf(parseFields(zonedInstant, instant, 'instant'))).slice(0, 10);

/** 24:00 of a day in Shanghai, which is 00:00 of the next: the first instant that is too late. */
export const endOfDay = (date: IsoDate): Instant => `${addNaturalDays(date, 1)}T00:00:00.000+08:00`;
