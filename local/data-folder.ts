import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftoverDynamoDb } from './dynamodb.ts';
import { type Lock, lockFolder } from './lock.ts';

/** The file that marks a folder as ours: nothing is ever emptied without it. */
const mark = '.xuechuang';
/** Held by the lock while the rest is emptied. */
const kept = new Set([mark, 'lock', 'running.json']);

/** The folder was not made by the box. */
export class ForeignFolder extends Error {
  override readonly name = 'ForeignFolder';
}

/** Opens the data folder for this process alone, emptied first where `fresh` is asked. Throws `FolderInUse`, `ForeignFolder`. */
export async function openDataFolder(dataDir: string, address: string, fresh: boolean): Promise<Lock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const names = await readdir(dataDir);
  if (names.length > 0 && !names.includes(mark)) {
    throw new ForeignFolder(
      `${dataDir} 不是学创的数据目录且不为空，未作任何更改。请用 --data 指定一个新目录。 ` +
        'This folder is not empty and was not made by 学创; nothing was changed. Name a new one with --data.',
    );
  }
  await writeFile(join(dataDir, mark), '学创数据目录 · data folder of xuechuang\n');
  const lock = await lockFolder(dataDir, address);
  if (fresh) {
    await endLeftoverDynamoDb(dataDir);
    const doomed = (await readdir(dataDir)).filter((name) => !kept.has(name));
    await Promise.all(doomed.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
  }
  return lock;
}
