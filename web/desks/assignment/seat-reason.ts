import { recusalReasons } from '#domain/reviews';

export type SeatReason = {
  /** The code of a recusal, of a replacement for being late, or none where the office wrote a text. */
  readonly code: (typeof recusalReasons)[number] | 'overdue' | undefined;
  readonly text: string;
  /** The number of the redraw that took the seat away. */
  readonly redraw?: number;
};

/** `family: 配偶在该单位` is the reason of a recusal with its note, `redraw 2` that of a redraw; all else are the office's words. */
export function seatReasonOf(reason: string): SeatReason {
  if (reason === 'overdue') return { code: 'overdue', text: '' };
  const redraw = /^redraw (\d+)$/.exec(reason)?.[1];
  if (redraw) return { code: undefined, text: '', redraw: Number(redraw) };
  const code = recusalReasons.find((each) => reason === each || reason.startsWith(`${each}: `));
  if (!code) return { code: undefined, text: reason };
  return { code, text: reason.slice(code.length + 2) };
}
