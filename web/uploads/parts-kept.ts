import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Place } from './place.ts';

/** An upload in parts that was begun on this machine: enough to go on when the same file is chosen again. */
export type KeptUpload = {
  readonly fileId: string;
  readonly place: Place;
  readonly fingerprint: string;
  readonly sha256: string;
  readonly fileName: string;
  /** From 0 to 1. */
  readonly done: number;
  /** Milliseconds of this machine. */
  readonly at: number;
};

interface Kept extends DBSchema {
  uploads: { key: string; value: KeptUpload };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** Where the browser allows no database at all, asking for one throws at once: that is a rejection like any other. */
async function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('xuechuang.uploads', 1, {
    upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'fileId' }),
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** After so long the bucket has forgotten the parts. */
const KEPT_FOR = 2 * 86_400_000;

/** Without a database (a private window, a full disk) an upload still works; it only begins anew after a reload. */
const orNothing = async <T>(task: Promise<T>, nothing: T): Promise<T> => {
  try {
    return await task;
  } catch (error) {
    console.warn('uploads are not kept on this machine', error);
    return nothing;
  }
};

export const keepUpload = (upload: KeptUpload): Promise<unknown> =>
  orNothing(
    database().then((db) => db.put('uploads', upload)),
    undefined,
  );

export const forgetUpload = (fileId: string): Promise<unknown> =>
  orNothing(
    database().then((db) => db.delete('uploads', fileId)),
    undefined,
  );

/** What is unfinished, the newest first; what is too old is forgotten. */
export async function unfinishedUploads(now = Date.now()): Promise<KeptUpload[]> {
  const all = await orNothing(
    database().then((db) => db.getAll('uploads')),
    [],
  );
  const stale = all.filter(({ at }) => now - at > KEPT_FOR);
  await Promise.all(stale.map(({ fileId }) => forgetUpload(fileId)));
  return all.filter((each) => !stale.includes(each)).sort((a, b) => b.at - a.at);
}
