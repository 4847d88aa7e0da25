import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { type Tell, useTell } from '#web/messages/language.tsx';
import { expert } from '#web/messages/reviewer-expert.ts';

type Row = AnswerOf<'get', '/reviewers/{reviewerId}/history'>['items'][number];

function ratingText({ useful, late, thin }: Row['rated'], tell: Tell): string {
  const [hardly = 0, somewhat = 0, very = 0] = useful;
  if (hardly + somewhat + very === 0) return tell(expert.notRated);
  const flags = late + thin > 0 ? ` · ${tell(expert.flags(late, thin))}` : '';
  return `${tell(expert.rated(hardly, somewhat, very))}${flags}`;
}

const columnsOf = (tell: Tell): readonly Column<Row>[] => [
  {
    id: 'year',
    head: tell(expert.year),
    cell: ({ year }) => year,
    value: ({ year }) => year,
    width: 80,
    figures: true,
  },
  { id: 'cycle', head: tell(expert.cycle), cell: ({ title }) => title, value: ({ title }) => title, width: 300 },
  ...(['assigned', 'submitted', 'recused', 'reassigned', 'unlocked'] as const).map(
    (count): Column<Row> => ({
      id: count,
      head: tell(expert[count]),
      cell: (row) => row[count],
      value: (row) => row[count],
      width: 90,
      figures: true,
    }),
  ),
  {
    id: 'late',
    head: tell(expert.late),
    cell: ({ replacedForBeingLate }) => replacedForBeingLate,
    value: ({ replacedForBeingLate }) => replacedForBeingLate,
    width: 110,
    figures: true,
  },
  {
    id: 'ratings',
    head: tell(expert.ratings),
    cell: ({ rated }) => ratingText(rated, tell),
    value: ({ rated }) => ratingText(rated, tell),
    width: 260,
  },
];

/** What I did over the cycles, and what the office thought of it, in counts. */
export function History({ reviewerId }: { readonly reviewerId: string }) {
  const tell = useTell();
  const history = useRead('/reviewers/{reviewerId}/history', { reviewerId });
  return (
    <section className="card">
      <h2>{tell(expert.history)}</h2>
      <Show of={history} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={expert.noHistory} />
          ) : (
            <DataTable
              name="expert-history"
              caption={tell(expert.history)}
              columns={columnsOf(tell)}
              rows={items}
              rowKey={({ cycleId }) => cycleId}
            />
          )
        }
      </Show>
    </section>
  );
}
