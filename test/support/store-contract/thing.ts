import type { Entity, Table } from '#store/table';

/** An item of the contract's own, so that what it proves holds for every entity. */
export type Thing = {
  readonly pk: string;
  readonly sk: string;
  readonly text?: string | undefined;
  readonly count?: number;
  readonly content?: unknown;
  /** The shard and the sort key of the list that it stands in, if it stands in one. */
  readonly listed?: { readonly shard: number; readonly by: string } | undefined;
  readonly dueAt?: string;
};

export const shardsOf = (list: string): string[] => [0, 1, 2, 3].map((shard) => `${list}#${shard}`);

/** The partition's name is the list's name too. */
export const things: Entity<Thing> = {
  name: 'thing',
  key: ({ pk, sk }) => ({ pk, sk }),
  indexes: ({ pk, sk, listed, dueAt }) => ({
    ...(listed && { lists: { pk: `${pk}#${listed.shard}`, sk: listed.by } }),
    ...(dueAt && { pending: { pk: `${pk}#DUE`, sk: `${dueAt}#${sk}` } }),
  }),
};

let partitions = 0;
/** A partition that no other test writes to. */
export const ownPartition = (): string => {
  partitions += 1;
  return `P${partitions}`;
};

/** The table that the suite opened, once it is open. */
export type OnTable = () => Table;
