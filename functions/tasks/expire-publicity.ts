import { expirePublicity as expire } from '#services/publicity/expire';
import { PublicityInput } from '#services/publicity/open';
import type { Task } from './task.ts';

export const expirePublicity: Task = (ctx, input) => expire(ctx, PublicityInput.parse(input));
