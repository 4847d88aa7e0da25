import { FilterOutlined, LinkOutlined, TableOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { table } from '#web/messages/table.ts';
import { usuallyHidden } from './table-columns.ts';
import { exportRows } from './table-export.ts';
import { keep } from './table-kept.ts';
import type { Selection } from './table-state.ts';
import type { Column, DataTableProps, View } from './table-types.ts';
import { encodeView } from './table-view.ts';

type BarProps<Row> = {
  readonly props: DataTableProps<Row>;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly seen: readonly Row[];
  readonly shown: readonly Column<Row>[];
  readonly selection: Selection<Row>;
  readonly filtersShown: boolean;
  readonly showFilters: (shown: boolean) => void;
  readonly printed: number | undefined;
};

const figures = new Intl.NumberFormat('en-US');

/** Above the table: how many rows are seen, and what can be done with them. */
export function TableBar<Row>(of: BarProps<Row>) {
  const { props, view, setView, seen, selection, printed } = of;
  const tell = useTell();
  const all = props.rows.length;
  const isFiltered = Object.keys(view.filters).length > 0;
  return (
    <>
      <div className="table-bar">
        <span className="figures quiet" role="status">
          {isFiltered
            ? tell(table.seen(figures.format(seen.length), figures.format(all)))
            : tell(table.all(figures.format(all), all))}
        </span>
        {isFiltered && (
          <Button size="small" type="link" onClick={() => setView({ ...view, filters: {} })}>
            {tell(table.clear)}
          </Button>
        )}
        {printed !== undefined && <span>{tell(table.printLimit(printed))}</span>}
        <div className="end no-print">
          {props.tools}
          <Tools {...of} />
        </div>
      </div>
      {props.batch && selection.rows.length > 0 && (
        <section className="table-bar table-batch no-print" aria-label={tell(table.batch)}>
          <strong className="figures" role="status">
            {tell(table.selected(selection.rows.length))}
          </strong>
          {props.batch(selection.rows)}
          <Button size="small" type="link" onClick={() => selection.set([])}>
            {tell(table.unselect)}
          </Button>
        </section>
      )}
    </>
  );
}

function Tools<Row>({ props, view, setView, seen, shown, filtersShown, showFilters }: BarProps<Row>) {
  const tell = useTell();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const exportSeen = async (): Promise<void> => {
    setBusy(true);
    try {
      await exportRows(`${props.caption}.xlsx`, shown, seen);
    } finally {
      setBusy(false);
    }
  };
  const copyLink = async (): Promise<void> => {
    const url = new URL(location.href);
    url.searchParams.set('view', encodeView(props.name, view, usuallyHidden(props.columns)));
    await navigator.clipboard.writeText(url.href);
    void message.success(tell(table.copied));
  };
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<FilterOutlined aria-hidden />}
        aria-pressed={filtersShown}
        onClick={() => showFilters(!filtersShown)}
      >
        {tell(table.filter)}
      </Button>
      <Popover
        trigger="click"
        placement="bottomRight"
        title={tell(table.columnsHelp)}
        content={<ColumnChoice {...{ props, view, setView }} />}
      >
        <Button size="small" type="text" icon={<TableOutlined aria-hidden />}>
          {tell(table.columns)}
        </Button>
      </Popover>
      <Button size="small" type="text" icon={<LinkOutlined aria-hidden />} onClick={copyLink}>
        {tell(table.copyLink)}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<VerticalAlignBottomOutlined aria-hidden />}
        loading={busy}
        disabled={seen.length === 0}
        onClick={exportSeen}
      >
        {tell(busy ? table.exporting : table.exportSeen)}
      </Button>
    </>
  );
}

function ColumnChoice<Row>({ props, view, setView }: Pick<BarProps<Row>, 'props' | 'view' | 'setView'>) {
  const set = (id: string, isShown: boolean): void => {
    const hidden = isShown ? view.hidden.filter((each) => each !== id) : [...view.hidden, id];
    keep(props.name, { hidden });
    setView({ ...view, hidden });
  };
  return (
    <div className="stack" style={{ gap: 4, maxHeight: 360, overflow: 'auto' }}>
      {props.columns.map(({ id, head }, at) => (
        <Checkbox
          key={id}
          checked={!view.hidden.includes(id)}
          disabled={at === 0}
          onChange={(event) => set(id, event.target.checked)}
        >
          {head}
        </Checkbox>
      ))}
    </div>
  );
}
