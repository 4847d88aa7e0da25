import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = ['web', 'functions/domain', 'package-lock.json'];
const folder = join(root, 'web/dist');
const stampFile = join(folder, 'stamp.txt');

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
  return hash.digest('hex');
}

/**
 * The folder of the built console. Built when it is not there or when what it is built from has changed, so that
 * `npm start` needs no other command before it.
 */
export async function builtConsole(say: (line: string) => void): Promise<string> {
  const stamp = await stampOf();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return folder;
  say('正在构建工作台页面，约需半分钟… Building the console, about half a minute…');
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'error' });
  await writeFile(stampFile, stamp);
  return folder;
}
