import { useRead } from '#web/api/queries.ts';
import type { Crumb } from '#web/kit/page.tsx';

/** The way back to the cycle's board, as soon as it is known whose cycle it is. */
export function useCycleCrumb(cycleId: string): readonly Crumb[] {
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  return cycle.data ? [{ label: cycle.data.title, to: `/cycles/${cycleId}` }] : [];
}
