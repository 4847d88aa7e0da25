import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { del, type Journal, openJournal, put } from '#local/states/journal';

let folder: string;
let db: ClassicLevel;
let journal: Journal;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  db = new ClassicLevel(folder);
  await db.open();
  journal = openJournal(db);
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

describe('the journal', () => {
  it('keeps the order of writes that are asked for at once', async () => {
    await Promise.all([
      journal.write([put('a', 1)]),
      journal.write([put('a', 2), put('b', 1)]),
      journal.write([del('b')]),
    ]);
    expect([await db.get('a'), await db.get('b')]).toEqual(['2', undefined]);
  });

  it('shares one synced batch among the writes that came during the one before', async () => {
    const batch = vi.spyOn(db, 'batch');
    const first = journal.write([put('a', 0)]);
    await Promise.resolve();
    const later = Array.from({ length: 100 }, (_, index) => journal.write([put(`k${index}`, index)]));
    await Promise.all([first, ...later]);
    expect(batch.mock.calls.map((given: unknown[]) => (given[0] as unknown[]).length)).toEqual([1, 100]);
  });

  it('has everything on the disk when it has settled', async () => {
    void journal.write([put('a', 1)]);
    await journal.settled();
    expect(await db.get('a')).toBe('1');
  });

  it('takes nothing more after a write has failed', async () => {
    const broken = vi.spyOn(db, 'batch').mockRejectedValueOnce(new Error('disk full'));
    await expect(journal.write([put('a', 1)])).rejects.toThrow('disk full');
    await expect(journal.write([put('b', 1)])).rejects.toThrow('disk full');
    expect([broken.mock.calls.length, await db.get('b')]).toEqual([1, undefined]);
  });
});
