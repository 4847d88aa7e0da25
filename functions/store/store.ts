import { AwardError } from '#domain/errors';
import type { Key, KeyOf } from './keys.ts';
import { type Listing, listPage, type Page } from './listing.ts';
import { counters, get, getMany, type PageQuery, queryAll, stage } from './read.ts';
import type { Entity, Table, Versioned } from './table.ts';
import { transact } from './transact.ts';
import type { Write } from './writes.ts';

/** All that the verbs may do to the table. */
export type Store = {
  /** Read consistently; refused with `NotFound`. */
  get<T>(key: KeyOf<T>): Promise<Versioned<T>>;
  find<T>(key: KeyOf<T>): Promise<Versioned<T> | undefined>;
  getMany<T>(keys: readonly KeyOf<T>[]): Promise<Versioned<T>[]>;
  counters(key: Key): Promise<Record<string, number>>;
  /** A partition, read whole and consistently. */
  all<T>(pk: string, prefix?: string): Promise<Versioned<T>[]>;
  indexed<T>(query: Omit<PageQuery, 'after' | 'limit'>): Promise<Versioned<T>[]>;
  page<T>(listing: Listing<T>): Promise<Page<T>>;
  transact(writes: readonly Write[]): Promise<void>;
  stage<T extends object>(entity: Entity<T>, things: readonly T[]): Promise<void>;
};

export const openStore = (table: Table): Store => ({
  async get<T>(key: KeyOf<T>) {
    const found = await get<T>(table, key);
    if (!found) throw new AwardError('NotFound');
    return found;
  },
  find: (key) => get(table, key),
  getMany: (keys) => getMany(table, keys),
  counters: (key) => counters(table, key),
  all: (pk, prefix) => queryAll(table, { pk, ...(prefix !== undefined && { prefix }) }),
  indexed: (query) => queryAll(table, query),
  page: (listing) => listPage(table, listing),
  transact: (writes) => transact(table, writes),
  stage: (entity, things) => stage(table, entity, things),
});
