import { useCallback } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { Row } from './arithmetic.ts';

type Standing = Pick<Row, 'selected' | 'whyNot' | 'substitute'>;
type Compared = NonNullable<AnswerOf<'get', '/cycles/{cycleId}/results/comparison'>['items'][number]['before']>;

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

/** Rank, points and seat of a row in one of two results that are compared; `null` where it is in only one of them. */
export function useStandingWords(): (standing: Compared | null) => string {
  const tell = useTell();
  const seatWords = useSeatWords();
  return (standing) =>
    standing
      ? tell(
          results.standing(
            standing.rank === undefined ? tell(results.notTold) : `${standing.rank}`,
            standing.shown ?? tell(results.notTold),
            seatWords(standing),
          ),
        )
      : tell(results.absent);
}
