import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '#web/api/actor.ts';
import { isSignedIn, onSession } from '#web/api/session.ts';
import { type DraftDesk, openDesk } from './desk.ts';
import { draftDisk, forgetDrafts, unsentOf } from './disk.ts';
import type { Draft } from './draft.ts';
import { failureOf } from './failures.ts';
import type { Value } from './fields.ts';
import { forgetEntry } from './kept-entry.ts';
import type { DraftServer } from './ports.ts';
import { draftTabs } from './tabs.ts';

export type DraftOptions = Pick<DraftServer, 'read' | 'write'> & {
  /** What is written, by one name wherever it is written: `application/<id>/form`. */
  readonly document: string;
};

type Open = { readonly desk: Promise<DraftDesk>; users: number };

/** The documents that are open in this page, by person and name. One that was left stays until it is done with. */
const open = new Map<string, Open>();

const clock = {
  now: Date.now,
  after(milliseconds: number, act: () => void): () => void {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Those of them that are read. */
let desks: readonly DraftDesk[] = [];

function openHere(key: string, personId: string, { document, read, write }: DraftOptions): Open {
  const place = { recordId: crypto.randomUUID(), personId, document };
  const desk = openDesk({
    place,
    disk: draftDisk(place),
    tabs: draftTabs(place),
    clock,
    server: { read, write, failureOf },
    left() {
      if (open.get(key)?.desk === desk) open.delete(key);
      desk.then((each) => {
        desks = desks.filter((other) => other !== each);
      });
    },
  });
  desk.then(
    (each) => {
      desks = [...desks, each];
    },
    () => open.delete(key),
  );
  return { desk, users: 0 };
}

/** The desk of a document: the one that is open in this page already, or a new one. */
async function take(personId: string, options: DraftOptions): Promise<{ desk: DraftDesk; release: () => void }> {
  const key = `${personId}/${options.document}`;
  for (;;) {
    const entry = open.get(key) ?? openHere(key, personId, options);
    open.set(key, entry);
    entry.users += 1;
    const desk = await entry.desk;
    if (desk.reopen()) {
      return {
        desk,
        release() {
          entry.users -= 1;
          if (entry.users === 0) desk.close();
        },
      };
    }
    // It is just leaving: opened anew as soon as it has left.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let isWatching = false;

/** What happens to the page as a whole concerns every open document. */
function watchPage(): void {
  if (isWatching) return;
  isWatching = true;
  const rescue = (): void => {
    for (const desk of desks) desk.rescue();
  };
  const again = (): void => {
    for (const desk of desks) if (desk.draft().trouble?.kind === 'unreachable') desk.again();
  };
  addEventListener('pagehide', rescue);
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') rescue();
    else again();
  });
  onSession(() => {
    if (!isSignedIn()) return;
    for (const desk of desks) if (desk.draft().trouble?.kind === 'signed-out') desk.again();
  });
}

/** Before somebody signs out: sends what is unsent, and says how many documents could not be sent. */
export async function sendAll(personId: string): Promise<number> {
  const sent = await Promise.all(desks.map((desk) => desk.flush()));
  // Without a disk there is only what is open here.
  return unsentOf(personId).catch(() => sent.filter((isSent) => !isSent).length);
}

/** The person signs out knowingly: nothing that they wrote stays on this machine. */
export async function forgetAll(personId: string): Promise<void> {
  forgetEntry();
  // A disk that cannot be opened has nothing to forget, and must not keep anybody signed in.
  await Promise.allSettled(desks.map((desk) => desk.discard()));
  await forgetDrafts(personId).catch((error: unknown) => console.warn('nothing is kept on this machine', error));
}

export type OpenedDraft = {
  /** There as soon as the document was read, or found on this machine. */
  readonly desk: DraftDesk | undefined;
  readonly error: unknown;
  readonly retry: () => void;
};

/**
 * Opens a document for writing. Every change (`desk.set({ field: value })`) is in memory at once, on this machine's
 * disk within 0.3 s and on the server after a second of rest; a lost connection, a closed window, a crash, another
 * window, another device and a colleague are dealt with underneath. Show `<SaveLine desk={desk} />` where the person
 * looks, `<Conflicts>` above the fields, and read fields by `useField`.
 *
 * ```ts
 * const { desk, error, retry } = useDraft({
 *   document: `assignment/${assignmentId}/sheet`,
 *   read: async () => fromSheet(await ask('get', '/assignments/{assignmentId}/sheet', { assignmentId })),
 *   write: async ({ version, fields }, options) =>
 *     fromSheet(await ask('put', '/assignments/{assignmentId}/sheet', toSheet(fields, version), options)),
 * });
 * ```
 * A document is flat: fields by name, best named as the API names them in its problems (`marks.1.1.1`), so that a
 * value that the server refuses is held back at its field while the others are saved. Without `write` it lives on this
 * machine until `desk.discard()` is called. Before an act on the document (submit): `if (await desk.flush()) …`.
 */
export function useDraft(options: DraftOptions): OpenedDraft {
  const { data: me } = useMe();
  const personId = me?.personId;
  const { document } = options;
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ key: string; desk?: DraftDesk; error?: unknown }>();
  const key = `${personId}/${document}/${attempt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` and `write` are new at each render and mean the same for one document; an attempt is made anew
  useEffect(() => {
    if (personId === undefined) return undefined;
    watchPage();
    let isGone = false;
    let release: (() => void) | undefined;
    take(personId, options).then(
      (taken) => {
        release = taken.release;
        if (isGone) taken.release();
        else setOpened({ key, desk: taken.desk });
      },
      (error: unknown) => {
        if (!isGone) setOpened({ key, error });
      },
    );
    return () => {
      isGone = true;
      release?.();
    };
  }, [personId, document, attempt]);
  const current = opened?.key === key ? opened : undefined;
  return { desk: current?.desk, error: current?.error, retry: () => setAttempt((before) => before + 1) };
}

/** The whole state of a draft, for what tells of it. */
export const useDraftState = (desk: DraftDesk): Draft => useSyncExternalStore(desk.subscribe, desk.draft);

/** One field and how to change it; only what shows it is drawn anew. */
export function useField<Held extends Value = string>(
  desk: DraftDesk,
  field: string,
): readonly [Held | undefined, (value: Held | undefined) => void] {
  // Safe: a document's fields have the kinds that its `read` gives them.
  const value = useSyncExternalStore(desk.subscribe, () => desk.value(field)) as Held | undefined;
  const set = useCallback((next: Held | undefined) => desk.set({ [field]: next }), [desk, field]);
  return [value, set];
}
