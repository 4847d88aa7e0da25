import { useMemo } from 'react';
import { useRead } from '#web/api/queries.ts';

/** What categories and areas are called; the id stands where a name is not known (yet). */
export function useNames() {
  const categories = useRead('/categories', {});
  const areas = useRead('/areas', {});
  return useMemo(() => {
    const categoryNames = new Map((categories.data?.categories ?? []).map((each) => [each.categoryId, each.name]));
    const areaNames = new Map((areas.data?.areas ?? []).map((each) => [each.areaId, each.name]));
    return {
      category: (categoryId: string): string => categoryNames.get(categoryId) ?? categoryId,
      area: (areaId: string): string => areaNames.get(areaId) ?? areaId,
    };
  }, [categories.data, areas.data]);
}
