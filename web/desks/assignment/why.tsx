import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import { seatReasonOf } from './seat-reason.ts';

/** Why a seat is as it is: the reason of a recusal or a redraw in words, or what the office wrote. */
export function Why({ reason }: { readonly reason: string }) {
  const tell = useTell();
  const { code, text, redraw } = seatReasonOf(reason);
  return [
    ...(code ? [tell(m.reasons[code])] : []),
    ...(redraw === undefined ? [] : [tell(m.redrawn(redraw))]),
    ...(text ? [text] : []),
  ].join(' · ');
}
