import { AbandonCaseInput, abandonCase as abandon } from '#services/faults/abandon-case';
import type { Task } from './task.ts';

export const abandonCase: Task = (ctx, input) => abandon(ctx, AbandonCaseInput.parse(input));
