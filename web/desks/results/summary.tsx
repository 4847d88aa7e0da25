import type { CycleCategory } from '#domain/cycles';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { Row } from './arithmetic.ts';

type Props = { readonly rows: readonly Row[]; readonly category: CycleCategory | undefined };

/** The category in five figures. */
export function Summary({ rows, category }: Props) {
  const tell = useTell();
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  const [vetoed, waiting] = [count((row) => row.vetoed), count((row) => row.needsVote)];
  return (
    <dl className="result-figures figures">
      <div>
        <dt>{tell(results.unit)}</dt>
        <dd>{rows.length}</dd>
      </div>
      <div>
        <dt>{tell(results.passed)}</dt>
        <dd>{count((row) => row.passed && !row.vetoed)}</dd>
      </div>
      <div>
        <dt>{tell(results.seated)}</dt>
        <dd>
          {count((row) => row.selected)} {category && <small>{tell(results.ofSeats(category.quota.total))}</small>}
        </dd>
      </div>
      {vetoed > 0 && (
        <div>
          <dt>{tell(results.vetoedCount)}</dt>
          <dd>{vetoed}</dd>
        </div>
      )}
      {waiting > 0 && (
        <div>
          <dt>{tell(results.waiting)}</dt>
          <dd style={{ color: 'var(--warn)' }}>{waiting}</dd>
        </div>
      )}
    </dl>
  );
}
