import { describe } from 'vitest';
import { openedFor } from '../support/store-contract/all.ts';
import { listingContract } from '../support/store-contract/listing.ts';
import { openBoxTable } from '../support/tables.ts';

describe("listing on the box's emulator", () => listingContract(openedFor(openBoxTable)));
