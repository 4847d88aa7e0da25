import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from '#local/files';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('leaves one whole file after many writers at once', async () => {
  const file = join(dir, 'deep/state.json');
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => writeAtomically(file, JSON.stringify({ n, fill: 'x'.repeat(50_000) }))),
  );
  expect((await readJsonFile(file, z.object({ n: z.int(), fill: z.string() })))?.fill.length).toBe(50_000);
  expect(await readdir(join(dir, 'deep'))).toEqual(['state.json']);
});

it('removes what it wrote when the name cannot be taken', async () => {
  await writeAtomically(join(dir, 'folder/file'), '');
  await expect(writeAtomically(join(dir, 'folder'), 'x')).rejects.toThrow();
  expect(await readdir(dir)).toEqual(['folder']);
});

it('tells a missing file from a damaged one and leaves the damaged one alone', async () => {
  const file = join(dir, 'keys.json');
  expect(await readJsonFile(file, z.object({}))).toBeUndefined();
  await writeFile(file, '{"half":');
  await expect(readJsonFile(file, z.object({}))).rejects.toThrow('无法读取');
  expect(await readFile(file, 'utf8')).toBe('{"half":');
});
