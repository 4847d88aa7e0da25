import { useEffect, useMemo } from 'react';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { usePages, useRead } from '#web/api/queries.ts';

/** The pool by id; it is some hundreds at most and comes whole. */
export function usePool() {
  const pool = useRead('/reviewers', {});
  const byId = useMemo(() => new Map((pool.data?.items ?? []).map((each) => [each.reviewerId, each])), [pool.data]);
  return { pool, items: pool.data?.items ?? [], nameOf: (id: string): string => byId.get(id)?.name ?? id };
}

/** Beyond so many a list is narrowed by category first. */
const MOST_CASES = 2000;

type Wanted = { readonly categoryId?: string | undefined; readonly status?: Application['status'] | undefined };

/** The cases of a cycle, page after page until all are there or there are too many to choose from. */
export function useCases(cycleId: string, { categoryId, status }: Wanted = {}, when = true) {
  const pages = usePages(
    '/cycles/{cycleId}/applications',
    { cycleId, limit: 200, ...(categoryId && { categoryId }), ...(status && { status }) },
    { when: when && cycleId !== '' },
  );
  const items = useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.items), [pages.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const isFull = items.length >= MOST_CASES;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFull) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, isFull]);
  return {
    items,
    error: pages.error,
    isWhole: pages.data !== undefined && !hasNextPage,
    isFull: isFull && hasNextPage,
  };
}

/** In which the round is open: seats, deadlines and entries may change. */
export const isOpenRound = (cycle: Pick<Cycle, 'status'> | undefined): boolean => cycle?.status === 'reviewing';

/** The people who hold the role of a reviewer; all who made themselves known are read for that, page after page. */
export function useCandidates(when: boolean) {
  const pages = usePages('/people', { limit: 200 }, { when });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (when && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [when, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return useMemo(
    () =>
      (pages.data?.pages ?? [])
        .flatMap((page) => page.items)
        .filter(({ grants }) => grants.some(({ role }) => role === 'reviewer')),
    [pages.data],
  );
}
