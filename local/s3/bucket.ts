import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BucketIndex, bucketIndex } from './bucket-index.ts';
import { S3Error } from './errors.ts';
import { ensureDirectory, syncDirectory, writeWhole } from './files.ts';
import type { ObjectContent, ObjectVersion, StoredObject } from './object-version.ts';
import { serially } from './serially.ts';
import { openUploads, type Uploads } from './uploads.ts';

/**
 * One versioned bucket on disk. A version is `<hash of its key>.<version id>.json` beside its content `….bin`.
 * The rename of the metadata commits; content without metadata was never acknowledged and goes at the next start.
 */
export type Bucket = {
  readonly name: string;
  readonly objectLock: boolean;
  /** Where content is written before it is committed, on the same file system. */
  readonly temporary: string;
  readonly index: Pick<BucketIndex, 'current' | 'find' | 'scan'>;
  /** What is arriving in parts. */
  readonly uploads: Uploads;
  /** Moves received content in. `mayReplace` sees the current version and may refuse. */
  put(
    key: string,
    body: ReceivedBody,
    mayReplace: (current: ObjectVersion | undefined) => void,
  ): Promise<ObjectVersion>;
  putDeleteMarker(key: string): Promise<ObjectVersion>;
  /** Removes a version for good; `mayRemove` may refuse. Undefined if there is none. */
  remove(
    key: string,
    versionId: string,
    mayRemove: (version: ObjectVersion) => void,
  ): Promise<ObjectVersion | undefined>;
  open(version: StoredObject): Promise<FileHandle>;
};

export type ReceivedBody = { readonly path: string; readonly content: ObjectContent };

type BucketOptions = {
  folder: string;
  temporary: string;
  /** Where parts wait until they are put together. */
  uploadsFolder: string;
  name: string;
  objectLock: boolean;
  now: () => number;
};

export async function openBucket(options: BucketOptions): Promise<Bucket> {
  const { folder, temporary, uploadsFolder, name, objectLock, now } = options;
  await ensureDirectory(folder);
  const uploads = await openUploads({ folder: uploadsFolder, temporary, now });
  const index = bucketIndex(await recover(folder));
  const oneByOne = serially();

  const pathOf = (key: string, versionId: string): string => {
    const hash = createHash('sha256').update(key).digest('hex');
    return join(folder, hash.slice(0, 2), `${hash}.${versionId}`);
  };

  const commit = async (key: string, body?: ReceivedBody): Promise<ObjectVersion> => {
    const versionId = randomBytes(16).toString('hex');
    const lastModified = new Date(now()).toISOString();
    const version = { key, versionId, order: index.nextOrder(), lastModified, ...(body && { content: body.content }) };
    const path = pathOf(key, versionId);
    await ensureDirectory(dirname(path));
    if (body) await rename(body.path, `${path}.bin`);
    await writeWhole(temporary, `${path}.json`, JSON.stringify(version));
    await syncDirectory(dirname(path));
    index.add(version);
    return version;
  };

  return {
    name,
    objectLock,
    temporary,
    index,
    uploads,
    put: (key, body, mayReplace) =>
      oneByOne(key, async () => {
        mayReplace(index.current(key));
        return await commit(key, body);
      }),
    putDeleteMarker: (key) => oneByOne(key, () => commit(key)),
    remove: (key, versionId, mayRemove) =>
      oneByOne(key, async () => {
        const version = index.find(key, versionId);
        if (!version) return undefined;
        mayRemove(version);
        const path = pathOf(key, versionId);
        await rm(`${path}.json`);
        index.remove(version);
        await syncDirectory(dirname(path));
        await rm(`${path}.bin`, { force: true });
        return version;
      }),
    async open(version) {
      const handle = await open(`${pathOf(version.key, version.versionId)}.bin`).catch(() => undefined);
      if (handle && (await handle.stat()).size === version.content.size) return handle;
      await handle?.close();
      if (!index.find(version.key, version.versionId)) throw new S3Error('NoSuchVersion', 'The version is gone.');
      throw new Error(`The content of version ${version.versionId} in ${name} is damaged.`);
    },
  };
}

/** Reads all metadata, and removes content that no metadata speaks of: a crash came between the two. */
async function recover(folder: string): Promise<ObjectVersion[]> {
  const versions: ObjectVersion[] = [];
  for (const shard of await readdir(folder)) {
    const files = new Set(await readdir(join(folder, shard)));
    const read = [...files].map(async (file) => {
      const path = join(folder, shard, file);
      if (file.endsWith('.json')) versions.push(await readMetadata(path));
      else if (!files.has(file.replace(/\.bin$/, '.json'))) await rm(path);
    });
    await Promise.all(read);
  }
  return versions;
}

/** It was written whole: damage to it is not passed over, which would lose an object, but stops the start. */
async function readMetadata(path: string): Promise<ObjectVersion> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ObjectVersion; // nobody else writes here
  } catch (cause) {
    throw new Error(`The object metadata in ${path} are damaged.`, { cause });
  }
}
