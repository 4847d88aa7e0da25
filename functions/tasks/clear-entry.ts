import { clearEntries } from '#services/publicity/clear';
import { EntriesInput } from '#services/publicity/publicize';
import type { Task } from './task.ts';

export const clearEntry: Task = (ctx, input) => clearEntries(ctx, EntriesInput.parse(input));
