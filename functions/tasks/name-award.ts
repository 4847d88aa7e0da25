import { NameInput, nameAwards } from '#services/decisions/name';
import type { Task } from './task.ts';

export const nameAward: Task = (ctx, input) => nameAwards(ctx, NameInput.parse(input));
