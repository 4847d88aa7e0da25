import { useMemo } from 'react';
import { useRead } from './queries.ts';

/** What categories and areas are called; the id stands where a name is not known (yet). */
export function useNames() {
  const { data: taxonomy } = useRead('/categories', {});
  const { data: tree } = useRead('/areas', {});
  return useMemo(() => {
    const categories = taxonomy?.categories ?? [];
    const areas = tree?.areas ?? [];
    const categoryNames = new Map(categories.map(({ categoryId, name }) => [categoryId, name]));
    const areaNames = new Map(areas.map(({ areaId, name }) => [areaId, name]));
    return {
      categories,
      areas,
      category: (categoryId: string): string => categoryNames.get(categoryId) ?? categoryId,
      area: (areaId: string): string => areaNames.get(areaId) ?? areaId,
    };
  }, [taxonomy, tree]);
}

export type Names = ReturnType<typeof useNames>;

/** The name of a category by its id. */
export const useCategoryName = (): Names['category'] => useNames().category;

/** The name of an area by its id. */
export const useAreaName = (): Names['area'] => useNames().area;
