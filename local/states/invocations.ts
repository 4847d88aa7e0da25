import { StateError } from './errors.ts';

/** Beyond this many milliseconds (24.8 days) setTimeout fires at once. */
const longestTimeout = 2 ** 31 - 1;

/**
 * The answer, or States.Timeout. These seconds are real ones: code runs at real speed, however the calendar is moved,
 * and after a restart the call is a new one.
 */
export async function withinSeconds<T>(seconds: number | null, work: Promise<T>): Promise<T> {
  if (seconds === null) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const refuse = () => reject(new StateError('States.Timeout', `The task has timed out after ${seconds} seconds`));
    timer = setTimeout(refuse, Math.min(seconds * 1_000, longestTimeout));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
