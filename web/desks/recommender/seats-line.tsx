import { useNames } from '#web/api/names.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Cell } from './use-seats.ts';

/** The seats of each category that limits how many are sent. */
export function SeatsLine({ cells }: { readonly cells: readonly Cell[] }) {
  const tell = useTell();
  const names = useNames();
  const limited = cells.filter(({ mode }) => mode === 'equal');
  if (limited.length === 0) return null;
  return (
    <ul className="case-seats">
      {limited.map(({ categoryId, department, sent, seats }) => (
        <li key={`${categoryId}/${department}`} className="figures">
          {names.category(categoryId)} <span className="quiet">{tell(cases.seatsUsed(sent, seats))}</span>
        </li>
      ))}
    </ul>
  );
}
