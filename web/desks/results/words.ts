import { useCallback } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { Row } from './arithmetic.ts';

type Standing = Pick<Row, 'selected' | 'whyNot' | 'substitute'>;

/** Whether a row has a seat, why not, and its place in the line of substitutes. */
export function useSeatWords(): (row: Standing) => string {
  const tell = useTell();
  return useCallback(
    ({ selected, whyNot, substitute }) => {
      if (selected) return tell(results.selected);
      const why = whyNot ? tell(results.reasons[whyNot]) : '';
      return substitute === undefined ? why : `${why} · ${tell(results.substitute(substitute))}`;
    },
    [tell],
  );
}
