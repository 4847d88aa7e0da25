import { describe } from 'vitest';
import { openedFor } from '../support/store-contract/all.ts';
import { writesContract } from '../support/store-contract/writes.ts';
import { openBoxTable } from '../support/tables.ts';

describe("writes on the box's emulator", () => writesContract(openedFor(openBoxTable)));
