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

async function openAnew(): Promise<IDBPDatabase<Visits>> {
  return openDB<Visits>('xuechuang.visits', 1, {
    upgrade(db) {
      db.createObjectStore('lists', { keyPath: 'personId' });
      db.createObjectStore('outbox', { keyPath: ['personId', 'applicationId'] }).createIndex('person', 'personId');
    },
    terminated() {
      opened = undefined;
    },
  });
}

function database(): Promise<IDBPDatabase<Visits>> {
  opened ??= openAnew();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/**
 * What the disk did not take (a private window, a full disk), for as long as this page is open: without a disk a sheet
 * still goes to the server.
 */
const unkept = new Map<string, Unsent>();
const nameOf = ({ personId, applicationId }: Unsent): string => JSON.stringify([personId, applicationId]);

/** Whether it would be lost with this page. */
export const isOnlyHere = (unsent: Unsent): boolean => unkept.has(nameOf(unsent));

export const keepList = async (list: KeptList): Promise<void> => {
  // Where it cannot be kept it is read from the server each time.
  await database()
    .then((db) => db.put('lists', list))
    .catch(() => undefined);
};
export const keptList = (personId: string): Promise<KeptList | undefined> =>
  database()
    .then((db) => db.get('lists', personId))
    .catch(() => undefined);

export async function unsentOf(personId: string): Promise<Unsent[]> {
  const onDisk = await database()
    .then((db) => db.getAllFromIndex('outbox', 'person', personId))
    .catch(() => []);
  const own = [...unkept.values()].filter((each) => each.personId === personId);
  return [...onDisk.filter((each) => !unkept.has(nameOf(each))), ...own];
}

export async function putUnsent(unsent: Unsent): Promise<void> {
  try {
    await (await database()).put('outbox', unsent);
    unkept.delete(nameOf(unsent));
  } catch {
    unkept.set(nameOf(unsent), unsent);
  }
}

export async function dropUnsent(unsent: Unsent): Promise<void> {
  const { personId, applicationId } = unsent;
  // What was never on the disk is gone with this, whatever the disk says.
  const wasUnkept = unkept.delete(nameOf(unsent));
  const gone = database().then((db) => db.delete('outbox', [personId, applicationId]));
  await (wasUnkept ? gone.catch(() => undefined) : gone);
}

/** The person signs out knowingly: neither what they read nor what they wrote stays. */
export async function forgetVisits(personId: string): Promise<void> {
  for (const unsent of await unsentOf(personId)) await dropUnsent(unsent);
  await (await database()).delete('lists', personId);
}
