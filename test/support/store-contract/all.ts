import { afterAll, beforeAll, describe } from 'vitest';
import type { TestTable } from '../tables.ts';
import { listingContract } from './listing.ts';
import { readContract } from './read.ts';
import type { OnTable } from './thing.ts';
import { transactContract } from './transact.ts';
import { writesContract } from './writes.ts';

/** Opens a table for the tests of a `describe`, and ends it after them. */
export const openedFor = (open: () => Promise<TestTable>): OnTable => {
  let table: TestTable | undefined;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table?.end());
  return () => {
    if (!table) throw new Error('the table is not open yet');
    return table;
  };
};

/** All that the verbs rely on in a table, whatever engine is behind it. */
export const storeContract = (on: OnTable): void => {
  describe('writes', () => writesContract(on));
  describe('transact', () => transactContract(on));
  describe('read', () => readContract(on));
  describe('listing', () => listingContract(on));
};
