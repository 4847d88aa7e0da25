import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes what was renamed into a directory, or unlinked from it, last. Windows has no such call. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a directory that survives a power cut. */
export async function ensureDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first) await syncDirectory(dirname(first));
}

/** Writes pieces to a new file in `folder` and syncs it; it is removed if a piece cannot be had. Returns the path. */
export async function writeTemporary(
  folder: string,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<string> {
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
    await handle.close();
    return path;
  } catch (cause) {
    await handle.close();
    await rm(path, { force: true });
    throw cause;
  }
}

/** A file that is there with its whole content, or not at all. */
export async function writeWhole(temporary: string, path: string, text: string): Promise<void> {
  await rename(await writeTemporary(temporary, [Buffer.from(text)]), path);
}
