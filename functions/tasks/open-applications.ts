import { CycleRef } from '#services/cycles/announce';
import { openApplications as open } from '#services/cycles/open-applications';
import type { Task } from './task.ts';

export const openApplications: Task = async (ctx, input) => {
  const { cycleId, status } = await open(ctx, CycleRef.parse(input).cycleId);
  return { cycleId, status };
};
