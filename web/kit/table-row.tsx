import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode } from 'react';
import { useTell } from '#web/messages/language.tsx';
import { table } from '#web/messages/table.ts';
import { cellClass, widthAt } from './table-columns.ts';
import type { Column, DataTableProps } from './table-types.ts';

type RowProps<Row> = {
  readonly row: Row;
  readonly at: number;
  readonly rowKey: string;
  readonly props: DataTableProps<Row>;
  readonly shown: readonly Column<Row>[];
  readonly seen: readonly Row[];
  readonly before: number;
  readonly isSelected: boolean;
  readonly toggle: (key: string, at: number) => void;
  readonly extend: (at: number, seen: readonly Row[]) => void;
  readonly isOpen: boolean;
  readonly openDetail: (key: string) => void;
  /** The column in which the keyboard stands, if it is in this row. */
  readonly tabStop: number | undefined;
};

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label, select, textarea, [role=button]') !== null;

function TheRow<Row extends object>(of: RowProps<Row>) {
  const { row, at, rowKey, props, shown, seen, before, isSelected, isOpen, tabStop } = of;
  const tell = useTell();
  const { open, batch, detail } = props;
  const main = open ? () => open(row, seen) : detail ? () => of.openDetail(rowKey) : undefined;
  const tick = (withShift: boolean): void => (withShift ? of.extend(at, seen) : of.toggle(rowKey, at));
  const onClick = (event: MouseEvent): void => {
    if (isControl(event.target) || getSelection()?.type === 'Range') return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      if (batch) tick(event.shiftKey);
      return;
    }
    main?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.target as HTMLElement).dataset['at'] === undefined) return;
    if (event.key === 'Enter') main?.();
    else if (event.key === ' ' && batch) tick(event.shiftKey);
    else if (event.key === ' ' && detail) of.openDetail(rowKey);
    else return;
    event.preventDefault();
  };
  const named = String(shown[0]?.value?.(row) ?? at + 1);
  return (
    <>
      <tr
        aria-rowindex={at + before + 1}
        aria-selected={batch ? isSelected : undefined}
        className={`table-row${main ? ' opens' : ''}`}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {batch && (
          <Tool>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={tell(table.selectRow(named))}
              checked={isSelected}
              onClick={(event) => tick(event.shiftKey)}
              onChange={() => undefined}
            />
          </Tool>
        )}
        {detail && (
          <Tool>
            <button
              type="button"
              className="table-toggle"
              aria-expanded={isOpen}
              aria-label={tell(isOpen ? table.hideDetail(named) : table.showDetail(named))}
              onClick={() => of.openDetail(rowKey)}
            >
              {isOpen ? <DownOutlined /> : <RightOutlined />}
            </button>
          </Tool>
        )}
        {shown.map((column, place) => (
          <td
            key={column.id}
            data-at={`${at}/${place}`}
            tabIndex={tabStop === place ? 0 : -1}
            className={cellClass(column, place)}
            style={widthAt(place)}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {isOpen && detail && (
        <tr className="table-detail">
          <td colSpan={shown.length + 1}>{detail(row)}</td>
        </tr>
      )}
    </>
  );
}

const Tool = ({ children }: { readonly children: ReactNode }) => <td className="table-tool">{children}</td>;

/** Scrolling draws only the rows that come into sight. The cast keeps the generic parameter that `memo` forgets. */
export const TableRow = memo(TheRow) as typeof TheRow;
