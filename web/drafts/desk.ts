import { type Draft, type DraftEvent, isOnServer, isUnsent, sendable, step } from './draft.ts';
import type { Fields, Value } from './fields.ts';
import type { DraftPorts, SendOptions } from './ports.ts';
import { recordOf, reopened } from './record.ts';
import { diskDelay, nextCall } from './timing.ts';

/** A document that is open for writing in this window. */
export type DraftDesk = {
  /** Nothing is sent: it lives on this machine until it is handed in. */
  readonly isLocal: boolean;
  readonly draft: () => Draft;
  readonly subscribe: (listener: () => void) => () => void;
  readonly value: (field: string) => Value;
  readonly set: (changes: Fields) => void;
  readonly choose: (field: string, side: 'mine' | 'theirs') => void;
  /** The person has no more use of the text put aside at that place. */
  readonly putAway: (at: number) => void;
  /** Tries at once, whatever went wrong before. */
  readonly again: () => void;
  /** Sends what is unsent, and says whether all of it is on the server now: before an act on the document. */
  readonly flush: () => Promise<boolean>;
  /** The page may be gone in a moment: what is unsent goes to the disk and on its way now. */
  readonly rescue: () => void;
  /** Leaves the document; what is unsent is still sent, for as long as this page is there. */
  readonly close: () => void;
  /** Back before it was done with leaving; otherwise the document has to be opened anew. */
  readonly reopen: () => boolean;
  /** The document was handed in or given up: nothing of it stays on this machine. */
  readonly discard: () => Promise<void>;
};

/**
 * Opens a document: what the server has with what was left unsent on this machine.
 * @throws whatever reading it threw, where this machine has nothing of it either.
 */
export async function openDesk(ports: DraftPorts): Promise<DraftDesk> {
  const { disk, server, clock } = ports;
  const [left, read] = await Promise.all([
    disk.left().catch(() => []),
    server.read().then(
      (kept) => ({ kept }),
      (error: unknown) => ({ error }),
    ),
  ]);
  const unreachable = 'error' in read && server.failureOf(read.error);
  const mayGoOn = !unreachable || (unreachable.kind === 'failed' && left.length > 0);
  const draft = mayGoOn ? reopened('kept' in read ? read.kept : undefined, left, clock.now()) : undefined;
  if (!draft) {
    disk.leave();
    throw 'error' in read ? read.error : new Error('a document that was read is open');
  }
  return run(
    ports,
    draft,
    left.map(({ recordId }) => recordId),
  );
}

/** The disk is given this long before a text goes to the server without it. */
const diskPatience = 1_000;

function run(ports: DraftPorts, first: Draft, takenUp: readonly string[]): DraftDesk {
  const { disk, tabs, clock, server, place } = ports;
  const listeners = new Set<() => void>();
  let draft = first;
  let instead = takenUp;
  let isOnDisk = false;
  let isReading = false;
  let ending: 'open' | 'leaving' | 'left' | 'discarded' = 'open';
  let cancelDisk: (() => void) | undefined;
  let cancelCall: (() => void) | undefined;

  function changed(): void {
    for (const listener of [...listeners]) listener();
    plan();
  }

  function dispatch(event: DraftEvent): void {
    const before = draft;
    draft = step(draft, event, clock.now());
    if (isWorthKeeping(before, draft)) cancelDisk ??= clock.after(diskDelay, () => void toDisk());
    changed();
  }

  /** Keeps what the disk needs to know, or removes it once all of it is on the server. */
  async function toDisk(): Promise<void> {
    cancelDisk?.();
    cancelDisk = undefined;
    if (ending === 'discarded') return;
    const { sequence } = draft;
    const record = recordOf(draft, place, clock.now());
    const taken = instead;
    const isKnown = isOnDisk || taken.length > 0;
    instead = [];
    isOnDisk = record !== undefined;
    try {
      if (record) await disk.keep(record, taken);
      else if (isKnown) await disk.remove([place.recordId, ...taken]);
      if (draft.onDisk < sequence || draft.diskFailed) dispatch({ kind: 'on-disk', sequence });
    } catch {
      instead = [...instead, ...taken];
      isOnDisk = isKnown;
      if (!draft.diskFailed) dispatch({ kind: 'disk-failed' });
    }
  }

  function toDiskNow(): void {
    const record = recordOf(draft, place, clock.now());
    if (record && ending !== 'discarded') disk.keepNow(record);
  }

  function plan(): void {
    cancelCall?.();
    cancelCall = undefined;
    if (ending === 'left' || ending === 'discarded') return;
    const next = nextCall(draft);
    const isCallable = next !== undefined && (next.call === 'read' || server.write !== undefined);
    if (isCallable && !isReading) {
      cancelCall = clock.after(Math.max(0, next.at - clock.now()), () => void (next.call === 'read' ? read() : send()));
    } else if (!isCallable && draft.sending === undefined && ending === 'leaving') {
      leave();
    }
  }

  async function read(): Promise<void> {
    isReading = true;
    try {
      const kept = await server.read();
      isReading = false;
      const isNewer = kept.version > draft.base.version;
      dispatch({ kind: 'theirs', kept });
      // Refused as stale and yet nothing new: something else moves there. In a while it is tried again.
      if (!isNewer && isUnsent(draft)) dispatch({ kind: 'failed', why: 'unreachable' });
    } catch (error) {
      isReading = false;
      const failure = server.failureOf(error);
      dispatch(failure.kind === 'stale' ? { kind: 'failed', why: 'unreachable' } : failure);
    }
  }

  async function send(options: SendOptions = { keepalive: false }): Promise<void> {
    if (!server.write || draft.sending !== undefined) return;
    const kept = { version: draft.base.version, fields: sendable(draft) };
    dispatch({ kind: 'sent' });
    // The disk knows what is on its way before the server can have it, so that a lost answer is no riddle later.
    if (options.keepalive) toDiskNow();
    const written = toDisk();
    if (!options.keepalive) await Promise.race([written, pause(diskPatience)]);
    try {
      const { version, fields } = await server.write(kept, options);
      tabs.tell({ version, fields: kept.fields });
      dispatch({ kind: 'saved', version, fields });
    } catch (error) {
      dispatch(server.failureOf(error));
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(milliseconds, resolve);
    });

  /** All that can be done here is done: what is still unsent is found on the disk by whoever opens it next. */
  function leave(): void {
    ending = 'left';
    tabs.close();
    void toDisk().finally(() => {
      disk.leave();
      ports.left?.();
    });
  }

  tabs.hear((kept) => dispatch({ kind: 'theirs', kept }));
  void toDisk();
  plan();

  return {
    isLocal: server.write === undefined,
    draft: () => draft,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    value: (field) => draft.mine[field],
    set: (changes) => dispatch({ kind: 'typed', changes }),
    choose: (field, side) => dispatch({ kind: 'chosen', field, side }),
    putAway: (at) => dispatch({ kind: 'put-away', at }),
    again: () => dispatch({ kind: 'again' }),
    async flush() {
      if (draft.trouble !== undefined) dispatch({ kind: 'again' });
      const isQuiet = (): boolean => draft.sending === undefined && !isReading;
      await until(isQuiet);
      while (server.write && nextCall(draft) && draft.trouble === undefined) {
        await (draft.behind ? read() : send());
        await until(isQuiet);
      }
      return isOnServer(draft);
    },
    rescue() {
      toDiskNow();
      void toDisk();
      if (draft.trouble === undefined && !draft.behind && isUnsent(draft)) void send({ keepalive: true });
    },
    close() {
      if (ending !== 'open') return;
      ending = 'leaving';
      if (draft.trouble === undefined && !draft.behind && isUnsent(draft)) void send();
      else plan();
    },
    reopen() {
      if (ending === 'leaving') ending = 'open';
      return ending === 'open';
    },
    async discard() {
      ending = 'discarded';
      cancelDisk?.();
      cancelCall?.();
      tabs.close();
      await disk.remove([place.recordId, ...instead]).finally(() => {
        disk.leave();
        ports.left?.();
      });
    },
  };

  function until(is: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!is()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }
}

const isWorthKeeping = (before: Draft, after: Draft): boolean =>
  before.sequence !== after.sequence || before.base !== after.base || before.sending !== after.sending;
