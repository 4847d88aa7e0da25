import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForeignFolder, openDataFolder } from '#local/data-folder';
import { FolderInUse } from '#local/lock';

const address = 'http://127.0.0.1:8787';
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'folder-'));
  folder = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true }));

describe('openDataFolder', () => {
  it('refuses a second start and names the first one', async () => {
    const lock = await openDataFolder(folder, address, false);
    const refused = await openDataFolder(folder, 'http://127.0.0.1:1', false).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderInUse);
    expect(String(refused)).toContain(`pid ${process.pid}，${address}`);
    await lock.release();
    await (await openDataFolder(folder, address, false)).release();
  });

  it('is taken over from a process that was killed', async () => {
    const fixture = new URL('./fixtures/lock-holder.ts', import.meta.url).pathname;
    const holder = spawn(process.execPath, ['--import', 'tsx', fixture, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(openDataFolder(folder, address, false)).rejects.toThrow(`pid ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await openDataFolder(folder, address, false)).release();
  });

  it('lets exactly one of many simultaneous starts in', async () => {
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => openDataFolder(folder, address, false)));
    const locks = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(locks.length).toBe(1);
    await locks[0]?.release();
  });

  it('empties its own folder when a fresh start is asked for', async () => {
    await (await openDataFolder(folder, address, false)).release();
    await writeFile(join(folder, 'old.json'), '{}');
    await (await openDataFolder(folder, address, false)).release();
    expect(await readdir(folder)).toContain('old.json');
    await (await openDataFolder(folder, address, true)).release();
    expect((await readdir(folder)).sort()).toEqual(['.xuechuang', 'lock', 'running.json']);
  });

  it('never touches a folder that it did not make', async () => {
    await writeFile(join(parent, 'thesis.txt'), 'years of work');
    await expect(openDataFolder(parent, address, true)).rejects.toThrow(ForeignFolder);
    expect(await readdir(parent)).toEqual(['thesis.txt']);
  });

  it('does not empty a folder that another instance uses', async () => {
    const lock = await openDataFolder(folder, address, false);
    await writeFile(join(folder, 'live.json'), '{}');
    await expect(openDataFolder(folder, address, true)).rejects.toThrow(FolderInUse);
    expect(await readdir(folder)).toContain('live.json');
    await lock.release();
  });
});
