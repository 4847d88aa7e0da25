import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usuallyHidden } from './table-columns.ts';
import { kept } from './table-kept.ts';
import type { Column, Sort, View } from './table-types.ts';
import { decodeView, encodeView } from './table-view.ts';

/** The view as long as nobody changed it: the column choice kept on this machine, the page's own sort. */
function usual<Row>(name: string, columns: readonly Column<Row>[], sort: Sort | undefined): View {
  const hidden = kept(name).hidden ?? usuallyHidden(columns);
  return { filters: {}, hidden, ...(sort && { sort }) };
}

/** Typing does not write the address with each key. */
const PAUSE = 300;

/**
 * How the table is looked at. It stands in the address (`?view=`), so that a link shows the same; the address of a page
 * with several tables carries the one that was changed last.
 */
export function useView<Row>(name: string, columns: readonly Column<Row>[], sort: Sort | undefined) {
  const linked = useLocation({ select: ({ search }) => (search as { view?: string }).view });
  const navigate = useNavigate();
  const [view, setView] = useState(
    () => decodeView(name, linked, usuallyHidden(columns)) ?? usual(name, columns, sort),
  );
  const written = useRef(linked);
  const known = useRef(columns);
  known.current = columns;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // A link to the same page with another view, or the way back.
  useEffect(() => {
    if (linked === written.current) return;
    written.current = linked;
    const given = decodeView(name, linked, usuallyHidden(known.current));
    if (given) setView(given);
  }, [linked, name]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (next: View) => {
      setView(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        written.current = encodeView(name, next, usuallyHidden(known.current));
        const search = (before: object) => ({ ...before, view: written.current });
        // Safe: `view` is every page's, whatever else its search holds.
        void navigate({ to: '.', search, replace: true, resetScroll: false } as never);
      }, PAUSE);
    },
    [name, navigate],
  );
  return [view, change] as const;
}
