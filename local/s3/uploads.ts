import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceivedBody } from './bucket.ts';
import { ensureDirectory, syncDirectory, writeWhole } from './files.ts';
import { serially } from './serially.ts';

type Upload = {
  readonly uploadId: string;
  readonly key: string;
  /** ISO 8601, UTC. */
  readonly initiated: string;
  /** What the object will be described by. */
  readonly headers: Readonly<Record<string, string>>;
};

export type Part = {
  readonly partNumber: number;
  readonly size: number;
  /** MD5 in hex. */
  readonly etag: string;
  readonly lastModified: string;
  /** The name of its content beside the metadata. */
  readonly file: string;
};

type Waiting = { readonly upload: Upload; readonly parts: Map<number, Part> };

/**
 * Uploads in parts, durable over a restart: a folder for each, in it `upload.json`, and `<number>.json` for each part,
 * whose rename commits it.
 */
export type Uploads = {
  begin(key: string, headers: Upload['headers']): Promise<Upload>;
  /** Undefined when there is no such upload of that key. */
  find(key: string, uploadId: string): Upload | undefined;
  /** By number. */
  partsOf(uploadId: string): readonly Part[];
  /** Takes the place of one with the same number. Undefined when the upload ended meanwhile. */
  putPart(uploadId: string, partNumber: number, body: ReceivedBody): Promise<Part | undefined>;
  read(uploadId: string, parts: readonly Part[]): AsyncGenerator<Buffer, void, undefined>;
  /** Runs `task` while no part arrives, and forgets the upload when it is done. */
  end<T>(uploadId: string, task: () => Promise<T>): Promise<T>;
};

type UploadsOptions = { readonly folder: string; readonly temporary: string; readonly now: () => number };

/** As long as the deployment's lifecycle rule lets an upload wait (infra/buckets.ts). */
const LONGEST_WAIT = 2 * 86_400_000;

export async function openUploads({ folder, temporary, now }: UploadsOptions): Promise<Uploads> {
  await ensureDirectory(folder);
  const waiting = await recover(folder, now() - LONGEST_WAIT);
  const oneByOne = serially();
  const placeOf = (uploadId: string): string => join(folder, uploadId);

  const forget = async (uploadId: string): Promise<void> => {
    waiting.delete(uploadId);
    await rm(placeOf(uploadId), { recursive: true, force: true });
  };

  return {
    async begin(key, headers) {
      const upload = { uploadId: randomBytes(32).toString('hex'), key, headers, initiated: instant(now()) };
      const place = placeOf(upload.uploadId);
      await ensureDirectory(place);
      await writeWhole(temporary, join(place, 'upload.json'), JSON.stringify(upload));
      await syncDirectory(place);
      waiting.set(upload.uploadId, { upload, parts: new Map() });
      return upload;
    },
    find(key, uploadId) {
      const upload = waiting.get(uploadId)?.upload;
      return upload?.key === key ? upload : undefined;
    },
    partsOf: (uploadId) =>
      [...(waiting.get(uploadId)?.parts.values() ?? [])].sort((a, b) => a.partNumber - b.partNumber),
    putPart: (uploadId, partNumber, { path, content }) =>
      oneByOne(uploadId, async () => {
        const upload = waiting.get(uploadId);
        if (!upload) return undefined;
        const place = placeOf(uploadId);
        const { size, etag } = content;
        const part = { partNumber, size, etag, lastModified: instant(now()), file: `${randomUUID()}.bin` };
        await rename(path, join(place, part.file));
        await writeWhole(temporary, join(place, `${partNumber}.json`), JSON.stringify(part));
        await syncDirectory(place);
        const before = upload.parts.get(partNumber);
        upload.parts.set(partNumber, part);
        if (before) await rm(join(place, before.file), { force: true });
        return part;
      }),
    async *read(uploadId, parts) {
      for (const { file } of parts) yield* createReadStream(join(placeOf(uploadId), file));
    },
    end: (uploadId, task) =>
      oneByOne(uploadId, async () => {
        const result = await task();
        await forget(uploadId);
        return result;
      }),
  };
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What was waiting when the server stopped, without the uploads begun before `oldest`. */
async function recover(folder: string, oldest: number): Promise<Map<string, Waiting>> {
  const found = new Map<string, Waiting>();
  for (const uploadId of await readdir(folder)) {
    const place = join(folder, uploadId);
    const waiting = await readUpload(place);
    if (waiting && Date.parse(waiting.upload.initiated) >= oldest) found.set(uploadId, waiting);
    else await rm(place, { recursive: true });
  }
  return found;
}

/** An upload with its parts; undefined where a crash came before it was begun. Content of no part goes. */
async function readUpload(place: string): Promise<Waiting | undefined> {
  const names = await readdir(place);
  if (!names.includes('upload.json')) return undefined;
  // nobody else writes here
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(place, name), 'utf8'));
  const upload = (await read('upload.json')) as Upload;
  const numbered = names.filter((name) => /^\d+\.json$/.test(name));
  const parts = (await Promise.all(numbered.map(read))) as Part[];
  const kept = new Set(parts.map(({ file }) => file));
  const stray = names.filter((name) => name.endsWith('.bin') && !kept.has(name));
  await Promise.all(stray.map((name) => rm(join(place, name))));
  return { upload, parts: new Map(parts.map((part) => [part.partNumber, part])) };
}
