import { concludeCycle as conclude } from '#services/decisions/conclude';
import { NamingInput } from '#services/decisions/stage-naming';
import type { Task } from './task.ts';

export const concludeCycle: Task = (ctx, input) => conclude(ctx, NamingInput.parse(input));
