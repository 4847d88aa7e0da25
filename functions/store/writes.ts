import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { AwardError } from '#domain/errors';
import type { Key } from './keys.ts';
import { attributeOf, type Entity, itemOf, keyAttributes, type Table, type Versioned } from './table.ts';

/** One action of a transaction, with the refusal that a failed condition of it means. */
export type Write = {
  readonly item: (table: Table) => TransactWriteItem;
  readonly refused: () => Error;
};

const stale = (): Error => new AwardError('StaleVersion');
const exists = (what: string) => (): Error => new AwardError('AlreadyExists', { values: { what } });

/** A new item; refused when one lies there. */
export const create = <T extends object>(entity: Entity<T>, of: T, refused = exists(entity.name)): Write => ({
  item: (table) => ({
    Put: {
      TableName: table.name,
      Item: itemOf(entity, of, 1),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }),
  refused,
});

/** The next version of an item that was read; refused when somebody else changed it in the meantime. */
export const save = <T extends object>(entity: Entity<T>, of: Versioned<T>, refused = stale): Write => ({
  item: (table) => ({
    Put: {
      TableName: table.name,
      Item: itemOf(entity, of, of.version + 1),
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': attributeOf(of.version) },
    },
  }),
  refused,
});

/** Writes an item whatever lies there: only for what is derived and may be written again. */
export const overwrite = <T extends object>(entity: Entity<T>, of: T): Write => ({
  item: (table) => ({ Put: { TableName: table.name, Item: itemOf(entity, of, 1) } }),
  refused: stale,
});

export const remove = (key: Key, refused = stale): Write => ({
  item: (table) => ({
    Delete: { TableName: table.name, Key: keyAttributes(key), ConditionExpression: 'attribute_exists(pk)' },
  }),
  refused,
});

/** The item at a key, on condition of the version that was read. */
const asRead = (table: Table, key: Key, version: number) => ({
  TableName: table.name,
  Key: keyAttributes(key),
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': attributeOf(version) },
});

/** Takes away an item that was read; refused when somebody else changed it in the meantime. */
export const removeAt = (key: Key, version: number, refused = stale): Write => ({
  item: (table) => ({
    Delete: asRead(table, key, version),
  }),
  refused,
});

/** The transaction holds only while a field of another item has this value; `version` is the item's version. */
export const unchanged = (key: Key, version: number, refused = stale): Write => ({
  item: (table) => ({
    ConditionCheck: asRead(table, key, version),
  }),
  refused,
});

export const fieldIs = (key: Key, field: string, value: string | number, refused: () => Error): Write => ({
  item: (table) => ({
    ConditionCheck: {
      TableName: table.name,
      Key: keyAttributes(key),
      ConditionExpression: '#data.#field = :value',
      ExpressionAttributeNames: { '#data': 'data', '#field': field },
      ExpressionAttributeValues: { ':value': attributeOf(value) },
    },
  }),
  refused,
});

/** A counter that must be this (0 also when nothing was ever added) for an addition to hold. */
export type CounterGuard = { readonly counter: string; readonly is: number; readonly refused: () => Error };

/**
 * Adds to counters of an item whose fields lie beside `data`, so that they need no read before: tallies, loads.
 * The item comes into being with the first addition.
 */
export function add(key: Key, type: string, amounts: Readonly<Record<string, number>>, guard?: CounterGuard): Write {
  const fields = Object.entries(amounts);
  const orAbsent = guard?.is === 0 ? ' OR attribute_not_exists(#guard)' : '';
  return {
    item: (table) => ({
      Update: {
        TableName: table.name,
        Key: keyAttributes(key),
        UpdateExpression: `SET #type = :type ADD ${fields.map((_, at) => `#f${at} :f${at}`).join(', ')}`,
        ...(guard && { ConditionExpression: `#guard = :guard${orAbsent}` }),
        ExpressionAttributeNames: {
          '#type': 'type',
          ...(guard && { '#guard': guard.counter }),
          ...Object.fromEntries(fields.map(([name], at) => [`#f${at}`, name])),
        },
        ExpressionAttributeValues: {
          ':type': attributeOf(type),
          ...(guard && { ':guard': attributeOf(guard.is) }),
          ...Object.fromEntries(fields.map(([, amount], at) => [`:f${at}`, attributeOf(amount)])),
        },
      },
    }),
    refused: guard?.refused ?? stale,
  };
}

/** Adds to counters inside of an existing item and moves its version, so that readers of it notice. */
export function addWithin(key: Key, amounts: Readonly<Record<string, number>>, refused = stale): Write {
  const fields = Object.entries(amounts);
  return {
    item: (table) => ({
      Update: {
        TableName: table.name,
        Key: keyAttributes(key),
        UpdateExpression: `ADD #version :one, ${fields.map((_, at) => `#data.#f${at} :f${at}`).join(', ')}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: {
          '#version': 'version',
          '#data': 'data',
          ...Object.fromEntries(fields.map(([name], at) => [`#f${at}`, name])),
        },
        ExpressionAttributeValues: {
          ':one': attributeOf(1),
          ...Object.fromEntries(fields.map(([, amount], at) => [`:f${at}`, attributeOf(amount)])),
        },
      },
    }),
    refused,
  };
}
