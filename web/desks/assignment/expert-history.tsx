import { Link } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { DataTable } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';

type Of = { readonly reviewerId: string };

/** What the expert did, cycle by cycle. */
export function ExpertHistory({ reviewerId }: Of) {
  const tell = useTell();
  const read = useRead('/reviewers/{reviewerId}/history', { reviewerId });
  const figure = (id: 'assigned' | 'submitted' | 'recused' | 'reassigned' | 'unlocked') => ({
    id,
    head: tell(m[id]),
    figures: true as const,
    width: 90,
    cell: (row: Record<typeof id, number>) => row[id],
    value: (row: Record<typeof id, number>) => row[id],
  });
  return (
    <Show of={read}>
      {({ items }) => (
        <DataTable
          name="expert-history"
          caption={tell(m.tabHistory)}
          rows={items}
          rowKey={({ cycleId }) => cycleId}
          empty={<Empty title={m.noHistory} />}
          columns={[
            {
              id: 'cycle',
              head: tell(m.cycle),
              width: 220,
              cell: ({ cycleId, title }) => (
                <Link to="/cycles/$cycleId/progress" params={{ cycleId }}>
                  {title}
                </Link>
              ),
              value: ({ title }) => title,
            },
            figure('assigned'),
            figure('submitted'),
            figure('recused'),
            {
              id: 'late',
              head: tell(m.late),
              figures: true,
              width: 130,
              cell: (row) => row.replacedForBeingLate,
              value: (row) => row.replacedForBeingLate,
            },
            figure('reassigned'),
            figure('unlocked'),
            {
              id: 'rated',
              head: tell(m.rated),
              figures: true,
              width: 190,
              cell: ({ rated: { useful } }) => [...useful].reverse().join(' / '),
            },
            {
              id: 'seen',
              head: tell(m.seen),
              figures: true,
              width: 170,
              cell: ({ rated }) => `${rated.late} / ${rated.thin} / ${rated.flagged}`,
            },
          ]}
        />
      )}
    </Show>
  );
}

/** What was thought of single reviews. */
export function ExpertFeedback({ reviewerId }: Of) {
  const tell = useTell();
  const read = useRead('/reviewers/{reviewerId}/feedback', { reviewerId });
  return (
    <Show of={read}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={m.noFeedback} help={m.noFeedbackHelp} />
        ) : (
          <ul className="stack" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {items.map((each) => (
              <li key={each.assignmentId} className="card">
                <div className="row spread">
                  <strong>
                    {[
                      tell(m.useful[each.useful - 1] ?? m.useful[0]),
                      ...(each.late ? [tell(m.lateMark)] : []),
                      ...(each.thin ? [tell(m.thin)] : []),
                      ...(each.flagged ? [tell(m.flagged)] : []),
                    ].join(' · ')}
                  </strong>
                  <When at={each.at} />
                </div>
                {each.note && <p>{each.note}</p>}
                <Link to="/cases/$applicationId/review" params={{ applicationId: each.applicationId }}>
                  {tell(m.application)}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Show>
  );
}
