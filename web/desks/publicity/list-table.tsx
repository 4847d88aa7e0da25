import { type ReactNode, useMemo } from 'react';
import { useAreaName, useCategoryName } from '#web/api/names.ts';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import type { ResultRow } from './result-rows.ts';

export type ListLine = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly areaId: string;
  readonly organizationName: string;
  readonly recommender: string;
  readonly rank?: number | undefined;
  readonly shown?: string | undefined;
};

type ListTableProps<Row> = {
  readonly rows: readonly Row[];
  readonly results: readonly ResultRow[];
  /** One more column: what may be done to a row. */
  readonly last?: { readonly head: string; readonly cell: (row: Row) => ReactNode };
};

/** The list as it is read: by category and rank, with score and tier. */
export function ListTable<Row extends ListLine>({ rows, results, last }: ListTableProps<Row>) {
  const tell = useTell();
  const category = useCategoryName();
  const area = useAreaName();
  const tiers = useMemo(() => new Map(results.map(({ applicationId, tier }) => [applicationId, tier])), [results]);
  const columns = useMemo<Column<Row>[]>(() => {
    const text = (id: string, head: string, of: (row: Row) => string, width: number): Column<Row> => ({
      ...{ id, head, width },
      cell: of,
      value: of,
    });
    const tierOf = ({ applicationId }: Row) => tiers.get(applicationId) ?? '';
    return [
      text('name', tell(lists.name), ({ organizationName }) => organizationName, 260),
      text('category', tell(lists.category), ({ categoryId }) => category(categoryId), 110),
      {
        id: 'rank',
        head: tell(lists.rank),
        cell: ({ rank }) => rank,
        value: ({ rank }) => rank,
        figures: true,
        width: 80,
      },
      {
        ...{ id: 'score', head: tell(lists.score), figures: true, width: 100 },
        cell: ({ shown }) => shown,
        value: ({ shown }) => Number(shown),
      },
      ...(results.some(({ tier }) => tier) ? [text('tier', tell(lists.tier), tierOf, 100)] : []),
      text('area', tell(lists.area), ({ areaId }) => area(areaId), 130),
      text('recommender', tell(lists.recommender), ({ recommender }) => recommender, 150),
      ...(last ? [{ id: 'act', width: 120, ...last }] : []),
    ];
  }, [tell, category, area, tiers, results, last]);
  return (
    <DataTable
      name="proposed-list"
      caption={tell(lists.caption)}
      columns={columns}
      rows={rows}
      rowKey={({ applicationId }) => applicationId}
    />
  );
}
