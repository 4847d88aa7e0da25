import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AwardError } from '#domain/errors';
import type { IndexName, Key } from './keys.ts';
import { pause } from './pause.ts';
import {
  type Attributes,
  attributeOf,
  type Entity,
  fromItem,
  itemOf,
  keyAttributes,
  type Table,
  type Versioned,
} from './table.ts';

/** One item, read consistently. */
export async function get<T>(table: Table, key: Key): Promise<Versioned<T> | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: keyAttributes(key), ConsistentRead: true }),
  );
  return Item ? fromItem<T>(Item) : undefined;
}

/** The counters of an item that lie beside its data; empty when nothing was added yet. */
export async function counters(table: Table, key: Key): Promise<Record<string, number>> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: keyAttributes(key), ConsistentRead: true }),
  );
  const { pk: _pk, sk: _sk, type: _type, ...amounts } = Item ? unmarshall(Item) : {};
  return amounts as Record<string, number>;
}

/** Many items by key, consistently, in the order asked; what does not exist is left out. */
export async function getMany<T>(table: Table, keysWanted: readonly Key[]): Promise<Versioned<T>[]> {
  const found = new Map<string, Versioned<T>>();
  const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  // A batch that names one key twice is refused whole.
  const distinct = [...new Map(keysWanted.map((key) => [nameOf(key), key])).values()];
  for (let from = 0; from < distinct.length; from += 100) {
    let left: Attributes[] = distinct.slice(from, from + 100).map(keyAttributes);
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt > 8) throw new AwardError('TryAgain');
      if (attempt > 0) await pause(attempt);
      const answer = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
      );
      for (const item of answer.Responses?.[table.name] ?? []) {
        found.set(nameOf(unmarshall(item) as Key), fromItem<T>(item));
      }
      left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return keysWanted.flatMap((key) => found.get(nameOf(key)) ?? []);
}

export type PageQuery = {
  readonly pk: string;
  readonly index?: IndexName;
  /** Only sort keys that begin so, or lie in a range (both ends included). */
  readonly prefix?: string;
  readonly between?: readonly [string, string];
  readonly descending?: boolean;
  readonly limit?: number;
  readonly after?: Attributes | undefined;
};

export type RawPage = { readonly items: Attributes[]; readonly last?: Attributes | undefined };

/** One page of a partition. Reads of the table are consistent, reads of an index cannot be. */
export async function queryPage(table: Table, query: PageQuery): Promise<RawPage> {
  const [pkName, skName] = query.index ? [`${query.index}Pk`, `${query.index}Sk`] : ['pk', 'sk'];
  // An empty prefix is no condition: DynamoDB refuses empty text for a key.
  const range = query.prefix ? 'begins_with(#sk, :from)' : query.between ? '#sk BETWEEN :from AND :to' : '';
  const [from, to] = query.between ?? [query.prefix || undefined];
  const answer = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: query.index,
      ConsistentRead: query.index === undefined,
      KeyConditionExpression: range ? `#pk = :pk AND ${range}` : '#pk = :pk',
      ExpressionAttributeNames: { '#pk': pkName, ...(range && { '#sk': skName }) },
      ExpressionAttributeValues: {
        ':pk': attributeOf(query.pk),
        ...(from !== undefined && { ':from': attributeOf(from) }),
        ...(to !== undefined && { ':to': attributeOf(to) }),
      },
      ScanIndexForward: !query.descending,
      Limit: query.limit,
      ExclusiveStartKey: query.after,
    }),
  );
  return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
}

/** A whole partition (or what of it begins with a prefix), page after page. */
export async function queryAll<T>(table: Table, query: Omit<PageQuery, 'after' | 'limit'>): Promise<Versioned<T>[]> {
  const all: Versioned<T>[] = [];
  let after: Attributes | undefined;
  do {
    const page = await queryPage(table, { ...query, after });
    all.push(...page.items.map((item) => fromItem<T>(item)));
    after = page.last;
  } while (after);
  return all;
}

/**
 * Stages many items that nothing points at yet: rows of a result, a list, an annex. Not atomic, and it need not be:
 * they become true by the transaction that writes the pointer, and writing them again changes nothing.
 */
export async function stage<T extends object>(table: Table, entity: Entity<T>, things: readonly T[]): Promise<void> {
  for (let from = 0; from < things.length; from += 25) {
    let left: WriteRequest[] = things
      .slice(from, from + 25)
      .map((of) => ({ PutRequest: { Item: itemOf(entity, of, 1) } }));
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt > 8) throw new AwardError('TryAgain');
      if (attempt > 0) await pause(attempt);
      const answer = await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: left } }));
      left = answer.UnprocessedItems?.[table.name] ?? [];
    }
  }
}
