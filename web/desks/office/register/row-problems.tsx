import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { Said } from '#web/messages/say.ts';
import type { RowFault, UnitColumn } from './rows.ts';

export type RowProblem = RowFault & { readonly said: Said };

const heads: Readonly<Record<UnitColumn, Said>> = {
  name: reference.unitName,
  areaId: reference.unitArea,
  creditCode: reference.creditCode,
  status: reference.unitStatus,
};

/** What is wrong, by row and column and with what stands there. */
export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  const tell = useTell();
  const whereOf = ({ line, column }: RowProblem): string => {
    if (line === undefined) return '';
    return tell(column ? reference.cellProblem(line, tell(heads[column])) : reference.rowProblem(line));
  };
  return (
    <section role="alert" className="card" style={{ borderLeft: '4px solid var(--seal)' }}>
      <p style={{ fontWeight: 600 }}>{tell(reference.rowProblems(problems.length))}</p>
      <ul style={{ maxHeight: 240, overflowY: 'auto', margin: 0 }}>
        {problems.map((problem) => (
          <li key={`${problem.line}/${problem.column}/${problem.said.zh}`}>
            <strong className="figures">{whereOf(problem)}</strong> {tell(problem.said)}
            {problem.text !== undefined && <span className="quiet">{tell(reference.cellText(problem.text))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
