import { useRead } from '#web/api/queries.ts';

/** The office's own names of categories and areas; the id until they are there. */
export function useNames() {
  const { data: named } = useRead('/categories', {});
  const { data: tree } = useRead('/areas', {});
  return {
    categoryName: (id: string): string => named?.categories.find((each) => each.categoryId === id)?.name ?? id,
    areaName: (id: string): string => tree?.areas.find((each) => each.areaId === id)?.name ?? id,
  };
}
