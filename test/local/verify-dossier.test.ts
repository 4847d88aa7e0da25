import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierLines, editionOf } from '../support/synthetic-dossier.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-dossier-'));
  const text = [...editionOf('public', dossierLines(24))].join('');
  root = text.trimEnd().slice(-64);
  await writeFile(join(folder, 'public.ndjson'), text);
  await writeFile(join(folder, 'unpacked.ndjson.gz'), text);
  await writeFile(join(folder, 'download'), gzipSync(text));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ code: number; told: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/verify-dossier.ts', ...args]);
  const told: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => told.push(String(bytes)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, told: told.join('') };
}

describe('the command that verifies a dossier', () => {
  it('verifies a file whether it is packed or not, whatever its name', async () => {
    const runs = ['public.ndjson', 'unpacked.ndjson.gz', 'download'].map((name) => run(join(folder, name)));
    for (const { code, told } of await Promise.all(runs))
      expect([code, told]).toEqual([0, expect.stringContaining('核对无误')]);
  });

  it('takes the root in either case, and never none for one', async () => {
    const file = join(folder, 'public.ndjson');
    const roots = [root.toUpperCase(), 'ab'.repeat(32), '', root.slice(1)];
    const codes = (await Promise.all(roots.map((each) => run(file, '--root', each)))).map(({ code }) => code);
    expect(codes).toEqual([0, 1, 2, 2]);
  });

  it('says what it needs where there is no file', async () => {
    const [none, missing, directory] = await Promise.all([run(), run(join(folder, 'nothing')), run(folder)]);
    expect([none?.code, missing?.code, directory?.code]).toEqual([2, 2, 2]);
    expect(none?.told).toContain('用法 usage');
    expect(missing?.told).toContain('找不到文件 no such file');
    expect(directory?.told).toContain('这是文件夹');
  });
});
