import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { usePrinting } from '#web/kit/table-state.ts';
import { useNow } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { inPlanOrder } from './plan-order.ts';

type Notice = AnswerOf<'get', '/public/notices/{publicityId}'>;
type Entry = ItemOf<'/public/notices/{publicityId}/entries'>;

/** Who is on the list, as the public reads it. */
export function NoticeEntries({ notice }: { readonly notice: Notice }) {
  const tell = useTell();
  const { publicityId } = notice;
  const read = useAll('/public/notices/{publicityId}/entries', { publicityId });
  return (
    <div className="stack">
      <h2>{tell(notices.entriesTitle)}</h2>
      <Show of={read}>{({ items }) => <Entries notice={notice} entries={items} />}</Show>
    </div>
  );
}

type EntriesProps = { readonly notice: Notice; readonly entries: readonly Entry[] };

function Entries({ notice, entries }: EntriesProps) {
  const tell = useTell();
  const [sought, setSought] = useState('');
  const { publicityId, counts } = notice;
  const now = useNow();
  const isOpen = notice.status === 'open' && now < Date.parse(notice.endsAt);
  const nameOf = useMemo(() => new Map(counts.map(({ categoryId, name }) => [categoryId, name])), [counts]);
  // On paper the whole list stands, and nothing to press.
  const printing = usePrinting();
  const wanted = printing ? '' : sought.trim().toLowerCase();
  const rows = useMemo(
    () =>
      inPlanOrder(entries, counts).filter(({ name, areaName }) => `${name} ${areaName}`.toLowerCase().includes(wanted)),
    [entries, counts, wanted],
  );
  const columns = useMemo<Column<Entry>[]>(
    () => [
      { id: 'name', head: tell(notices.name), cell: ({ name }) => name, value: ({ name }) => name, width: 280 },
      {
        id: 'category',
        head: tell(notices.category),
        cell: ({ categoryId }) => nameOf.get(categoryId) ?? categoryId,
        value: ({ categoryId }) => nameOf.get(categoryId) ?? categoryId,
        width: 120,
      },
      {
        id: 'area',
        head: tell(notices.area),
        cell: ({ areaName }) => areaName,
        value: ({ areaName }) => areaName,
        width: 140,
      },
      {
        id: 'rank',
        head: tell(notices.rank),
        cell: ({ rank }) => rank,
        value: ({ rank }) => rank,
        figures: true,
        width: 80,
      },
      ...(isOpen && !printing ? [objecting(publicityId, tell)] : []),
    ],
    [tell, nameOf, isOpen, printing, publicityId],
  );
  return (
    <>
      <div className="row no-print">
        <Input.Search
          allowClear
          style={{ maxWidth: 320 }}
          aria-label={tell(notices.search)}
          placeholder={tell(notices.search)}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <span className="quiet figures" role="status">
          {tell(notices.found(rows.length, entries.length))}
        </span>
      </div>
      <DataTable
        name="notice-entries"
        caption={tell(notices.entriesTitle)}
        columns={columns}
        rows={rows}
        rowKey={({ applicationId }) => applicationId}
        empty={<Empty title={notices.noneFound} help={notices.noneFoundHelp} />}
      />
    </>
  );
}

const objecting = (publicityId: string, tell: ReturnType<typeof useTell>): Column<Entry> => ({
  id: 'object',
  head: tell(notices.object),
  cell: ({ applicationId, name }) => (
    <Link
      to="/notices/$publicityId/object"
      params={{ publicityId }}
      search={{ entry: applicationId }}
      aria-label={tell(notices.objectTo(name))}
    >
      {tell(notices.object)}
    </Link>
  ),
  width: 100,
});
