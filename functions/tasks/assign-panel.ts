import * as z from 'zod';
import { AssignPanelInput, assignPanel as assign } from '#services/reviews/assign-panel';
import type { Task } from './task.ts';

const Batch = z.object({ items: z.array(AssignPanelInput) });

export const assignPanel: Task = async (ctx, input) => {
  const { items } = Batch.parse(input);
  for (const item of items) await assign(ctx, item);
  return { items: items.length };
};
