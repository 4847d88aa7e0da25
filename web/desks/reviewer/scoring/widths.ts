export type Side = 'left' | 'right';

/** Of the panes at the sides, in pixels; the middle takes what is left. */
export const widths = {
  left: { least: 180, most: 420, usual: 248 },
  right: { least: 280, most: 520, usual: 348 },
} as const satisfies Record<Side, { least: number; most: number; usual: number }>;

const nameOf = (side: Side): string => `xuechuang.scoring.${side}`;

/** The width that somebody chose on this machine; with `wanted` the one that they choose now. */
export function heldWidth(side: Side, wanted?: number): number {
  const { least, most, usual } = widths[side];
  const width = wanted ?? Number(localStorage.getItem(nameOf(side)) ?? usual);
  const within = Number.isFinite(width) ? Math.min(most, Math.max(least, Math.round(width))) : usual;
  if (wanted !== undefined) localStorage.setItem(nameOf(side), String(within));
  return within;
}
