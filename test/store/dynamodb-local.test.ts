import { describe } from 'vitest';
import { openedFor, storeContract } from '../support/store-contract/all.ts';
import { openDynamoDbLocalTable, whyNoDynamoDbLocal } from '../support/tables.ts';

/** The reference: what the box's emulator passes, Amazon's own must pass too. */
const reason = whyNoDynamoDbLocal();
if (reason) console.warn(`skipped: the store's contract on DynamoDB Local. ${reason}`);

describe.skipIf(reason)("the store's contract on Amazon's DynamoDB Local", () =>
  storeContract(openedFor(openDynamoDbLocalTable)),
);
