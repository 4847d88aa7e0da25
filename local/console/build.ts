import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = ['web', 'functions/domain', 'package-lock.json'];
const builds = join(root, 'web/dist/box');
/** How many builds are kept: a box that runs still serves the one that it began with. */
const KEPT = 8;

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const deeper = entries
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .map((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
  return (await Promise.all(deeper)).flat();
}

/** One value for all that the console is built from. */
async function stampOf(): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesIn(join(root, source))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function clearOlder(): Promise<void> {
  const names = (await readdir(builds)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })));
  const older = dated.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(older.map(({ name }) => rm(join(builds, name), { recursive: true, force: true })));
}

/**
 * The folder of the built console. Built when what it is built from has changed, so that `npm start` needs no other
 * command before it; whole or not at all, since several may build at once.
 */
export async function builtConsole(say: (line: string) => void): Promise<string> {
  const folder = join(builds, await stampOf());
  if (existsSync(folder)) return folder;
  say('正在构建工作台页面，请稍候片刻… Building the console, some seconds…');
  await mkdir(builds, { recursive: true });
  const making = `${folder}.${process.pid}`;
  const { build } = await import('vite');
  // Under a test runner the environment says `test`, and React's slow build for development would be taken.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(root, 'web/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: making, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  await rename(making, folder).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  });
  await clearOlder();
  return folder;
}
