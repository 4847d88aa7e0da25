import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { addNaturalDays } from '#domain/dates';
import { serverNow } from '#web/api/clock.ts';
import { usePersonNames } from '#web/api/person-names.ts';
import { usePages } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { shanghaiDay, When } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { oversight } from '#web/messages/oversight.ts';
import { Actor } from './actor.tsx';
import { ChainLink } from './chain-link.tsx';
import { EventDetails } from './event-details.tsx';
import { fits, peopleIn, type ShownEvent } from './events.ts';
import './oversight.css';

/** The audit: everything of a day, or one chain from its beginning. The day and the filter stand in the address. */
export function AuditPage() {
  const tell = useTell();
  return (
    <Page title={tell(oversight.title)}>
      <div className="stack">
        <p className="quiet reading">{tell(oversight.help)}</p>
        <ChainFinder />
        <Day />
      </div>
    </Page>
  );
}

function ChainFinder() {
  const tell = useTell();
  const navigate = useNavigate();
  const [kind, setKind] = useState('cycle');
  const [number, setNumber] = useState('');
  const [isMissing, setMissing] = useState(false);
  const go = (): void => {
    const typed = number.trim();
    setMissing(typed === '');
    if (typed === '') return;
    // A whole chain's name may be pasted: cycle/abc.
    const chainId = typed.startsWith(`${kind}/`) ? typed : `${kind}/${typed}`;
    void navigate({ to: '/audit/$', params: { _splat: chainId } });
  };
  return (
    <section className="card">
      <h2 style={{ marginBottom: 8 }}>{tell(oversight.byChain)}</h2>
      <Form layout="vertical" className="oversight-find" onFinish={go}>
        <Form.Item label={tell(oversight.kind)} htmlFor="oversight-kind">
          <Select
            id="oversight-kind"
            value={kind}
            onChange={setKind}
            options={Object.entries(oversight.kinds).map(([value, label]) => ({ value, label: tell(label) }))}
          />
        </Form.Item>
        <Form.Item
          label={tell(oversight.number)}
          htmlFor="oversight-number"
          {...(isMissing && { validateStatus: 'error' as const, help: tell(oversight.numberWanted) })}
        >
          <Input
            id="oversight-number"
            value={number}
            placeholder={tell(oversight.numberHint)}
            onChange={(event) => {
              setNumber(event.target.value);
              setMissing(false);
            }}
          />
        </Form.Item>
        <Button htmlType="submit">{tell(oversight.openChain)}</Button>
      </Form>
    </section>
  );
}

function Day() {
  const tell = useTell();
  const navigate = useNavigate();
  const { day = shanghaiDay(serverNow()), find = '' } = useSearch({ strict: false });
  const events = usePages('/audit/days/{day}', { day, limit: 200 });
  const go = (search: { day?: string; find?: string }, replace = false): void =>
    void navigate({ to: '/audit', search: { day, ...(find && { find }), ...search }, replace });
  return (
    <section className="stack" aria-labelledby="oversight-day-title">
      <h2 id="oversight-day-title">{tell(oversight.byDay)}</h2>
      <Form layout="vertical" component="div">
        <div className="row" style={{ alignItems: 'end' }}>
          <Form.Item label={tell(oversight.day)} htmlFor="oversight-day" style={{ margin: 0 }}>
            <Input
              id="oversight-day"
              type="date"
              value={day}
              onChange={({ target }) => target.value && go({ day: target.value })}
            />
          </Form.Item>
          <Button onClick={() => go({ day: addNaturalDays(day, -1) })}>{tell(oversight.dayBefore)}</Button>
          <Button onClick={() => go({ day: addNaturalDays(day, 1) })}>{tell(oversight.dayAfter)}</Button>
          <Form.Item label={tell(oversight.filter)} htmlFor="oversight-find" style={{ margin: 0, flex: '1 1 240px' }}>
            <Input
              id="oversight-find"
              allowClear
              value={find}
              placeholder={tell(oversight.filterHint)}
              onChange={({ target }) => go({ find: target.value }, true)}
            />
          </Form.Item>
        </div>
      </Form>
      <Show of={events}>{({ pages }) => <DayEvents events={pages.flatMap(({ items }) => items)} find={find} />}</Show>
      {events.hasNextPage && (
        <div>
          <Button loading={events.isFetchingNextPage} onClick={() => events.fetchNextPage()}>
            {tell(kit.loadMore)}
          </Button>
        </div>
      )}
    </section>
  );
}

function DayEvents({ events, find }: { readonly events: readonly ShownEvent[]; readonly find: string }) {
  const tell = useTell();
  const { language } = useLanguage();
  const nameOf = usePersonNames(peopleIn(events));
  if (events.length === 0) return <Empty title={oversight.noEvents} help={oversight.noEventsHelp} />;
  const shown = find.trim() === '' ? events : events.filter((event) => fits(event, find, nameOf(event.actor.id)));
  const columns: Column<ShownEvent>[] = [
    { id: 'at', head: tell(oversight.at), cell: ({ at }) => <When at={at} />, value: ({ at }) => at, width: 160 },
    { id: 'act', head: tell(oversight.act), cell: (event) => event[language], value: (event) => event[language] },
    {
      id: 'actor',
      head: tell(oversight.actor),
      cell: (event) => <Actor event={event} />,
      value: ({ actor }) => [nameOf(actor.id), actor.id].filter(Boolean).join(' '),
      width: 300,
    },
    {
      id: 'chain',
      head: tell(oversight.chain),
      cell: ({ chainId }) => <ChainLink chainId={chainId} />,
      value: ({ chainId }) => chainId,
    },
  ];
  return (
    <>
      <p className="quiet figures" aria-live="polite" style={{ margin: 0 }}>
        {tell(oversight.shown(shown.length, events.length))}
      </p>
      <DataTable
        name="audit-day"
        caption={tell(oversight.events)}
        columns={columns}
        rows={shown}
        rowKey={({ chainId, sequence }) => `${chainId}#${sequence}`}
        detail={(event) => <EventDetails event={event} />}
        empty={<Empty title={oversight.noMatch} help={oversight.noMatchHelp} />}
      />
    </>
  );
}
