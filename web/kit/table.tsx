import { Table } from 'antd';
import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What sorting, the filter row and the export take of it. */
  readonly value?: (row: Row) => string | number | undefined;
  readonly width?: number;
  /** Scores, dates and counts: right, in tabular figures. */
  readonly figures?: boolean;
  /** What the totals row says of the rows that are seen. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
};

export type DataTableProps<Row> = {
  /** Under which the person's choice of columns is kept. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly open?: (row: Row) => void;
  /** Rows can be ticked (space); the bar with what can be done to them. */
  readonly batch?: (rows: readonly Row[]) => ReactNode;
  /** What stands where there are no rows. */
  readonly empty?: ReactNode;
  /** A row's detail, opened below it. */
  readonly detail?: (row: Row) => ReactNode;
};

/** A long table. */
export function DataTable<Row extends object>({ columns, rows, rowKey, empty, detail, open }: DataTableProps<Row>) {
  return (
    <Table<Row>
      size="middle"
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      locale={{ emptyText: empty }}
      columns={columns.map(({ id, head, cell, width, figures }) => ({
        key: id,
        title: head,
        render: (_: unknown, row: Row) => cell(row),
        ...(width !== undefined && { width }),
        ...(figures && { align: 'right' as const, className: 'figures' }),
      }))}
      {...(detail && { expandable: { expandedRowRender: (row: Row) => detail(row) } })}
      {...(open && { onRow: (row: Row) => ({ onClick: () => open(row) }) })}
    />
  );
}
