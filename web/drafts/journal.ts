import type { DraftRecord } from './record.ts';

/**
 * The last word of a page that is being closed. IndexedDB answers later, when the page may be gone; this storage takes
 * it at once. It is small and holds only what IndexedDB does not have yet.
 */
const PREFIX = 'xuechuang.draft/';

const nameOf = (recordId: string): string => PREFIX + recordId;

function readAt(name: string): DraftRecord | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined; // written by this file only
  } catch {
    return undefined;
  }
}

export function journalNow(record: DraftRecord): void {
  try {
    localStorage.setItem(nameOf(record.recordId), JSON.stringify(record));
  } catch {
    // No room for it: IndexedDB is being written at the same time.
  }
}

/** IndexedDB has the record up to that change now. */
export function journalUpTo(recordId: string, sequence: number): void {
  const written = readAt(nameOf(recordId));
  if (written && written.sequence <= sequence) localStorage.removeItem(nameOf(recordId));
}

export const removeJournal = (recordId: string): void => localStorage.removeItem(nameOf(recordId));

export const journalOf = (personId: string): DraftRecord[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => readAt(name) ?? [])
    .filter((record) => record.personId === personId);

/** The records of both places, each as it was written last. */
export function latestOf(kept: readonly DraftRecord[], journal: readonly DraftRecord[]): DraftRecord[] {
  const latest = new Map(kept.map((record) => [record.recordId, record]));
  for (const record of journal) {
    const other = latest.get(record.recordId);
    if (!other || other.sequence <= record.sequence) latest.set(record.recordId, record);
  }
  return [...latest.values()];
}
