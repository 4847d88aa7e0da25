import { useEffect, useMemo } from 'react';
import { oversees } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { useActor } from '#web/api/actor.ts';
import { useNames } from '#web/api/names.ts';
import { usePages, useRead } from '#web/api/queries.ts';
import type { Row } from './arithmetic.ts';

/** The cycle, and how its categories, areas and result's way back are called. */
export function useCycle(cycleId: string) {
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const names = useNames();
  return {
    read: cycle,
    cycle: cycle.data,
    title: cycle.data?.title ?? '',
    categoryName: names.category,
    areaName: names.area,
  };
}

/** So many rows come by themselves; of a longer ranking the rest comes when it is asked for. */
const MOST_AT_ONCE = 2000;
const PAGE = 200;

const none: readonly Row[] = [];

/** One category of a frozen result, by rank: the one in force, or the one that is named. */
export function useRanking(cycleId: string, categoryId: string, resultId?: string) {
  const inForce = usePages('/cycles/{cycleId}/results', { cycleId, categoryId, limit: PAGE }, { when: !resultId });
  const earlier = usePages(
    '/cycles/{cycleId}/results/snapshots/{resultId}',
    { cycleId, categoryId, resultId: resultId ?? '', limit: PAGE },
    { when: resultId !== undefined },
  );
  const asked = resultId ? earlier : inForce;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? none, [data]);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length < MOST_AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length]);
  return { asked, rows, result: data?.pages[0]?.result, isWhole: !hasNextPage, more: fetchNextPage };
}

/** Beyond so many applications an analysis is the work of a job, and not asked for beside a ranking. */
const ANALYSED = 2000;

/** Where the panel's disagreement is more than noise, by application: how far the sheets lie apart. */
export function useDisagreement(
  cycleId: string,
  categoryId: string,
  rows: readonly Row[],
): ReadonlyMap<string, number> {
  const actor = useActor();
  const { data: cycle } = useRead('/cycles/{cycleId}', { cycleId });
  const isAsked = oversees(actor) && cycle !== undefined && isRoundClosed(cycle);
  const hasSheets = rows.length > 0 && rows.length <= ANALYSED && rows.some(({ sheets }) => sheets.length > 1);
  const { data } = useRead('/cycles/{cycleId}/analysis', { cycleId, categoryId }, { when: isAsked && hasSheets });
  return useMemo(() => {
    const model = data?.analysis.model;
    if (!model || 'withheld' in model) return new Map();
    return new Map(model.disagreements.map(({ applicationId, range }) => [applicationId, range]));
  }, [data]);
}
