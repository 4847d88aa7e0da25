import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAll } from '#web/api/all.ts';
import { isProblem } from '#web/api/problem.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { awards } from '#web/messages/awards.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';

const route = getRouteApi('/open/named/$cycleId');

/** Who was named in a cycle, as the public reads it. */
export function NamedPage() {
  const tell = useTell();
  const { cycleId } = route.useParams();
  const read = useAll('/public/cycles/{cycleId}/awards', { cycleId });
  return (
    <Page title={tell(awards.namedTitle)} crumbs={[{ label: tell(awards.check), to: '/certificates' }]}>
      {isProblem(read.error, 'NotFound') ? (
        <Empty title={awards.notConcluded} help={awards.notConcludedHelp} />
      ) : (
        <Show of={read}>{({ items }) => <Named items={items} />}</Show>
      )}
    </Page>
  );
}

type Named_ = ItemOf<'/public/cycles/{cycleId}/awards'>;

function Named({ items }: { readonly items: readonly Named_[] }) {
  const tell = useTell();
  const columns = useMemo<Column<Named_>[]>(
    () => [
      { id: 'name', head: tell(notices.name), cell: ({ name }) => name, value: ({ name }) => name, width: 280 },
      ...(items.some(({ status }) => status !== 'valid')
        ? [
            {
              ...{ id: 'status', head: tell(awards.status), width: 130 },
              cell: ({ status }: Named_) => tell(awards.standing[status]),
              value: ({ status }: Named_) => tell(awards.standing[status]),
            },
          ]
        : []),
      { id: 'title', head: tell(awards.titleOf), cell: ({ title }) => title, value: ({ title }) => title, width: 140 },
      {
        id: 'area',
        head: tell(notices.area),
        cell: ({ areaName }) => areaName,
        value: ({ areaName }) => areaName,
        width: 140,
      },
      {
        id: 'number',
        head: tell(awards.number),
        cell: ({ certificateNumber }) => (
          <Link to="/certificates/$certificateNumber" params={{ certificateNumber }} className="figures">
            {certificateNumber}
          </Link>
        ),
        value: ({ certificateNumber }) => certificateNumber,
        width: 220,
      },
      {
        id: 'on',
        head: tell(awards.namedOn),
        cell: ({ namedOn }) => namedOn,
        value: ({ namedOn }) => namedOn,
        figures: true,
        width: 120,
      },
    ],
    [tell, items],
  );
  return (
    <>
      <p className="figures quiet">{tell(awards.count(items.length))}</p>
      <DataTable
        name="named"
        caption={tell(awards.namedTitle)}
        columns={columns}
        rows={items}
        rowKey={({ certificateNumber }) => certificateNumber}
      />
    </>
  );
}
