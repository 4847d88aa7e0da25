import { useMemo } from 'react';
import { oversees } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { useActor } from '#web/api/actor.ts';
import { useNames } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { useUpTo } from '#web/api/up-to.ts';
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

/** One category of a frozen result, by rank: the one in force, or the one that is named. */
export function useRanking(cycleId: string, categoryId: string, resultId?: string) {
  const inForce = useUpTo(
    '/cycles/{cycleId}/results',
    { cycleId, categoryId },
    { most: MOST_AT_ONCE, when: !resultId },
  );
  const earlier = useUpTo(
    '/cycles/{cycleId}/results/snapshots/{resultId}',
    { cycleId, categoryId, resultId: resultId ?? '' },
    { most: MOST_AT_ONCE, when: resultId !== undefined },
  );
  const { asked, items, isWhole } = resultId ? earlier : inForce;
  return { asked, rows: items, result: asked.data?.pages[0]?.result, isWhole, more: asked.fetchNextPage };
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
