import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../local/dossier');
const files = [...readdirSync(folder).map((name) => join(folder, name)), join(folder, '../verify-dossier.ts')].filter(
  (name) => name.endsWith('.ts'),
);

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, what]) => what ?? '');

it('verifies with nothing of the house: Node, the schema library and its own files', () => {
  const foreign = files.flatMap((path) =>
    importsOf(path)
      .filter((what) => !/^(node:|zod$|\.\/)/.test(what))
      .map((what) => `${path} imports ${what}`),
  );
  expect(foreign).toEqual([]);
  expect(files.length).toBeGreaterThan(15);
});
