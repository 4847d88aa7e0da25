import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { table } from '#web/messages/table.ts';
import { Empty } from './states.tsx';
import { TableBar } from './table-bar.tsx';
import { TableBody } from './table-body.tsx';
import { useColumns } from './table-columns.ts';
import { useGridKeys } from './table-grid-keys.ts';
import { TableFoot, TableHead } from './table-head.tsx';
import { prepare } from './table-order.ts';
import { useFiltersShown, useOpened, usePrinting, useSelection } from './table-state.ts';
import type { DataTableProps } from './table-types.ts';
import { useView } from './table-use-view.ts';
import './table.css';

export type { Column, DataTableProps } from './table-types.ts';

/** Above so many rows only those in sight are drawn, each on one line. */
const LONG = 200;
/** The most rows that are printed. */
const PRINTED = 1000;

/** `plain`: a few rows that are only read, without the tools of a table. */
type Plainly = { readonly plain?: boolean };

/** A long table: sorted, filtered, chosen and walked through by keyboard, at any number of rows. */
export function DataTable<Row extends object>(props: DataTableProps<Row> & Plainly) {
  const { name, caption, columns, rows, rowKey, batch, detail, empty, onSeen, plain } = props;
  const [view, setView] = useView(name, columns, props.sort);
  const filters = useDeferredValue(view.filters);
  const ready = useMemo(() => prepare(rows, columns), [rows, columns]);
  const seen = useMemo(() => {
    const order = ready.seen(view.sort, filters);
    return Array.from(order, (at) => rows[at]).filter((row) => row !== undefined);
  }, [ready, rows, view.sort, filters]);
  useEffect(() => onSeen?.(seen), [onSeen, seen]);
  useWarmed(ready.warm, columns, rows.length);

  const toolCount = (batch ? 1 : 0) + (detail ? 1 : 0);
  const kept = useColumns(name, columns, view.hidden, toolCount);
  const selection = useSelection(rows, rowKey);
  const opened = useOpened();
  const [wantsFilters, showFilters] = useFiltersShown(name, rows.length, view.filters);
  const filtersShown = wantsFilters && !plain;
  const printing = usePrinting();
  const grid = useRef<HTMLTableElement>(null);
  const keys = useGridKeys({ grid, rows: seen.length, columns: kept.shown.length, widen: (at, by) => widenAt(at, by) });
  const widenAt = (at: number, by: number): void => {
    const column = kept.shown[at];
    if (column) kept.widen(column.id, by);
  };
  const isLong = seen.length > LONG && !printing;
  const bodyRows = printing ? seen.slice(0, PRINTED) : seen;
  const before = filtersShown ? 2 : 1;
  const hasTotals = kept.shown.some(({ total }) => total);
  return (
    <section className="table" aria-label={caption}>
      {!plain && (
        <TableBar
          {...{ props, view, setView, seen, shown: kept.shown, selection, filtersShown, showFilters }}
          printed={printing && seen.length > PRINTED ? PRINTED : undefined}
        />
      )}
      <div className="table-box">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: WAI-ARIA's grid is made of a table
          role="grid"
          aria-label={caption}
          aria-rowcount={seen.length + before + (hasTotals ? 1 : 0)}
          aria-colcount={kept.shown.length + toolCount}
          aria-multiselectable={batch ? true : undefined}
          className={`table-grid${isLong ? ' table-long' : ''}`}
          style={kept.style}
          tabIndex={-1}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
        >
          <TableHead {...{ props, view, setView, kept, seen, selection, filtersShown, keys }} choices={ready.choices} />
          <TableBody {...{ props, rows: bodyRows, shown: kept.shown, selection, opened, keys, isLong, grid, before }} />
          {hasTotals && <TableFoot shown={kept.shown} seen={seen} tools={toolCount} at={seen.length + before + 1} />}
        </table>
        {seen.length === 0 &&
          (rows.length > 0 ? <Empty title={table.nothingMatches} help={table.nothingMatchesHelp} /> : (empty ?? null))}
      </div>
    </section>
  );
}

/** From so many rows on, what sorting needs is worked out before it is asked for. */
const WARMED = 2000;

/** Compares a long column's texts while nobody waits, so that the click on its head is answered at once. */
function useWarmed(warm: (id: string) => void, columns: readonly { readonly id: string }[], count: number): void {
  useEffect(() => {
    if (count < WARMED) return;
    const waiting = columns.map(({ id }) => id);
    let handle = requestIdleCallback(next, { timeout: 2000 });
    function next(): void {
      const id = waiting.shift();
      if (id === undefined) return;
      warm(id);
      handle = requestIdleCallback(next, { timeout: 2000 });
    }
    return () => cancelIdleCallback(handle);
  }, [warm, columns, count]);
}
