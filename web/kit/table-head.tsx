import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { Header } from '@tanstack/react-table';
import { useTell } from '#web/messages/language.tsx';
import { table } from '#web/messages/table.ts';
import { cellClass, widthAt } from './table-columns.ts';
import { TableFilters } from './table-filters.tsx';
import type { Keys } from './table-grid-keys.ts';
import { HEAD } from './table-keys.ts';
import type { Selection } from './table-state.ts';
import type { Column, DataTableProps, View } from './table-types.ts';

type HeadProps<Row> = {
  readonly props: DataTableProps<Row>;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly kept: { readonly shown: readonly Column<Row>[]; readonly headers: readonly Header<never, unknown>[] };
  readonly seen: readonly Row[];
  readonly selection: Selection<Row>;
  readonly filtersShown: boolean;
  readonly choices: (id: string) => readonly string[] | undefined;
  readonly keys: Keys;
};

export function TableHead<Row>(of: HeadProps<Row>) {
  const { props, view, setView, kept, seen, selection, filtersShown, choices, keys } = of;
  const tell = useTell();
  const isAll = seen.length > 0 && selection.rows.length === seen.length;
  return (
    <thead className="table-top">
      <tr aria-rowindex={1} className="table-row">
        {props.batch && (
          <th scope="col" className="table-tool">
            <input
              type="checkbox"
              aria-label={tell(table.selectAll)}
              checked={isAll}
              ref={(box) => {
                if (box) box.indeterminate = !isAll && selection.rows.length > 0;
              }}
              onChange={() => selection.set(isAll ? [] : seen.map(props.rowKey))}
            />
          </th>
        )}
        {props.detail && (
          <th scope="col" className="table-tool">
            <span className="visually-hidden">{tell(table.detail)}</span>
          </th>
        )}
        {kept.shown.map((column, at) => (
          <HeadCell
            key={column.id}
            {...{ column, at, view, setView }}
            header={kept.headers[at]}
            isTabStop={keys.at.row === HEAD && keys.at.column === at}
          />
        ))}
      </tr>
      {filtersShown && <TableFilters {...{ props, view, setView, choices }} shown={kept.shown} />}
    </thead>
  );
}

type HeadCellProps<Row> = {
  readonly column: Column<Row>;
  readonly at: number;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly header: Header<never, unknown> | undefined;
  readonly isTabStop: boolean;
};

/** First up, then down, then as the rows came. */
function nextSort(view: View, id: string): View {
  const { sort, ...rest } = view;
  if (sort?.id !== id) return { ...rest, sort: { id, descending: false } };
  return sort.descending ? rest : { ...rest, sort: { id, descending: true } };
}

function HeadCell<Row>({ column, at, view, setView, header, isTabStop }: HeadCellProps<Row>) {
  const tell = useTell();
  const { id, head, value } = column;
  const sorted = view.sort?.id === id ? (view.sort.descending ? 'descending' : 'ascending') : undefined;
  const place = { 'data-at': `${HEAD}/${at}`, tabIndex: isTabStop ? 0 : -1 };
  return (
    <th
      scope="col"
      {...(value && { 'aria-sort': sorted ?? 'none' })}
      className={cellClass(column, at)}
      style={widthAt(at)}
    >
      {value ? (
        <button
          type="button"
          className="table-head-button"
          title={tell(table.sortHint)}
          {...place}
          onClick={() => setView(nextSort(view, id))}
        >
          {head}
          {sorted && (
            <span className="table-sorted" aria-hidden>
              {sorted === 'ascending' ? <CaretUpOutlined /> : <CaretDownOutlined />}
            </span>
          )}
        </button>
      ) : (
        <span className="table-head-button" {...place}>
          {head}
        </span>
      )}
      {header && (
        <span
          aria-hidden
          className="table-edge"
          onMouseDown={header.getResizeHandler()}
          onTouchStart={header.getResizeHandler()}
        />
      )}
    </th>
  );
}

type FootProps<Row> = {
  readonly shown: readonly Column<Row>[];
  readonly seen: readonly Row[];
  readonly tools: number;
  readonly at: number;
};

/** What the columns say of all rows that are seen. */
export function TableFoot<Row>({ shown, seen, tools, at: row }: FootProps<Row>) {
  const tell = useTell();
  return (
    <tfoot className="table-foot">
      <tr aria-rowindex={row} className="table-row">
        {tools > 0 && <td className="table-tool" />}
        {tools > 1 && <td className="table-tool" />}
        {shown.map((column, at) => (
          <td key={column.id} className={cellClass(column, at)} style={widthAt(at)}>
            {column.total ? column.total(seen) : at === 0 ? tell(table.totals) : undefined}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
