import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useCategoryName } from '#web/api/names.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { NewStandard } from './new-standard.tsx';

type Summary = AnswerOf<'get', '/standards'>['items'][number];

/** All standards with their versions, by category. */
export function StandardsPage() {
  const tell = useTell();
  const actor = useActor();
  const list = useRead('/standards', {});
  const [isOpen, setOpen] = useState(false);
  const may = mayAdminister(actor);
  return (
    <Page
      title={tell(m.title)}
      actions={
        may && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {tell(m.new)}
          </Button>
        )
      }
    >
      <Show of={list}>
        {({ items }) => (items.length === 0 ? <NoStandards may={may} /> : <Standards items={items} />)}
      </Show>
      {isOpen && <NewStandard known={list.data?.items ?? []} close={() => setOpen(false)} />}
    </Page>
  );
}

function NoStandards({ may }: { readonly may: boolean }) {
  const tell = useTell();
  const { message } = App.useApp();
  const install = useAct('post', '/standards/examples', {
    done: ({ installed }) => message.success(tell(m.installed(installed.length))),
  });
  return (
    <Empty title={m.emptyTitle} help={may ? m.emptyHelp : m.emptyForReaders}>
      {may && (
        <Button loading={install.isPending} onClick={() => install.mutate({})}>
          {tell(m.installExamples)}
        </Button>
      )}
    </Empty>
  );
}

function Standards({ items }: { readonly items: readonly Summary[] }) {
  const tell = useTell();
  const navigate = useNavigate();
  const categoryName = useCategoryName();
  const columns: readonly Column<Summary>[] = [
    {
      id: 'name',
      head: tell(m.columnName),
      width: 360,
      value: ({ name }) => name,
      cell: ({ standardId, standardVersion, name }) => (
        <Link
          to="/standards/$standardId/$standardVersion"
          params={{ standardId, standardVersion: String(standardVersion) }}
        >
          {name}
        </Link>
      ),
    },
    {
      id: 'category',
      head: tell(m.category),
      width: 160,
      value: ({ categoryId }) => categoryName(categoryId),
      cell: ({ categoryId }) => categoryName(categoryId),
    },
    {
      id: 'version',
      head: tell(m.columnVersion),
      figures: true,
      width: 96,
      value: ({ standardVersion }) => standardVersion,
      cell: ({ standardVersion }) => standardVersion,
    },
    {
      id: 'status',
      head: tell(m.columnStatus),
      width: 120,
      value: ({ status }) => status,
      cell: ({ status }) => <Status state={status} />,
    },
    { id: 'label', head: tell(m.columnLabel), value: ({ label }) => label, cell: ({ label }) => label },
  ];
  return (
    <DataTable
      name="standards"
      caption={tell(m.title)}
      columns={columns}
      rows={items}
      rowKey={({ standardId, standardVersion }) => `${standardId}/${standardVersion}`}
      open={({ standardId, standardVersion }) =>
        navigate({
          to: '/standards/$standardId/$standardVersion',
          params: { standardId, standardVersion: String(standardVersion) },
        })
      }
    />
  );
}
