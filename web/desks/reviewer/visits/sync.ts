import { ask } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { afterFailure, afterStale, type Unsent } from './outbox.ts';
import { dropUnsent, putUnsent, unsentOf } from './visit-disk.ts';

const listeners = new Set<() => void>();

/** Calls back when something was put into the outbox, sent or refused. */
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

export async function post(unsent: Unsent): Promise<void> {
  await putUnsent(unsent);
  tell();
}

export async function forget(unsent: Unsent): Promise<void> {
  await dropUnsent(unsent);
  tell();
}

/** Sends one; answers what is left of it, or that nothing is. */
async function sent(unsent: Unsent): Promise<Unsent | 'in' | 'gone'> {
  const { applicationId, version, score, comment } = unsent;
  try {
    await ask('put', '/applications/{applicationId}/site-sheet', { applicationId, version, score, comment });
    return 'in';
  } catch (error) {
    if (!isProblem(error, 'StaleVersion')) return afterFailure(unsent, error);
    const { items } = await ask('get', '/site-visits', {});
    return afterStale(
      unsent,
      items.find((sheet) => sheet.applicationId === applicationId),
    );
  }
}

async function sendAll(personId: string): Promise<void> {
  const waiting = (await unsentOf(personId)).filter(({ state }) => state.kind === 'waiting');
  for (const unsent of waiting) {
    const left = await sent(unsent).catch(() => unsent);
    if (left === 'in' || left === 'gone') await dropUnsent(unsent);
    else if (left !== unsent) await putUnsent(left);
    if (left !== unsent) tell();
  }
}

/** Sends what waits, one window at a time, so that no sheet is sent twice. */
export const sync = (personId: string): Promise<void> =>
  navigator.locks.request(`xuechuang.visits/${personId}`, () => sendAll(personId));
