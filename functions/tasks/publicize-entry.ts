import { EntriesInput, publicizeEntries } from '#services/publicity/publicize';
import type { Task } from './task.ts';

export const publicizeEntry: Task = (ctx, input) => publicizeEntries(ctx, EntriesInput.parse(input));
