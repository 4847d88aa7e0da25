import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#web/api/client.ts';
import { type ItemOf, useRead } from '#web/api/queries.ts';

export type ResultRow = ItemOf<'/cycles/{cycleId}/results'>;

/** The rows of the result in force, of every category in the cycle's order. */
export function useResultRows(cycleId: string, when = true) {
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when });
  const { resultId, categories } = cycle.data ?? {};
  const read = useQuery({
    queryKey: ['/cycles/{cycleId}/results', { cycleId, resultId }, 'every category'],
    enabled: when && resultId !== undefined,
    queryFn: async ({ signal }) => {
      const rows: ResultRow[] = [];
      for (const { categoryId } of categories ?? []) {
        let cursor: string | undefined;
        do {
          const asked = { cycleId, categoryId, limit: 200, ...(cursor && { cursor }) };
          const page = await ask('get', '/cycles/{cycleId}/results', asked, { signal });
          rows.push(...page.items);
          cursor = page.cursor;
        } while (cursor);
      }
      return rows;
    },
  });
  const rows = useMemo(() => read.data ?? [], [read.data]);
  return { rows, error: read.error, isReady: read.data !== undefined };
}
