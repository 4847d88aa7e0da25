import { useSyncExternalStore } from 'react';
import type { Said } from '#web/messages/say.ts';
import { HEAD, lookAt, namedAs, tooLarge } from './first-bytes.ts';
import { sha256OfFile } from './hash.ts';
import { isOver, overAt } from './over.ts';
import { nameOf, type Place } from './place.ts';
import { type Pixels, pixelsOf, shrunk } from './shrink.ts';
import { earlierOf, transfer, type UploadedFile } from './transfer.ts';

export type Phase =
  | 'waiting'
  | 'checking'
  | 'shrinking'
  | 'sending'
  | 'offline'
  | 'confirming'
  | 'done'
  /** Its bytes are of no type that is taken, or too many. */
  | 'refused'
  | 'duplicate'
  /** A picture that this browser cannot draw. */
  | 'unreadable'
  | 'failed'
  | 'cancelled';

/** A file on its way, as the screen shows it. */
export type UploadItem = {
  readonly key: string;
  readonly place: Place;
  readonly name: string;
  readonly size: number;
  readonly phase: Phase;
  /** From 0 to 1. */
  readonly done: number;
  /** What it went on from. */
  readonly resumedAt?: number;
  readonly shrunk?: { readonly from: number; readonly to: number };
  readonly refusal?: Said;
  /** The name of a file with the same bytes, and whether it lies at this very place. */
  readonly same?: { readonly fileName: string; readonly isHere: boolean };
  readonly error?: unknown;
};

export type KnownFile = { readonly sha256: string; readonly fileName: string; readonly pointId?: string | undefined };

export type AddOptions = {
  readonly place: Place;
  /** Make large pictures smaller first. */
  readonly shrink: boolean;
  /** The files that are there, to tell when the same comes again. */
  readonly known: () => readonly KnownFile[];
  readonly arrived: (file: UploadedFile) => void;
  /** The place takes one file: whatever stopped there before is no longer told. */
  readonly isOne?: boolean;
};

type Running = AddOptions & { readonly file: File; readonly ended: AbortController; readonly evenSo: boolean };

/** Few at once: more would only share one line. */
const AT_ONCE = 2;

let items: readonly UploadItem[] = [];
const running = new Map<string, Running>();
const waiting: string[] = [];
let busy = 0;
const watchers = new Set<() => void>();

function set(next: readonly UploadItem[]): void {
  items = next;
  for (const watcher of watchers) watcher();
}

const change = (key: string, changes: Partial<UploadItem>): void =>
  set(items.map((item) => (item.key === key ? { ...item, ...changes } : item)));

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The uploads of this tab. They go on while one moves between the pages. */
export function useUploads(place: Place): readonly UploadItem[] {
  const all = useSyncExternalStore(watch, () => items);
  return all.filter((item) => nameOf(item.place) === nameOf(place));
}

export function addFiles(files: readonly File[], options: AddOptions): void {
  if (options.isOne && files.length > 0) for (const { key } of overAt(items, options.place)) dismissUpload(key);
  for (const file of files) begin(file, options, false);
}

function begin(file: File, options: AddOptions, evenSo: boolean): void {
  const key = crypto.randomUUID();
  running.set(key, { ...options, file, evenSo, ended: new AbortController() });
  set([...items, { key, place: options.place, name: file.name, size: file.size, phase: 'waiting', done: 0 }]);
  waiting.push(key);
  next();
}

export function cancelUpload(key: string): void {
  running.get(key)?.ended.abort(new DOMException('cancelled', 'AbortError'));
  const at = waiting.indexOf(key);
  if (at < 0) return;
  waiting.splice(at, 1);
  change(key, { phase: 'cancelled' });
}

export function dismissUpload(key: string): void {
  running.delete(key);
  set(items.filter((item) => item.key !== key));
}

/** Once more, from where it was; `evenSo` where a doubt held it up. */
export function retryUpload(key: string, evenSo = false): void {
  const before = running.get(key);
  if (!before) return;
  dismissUpload(key);
  begin(before.file, before, evenSo);
}

function next(): void {
  while (busy < AT_ONCE && waiting.length > 0) {
    const key = waiting.shift() ?? '';
    busy += 1;
    void run(key).finally(() => {
      busy -= 1;
      next();
    });
  }
}

async function run(key: string): Promise<void> {
  const upload = running.get(key);
  if (!upload) return;
  try {
    await uploadOne(key, upload);
  } catch (error) {
    if (upload.ended.signal.aborted) change(key, { phase: 'cancelled' });
    else change(key, { phase: 'failed', error });
  }
}

async function uploadOne(key: string, { file: given, place, shrink, known, arrived, evenSo, ended }: Running) {
  const { signal } = ended;
  change(key, { phase: 'checking', done: 0 });
  const looked = lookAt(given.size, new Uint8Array(await given.slice(0, HEAD).arrayBuffer()));
  if ('refused' in looked) return change(key, { phase: 'refused', refusal: looked.refused });
  const isPicture = looked.type !== 'application/pdf';
  const pixels = isPicture ? await pixelsOf(given) : undefined;
  if (isPicture && !pixels && !evenSo) return change(key, { phase: 'unreadable' });
  const file = shrink && pixels ? await smaller(key, given, pixels, signal) : given;
  const refusal = tooLarge(looked.type, file.size);
  if (refusal) return change(key, { phase: 'refused', refusal });
  const sha256 = await hashOf(key, file, place, signal);
  const same = sameAs(known(), sha256, place);
  if (same?.isHere && !evenSo) return change(key, { phase: 'duplicate', same });
  change(key, { phase: 'sending', done: 0, ...(same && { same }) });
  const confirmed = await transfer(
    { file, type: looked.type, fileName: namedAs(looked.type, file.name), sha256, place, key },
    {
      signal,
      sent: (done) => change(key, { done }),
      waiting: (isWaiting) => change(key, { phase: isWaiting ? 'offline' : 'sending' }),
      resumed: (done) => change(key, { resumedAt: done, done }),
      confirming: () => change(key, { phase: 'confirming', done: 1 }),
    },
  );
  change(key, { phase: 'done' });
  arrived(confirmed);
}

async function smaller(key: string, file: File, pixels: Pixels, signal: AbortSignal): Promise<File> {
  change(key, { phase: 'shrinking' });
  const small = await shrunk(file, { pixels, signal, told: (done) => change(key, { done }) });
  if (small !== file) change(key, { shrunk: { from: file.size, to: small.size }, size: small.size });
  return small;
}

/** An earlier upload of the same file told its hash; reading 200 MB again would tell nothing else. */
async function hashOf(key: string, file: File, place: Place, signal: AbortSignal): Promise<string> {
  const earlier = await earlierOf(file, place);
  if (earlier) return earlier.sha256;
  change(key, { phase: 'checking', done: 0 });
  return sha256OfFile(file, signal, (done) => change(key, { done }));
}

function sameAs(known: readonly KnownFile[], sha256: string, place: Place): UploadItem['same'] {
  const same = known.filter((file) => file.sha256 === sha256);
  const here = same.find((file) => file.pointId === place.pointId);
  const [first] = here ? [here] : same;
  return first && { fileName: first.fileName, isHere: here !== undefined };
}

// A tab that is closed amid an upload asks first.
addEventListener('beforeunload', (event) => {
  if (items.every(isOver)) return;
  event.preventDefault();
  event.returnValue = '';
});
