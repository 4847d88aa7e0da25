import { expect, it } from 'vitest';
import type { Key } from '#store/keys';
import { counters, get, getMany, queryAll, queryPage, stage } from '#store/read';
import { fromItem } from '#store/table';
import { transact } from '#store/transact';
import { create, save } from '#store/writes';
import { type OnTable, ownPartition, type Thing, things } from './thing.ts';

const numbered = (at: number): string => String(at).padStart(4, '0');

/** What was written comes back as it was, all of it, in order. */
export const readContract = (on: OnTable): void => {
  it('gives back text of every plane, empty text, empty lists and nothing, and leaves undefined out', async () => {
    const key: Key = { pk: ownPartition(), sk: '𠮷#😀' };
    const content = {
      names: ['𠮷野家', '👨‍👩‍👧', '', 'é', 'e\u0301', '\u0000', '"\\'],
      empty: { list: [], map: {}, text: '', nothing: null },
      numbers: [0, -1, 9007199254740991, 0.1, 1e-7],
      flags: [true, false],
    };
    const gap = { ...content, gone: undefined, list: [1, undefined, 2] };
    await transact(on(), [create(things, { ...key, text: undefined, content: gap })]);
    const read = await get<Thing>(on(), key);
    expect(read).toStrictEqual({ ...key, content: { ...content, list: [1, 2] }, version: 1 });
  });

  it('knows nothing of what was never written', async () => {
    const key = { pk: ownPartition(), sk: '-' };
    expect(await get(on(), key)).toBeUndefined();
    expect(await counters(on(), key)).toEqual({});
    expect(await queryAll(on(), { pk: key.pk })).toEqual([]);
    expect(await getMany(on(), [])).toEqual([]);
  });

  it('reads 250 keys in the order asked, leaves out the missing and repeats the repeated', async () => {
    const pk = ownPartition();
    const written = Array.from({ length: 250 }, (_, at) => ({ pk, sk: numbered(at) }));
    await stage(on(), things, written);
    const backwards = written.toReversed().flatMap((key, at) => (at % 3 === 0 ? [key, { pk, sk: `no ${at}` }] : [key]));
    const asked = [...backwards, { pk, sk: '0007' }, { pk, sk: '0007' }];
    expect((await getMany<Thing>(on(), asked)).map(({ sk }) => sk)).toEqual([
      ...written.toReversed().map(({ sk }) => sk),
      '0007',
      '0007',
    ]);
  });

  it('stages more than one batch, and staging again changes nothing', async () => {
    const pk = ownPartition();
    const rows = Array.from({ length: 60 }, (_, at) => ({ pk, sk: numbered(at), text: '行' }));
    await stage(on(), things, rows);
    await stage(on(), things, rows);
    expect(await queryAll(on(), { pk })).toEqual(rows.map((row) => ({ ...row, version: 1 })));
  });

  it('reads a partition of more than 1 MB whole', async () => {
    const pk = ownPartition();
    const rows = Array.from({ length: 40 }, (_, at) => ({ pk, sk: numbered(at), text: '评'.repeat(20_000) }));
    await stage(on(), things, rows);
    const firstPage = await queryPage(on(), { pk });
    expect(firstPage.last).toBeDefined();
    expect((await queryAll<Thing>(on(), { pk })).map(({ sk }) => sk)).toEqual(rows.map(({ sk }) => sk));
  });

  it('reads what begins with a prefix, forwards and backwards; an empty prefix is no condition', async () => {
    const pk = ownPartition();
    const sks = ['A', 'ROW#1', 'ROW#2', 'ROW', 'ROX'].toSorted();
    await stage(
      on(),
      things,
      sks.map((sk) => ({ pk, sk })),
    );
    const found = async (query: object) => (await queryAll<Thing>(on(), { pk, ...query })).map(({ sk }) => sk);
    expect(await found({})).toEqual(sks);
    expect(await found({ prefix: '' })).toEqual(sks);
    expect(await found({ prefix: 'ROW#' })).toEqual(['ROW#1', 'ROW#2']);
    expect(await found({ prefix: 'ROW', descending: true })).toEqual(['ROW#2', 'ROW#1', 'ROW']);
  });

  it('finds an item in a sparse index only while its entity says so', async () => {
    const pk = ownPartition();
    const due = () => queryPage(on(), { pk: `${pk}#DUE`, index: 'pending' });
    const thing = { pk, sk: 'a' };
    await transact(on(), [create(things, { ...thing, dueAt: '2026-03-02' })]);
    expect((await due()).items.map((item) => fromItem<Thing>(item))).toEqual([
      { ...thing, dueAt: '2026-03-02', version: 1 },
    ]);
    await transact(on(), [save(things, { ...thing, version: 1 })]);
    expect((await due()).items).toEqual([]);
    await transact(on(), [save(things, { ...thing, dueAt: '2027-01-01', version: 2 })]);
    expect((await due()).items.map((item) => item['pendingSk'])).toEqual([{ S: '2027-01-01#a' }]);
  });
};
