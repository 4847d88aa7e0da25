import { ComputeResultsInput, computeResults as compute } from '#services/results/compute';
import type { Task } from './task.ts';

export const computeResults: Task = async (ctx, input) => {
  const { resultId } = await compute(ctx, ComputeResultsInput.parse(input));
  return { resultId };
};
