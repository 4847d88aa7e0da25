import { CycleRef } from '#services/cycles/announce';
import { closeApplications as close } from '#services/cycles/close-applications';
import type { Task } from './task.ts';

export const closeApplications: Task = async (ctx, input) => {
  const { cycleId, status } = await close(ctx, CycleRef.parse(input).cycleId);
  return { cycleId, status };
};
