import { useQueries } from '@tanstack/react-query';
import { oversees } from '#domain/policies';
import { useActor } from './actor.ts';
import { ask } from './client.ts';

type Waiting = {
  readonly id: string;
  readonly tell: (name: string | null) => void;
  readonly fail: (error: unknown) => void;
};

/** The API tells so many names at a time. */
const MOST = 100;
let waiting: Waiting[] = [];

async function askFor(some: readonly Waiting[]): Promise<void> {
  try {
    const { items } = await ask('get', '/people/names', { ids: some.map(({ id }) => id).join() });
    const names = new Map(items.map(({ personId, name }) => [personId, name]));
    for (const { id, tell } of some) tell(names.get(id) ?? null);
  } catch (error) {
    for (const { fail } of some) fail(error);
  }
}

function askForAll(): void {
  const all = waiting;
  waiting = [];
  for (let from = 0; from < all.length; from += MOST) void askFor(all.slice(from, from + MOST));
}

/** The name behind an id, null where it is not told. All that are wanted in one moment are asked for together. */
export const nameOfPerson = (id: string): Promise<string | null> =>
  new Promise((tell, fail) => {
    if (waiting.length === 0) setTimeout(askForAll);
    waiting.push({ id, tell, fail });
  });

/** Names rarely change, and are shown on many pages. */
const FRESH_FOR = 600_000;

/** What people are called who stand in a record by their id; undefined where that is not known, or not one's to know. */
export function usePersonNames(ids: readonly (string | undefined)[]): (id: string) => string | undefined {
  const enabled = oversees(useActor());
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const answers = useQueries({
    queries: wanted.map((id) => ({
      queryKey: ['/people/names', id],
      queryFn: () => nameOfPerson(id),
      enabled,
      staleTime: FRESH_FOR,
    })),
  });
  const names = new Map(wanted.map((id, at) => [id, answers[at]?.data ?? undefined]));
  return (id) => names.get(id);
}
