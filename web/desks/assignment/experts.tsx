import { DownloadOutlined, UploadOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { useActor, useHolds } from '#web/api/actor.ts';
import { ask } from '#web/api/client.ts';
import { type Names, useNames } from '#web/api/names.ts';
import { download } from '#web/kit/download.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { AddExpert } from './expert-add.tsx';
import { ImportExperts } from './expert-book.tsx';
import { expertColumns } from './expert-columns.tsx';
import { usePool } from './known.ts';

function useColumns(names: Names): readonly Column<Reviewer>[] {
  const tell = useTell();
  const { language } = useLanguage();
  const comma = language === 'zh' ? '、' : ', ';
  const categoriesOf = ({ categoryIds }: Reviewer): string =>
    categoryIds.length === 0 ? tell(m.all) : categoryIds.map(names.category).join(comma);
  const areasOf = ({ areaIds }: Reviewer): string => areaIds.map(names.area).join(comma);
  const isOut = ({ outside }: Reviewer): string => tell(outside ? m.outsideYes : m.insideYes);
  const isFree = ({ available }: Reviewer): string => tell(available ? m.availableYes : m.availableNo);
  const until = ({ availableFrom, availableUntil }: Reviewer): string =>
    availableFrom || availableUntil
      ? tell(m.between(availableFrom ?? tell(m.openEnd), availableUntil ?? tell(m.openEnd)))
      : '';
  return [
    ...expertColumns<Reviewer>(tell),
    {
      id: 'expertise',
      head: tell(m.expertise),
      cell: (each) => each.expertise.join(comma),
      value: (each) => each.expertise.join(comma),
      width: 220,
    },
    { id: 'categories', head: tell(m.categories), cell: categoriesOf, value: categoriesOf, width: 200 },
    { id: 'areas', head: tell(m.areas), cell: areasOf, value: areasOf, width: 150 },
    {
      id: 'load',
      head: tell(m.load),
      cell: (each) => each.maximumLoad,
      value: (each) => each.maximumLoad,
      width: 110,
      figures: true,
    },
    { id: 'outside', head: tell(m.outside), cell: isOut, value: isOut, width: 100 },
    {
      id: 'available',
      head: tell(m.available),
      cell: (each) => [isFree(each), until(each)].filter((text) => text !== '').join(' · '),
      value: isFree,
      width: 130,
    },
    {
      id: 'conflicts',
      head: tell(m.conflictsCount),
      cell: (each) => each.conflicts.length,
      value: (each) => each.conflicts.length,
      width: 100,
      figures: true,
    },
  ];
}

/** 专家库: who may review at all, in and out as a workbook. */
export function ExpertsPage() {
  const tell = useTell();
  const actor = useActor();
  const names = useNames();
  const { pool } = usePool();
  const columns = useColumns(names);
  const mayEdit = mayCheck(actor);
  const mayExport = useHolds('office', 'supervisor');
  const [isAdding, setAdding] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const exportBook = async (): Promise<void> => {
    setTrouble(undefined);
    try {
      download(await ask('get', '/reviewers/export', {}));
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Page
      title={tell(m.title)}
      actions={
        <>
          {mayExport && (
            <Button icon={<DownloadOutlined aria-hidden />} onClick={exportBook}>
              {tell(m.export)}
            </Button>
          )}
          {mayEdit && (
            <Button icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
              {tell(m.import)}
            </Button>
          )}
          {mayEdit && (
            <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => setAdding(true)}>
              {tell(m.add)}
            </Button>
          )}
        </>
      }
    >
      {trouble !== undefined && <Trouble error={trouble} />}
      <Show of={pool}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.empty} help={m.emptyHelp} />
          ) : (
            <DataTable
              name="experts"
              caption={tell(m.caption)}
              columns={columns}
              rows={items}
              rowKey={({ reviewerId }) => reviewerId}
            />
          )
        }
      </Show>
      {mayEdit && <AddExpert isOpen={isAdding} close={() => setAdding(false)} />}
      {mayEdit && <ImportExperts isOpen={isImporting} close={() => setImporting(false)} />}
    </Page>
  );
}
