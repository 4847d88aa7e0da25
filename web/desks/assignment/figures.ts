/** Seats are what the loads add up to. */
export const seatsOf = (loads: readonly { readonly load: number }[]): number =>
  loads.reduce((sum, { load }) => sum + load, 0);

/** A bound is shown rounded up, so that it still holds as it is read. */
export const roundedBound = (bound: number): string => String(Math.ceil(bound * 10) / 10);

/** `n` of `of` in percent, to one decimal. */
export const percentOf = (n: number, of: number): string => (of === 0 ? '0%' : `${Math.round((1000 * n) / of) / 10}%`);
