import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Keys } from './table-grid-keys.ts';
import { TableRow } from './table-row.tsx';
import { type Slot, slotsFor } from './table-slots.ts';
import type { Opened, Selection } from './table-state.ts';
import type { Column, DataTableProps } from './table-types.ts';

type BodyProps<Row> = {
  readonly props: DataTableProps<Row>;
  readonly rows: readonly Row[];
  readonly shown: readonly Column<Row>[];
  readonly selection: Selection<Row>;
  readonly opened: Opened;
  readonly keys: Keys;
  readonly isLong: boolean;
  readonly grid: RefObject<HTMLTableElement | null>;
  /** How many rows the head has. */
  readonly before: number;
};

export function TableBody<Row extends object>(of: BodyProps<Row>) {
  return of.isLong ? <LongBody {...of} /> : <ShortBody {...of} />;
}

function useRowProps<Row extends object>(of: BodyProps<Row>) {
  const { props, rows, shown, selection, opened, keys, before } = of;
  return (row: Row, at: number) => {
    const key = props.rowKey(row);
    return {
      ...{ row, at, props, shown, seen: rows, before, toggle: selection.toggle, extend: selection.extend },
      rowKey: key,
      isSelected: selection.keys.has(key),
      isOpen: opened.keys.has(key),
      openDetail: opened.toggle,
      tabStop: keys.at.row === at ? keys.at.column : undefined,
    };
  };
}

function ShortBody<Row extends object>(of: BodyProps<Row>) {
  const rowProps = useRowProps(of);
  return (
    <tbody className="table-body">
      {of.rows.map((row, at) => (
        <TableRow key={of.props.rowKey(row)} {...rowProps(row, at)} />
      ))}
    </tbody>
  );
}

const ROW_HEIGHT = 44;

/**
 * Draws the rows in sight and some around them, each laid over the space of all of them, in elements that serve one row
 * after another; only a row whose detail is open has to be measured.
 */
function LongBody<Row extends object>(of: BodyProps<Row>) {
  const { props, rows, opened, keys, grid } = of;
  const rowProps = useRowProps(of);
  const { rowKey } = props;
  // The same function from one frame to the next: a new one makes the virtualizer measure all rows anew.
  const keyAt = useCallback(
    (at: number): string => {
      const row = rows[at];
      const key = row ? rowKey(row) : String(at);
      return opened.keys.has(key) ? `${key}/open` : key;
    },
    [rows, rowKey, opened.keys],
  );
  const { held } = keys;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (held === undefined || inSight.includes(held)) return inSight;
      return [...inSight, held].sort((a, b) => a - b);
    },
    [held],
  );
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableSectionElement>({
    count: rows.length,
    getScrollElement: () => grid.current?.parentElement ?? null,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: keyAt,
    overscan: 4,
    useFlushSync: false,
    rangeExtractor,
  });
  // What scrolls is known once the whole table stands, which is after its body does: then the rows are drawn.
  const [, stand] = useState(false);
  useLayoutEffect(() => stand(true), []);
  const items = virtualizer.getVirtualItems();
  const slots = useRef<readonly Slot[]>([]);
  slots.current = slotsFor(
    slots.current,
    items.map(({ index }) => index),
  );
  return (
    <>
      {items.map(({ index, start }, place) => {
        const row = rows[index];
        return (
          row && (
            <tbody
              key={slots.current[place]?.id}
              className="table-body table-item"
              data-index={index}
              {...(opened.keys.has(props.rowKey(row)) && { ref: virtualizer.measureElement })}
              style={{ transform: `translateY(${start}px)` }}
            >
              <TableRow {...rowProps(row, index)} />
            </tbody>
          )
        );
      })}
      <tbody aria-hidden className="table-space" style={{ height: virtualizer.getTotalSize() }} />
    </>
  );
}
