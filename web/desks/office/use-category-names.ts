import { useRead } from '#web/api/queries.ts';

/** The names of the categories; one that is gone is told by its id. */
export function useCategoryNames(): (categoryId: string) => string {
  const { data } = useRead('/categories', {});
  return (categoryId) => data?.categories.find((each) => each.categoryId === categoryId)?.name ?? categoryId;
}
