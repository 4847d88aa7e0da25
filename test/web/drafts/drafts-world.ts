import { type DraftDesk, openDesk } from '#web/drafts/desk.ts';
import type { Fields, Kept } from '#web/drafts/fields.ts';
import type { DraftPorts, Failure } from '#web/drafts/ports.ts';
import type { DraftRecord } from '#web/drafts/record.ts';

class Gone extends Error {}
class Stale extends Error {}
class Refused extends Error {}

/** Lets every promise that can go on do so. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};

type Timer = { readonly at: number; readonly act: () => void; readonly owner: number };

export type Tab = { readonly desk: DraftDesk; readonly owner: number };

/** A whole number of text: each word is unique, so that each can be sought wherever it may be. */
export const wordsOf = (value: unknown): string[] =>
  String(value ?? '')
    .split(' ')
    .filter(Boolean);

/**
 * A server, a disk, windows and a clock of one's own. A window that crashes loses whatever it had not put on the disk;
 * a call may be lost on its way there or on its way back.
 */
export function draftsWorld() {
  let now = 0;
  let timers: Timer[] = [];
  let server: Kept = { version: 1, fields: { a: '', b: '' } };
  let isOnline = true;
  let losing: 'nothing' | 'answer' = 'nothing';
  let owners = 0;
  const alive = new Set<number>();
  const disk = new Map<string, DraftRecord>();
  const listeners = new Map<number, (kept: Kept) => void>();
  const writes: { readonly before: Kept; readonly after: Kept; readonly by: number }[] = [];

  const failureOf = (error: unknown): Failure => {
    if (error instanceof Stale) return { kind: 'stale' };
    if (error instanceof Refused) return { kind: 'refused', refusal: { words: { zh: '', en: '' }, fields: [] } };
    return { kind: 'failed', why: 'unreachable' };
  };

  function put(kept: Kept, by: number): Kept {
    if (kept.version !== server.version) throw new Stale();
    const before = server;
    server = { version: kept.version + 1, fields: { ...kept.fields } };
    writes.push({ before, after: server, by });
    return server;
  }

  function portsOf(owner: number): DraftPorts {
    const recordId = `r${owner}`;
    const onlyAlive = <T>(act: () => T): T => {
      if (!alive.has(owner)) throw new Gone();
      return act();
    };
    return {
      place: { recordId, personId: 'p', document: 'd' },
      clock: {
        now: () => now,
        after(milliseconds, act) {
          const timer = { at: now + milliseconds, act, owner };
          timers.push(timer);
          return () => {
            timers = timers.filter((each) => each !== timer);
          };
        },
      },
      disk: {
        left: async () => [...disk.values()].filter((record) => !alive.has(Number(record.recordId.slice(1)))),
        async keep(record, instead) {
          onlyAlive(() => undefined);
          const before = disk.get(record.recordId);
          if (!before || before.sequence <= record.sequence) disk.set(record.recordId, record);
          for (const each of instead) disk.delete(each);
        },
        keepNow(record) {
          const before = disk.get(record.recordId);
          if (!before || before.sequence <= record.sequence) disk.set(record.recordId, record);
        },
        async remove(recordIds) {
          onlyAlive(() => undefined);
          for (const each of recordIds) disk.delete(each);
        },
        leave: () => alive.delete(owner),
      },
      tabs: {
        tell(kept) {
          for (const [other, listener] of listeners) if (other !== owner && alive.has(other)) listener(kept);
        },
        hear: (listener) => void listeners.set(owner, listener),
        close: () => listeners.delete(owner),
      },
      server: {
        failureOf,
        async read() {
          await Promise.resolve();
          if (!isOnline) throw new Gone();
          return server;
        },
        async write(kept) {
          await Promise.resolve();
          if (!isOnline || !alive.has(owner)) throw new Gone();
          const saved = put(kept, owner);
          await Promise.resolve();
          if (losing === 'answer') throw new Gone();
          return { version: saved.version };
        },
      },
    };
  }

  return {
    disk,
    writes,
    server: () => server,
    online(is: boolean) {
      isOnline = is;
    },
    losingAnswers(is: boolean) {
      losing = is ? 'answer' : 'nothing';
    },
    /** Somebody elsewhere changes a field, on what the server has. */
    elsewhere(changes: Fields) {
      if (isOnline) put({ version: server.version, fields: { ...server.fields, ...changes } }, -1);
    },
    async open(): Promise<Tab | undefined> {
      owners += 1;
      const owner = owners;
      alive.add(owner);
      const desk = await openDesk(portsOf(owner)).catch(() => undefined);
      await settle();
      if (!desk) alive.delete(owner);
      return desk && { desk, owner };
    },
    /** The window is gone at once: nothing that it still meant to do happens. */
    crash({ owner }: Tab) {
      alive.delete(owner);
      listeners.delete(owner);
      timers = timers.filter((timer) => timer.owner !== owner);
    },
    async pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        await settle();
        const [next] = timers.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = until;
      await settle();
    },
  };
}
export type DraftsWorld = ReturnType<typeof draftsWorld>;
