import { AwardError } from '#domain/errors';

const MOST_ATTEMPTS = 12;

/**
 * Runs an act again from its reading on when somebody else changed in the same moment what it also touches: a panel's
 * count, a load. Only for verbs whose caller names no version; there a stale version is the caller's to solve.
 * @throws AwardError `TryAgain` when it never came through.
 */
export async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AwardError && error.code === 'StaleVersion')) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(tries, 6)));
    }
  }
  throw new AwardError('TryAgain');
}
