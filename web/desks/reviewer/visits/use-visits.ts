import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isTimeFor } from '#domain/stages';
import { useMe } from '#web/api/actor.ts';
import { ask } from '#web/api/client.ts';
import { serverNow } from '#web/api/clock.ts';
import { Unreachable } from '#web/api/problem.ts';
import type { Unsent } from './outbox.ts';
import { onOutbox, sync } from './sync.ts';
import { type KeptVisit, keepList, keptList, unsentOf } from './visit-disk.ts';

export type Visits = {
  readonly visits: readonly KeptVisit[];
  /** When it was read from the server; `isKept`: the server cannot be reached now. */
  readonly at: number;
  readonly isKept: boolean;
};

async function fromServer(personId: string): Promise<Visits> {
  const { items } = await ask('get', '/site-visits', {});
  const cycleIds = [...new Set(items.map(({ cycleId }) => cycleId))];
  const cycles = await Promise.all(cycleIds.map((cycleId) => ask('get', '/cycles/{cycleId}', { cycleId })));
  const visits = items.flatMap((sheet): KeptVisit[] => {
    const cycle = cycles.find(({ cycleId }) => cycleId === sheet.cycleId);
    if (!cycle) return [];
    const { title, windows, status } = cycle;
    return [{ ...sheet, title, reviewBy: windows.reviewBy, isOpen: isTimeFor('review', { status }) }];
  });
  const at = serverNow();
  await keepList({ personId, visits, at });
  return { visits, at, isKept: false };
}

/** My visits from the server, or as they were last read on this machine. */
async function read(personId: string): Promise<Visits> {
  try {
    return await fromServer(personId);
  } catch (error) {
    const kept = error instanceof Unreachable ? await keptList(personId) : undefined;
    if (!kept) throw error;
    return { visits: kept.visits, at: kept.at, isKept: true };
  }
}

const VISITS = '/site-visits (kept)';

/** Every half minute while something waits, and whenever the connection comes back. */
const AGAIN = 30_000;

/** My visits; kept on this machine, so that the page works without a connection. */
export function useVisits() {
  const personId = useMe().data?.personId;
  const visits = useQuery({
    queryKey: [VISITS, personId],
    queryFn: () => read(personId ?? ''),
    enabled: personId !== undefined,
    refetchInterval: ({ state }) => (state.data?.isKept ? AGAIN : false),
    retry: false,
  });
  return { ...visits, personId };
}

/** What was handed in on this machine and is not on the server; it is sent by itself. */
export function useOutbox(personId: string | undefined): readonly Unsent[] {
  const client = useQueryClient();
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  useEffect(() => {
    if (personId === undefined) return undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await unsentOf(personId);
      if (!isGone) setUnsent(found);
    };
    const changed = (): void => {
      void look();
      void client.invalidateQueries({ queryKey: [VISITS] });
    };
    const send = (): void => void sync(personId);
    const unhear = onOutbox(changed);
    const timer = setInterval(send, AGAIN);
    const back = (): void => {
      send();
      void client.invalidateQueries({ queryKey: [VISITS] });
    };
    addEventListener('online', back);
    void look();
    send();
    return () => {
      isGone = true;
      unhear();
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [personId, client]);
  return unsent;
}
