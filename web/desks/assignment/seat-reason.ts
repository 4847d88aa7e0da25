import { recusalReasons } from '#domain/reviews';

export type SeatReason = {
  /** The code of a recusal, of a replacement for being late, or none where the office wrote a text. */
  readonly code: (typeof recusalReasons)[number] | 'overdue' | undefined;
  readonly text: string;
};

/** `family: 配偶在该单位` is the reason of a recusal with its note; everything else is the office's own words. */
export function seatReasonOf(reason: string): SeatReason {
  if (reason === 'overdue') return { code: 'overdue', text: '' };
  const code = recusalReasons.find((each) => reason === each || reason.startsWith(`${each}: `));
  if (!code) return { code: undefined, text: reason };
  return { code, text: reason.slice(code.length + 2) };
}
