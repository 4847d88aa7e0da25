import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleApp } from '#local/console/app';

let folder: string;
const ask = async (path: string, headers: Record<string, string> = {}) =>
  consoleApp({ folder, issuer: 'http://127.0.0.1:1/identity' }).request(path, { headers });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><div id="root"></div>');
  await writeFile(join(folder, 'assets/index-Ab1.js'), `console.log('${'x'.repeat(2000)}')`);
});
afterAll(() => rm(folder, { recursive: true }));

it.each(['/console', '/console/', '/console/cycles/cycle-1/results', '/console/%E4%B8%AD'])(
  'answers %s with the one page, asked for anew each time',
  async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await answer.text()).toBe('<!doctype html><div id="root"></div>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  },
);

it('keeps files with a hash in their name for ever, and sends them compressed', async () => {
  const answer = await ask('/console/assets/index-Ab1.js', { 'accept-encoding': 'gzip' });
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-encoding')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'gzip',
  ]);
});

it('does not answer for a file of an older build with the page', async () => {
  expect((await ask('/console/assets/index-Zz9.js')).status).toBe(404);
});

it('does not leave its folder', async () => {
  for (const path of ['/console/../package.json', '/console/%2e%2e/package.json', '/console/..%2fpackage.json']) {
    expect(await (await ask(path)).text()).not.toContain('xuechuang');
  }
});

it('tells where people sign in', async () => {
  expect(await (await ask('/console/config.json')).json()).toEqual({
    issuer: 'http://127.0.0.1:1/identity',
    clientId: 'console',
    scope: 'openid profile api',
    register: true,
    demo: true,
  });
});
