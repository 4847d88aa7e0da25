import { useMemo } from 'react';
import { useRead } from './queries.ts';

/** The name of a category by its id; the id itself until the names are here. */
export function useCategoryName(): (categoryId: string) => string {
  const { data } = useRead('/categories', {});
  return useMemo(() => {
    const names = new Map(data?.categories.map(({ categoryId, name }) => [categoryId, name]));
    return (categoryId) => names.get(categoryId) ?? categoryId;
  }, [data]);
}

/** The name of an area by its id; the id itself until the names are here. */
export function useAreaName(): (areaId: string) => string {
  const { data } = useRead('/areas', {});
  return useMemo(() => {
    const names = new Map(data?.areas.map(({ areaId, name }) => [areaId, name]));
    return (areaId) => names.get(areaId) ?? areaId;
  }, [data]);
}
