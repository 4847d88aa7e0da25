import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { HEAD, type Place, placeAfter } from './table-keys.ts';

type GridKeys = {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly widen: (column: number, by: number) => void;
};

/** How far Alt with an arrow moves a column's edge. */
const STEP = 24;
const ROWS_OF_A_PAGE = 12;

const placeOf = (element: Element | null): Place | undefined => {
  const [row, column] = (element?.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? '').split('/').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
};

export type Keys = ReturnType<typeof useGridKeys>;

/** The keyboard in a grid: one cell is in the order of tabs, the arrows lead from it to all others. */
export function useGridKeys({ grid, rows, columns, widen }: GridKeys) {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [isWithin, setWithin] = useState(false);
  const going = useRef(false);
  useEffect(() => {
    if (!going.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${at.row}/${at.column}"]`);
    if (!cell) return;
    going.current = false;
    cell.focus({ preventScroll: true });
    if (at.row !== HEAD) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const cell = event.target as HTMLElement;
    const isCell = cell.dataset['at'] !== undefined;
    const place = placeOf(cell);
    if (!place) return;
    if (event.key === 'Escape' && !isCell) {
      going.current = true;
      setAt({ ...place });
      return;
    }
    if (!isCell) return;
    if (event.altKey && place.row === HEAD && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      widen(place.column, event.key === 'ArrowLeft' ? -STEP : STEP);
      return;
    }
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = placeAfter(place, event, { rows, columns, page: ROWS_OF_A_PAGE });
    if (!next) return;
    event.preventDefault();
    going.current = true;
    setAt(next);
  }

  function onFocus(event: FocusEvent<HTMLTableElement>): void {
    const place = placeOf(event.target);
    setWithin(true);
    if (place && (place.row !== at.row || place.column !== at.column)) setAt(place);
  }

  const row = Math.min(at.row, rows - 1);
  return {
    at: { row, column: Math.min(at.column, columns - 1) },
    /** A row that is out of sight stays while the keyboard stands in it. */
    held: isWithin && row >= 0 ? row : undefined,
    onKeyDown,
    onFocus,
    onBlur: () => setWithin(false),
  };
}
