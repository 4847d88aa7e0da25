import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { IndexKeys, Key } from './keys.ts';

export type Table = { readonly client: DynamoDBClient; readonly name: string };

/** A stored thing with the version that its next change is conditional on. */
export type Versioned<T> = T & { readonly version: number };

/** A kind of item: its name, its key, and the indexes that it stands in. */
export type Entity<T> = {
  readonly name: string;
  readonly key: (of: T) => Key;
  readonly indexes?: (of: T) => IndexKeys;
};

type Item = {
  pk: string;
  sk: string;
  type: string;
  version: number;
  data: Record<string, unknown>;
  listsPk?: string;
  listsSk?: string;
  pendingPk?: string;
  pendingSk?: string;
};

export type Attributes = Record<string, AttributeValue>;

const marshalled = (value: unknown): Attributes =>
  marshall(value, { removeUndefinedValues: true, convertClassInstanceToMap: false });

export const keyAttributes = ({ pk, sk }: Key): Attributes => marshalled({ pk, sk });

/** An item as the table holds it. */
export function itemOf<T extends object>(entity: Entity<T>, of: T, version: number): Attributes {
  const { lists, pending } = entity.indexes?.(of) ?? {};
  const { version: _, ...data } = of as T & { version?: number };
  const item: Item = { ...entity.key(of), type: entity.name, version, data };
  if (lists) Object.assign(item, { listsPk: lists.pk, listsSk: lists.sk });
  if (pending) Object.assign(item, { pendingPk: pending.pk, pendingSk: pending.sk });
  return marshalled(item);
}

/** The thing in an item. Only what an entity wrote is read by it, so its shape needs no second check here. */
export function fromItem<T>(attributes: Attributes): Versioned<T> {
  const item = unmarshall(attributes) as Item;
  return { ...(item.data as T), version: item.version };
}

export const attributeOf = (value: unknown): AttributeValue => marshalled({ value })['value'] as AttributeValue;
