import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { journalNow, journalOf, journalUpTo, latestOf, removeJournal } from './journal.ts';
import type { DraftDisk } from './ports.ts';
import type { DraftRecord, Place } from './record.ts';

interface Drafts extends DBSchema {
  readonly drafts: {
    key: string;
    value: DraftRecord;
    indexes: { readonly document: [string, string]; readonly person: string };
  };
}

let opened: Promise<IDBPDatabase<Drafts>> | undefined;

function database(): Promise<IDBPDatabase<Drafts>> {
  opened ??= openDB<Drafts>('xuechuang', 1, {
    upgrade(db) {
      const store = db.createObjectStore('drafts', { keyPath: 'recordId' });
      store.createIndex('document', ['personId', 'document']);
      store.createIndex('person', 'personId');
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

/** The lock that a window holds on its own record: the browser lets go of it when the window is gone, crash or not. */
const lockOf = (recordId: string): string => `xuechuang.draft/${recordId}`;

async function heldLocks(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function holdLock(recordId: string): () => void {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(lockOf(recordId), () => until);
  return release;
}

async function keep(record: DraftRecord, instead: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction('drafts', 'readwrite');
  const { store } = transaction;
  const before = await store.get(record.recordId);
  // The disk is written in order, and yet: an older text never replaces a newer one.
  if (!before || before.sequence <= record.sequence) await store.put(record);
  for (const recordId of instead) await store.delete(recordId);
  await transaction.done;
  journalUpTo(record.recordId, record.sequence);
  for (const recordId of instead) removeJournal(recordId);
}

async function remove(recordIds: readonly string[]): Promise<void> {
  for (const recordId of recordIds) removeJournal(recordId);
  const transaction = (await database()).transaction('drafts', 'readwrite');
  await Promise.all(recordIds.map((recordId) => transaction.store.delete(recordId)));
  await transaction.done;
}

/** This machine's disk, for one document in this window. */
export function draftDisk({ recordId, personId, document }: Place): DraftDisk {
  const leave = holdLock(recordId);
  return {
    async left() {
      const [kept, held] = await Promise.all([
        database().then((db) => db.getAllFromIndex('drafts', 'document', [personId, document])),
        heldLocks(),
      ]);
      const journal = journalOf(personId).filter((record) => record.document === document);
      return latestOf(kept, journal).filter((record) => !held.has(lockOf(record.recordId)));
    },
    keep,
    keepNow: journalNow,
    remove,
    leave,
  };
}

/** How many documents of a person have something on this machine that the server may not have. */
export const unsentOf = async (personId: string): Promise<number> => {
  const kept = await (await database()).getAllFromIndex('drafts', 'person', personId);
  return new Set([...kept, ...journalOf(personId)].map(({ document }) => document)).size;
};

/** Removes everything that this machine keeps of a person. */
export async function forgetDrafts(personId: string): Promise<void> {
  const db = await database();
  const journal = journalOf(personId).map(({ recordId }) => recordId);
  await remove([...(await db.getAllKeysFromIndex('drafts', 'person', personId)), ...journal]);
}
