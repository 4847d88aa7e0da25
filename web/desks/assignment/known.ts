import { useMemo } from 'react';
import type { Application } from '#domain/applications';
import { useAll } from '#web/api/all.ts';
import { useRead } from '#web/api/queries.ts';
import { useUpTo } from '#web/api/up-to.ts';

/** The pool by id; it is some hundreds at most and comes whole. */
export function usePool() {
  const pool = useRead('/reviewers', {});
  const byId = useMemo(() => new Map((pool.data?.items ?? []).map((each) => [each.reviewerId, each])), [pool.data]);
  return { pool, items: pool.data?.items ?? [], nameOf: (id: string): string => byId.get(id)?.name ?? id };
}

/** Beyond so many a list is narrowed by category first. */
const MOST_CASES = 2000;

type Wanted = { readonly categoryId?: string | undefined; readonly status?: Application['status'] | undefined };

/** The cases of a cycle, until all are there or there are too many to choose from. */
export function useCases(cycleId: string, { categoryId, status }: Wanted = {}, when = true) {
  const { asked, items, isWhole, isFull } = useUpTo(
    '/cycles/{cycleId}/applications',
    { cycleId, ...(categoryId && { categoryId }), ...(status && { status }) },
    { most: MOST_CASES, when: when && cycleId !== '' },
  );
  return { items, error: asked.error, isWhole, isFull };
}

/** The people who hold the role of a reviewer: the server knows them without looking through everybody. */
export function useCandidates(when: boolean) {
  const { data } = useAll('/people', { role: 'reviewer' }, { when });
  return data?.items ?? [];
}
