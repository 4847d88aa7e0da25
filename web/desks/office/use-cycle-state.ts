import { mayCheck } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import type { CycleState } from './cycle-due.ts';

type Cycle = {
  readonly cycleId: string;
  readonly status: string;
  readonly listId?: string | undefined;
  readonly publicityId?: string | undefined;
  readonly decisionId?: string | undefined;
};

type Board = {
  readonly counts: CycleState['counts'];
  readonly deadlines: CycleState['deadlines'];
};

/** What is on the table of a cycle: its list, its notice with the objections, its decision. Nothing until all is read. */
export function useCycleState(cycle: Cycle, board: Board | undefined): CycleState | undefined {
  const { cycleId, listId, publicityId = '', decisionId = '' } = cycle;
  const list = useRead('/cycles/{cycleId}/list', { cycleId, limit: 1 }, { when: listId !== undefined });
  const publicity = useRead('/publicities/{publicityId}', { publicityId }, { when: publicityId !== '' });
  const objections = useRead('/publicities/{publicityId}/objections', { publicityId }, { when: publicityId !== '' });
  const decision = useRead('/decisions/{decisionId}', { decisionId, limit: 1 }, { when: decisionId !== '' });
  const closes = mayCheck(useActor()) && cycle.status === 'reviewing';
  const panels = useRead('/cycles/{cycleId}/panels', { cycleId }, { when: closes, every: 30_000 });
  // Whoever has a stake in the cycle is refused: nothing of it waits for them.
  const waiting = [
    listId !== undefined && list.isPending,
    publicityId !== '' && (publicity.isPending || objections.isPending),
    decisionId !== '' && decision.isPending,
    closes && panels.isPending,
  ];
  if (!board || waiting.some(Boolean)) return undefined;
  return {
    cycle,
    counts: board.counts,
    deadlines: board.deadlines,
    openCases: panels.data?.open,
    now: serverNow(),
    list: list.data?.list,
    publicity: publicity.data,
    decision: decision.data?.decision,
    objections: objections.data?.items ?? [],
  };
}
