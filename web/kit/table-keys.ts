/** Where the keyboard stands in a grid; the head is the row before the first. */
export type Place = { readonly row: number; readonly column: number };

export const HEAD = -1;

type Extent = { readonly rows: number; readonly columns: number; readonly page: number };
type Key = { readonly key: string; readonly ctrlKey: boolean };

const steps: Readonly<Record<string, (at: Place, extent: Extent, far: boolean) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }, _, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
};

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Where a key leads (WAI-ARIA's grid), or undefined where it leads nowhere. */
export function placeAfter(at: Place, { key, ctrlKey }: Key, extent: Extent): Place | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const { row, column } = step(at, extent, ctrlKey);
  return { row: within(row, HEAD, extent.rows - 1), column: within(column, 0, extent.columns - 1) };
}
