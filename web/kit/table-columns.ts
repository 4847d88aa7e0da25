import {
  type ColumnDef,
  type ColumnSizingState,
  getCoreRowModel,
  type Updater,
  useReactTable,
} from '@tanstack/react-table';
import { type CSSProperties, useMemo, useState } from 'react';
import { keep, kept } from './table-kept.ts';
import type { Column } from './table-types.ts';

const NO_ROWS: readonly never[] = [];
const USUAL = 160;
/** What stands before the columns: the tick and the arrow that opens a row's detail. */
const TOOL = 40;

/**
 * The columns: their widths and which are shown. The library keeps these only. Its rows carry two dozen closures each,
 * nearly a million for a season's families, so the rows stay as they are and are put in order by `table-order`.
 */
export function useColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
  hidden: readonly string[],
  tools: number,
) {
  const [columnSizing, setSizing] = useState<ColumnSizingState>(() => ({ ...kept(name).widths }));
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, width = USUAL }): ColumnDef<never> => ({
          id,
          size: width,
          minSize: 56,
          maxSize: 900,
          accessorFn: () => 0,
        }),
      ),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const resized = (change: Updater<ColumnSizingState>): void =>
    setSizing((before) => {
      const next = typeof change === 'function' ? change(before) : change;
      keep(name, { widths: next });
      return next;
    });
  const table = useReactTable<never>({
    data: NO_ROWS as never[],
    columns: definitions,
    state: { columnSizing, columnVisibility },
    onColumnSizingChange: resized,
    columnResizeMode: 'onChange',
    getCoreRowModel: getCoreRowModel(),
  });
  const headers = table.getFlatHeaders();
  const shown = useMemo(() => columns.filter(({ id }) => !hidden.includes(id)), [columns, hidden]);
  const widths = headers.map((header) => header.getSize());
  // Widths are variables of the grid, so that dragging an edge draws no row anew.
  const style = Object.fromEntries([
    ...widths.map((width, at) => [`--w${at}`, width]),
    ['--tools', `${tools * TOOL}px`],
    ['--all', `${tools * TOOL + widths.reduce((all, width) => all + width, 0)}px`],
  ]) as CSSProperties;
  const widen = (id: string, by: number): void => {
    const header = headers.find((each) => each.id === id);
    if (header) table.setColumnSizing((before) => ({ ...before, [id]: Math.max(56, header.getSize() + by) }));
  };
  return { shown, headers, style, widen };
}

const styles = new Map<number, CSSProperties>();

/** The width of the column at that place: at least its own, and its share of what is left over. */
export function widthAt(at: number): CSSProperties {
  const made = styles.get(at) ?? {
    flex: `var(--w${at}) 0 calc(var(--w${at}) * 1px)`,
    ...(at === 0 && { left: 'var(--tools)' }),
  };
  styles.set(at, made);
  return made;
}

export const cellClass = ({ figures }: Pick<Column<never>, 'figures'>, at: number): string =>
  `table-cell${at === 0 ? ' first' : ''}${figures ? ' figures' : ''}`;

export const usuallyHidden = (columns: readonly Pick<Column<never>, 'id' | 'hidden'>[]): readonly string[] =>
  columns.flatMap(({ id, hidden }) => (hidden ? [id] : []));
