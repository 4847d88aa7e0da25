import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { keep, kept } from './table-kept.ts';

export type Selection<Row> = {
  readonly keys: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly toggle: (key: string, row: number) => void;
  /** From the row that was ticked last to this one. */
  readonly extend: (row: number, seen: readonly Row[]) => void;
  readonly set: (keys: Iterable<string>) => void;
};

/** The rows that are ticked; one that is gone is ticked no more. */
export function useSelection<Row>(rows: readonly Row[], rowKey: (row: Row) => string): Selection<Row> {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState(0);
  const selected = useMemo(
    () => (ticked.size === 0 ? [] : rows.filter((row) => ticked.has(rowKey(row)))),
    [ticked, rows, rowKey],
  );
  const toggle = useCallback((key: string, row: number) => {
    setLast(row);
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const extend = (row: number, seen: readonly Row[]): void => {
    const between = seen.slice(Math.min(last, row), Math.max(last, row) + 1).map(rowKey);
    setTicked((before) => new Set([...before, ...between]));
  };
  const set = (keys: Iterable<string>): void => setTicked(new Set(keys));
  return { keys: ticked, rows: selected, toggle, extend, set };
}

export type Opened = { readonly keys: ReadonlySet<string>; readonly toggle: (key: string) => void };

/** The rows whose detail is open. */
export function useOpened(): Opened {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setKeys((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return { keys, toggle };
}

/** Fewer rows than this are read sooner than filtered. */
const FEW = 12;

/** Whether the filter row is there: where it is of use, unless the person said otherwise, and while it filters. */
export function useFiltersShown(name: string, count: number, filters: Readonly<Record<string, string>>) {
  const [choice, setChoice] = useState(() => kept(name).filters);
  const show = (shown: boolean): void => {
    keep(name, { filters: shown });
    setChoice(shown);
  };
  const isFiltering = Object.values(filters).some((text) => text !== '');
  return [isFiltering || (choice ?? count > FEW), show] as const;
}

let printing = false;

function watchPrinting(changed: () => void): () => void {
  const say = (now: boolean) => () => {
    printing = now;
    // The browser prints what stands there when this returns.
    flushSync(changed);
  };
  const [begin, end] = [say(true), say(false)];
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

/** On paper there is no scrolling: all rows are drawn. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPrinting, () => printing);
