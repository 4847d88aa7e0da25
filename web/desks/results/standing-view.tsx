import type { z } from 'zod';
import type { CategoryQuota, CycleCategory } from '#domain/cycles';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { Row } from './arithmetic.ts';
import { ExactValue } from './exact-value.tsx';
import { Scrolls } from './scrolls.tsx';
import { seatOf, tieOf } from './standing.ts';
import { useSeatWords } from './words.ts';

type TieProps = {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly category: CycleCategory | undefined;
};

/** The chain of criteria among those with exactly the same composite, as far as it was gone. */
export function TieView({ row, rows, category }: TieProps) {
  const tell = useTell();
  const tie = tieOf(rows, row, category?.tieChain);
  if (!tie) return null;
  return (
    <>
      <h2>{tell(results.tie)}</h2>
      <p className="quiet">{tell(tie.isOpen ? results.tieOpen : results.tieDone)}</p>
      <Scrolls label={tell(results.tie)}>
        <table className="tie-table">
          <thead>
            <tr>
              <th scope="col">{tell(results.unit)}</th>
              {tie.steps.map(({ criterion }) => (
                <th key={criterion} scope="col">
                  {tell(results.criteria[criterion])}
                  {criterion === 'indicator' && category?.tieIndicator ? ` (${category.tieIndicator})` : ''}
                </th>
              ))}
              <th scope="col">{tell(results.rank)}</th>
            </tr>
          </thead>
          <tbody>
            {tie.rows.map(({ applicationId, organizationName, rank, tieBrokenBy }, at) => (
              <tr key={applicationId} aria-current={applicationId === row.applicationId ? 'true' : undefined}>
                <th scope="row">
                  {applicationId === row.applicationId ? <strong>{organizationName}</strong> : organizationName}
                </th>
                {tie.steps.map(({ criterion, values }) => (
                  <td key={criterion}>
                    {values[at] ? <ExactValue of={values[at]} /> : tell(results.notTold)}
                    {tieBrokenBy === criterion && <span className="sums-exact">{tell(results.decided)}</span>}
                  </td>
                ))}
                <td className="figures">{rank}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}

type SeatProps = {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly quota: z.infer<typeof CategoryQuota>;
};

/** By whose quota it has a seat, or has none. */
export function SeatView({ row, rows, quota }: SeatProps) {
  const tell = useTell();
  const seatWords = useSeatWords();
  const { recommender, seats, line, place } = seatOf(rows, row, quota);
  return (
    <>
      <h2>{tell(results.seatTitle)}</h2>
      <p style={{ margin: 0 }}>
        {recommender === undefined
          ? tell(results.seatAll(seats, line.length))
          : tell(results.seatCell(recommender, seats, line.length))}{' '}
        {place === undefined ? tell(results.seatNone) : tell(results.seatPlace(place))}
        {' · '}
        <strong>{seatWords(row)}</strong>
        {(quota.areas ?? []).length > 0 && <span className="quiet"> {tell(results.seatAreas)}</span>}
      </p>
    </>
  );
}
