import { AwardError } from '#domain/errors';

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(attempt, 6)));

/**
 * Runs a verb again, on fresh reads, when somebody else changed what it had read: for acts that hold whatever the
 * other one did, such as a second objection on the same day, or a batch of a workflow.
 * @throws AwardError `TryAgain` when it stays too busy.
 */
export async function anew<T>(verb: () => Promise<T>, attempts = 10): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(attempt);
    try {
      return await verb();
    } catch (error) {
      if (!(error instanceof AwardError && error.code === 'StaleVersion')) throw error;
    }
  }
  throw new AwardError('TryAgain');
}

/**
 * An act that is done once however many workers try it: whoever loses the race finds it done.
 * @returns whether it was done here and now.
 */
export async function unlessDone(isDone: () => Promise<boolean>, act: () => Promise<unknown>): Promise<boolean> {
  if (await isDone()) return false;
  try {
    await anew(act);
    return true;
  } catch (error) {
    if (await isDone()) return false;
    throw error;
  }
}
