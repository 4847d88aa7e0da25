import { hashOf } from '#domain/audit';
import { AwardError } from '#domain/errors';
import type { IndexName } from './keys.ts';
import { type PageQuery, queryPage } from './read.ts';
import { type Attributes, attributeOf, fromItem, keyAttributes, type Table, type Versioned } from './table.ts';

export type Page<T> = { readonly items: Versioned<T>[]; readonly cursor?: string };

export type Listing<T> = {
  readonly index: IndexName;
  /** The shards that together are the list; they are merged by their sort keys. */
  readonly partitions: readonly string[];
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** What the keys cannot tell; applied after reading. */
  readonly where?: (of: Versioned<T>) => boolean;
};

type Position = { readonly pk: string; readonly sk: string; readonly indexSk: string };

const listName = <T>({ index, partitions, prefix, descending }: Listing<T>): string =>
  hashOf([index, partitions, prefix ?? '', descending ?? false]).slice(0, 16);

const encode = <T>(listing: Listing<T>, { indexSk, pk, sk }: Position): string =>
  Buffer.from(JSON.stringify([listName(listing), indexSk, pk, sk])).toString('base64url');

/** What DynamoDB takes for a sort key: 1 to 1024 bytes. */
const isKeyText = (part: unknown): part is string =>
  typeof part === 'string' && part !== '' && Buffer.byteLength(part) <= 1024;

function decode<T>(listing: Listing<T>): Position | undefined {
  if (!listing.cursor) return undefined;
  try {
    const [list, indexSk, pk, sk] = JSON.parse(Buffer.from(listing.cursor, 'base64url').toString()) as unknown[];
    const isOfThisList = list === listName(listing) && isKeyText(indexSk) && indexSk.startsWith(listing.prefix ?? '');
    if (isOfThisList && isKeyText(pk) && isKeyText(sk)) return { indexSk, pk, sk };
  } catch {
    // falls through to the refusal: whatever is not a cursor of this list is answered alike
  }
  throw new AwardError('InvalidCursor');
}

/** Where a shard goes on after an item that lies in it or in another: sort keys of one list are never equal. */
const startKey = (index: IndexName, partition: string, after: Position): Attributes => ({
  ...keyAttributes(after),
  [`${index}Pk`]: attributeOf(partition),
  [`${index}Sk`]: attributeOf(after.indexSk),
});

/** The most items that one query of a list asks for, and how many the first one asks for beyond its even share. */
const WIDEST = 1000;
const MARGIN = 8;

/** Reads one shard as a stream of items in order; each page is wider than the one before, for `where` may pass few. */
async function* shardItems(table: Table, query: PageQuery & { readonly limit: number }): AsyncGenerator<Attributes> {
  let { after, limit } = query;
  do {
    const page = await queryPage(table, { ...query, after, limit });
    yield* page.items;
    after = page.last;
    limit = Math.min(WIDEST, limit * 2);
  } while (after);
}

/** DynamoDB sorts by UTF-8 bytes; the comparison of JavaScript differs where a character is outside of the BMP. */
const compareBytes = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));

const positionOf = (index: IndexName, item: Attributes): Position => {
  const text = (name: string): string => item[name]?.S ?? '';
  return { pk: text('pk'), sk: text('sk'), indexSk: text(`${index}Sk`) };
};

type Head = { readonly items: AsyncGenerator<Attributes>; item: Attributes; position: Position };

/** The next item of a shard, with its place; undefined at the end. */
async function headOf(index: IndexName, items: AsyncGenerator<Attributes>): Promise<Head | undefined> {
  const { value: item, done } = await items.next();
  return done ? undefined : { items, item, position: positionOf(index, item) };
}

function openShards<T>(table: Table, listing: Listing<T>): Promise<(Head | undefined)[]> {
  const { index, partitions, prefix, descending = false, limit: wanted } = listing;
  const after = decode(listing);
  const limit = Math.min(wanted + 1, Math.ceil(wanted / partitions.length) + MARGIN);
  const range = { index, descending, limit, ...(prefix !== undefined && { prefix }) };
  return Promise.all(
    partitions.map((pk) => {
      const from = after && { after: startKey(index, pk, after) };
      return headOf(index, shardItems(table, { pk, ...range, ...from }));
    }),
  );
}

/**
 * One page of a sharded list, in the order of the sort keys over all shards. The cursor is the place of the last item
 * that was shown: what is inserted between two pages neither repeats nor hides anything.
 */
export async function listPage<T>(table: Table, listing: Listing<T>): Promise<Page<T>> {
  const { index, descending = false, limit, where = () => true } = listing;
  const inOrder = (left: Head, right: Head): number =>
    compareBytes(left.position.indexSk, right.position.indexSk) * (descending ? -1 : 1);
  let heads = (await openShards(table, listing)).filter((head) => head !== undefined);
  const items: Versioned<T>[] = [];
  let shown: Position | undefined;
  for (;;) {
    const [first, ...others] = heads.toSorted(inOrder);
    if (!first) return { items };
    const thing = fromItem<T>(first.item);
    if (where(thing)) {
      if (shown && items.length === limit) return { items, cursor: encode(listing, shown) };
      items.push(thing);
      shown = first.position;
    }
    const next = await headOf(index, first.items);
    heads = next ? [next, ...others] : others;
  }
}
