import * as z from 'zod';

/** An instant as ISO text in Asia/Shanghai, `2026-03-02T09:00:00.000+08:00`; such texts sort by time. */
export type Instant = string;

const OFFSET_MS = 8 * 3_600_000;

/** The instant of a number of milliseconds since 1970 (UTC). */
export const instantOf = (ms: number): Instant => new Date(ms + OFFSET_MS).toISOString().replace('Z', '+08:00');

/** Milliseconds since 1970 (UTC) of an instant in any zone. */
export const millisOf = (instant: Instant): number => Date.parse(instant);

/** The same instant as workflows want it: RFC 3339 in UTC. */
export const utcOf = (instant: Instant): string => new Date(millisOf(instant)).toISOString();

/** Whole seconds from one instant to a later one, at least `least`; for `TimeoutSeconds`. */
export const secondsBetween = (from: Instant, to: Instant, least = 1): number =>
  Math.max(least, Math.ceil((millisOf(to) - millisOf(from)) / 1000));

/** The later of two instants. */
export const later = (left: Instant, right: Instant): Instant => (millisOf(left) >= millisOf(right) ? left : right);

/** An instant in a document that somebody sends, in any zone; it is kept in Asia/Shanghai. */
export const InstantText = z.iso.datetime({ offset: true }).transform((text) => instantOf(millisOf(text)));
