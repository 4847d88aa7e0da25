import { concludePublicity as conclude } from '#services/publicity/conclude';
import { PublicityInput } from '#services/publicity/open';
import type { Task } from './task.ts';

export const concludePublicity: Task = (ctx, input) => conclude(ctx, PublicityInput.parse(input));
