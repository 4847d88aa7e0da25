import { useMemo } from 'react';
import { useRead } from '#web/api/queries.ts';

/** The counts of a list with the names of its categories, in the order of the taxonomy. */
export function useNamedCounts(counts: Readonly<Record<string, number>>): { name: string; count: number }[] {
  const { data } = useRead('/categories', {});
  return useMemo(() => {
    const known = data?.categories.map(({ categoryId, name }) => ({ categoryId, name })) ?? [];
    const ids = new Set(known.map(({ categoryId }) => categoryId));
    const others = Object.keys(counts).filter((categoryId) => !ids.has(categoryId));
    return [...known, ...others.map((categoryId) => ({ categoryId, name: categoryId }))].flatMap(
      ({ categoryId, name }) => {
        const count = counts[categoryId] ?? 0;
        return count > 0 ? [{ name, count }] : [];
      },
    );
  }, [data, counts]);
}
