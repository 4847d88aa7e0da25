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
type Cursor = { readonly list: string; readonly at: Readonly<Record<string, Position>> };

const listName = <T>({ index, partitions, prefix, descending }: Listing<T>): string =>
  hashOf([index, partitions, prefix ?? '', descending ?? false]).slice(0, 16);

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** What DynamoDB takes for a sort key: 1 to 1024 bytes. */
const isKeyText = (part: unknown): boolean =>
  typeof part === 'string' && part !== '' && Buffer.byteLength(part) <= 1024;

function decode<T>(listing: Listing<T>): Cursor {
  if (!listing.cursor) return { list: listName(listing), at: {} };
  try {
    const cursor = JSON.parse(Buffer.from(listing.cursor, 'base64url').toString()) as Cursor;
    const sound = Object.entries(cursor.at).every(
      ([partition, { pk, sk, indexSk }]) =>
        listing.partitions.includes(partition) &&
        [pk, sk, indexSk].every(isKeyText) &&
        indexSk.startsWith(listing.prefix ?? ''),
    );
    if (sound && cursor.list === listName(listing)) return cursor;
  } catch {
    // falls through to the refusal: whatever is not a cursor of this list is answered alike
  }
  throw new AwardError('InvalidCursor');
}

const startKey = (index: IndexName, partition: string, at: Position): Attributes => ({
  ...keyAttributes(at),
  [`${index}Pk`]: attributeOf(partition),
  [`${index}Sk`]: attributeOf(at.indexSk),
});

/** The most items that one query of a list asks for. */
const WIDEST = 1000;

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
const isBefore = (left: string, right: string): boolean => Buffer.compare(Buffer.from(left), Buffer.from(right)) < 0;

const positionOf = (index: IndexName, item: Attributes): Position => {
  const text = (name: string): string => item[name]?.S ?? '';
  return { pk: text('pk'), sk: text('sk'), indexSk: text(`${index}Sk`) };
};

/**
 * One page of a sharded list, in the order of the sort keys over all shards. The cursor holds a place in each shard:
 * what is inserted between two pages moves nothing, and shows up where its shard was not yet read past it.
 */
export async function listPage<T>(table: Table, listing: Listing<T>): Promise<Page<T>> {
  const { index, descending = false, limit } = listing;
  const at = { ...decode(listing).at };
  const streams = listing.partitions.map((partition) => {
    const from = at[partition];
    const query = { pk: partition, index, descending, limit: limit + 1 };
    return {
      partition,
      items: shardItems(table, {
        ...query,
        ...(listing.prefix !== undefined && { prefix: listing.prefix }),
        ...(from && { after: startKey(index, partition, from) }),
      }),
    };
  });
  const heads = await Promise.all(
    streams.map(async (stream) => ({ ...stream, head: (await stream.items.next()).value })),
  );

  const items: Versioned<T>[] = [];
  for (;;) {
    let first: { partition: string; position: Position; entry: (typeof heads)[number] } | undefined;
    for (const entry of heads) {
      if (!entry.head) continue;
      const position = positionOf(index, entry.head);
      const sooner =
        first &&
        (descending
          ? isBefore(first.position.indexSk, position.indexSk)
          : isBefore(position.indexSk, first.position.indexSk));
      if (!first || sooner) first = { partition: entry.partition, position, entry };
    }
    if (!first) return { items };
    const { entry, partition, position } = first;
    const thing = fromItem<T>(entry.head as Attributes);
    const wanted = listing.where?.(thing) ?? true;
    if (wanted && items.length === limit) return { items, cursor: encode({ list: listName(listing), at }) };
    if (wanted) items.push(thing);
    at[partition] = position;
    entry.head = (await entry.items.next()).value;
  }
}
