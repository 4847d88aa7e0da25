import { RunJobInput, runJob as run } from '#services/jobs/run';
import type { Task } from './task.ts';

export const runJob: Task = async (ctx, input) => {
  const { jobId } = await run(ctx, RunJobInput.parse(input));
  return { jobId };
};
