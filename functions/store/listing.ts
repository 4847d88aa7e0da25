import { unmarshall } from '@aws-sdk/util-dynamodb';
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

function decode<T>(listing: Listing<T>): Cursor {
  if (!listing.cursor) return { list: listName(listing), at: {} };
  try {
    const cursor = JSON.parse(Buffer.from(listing.cursor, 'base64url').toString()) as Cursor;
    const sound = Object.entries(cursor.at).every(
      ([partition, { pk, sk, indexSk }]) =>
        listing.partitions.includes(partition) && [pk, sk, indexSk].every((part) => typeof part === 'string'),
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

/** Reads one shard as a stream of items in order, a page at a time. */
async function* shardItems(table: Table, query: PageQuery): AsyncGenerator<Attributes> {
  let after = query.after;
  do {
    const page = await queryPage(table, { ...query, after });
    yield* page.items;
    after = page.last;
  } while (after);
}

const positionOf = (index: IndexName, item: Attributes): Position => {
  const plain = unmarshall(item);
  return { pk: String(plain['pk']), sk: String(plain['sk']), indexSk: String(plain[`${index}Sk`]) };
};

/** One page of a sharded list, in the order of the sort keys over all shards. */
export async function listPage<T>(table: Table, listing: Listing<T>): Promise<Page<T>> {
  const { index, descending = false, limit } = listing;
  const at = { ...decode(listing).at };
  const streams = listing.partitions.map((partition) => {
    const from = at[partition];
    const query: PageQuery = { pk: partition, index, descending, limit: limit + 1 };
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
        first && (descending ? position.indexSk > first.position.indexSk : position.indexSk < first.position.indexSk);
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
