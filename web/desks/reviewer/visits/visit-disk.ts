import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Unsent, VisitSheet } from './outbox.ts';

/** My visits as they were last read, and what is not sent yet; of each person who uses this machine apart. */
export type KeptVisit = VisitSheet & {
  readonly title: string;
  readonly reviewBy: string;
  /** Whether the round was open when it was read. */
  readonly isOpen: boolean;
};
type KeptList = { readonly personId: string; readonly visits: readonly KeptVisit[]; readonly at: number };

interface Visits extends DBSchema {
  readonly lists: { key: string; value: KeptList };
  readonly outbox: { key: [string, string]; value: Unsent; indexes: { readonly person: string } };
}

let opened: Promise<IDBPDatabase<Visits>> | undefined;

function database(): Promise<IDBPDatabase<Visits>> {
  opened ??= openDB<Visits>('xuechuang.visits', 1, {
    upgrade(db) {
      db.createObjectStore('lists', { keyPath: 'personId' });
      db.createObjectStore('outbox', { keyPath: ['personId', 'applicationId'] }).createIndex('person', 'personId');
    },
    terminated() {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

export const keepList = async (list: KeptList): Promise<void> => {
  await (await database()).put('lists', list);
};
export const keptList = async (personId: string): Promise<KeptList | undefined> =>
  (await database()).get('lists', personId);

export const unsentOf = async (personId: string): Promise<Unsent[]> =>
  (await database()).getAllFromIndex('outbox', 'person', personId);
export const putUnsent = async (unsent: Unsent): Promise<void> => {
  await (await database()).put('outbox', unsent);
};
export const dropUnsent = async ({ personId, applicationId }: Unsent): Promise<void> => {
  await (await database()).delete('outbox', [personId, applicationId]);
};

/** The person signs out knowingly: neither what they read nor what they wrote stays. */
export async function forgetVisits(personId: string): Promise<void> {
  for (const unsent of await unsentOf(personId)) await dropUnsent(unsent);
  await (await database()).delete('lists', personId);
}
