import { useRead } from '#web/api/queries.ts';

/** What categories are called; their ids until it is known. */
export function useCategoryName(): (categoryId: string) => string {
  const { data } = useRead('/categories', {});
  return (categoryId) => data?.categories.find((category) => category.categoryId === categoryId)?.name ?? categoryId;
}

export function useAreaName(): (areaId: string) => string {
  const { data } = useRead('/areas', {});
  return (areaId) => data?.areas.find((area) => area.areaId === areaId)?.name ?? areaId;
}
