import { openPublicity as open, PublicityInput } from '#services/publicity/open';
import type { Task } from './task.ts';

export const openPublicity: Task = (ctx, input) => open(ctx, PublicityInput.parse(input));
