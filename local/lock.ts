import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';

const holderSchema = z.object({ pid: z.int(), address: z.string() });

/** Another start holds the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

export type Lock = { release(): Promise<void> };

/**
 * Lets one process at a time use a data folder. The operating system holds the lock (LevelDB's) and drops it when
 * the process ends, however it ends: a lock that a kill -9 left behind is simply free, and a pid that was given to
 * another program, as happens in containers, deceives nobody. The file beside it only names the holder.
 */
export async function lockFolder(dataDir: string, address: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true });
  const holderFile = join(dataDir, 'running.json');
  const level = new ClassicLevel(join(dataDir, 'lock'));
  try {
    await level.open();
  } catch (cause) {
    if (!isHeld(cause)) throw cause;
    throw new FolderInUse(await describeHolder(dataDir, holderFile), { cause });
  }
  await writeAtomically(holderFile, JSON.stringify({ pid: process.pid, address }));
  return { release: () => level.close() };
}

async function describeHolder(dataDir: string, holderFile: string): Promise<string> {
  const holder = await readJsonFile(holderFile, holderSchema);
  const who = holder ? `（进程 pid ${holder.pid}，${holder.address}）` : '';
  return (
    `数据目录 ${dataDir} 正被另一个学创实例使用${who}。请先停止它，或用 --data 指定其他目录。 ` +
    `The data folder is in use by another instance${holder ? ` (pid ${holder.pid}, ${holder.address})` : ''}. ` +
    'Stop it first, or name another folder with --data.'
  );
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'LEVEL_LOCKED';
