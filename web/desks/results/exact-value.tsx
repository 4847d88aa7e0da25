import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { type Exact, isWhole } from './arithmetic.ts';

type Props = {
  readonly of: Exact;
  /** Within a line of arithmetic; otherwise the fraction stands below. */
  readonly inline?: boolean;
};

/** What is printed of a value, and the fraction beside it where the print does not say all. */
export function ExactValue({ of, inline = false }: Props) {
  const tell = useTell();
  return (
    <span className="figures">
      {of.shown}
      {!isWhole(of) && (
        <span className={inline ? 'sums-inline' : 'sums-exact'}>{tell(results.exactly(of.fraction))}</span>
      )}
    </span>
  );
}
