import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtConsole } from '#local/console/build';

it('builds the console once, and finds it the next time', async () => {
  const first = await builtConsole(() => undefined);
  const made = (await stat(first)).mtimeMs;
  const said: string[] = [];
  const second = await builtConsole((line) => said.push(line));
  expect([second, said, (await stat(second)).mtimeMs]).toEqual([first, [], made]);
  // React's build for development, which a test's environment asks for, is twice as heavy and slower.
  const assets = await readdir(join(first, 'assets'));
  const [main = ''] = assets.filter((name) => /^index-.*\.js$/.test(name));
  expect(await readFile(join(first, 'assets', main), 'utf8')).not.toContain('react.dev/link/');
  const page = await readFile(join(first, 'index.html'), 'utf8');
  expect(page).toMatch(/<script type="module" crossorigin src="\/console\/assets\/index-[\w-]+\.js">/);
  // What decides whether a browser is too old comes before everything that an old one may not read.
  expect(page.indexOf('/console/browser.js')).toBeLessThan(page.indexOf('type="module"'));
}, 120_000);
