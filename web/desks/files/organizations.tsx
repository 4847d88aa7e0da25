import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useNames } from '#web/api/names.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { usePages } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Since, When } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';

type Row = ItemOf<'/organizations'>;

const tabs = [
  { status: 'pending', label: units.pending },
  { status: 'confirmed', label: units.confirmed },
  { status: 'refused', label: units.refused },
] as const;

/** The units that registered: those that wait for their letter to be compared, and the others. */
export function OrganizationsPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const { status = 'pending' } = useSearch({ from: '/desk/organizations' });
  const list = usePages('/organizations', { status, limit: 100 });
  const columns = useColumns(status === 'pending');
  const open = ({ organizationId }: Row): void =>
    void navigate({ to: '/organizations/$organizationId', params: { organizationId } });
  return (
    <Page title={tell(units.queueTitle)}>
      <nav className="tabs" aria-label={tell(units.status)}>
        {tabs.map((tab) => (
          <Link
            key={tab.status}
            to="/organizations"
            search={{ status: tab.status }}
            {...(tab.status === status && { 'aria-current': 'page' as const })}
          >
            {tell(tab.label)}
          </Link>
        ))}
      </nav>
      <Show of={list}>
        {({ pages }) => (
          <>
            <DataTable<Row>
              key={status}
              name={`organizations-${status}`}
              caption={tell(units.queueTitle)}
              columns={columns}
              rows={pages.flatMap(({ items }) => items)}
              rowKey={({ organizationId }) => organizationId}
              open={open}
              empty={
                status === 'pending' ? (
                  <Empty title={units.queueEmpty} help={units.queueEmptyHelp} />
                ) : (
                  <Empty title={units.listEmpty} />
                )
              }
            />
            {list.hasNextPage && (
              <Button style={{ marginTop: 16 }} loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {tell(kit.loadMore)}
              </Button>
            )}
          </>
        )}
      </Show>
    </Page>
  );
}

function useColumns(isQueue: boolean): Column<Row>[] {
  const tell = useTell();
  const { category: categoryName, area: areaName } = useNames();
  const letterOf = ({ letterId }: Row): string => tell(letterId ? units.letterThere : units.letterNotThere);
  return [
    {
      id: 'name',
      head: tell(units.unitName),
      value: ({ name }) => name,
      cell: ({ name, organizationId }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId }}>
          {name}
        </Link>
      ),
      width: 260,
    },
    {
      id: 'category',
      head: tell(units.category),
      value: ({ categoryId }) => categoryName(categoryId),
      cell: ({ categoryId }) => categoryName(categoryId),
      width: 120,
    },
    {
      id: 'area',
      head: tell(units.area),
      value: ({ areaId }) => areaName(areaId),
      cell: ({ areaId }) => areaName(areaId),
      width: 140,
    },
    {
      id: 'recommender',
      head: tell(units.recommender),
      value: ({ recommender }) => recommender,
      cell: ({ recommender }) => recommender,
      width: 140,
    },
    {
      id: 'contact',
      head: tell(units.contact),
      value: ({ contact }) => contact.name,
      cell: ({ contact }) => (
        <span className="figures">
          {contact.name} {contact.phone}
        </span>
      ),
      width: 190,
    },
    { id: 'letter', head: tell(units.withLetter), value: letterOf, cell: letterOf, width: 110 },
    {
      id: 'registered',
      head: tell(isQueue ? units.waitingSince : units.registeredAt),
      value: ({ registeredAt }) => registeredAt,
      cell: ({ registeredAt }) => (isQueue ? <Since at={registeredAt} /> : <When at={registeredAt} />),
      width: 170,
      figures: true,
    },
  ];
}
