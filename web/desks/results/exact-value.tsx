import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { type Exact, isWhole } from './arithmetic.ts';

/** What is printed of a value, and the fraction beside it where the print does not say all. */
export function ExactValue({ of, sign }: { readonly of: Exact; readonly sign?: '+' | '−' }) {
  const tell = useTell();
  return (
    <span className="figures">
      {sign}
      {of.shown}
      {!isWhole(of) && <span className="sums-exact">{tell(results.exactly(of.fraction))}</span>}
    </span>
  );
}
