import { OpenInput, openGate as open } from '#services/gates/open';
import type { Task } from './task.ts';

export const openGate: Task = async (ctx, input) => {
  const { gateId, epoch } = await open(ctx, OpenInput.parse(input));
  return { gateId, epoch };
};
