import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { serverNow } from '#web/api/clock.ts';
import { type ItemOf, usePages } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { wizard } from '#web/messages/wizard.ts';
import { CopyCycle } from './copy-cycle.tsx';
import { nextDeadline } from './next-deadline.ts';

export type CycleItem = ItemOf<'/cycles'>;

/** All cycles by year, each with its status and what it waits for; and how to plan another. */
export function CyclesPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const mayPlan = mayAdminister(useActor());
  const cycles = usePages('/cycles', { limit: 50 });
  const [copied, setCopied] = useState<CycleItem | undefined>();
  const plan = mayPlan && (
    <Button type="primary" onClick={() => navigate({ to: '/cycles/new' })}>
      {tell(office.planCycle)}
    </Button>
  );
  const isEmpty = cycles.data?.pages.every(({ items }) => items.length === 0);
  return (
    <Page title={tell(office.cycles)} actions={!isEmpty && plan}>
      <Show of={cycles}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <Empty title={office.none} help={mayPlan ? office.noneHelp : office.noneForMe}>
                {plan}
              </Empty>
            );
          }
          const years = [...new Set(items.map(({ year }) => year))].sort((a, b) => b - a);
          return (
            <div className="stack">
              {years.map((year) => (
                <section key={year} className="stack" aria-labelledby={`cycles-${year}`}>
                  <h2 id={`cycles-${year}`}>{tell(office.ofYear(year))}</h2>
                  <CycleTable
                    cycles={items.filter((each) => each.year === year)}
                    {...(mayPlan && { copy: setCopied })}
                  />
                </section>
              ))}
            </div>
          );
        }}
      </Show>
      {cycles.hasNextPage && <Button onClick={() => cycles.fetchNextPage()}>{tell(kit.loadMore)}</Button>}
      {copied && <CopyCycle cycle={copied} close={() => setCopied(undefined)} />}
    </Page>
  );
}

type TableProps = { readonly cycles: readonly CycleItem[]; readonly copy?: (cycle: CycleItem) => void };

function CycleTable({ cycles, copy }: TableProps) {
  const tell = useTell();
  const columns: Column<CycleItem>[] = [
    {
      id: 'title',
      head: tell(office.name),
      cell: ({ cycleId, title }) => (
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {title}
        </Link>
      ),
      value: ({ title }) => title,
    },
    {
      id: 'status',
      head: tell(office.status),
      cell: ({ status }) => <Status state={status} />,
      value: ({ status }) => status,
      width: 150,
    },
    { id: 'next', head: tell(office.waits), cell: ({ status }) => tell(office.next[status]) },
    {
      id: 'until',
      head: tell(office.until),
      cell: (cycle) => {
        const due = nextDeadline(cycle, serverNow());
        return due && <Countdown to={due.at} />;
      },
      width: 170,
    },
    {
      id: 'nature',
      head: tell(office.nature),
      cell: ({ nature }) => tell(wizard.natures[nature]),
      value: ({ nature }) => nature,
      width: 120,
    },
    ...(copy
      ? [
          {
            id: 'acts',
            head: tell(office.acts),
            cell: (cycle: CycleItem) => (
              <Button type="link" size="small" onClick={() => copy(cycle)}>
                {tell(office.copyLast)}
                <span className="visually-hidden"> {cycle.title}</span>
              </Button>
            ),
            width: 130,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      name="cycles"
      caption={tell(office.cycles)}
      columns={columns}
      rows={cycles}
      rowKey={({ cycleId }) => cycleId}
    />
  );
}
