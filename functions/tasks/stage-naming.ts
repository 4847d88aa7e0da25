import { NamingInput, stageNaming as stage } from '#services/decisions/stage-naming';
import type { Task } from './task.ts';

export const stageNaming: Task = (ctx, input) => stage(ctx, NamingInput.parse(input));
