import { CheckOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import type { Cycle } from '#domain/cycles';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { experts, cycleExperts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { capacityOf } from './capacity.ts';
import { EmptyPool } from './invitations.tsx';
import { ScrollBox } from './scroll-box.tsx';

type Member = AnswerOf<'get', '/cycles/{cycleId}/reviewer-pool'>['items'][number];

/** Who may be drawn for which category, and in words why somebody may not. */
export function Eligibility({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId, categories } = cycle;
  const tell = useTell();
  const names = useNames();
  const read = useRead('/cycles/{cycleId}/reviewer-pool', { cycleId });
  const columns = useMemo(
    (): readonly Column<Member>[] => [
      { id: 'name', head: tell(experts.name), width: 120, cell: ({ name }) => name, value: ({ name }) => name },
      {
        id: 'organization',
        head: tell(experts.organization),
        width: 200,
        cell: (row) => row.organizationName,
        value: (row) => row.organizationName,
      },
      {
        id: 'cycle',
        head: tell(m.inCycle),
        width: 220,
        cell: (row) => <Verdict reasons={row.reasons} />,
        value: (row) => row.reasons.map((reason) => tell(reason)).join(' ') || tell(m.drawable),
      },
      ...categories.map(({ categoryId }) => ({
        id: categoryId,
        head: names.category(categoryId),
        width: 130,
        cell: (row: Member) => (
          <Verdict reasons={row.categories.find((each) => each.categoryId === categoryId)?.reasons ?? []} />
        ),
        value: (row: Member) =>
          tell(row.categories.find((each) => each.categoryId === categoryId)?.drawn ? m.drawable : m.notDrawable),
      })),
    ],
    [categories, names, tell],
  );
  return (
    <Show of={read}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyPool />
        ) : (
          <div className="stack">
            <Capacity cycle={cycle} members={items} />
            <p className="quiet">{tell(m.poolHelp)}</p>
            <DataTable
              name="cycle-pool"
              caption={tell(m.tabPool)}
              columns={columns}
              rows={items}
              rowKey={({ reviewerId }) => reviewerId}
            />
          </div>
        )
      }
    </Show>
  );
}

function Verdict({ reasons }: { readonly reasons: Member['reasons'] }) {
  const tell = useTell();
  if (reasons.length > 0) return <span className="quiet">{reasons.map((reason) => tell(reason)).join(' ')}</span>;
  return (
    <span style={{ color: 'var(--good)' }}>
      <CheckOutlined aria-hidden /> {tell(m.drawable)}
    </span>
  );
}

/** Whether there are enough for each category's panels, told before anybody draws. */
function Capacity({ cycle, members }: { readonly cycle: Cycle; readonly members: readonly Member[] }) {
  const tell = useTell();
  const names = useNames();
  const rows = capacityOf(cycle.categories, members);
  return (
    <section className="card">
      <h2>{tell(m.perCategory)}</h2>
      <ScrollBox label={tell(m.perCategory)}>
        <table className="assignment-table">
          <thead>
            <tr>
              <th scope="col">{tell(m.category)}</th>
              <th scope="col" className="figures">
                {tell(m.count)}
              </th>
              <th scope="col" className="figures">
                {tell(m.panel)}
              </th>
              <th scope="col" className="figures">
                {tell(m.capacity)}
              </th>
              <th scope="col">{tell(m.suffices)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ categoryId, drawable, panelSize, capacity, isShort }) => (
              <tr key={categoryId}>
                <th scope="row">{names.category(categoryId)}</th>
                <td className="figures">{drawable}</td>
                <td className="figures">{panelSize}</td>
                <td className="figures">{capacity}</td>
                <td style={{ color: isShort ? 'var(--seal)' : 'var(--good)' }}>{tell(isShort ? m.short : m.enough)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
