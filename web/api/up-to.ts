import { useEffect, useMemo } from 'react';
import type { InputOf } from './client.ts';
import { type ItemOf, type Paged, type PagedPath, usePages } from './queries.ts';

type UpToOptions = { readonly most: number; readonly when: boolean };

/** A list whose pages come by themselves up to so many items; `asked.fetchNextPage` brings what is beyond. */
export function useUpTo<P extends PagedPath>(path: P, input: InputOf<'get', P>, { most, when }: UpToOptions) {
  const asked = usePages(path, { ...(input as object), limit: 200 } as InputOf<'get', P>, { when });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  const items = useMemo(
    // Safe: `PagedPath` are those that answer so.
    () => (data?.pages ?? []).flatMap((page) => (page as Paged).items as readonly ItemOf<P>[]),
    [data],
  );
  const isFull = items.length >= most;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFull) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, isFull]);
  return { asked, items, isWhole: data !== undefined && !hasNextPage, isFull: isFull && hasNextPage };
}
