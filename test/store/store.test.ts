import { describe, expect, it } from 'vitest';
import type { KeyOf } from '#store/keys';
import { openStore } from '#store/store';
import { add, create } from '#store/writes';
import { openedFor } from '../support/store-contract/all.ts';
import { shardsOf, type Thing, things } from '../support/store-contract/thing.ts';
import { openBoxTable } from '../support/tables.ts';

describe('the store', () => {
  const on = openedFor(openBoxTable);
  const store = () => openStore(on());
  const at = (pk: string, sk: string): KeyOf<Thing> => ({ pk, sk });

  it('refuses to get what is not there, and finds nothing', async () => {
    await expect(store().get(at('NONE', '-'))).rejects.toMatchObject({ code: 'NotFound' });
    expect(await store().find(at('NONE', '-'))).toBeUndefined();
  });

  it('reads what was written in every way it offers', async () => {
    const rows: Thing[] = ['A#1', 'A#2', 'B#1'].map((sk) => ({
      pk: 'ROWS',
      sk,
      dueAt: '2026-03-02',
      listed: { shard: 3, by: sk },
    }));
    const [first, second, third] = rows.map((row) => ({ ...row, version: 1 }));
    await store().transact([create(things, rows[0] as Thing), add({ pk: 'COUNTS', sk: '-' }, 'tally', { n: 2 })]);
    await store().stage(things, rows.slice(1));
    expect(await store().get(at('ROWS', 'A#1'))).toEqual(first);
    expect(await store().getMany([at('ROWS', 'B#1'), at('ROWS', 'A#1')])).toEqual([third, first]);
    expect(await store().counters({ pk: 'COUNTS', sk: '-' })).toEqual({ n: 2 });
    expect(await store().all('ROWS')).toEqual([first, second, third]);
    expect(await store().all('ROWS', 'A#')).toEqual([first, second]);
    expect(await store().indexed({ index: 'pending', pk: 'ROWS#DUE' })).toEqual([first, second, third]);
    expect(await store().page({ index: 'lists', partitions: shardsOf('ROWS'), limit: 5 })).toEqual({
      items: [first, second, third],
    });
  });
});
