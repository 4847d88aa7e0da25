import type { ReactNode } from 'react';

export type Value = string | number | undefined;

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  /** Drawn from the row alone, without a state of its own: in a long table its element serves other rows after it. */
  readonly cell: (row: Row) => ReactNode;
  /** What sorting, the filter row and the export take of it. */
  readonly value?: (row: Row) => Value;
  readonly width?: number;
  /** Scores, dates and counts: right, in tabular figures. */
  readonly figures?: boolean;
  /** What the totals row says of the rows that are seen. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
};

export type DataTableProps<Row> = {
  /** Under which the person's choice of columns is kept, and by which a link names the table. */
  readonly name: string;
  readonly caption: string;
  /** Of a long table these stay the same from one rendering to the next (`useMemo`): what was sorted is kept with them. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on a row; `seen` are the rows as they stand, filtered and in order. */
  readonly open?: (row: Row, seen: readonly Row[]) => void;
  /** Rows can be ticked (space); the bar with what can be done to them. */
  readonly batch?: (rows: readonly Row[]) => ReactNode;
  /** What stands where there are no rows. */
  readonly empty?: ReactNode;
  /** A row's detail, opened below it. */
  readonly detail?: (row: Row) => ReactNode;
  /** How it is sorted until somebody sorts it. */
  readonly sort?: Sort;
  /** More tools, beside the table's own. */
  readonly tools?: ReactNode;
  /** Takes the rows that are seen, each time they change. */
  readonly onSeen?: (seen: readonly Row[]) => void;
};

export type Sort = { readonly id: string; readonly descending: boolean };

/** How a table is looked at: what a link can carry. */
export type View = {
  readonly sort?: Sort;
  /** By column: words that are all contained, `=text` for exactly that, `>5`, `<5` or `1..5` for numbers. */
  readonly filters: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
};
