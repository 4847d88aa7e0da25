import { expect, it } from 'vitest';
import { type Listing, listPage } from '#store/listing';
import { stage } from '#store/read';
import type { Versioned } from '#store/table';
import { type OnTable, ownPartition, shardsOf, type Thing, things } from './thing.ts';

type Query = Partial<Listing<Thing>>;

// U+FF01 sorts before 𠮷 in UTF-8, and after it in UTF-16.
const names = ['甲', '乙', '丙', '𠮷', '\uFF01', '😀', 'a', 'B'];
const unfit = ['x', '%%%', 'null', '[]', '{}', '{"list":1}'];

const inOrder = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));
const byKey = (left: Thing, right: Thing): number => inOrder(left.listed?.by ?? '', right.listed?.by ?? '');

/** A sharded list reads as one list. */
export const listingContract = (on: OnTable): void => {
  const listed = (pk: string, sk: string, by: string, shard: number): Thing => ({ pk, sk, listed: { shard, by } });
  const page = (list: string, query: Query) =>
    listPage<Thing>(on(), { index: 'lists', partitions: shardsOf(list), limit: 7, ...query });

  async function everyPage(list: string, query: Query): Promise<Versioned<Thing>[][]> {
    const pages: Versioned<Thing>[][] = [];
    let cursor: string | undefined;
    do {
      const { items, cursor: next } = await page(list, { ...query, cursor });
      pages.push(items);
      cursor = next;
    } while (cursor);
    return pages;
  }

  async function filled(count = 30): Promise<{ list: string; sorted: Thing[] }> {
    const list = ownPartition();
    // One shard is empty, one has most: the merge must not lean on an even spread.
    const all = Array.from({ length: count }, (_, at) =>
      listed(list, `${at}`, `${names[at % names.length]}#${at}`, [0, 2, 3, 3, 3][(at * 7) % 5] ?? 0),
    );
    await stage(on(), things, all);
    return { list, sorted: all.toSorted(byKey) };
  }

  it('gives what a sort over all shards gives, whatever the size of its pages', async () => {
    const { list, sorted } = await filled();
    for (const limit of [1, 2, 3, 7, 29, 30, 31, 100]) {
      const pages = await everyPage(list, { limit });
      expect(pages.flat().map(({ version: _, ...thing }) => thing)).toEqual(sorted);
      expect(pages.map((items) => items.length)).toEqual(
        Array.from({ length: Math.ceil(30 / limit) }, (_, at) => Math.min(limit, 30 - at * limit)),
      );
    }
  });

  it('runs backwards too, and within a prefix', async () => {
    const { list, sorted } = await filled();
    const backwards = (await everyPage(list, { descending: true, limit: 4 })).flat();
    expect(backwards.map(({ sk }) => sk)).toEqual(sorted.toReversed().map(({ sk }) => sk));
    const ideographs = (await everyPage(list, { prefix: '𠮷#', limit: 2 })).flat();
    expect(ideographs.map(({ listed: at }) => at?.by)).toEqual(['𠮷#11', '𠮷#19', '𠮷#27', '𠮷#3']);
  });

  it('leaves out what the filter does not want and still fills its pages', async () => {
    const { list, sorted } = await filled();
    const where = ({ sk }: Thing) => Number(sk) % 3 === 0;
    const pages = await everyPage(list, { where, limit: 4 });
    expect(pages.map((items) => items.length)).toEqual([4, 4, 2]);
    expect(pages.flat().map(({ sk }) => sk)).toEqual(sorted.filter(where).map(({ sk }) => sk));
    expect(await page(list, { where: () => false })).toEqual({ items: [] });
  });

  it('is an empty page without a cursor where nothing is listed', async () => {
    expect(await page(ownPartition(), {})).toEqual({ items: [] });
  });

  it('repeats and loses nothing when items come in between two pages', async () => {
    const { list, sorted } = await filled();
    const first = await page(list, { limit: 10 });
    const edge = sorted[9]?.listed?.by ?? '';
    await stage(on(), things, [
      listed(list, 'before', ' before all', 1),
      listed(list, 'after', `${edge}~`, 1),
      listed(list, 'last', '\u{10FFFF}', 0),
    ]);
    const rest: string[] = [];
    for (let cursor = first.cursor; cursor; ) {
      const next = await page(list, { limit: 10, cursor });
      rest.push(...next.items.map(({ sk }) => sk));
      cursor = next.cursor;
    }
    // What came in behind the reader is not shown any more; all that was and is to come is shown once.
    expect(rest).toEqual(['after', ...sorted.slice(10).map(({ sk }) => sk), 'last']);
  });

  it('gives a cursor that stays short however many shards a list has, and tells nothing of what was filtered out', async () => {
    const list = ownPartition();
    const partitions = Array.from({ length: 40 }, (_, shard) => `${list}#${shard}`);
    const all = Array.from({ length: 80 }, (_, at) =>
      listed(
        list,
        `${at}`,
        `submitted#2026-03-02T09:00:00.000+08:00#${at % 2 ? 'hidden' : 'shown'}-${at + 10}`,
        at % 40,
      ),
    );
    await stage(on(), things, all);
    const where = ({ listed: at }: Thing) => at?.by.includes('shown') ?? false;
    const { items, cursor = '' } = await page(list, { partitions, where, limit: 40 });
    expect([items.length, cursor]).toEqual([40, '']);
    const half = await page(list, { partitions, where, limit: 20 });
    expect(half.cursor?.length).toBeLessThan(300);
    expect(Buffer.from(half.cursor ?? '', 'base64url').toString()).not.toContain('hidden');
    expect((await page(list, { partitions, where, limit: 20, cursor: half.cursor })).items).toEqual(items.slice(20));
  });

  it('gives a cursor that fits into an address and nothing but this list', async () => {
    const { list } = await filled();
    const { cursor } = await page(list, {});
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    const other = (await filled()).list;
    await expect(page(other, { cursor })).rejects.toMatchObject({ code: 'InvalidCursor' });
    await expect(page(list, { cursor, descending: true })).rejects.toMatchObject({ code: 'InvalidCursor' });
    await expect(page(list, { cursor, prefix: '甲' })).rejects.toMatchObject({ code: 'InvalidCursor' });
    await expect(page(list, { cursor, partitions: shardsOf(list).slice(1) })).rejects.toMatchObject({
      code: 'InvalidCursor',
    });
  });

  it('refuses what is no cursor, and one that was tampered with', async () => {
    const { list } = await filled();
    for (const garbage of unfit) {
      await expect(page(list, { cursor: garbage })).rejects.toMatchObject({ code: 'InvalidCursor' });
      const encoded = Buffer.from(garbage).toString('base64url');
      await expect(page(list, { cursor: encoded })).rejects.toMatchObject({ code: 'InvalidCursor' });
    }
    const { cursor = '' } = await page(list, { prefix: '甲', limit: 1 });
    const [name] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const places = [
      ['甲#0', '', '0'],
      ['乙#1', list, '0'],
      ['甲#0', list, 0],
      ['甲#0', list, 'x'.repeat(1025)],
      ['甲#0', list],
    ];
    for (const place of places) {
      const forged = Buffer.from(JSON.stringify([name, ...place])).toString('base64url');
      await expect(page(list, { cursor: forged, prefix: '甲', limit: 1 })).rejects.toMatchObject({
        code: 'InvalidCursor',
      });
    }
  });
};
