import { StageShortlistInput, stageShortlist as stage } from '#services/lists/stage-shortlist';
import type { Task } from './task.ts';

export const stageShortlist: Task = (ctx, input) => stage(ctx, StageShortlistInput.parse(input));
