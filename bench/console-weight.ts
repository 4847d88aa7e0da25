import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { openBox } from '#local/box';
import { builtConsole } from '#local/console/build';
import { openBrowser, openPage, signInAs } from '#test/support/browser';

/**
 * What the first load of a page brings through the wire, gzip, beside a bare page of the same libraries (React and Ant
 * Design with one button, a table and a form, built by the same Vite). Usage: npx tsx bench/console-weight.ts
 */

const versionOf = async (name: string): Promise<string> => {
  const path = join(import.meta.dirname, '../node_modules', name, 'package.json');
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version;
};

const bareSource = `
import { Button, ConfigProvider, Form, Input, Table } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { jsx, jsxs } from 'react/jsx-runtime';
createRoot(document.getElementById('root')).render(
  jsx(ConfigProvider, { locale: zhCN, children: jsxs('main', { children: [
    jsx('h1', { children: 'bare' }),
    jsx(Form, { children: jsx(Form.Item, { label: 'a', children: jsx(Input, {}) }) }),
    jsx(Table, { columns: [{ title: 'a', dataIndex: 'a' }], dataSource: [{ key: 1, a: 1 }] }),
    jsx(Button, { type: 'primary', children: 'b' }),
  ] }) }),
);`;

type Weight = { readonly files: number; readonly script: number; readonly style: number; readonly other: number };

/** Everything of our own origin that was fetched, compressed as the box and CloudFront compress it. */
async function weigh(page: Page, act: () => Promise<unknown>): Promise<Weight> {
  const seen: { type: string; size: number }[] = [];
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/console/') || response.status() !== 200) return;
    const type = response.request().resourceType();
    reading.push(
      response.body().then(
        (body) => void seen.push({ type, size: gzipSync(body).length }),
        () => undefined,
      ),
    );
  });
  await act();
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  const sum = (is: (type: string) => boolean): number =>
    seen.filter(({ type }) => is(type)).reduce((total, { size }) => total + size, 0);
  return {
    files: seen.length,
    script: sum((type) => type === 'script'),
    style: sum((type) => type === 'stylesheet'),
    other: sum((type) => type !== 'script' && type !== 'stylesheet'),
  };
}

async function bareWeight(): Promise<number> {
  const folder = await mkdtemp(join(import.meta.dirname, '../.artifacts-bare-'));
  try {
    await writeFile(join(folder, 'main.js'), bareSource);
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><div id="root"></div><script type="module" src="/main.js"></script>',
    );
    const made = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { target: 'chrome102', write: false },
    });
    const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) => ('output' in each ? each.output : []));
    return outputs.reduce(
      (sum, file) => sum + gzipSync(file.type === 'chunk' ? file.code : Buffer.from(file.source)).length,
      0,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const total = ({ script, style, other }: Weight): number => script + style + other;

async function main(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'console-weight-'));
  const box = await openBox({ dataDir: join(data, 'data'), port: 0, console: await builtConsole(console.log) });
  const browser = await openBrowser();
  try {
    const versions = await Promise.all(
      ['vite', 'react', 'antd', '@tanstack/react-router', '@tanstack/react-query'].map(
        async (name) => `${name} ${await versionOf(name)}`,
      ),
    );
    console.log(`${versions.join(', ')}, Chromium ${browser.version()}, gzip by zlib's default level\n`);
    const bare = await bareWeight();
    const rows: [string, Weight][] = [];
    const first = await openPage(browser);
    rows.push(['sign-in (the first page)', await weigh(first.page, () => first.page.goto(`${box.url}/console/`))]);
    await first.context.close();
    for (const [username, path, name] of [
      ['reviewer1', '/reviews', "reviewer's desk"],
      ['applicant', '/applications', "applicant's desk"],
      ['office', '/cycles', "office's desk"],
    ] as const) {
      const { context, page } = await signInAs(browser, { url: box.url, username });
      // A visit of its own: what the sign-in had fetched is fetched again.
      const state = await context.storageState();
      const tokens = await page.evaluate(`JSON.stringify({ ...sessionStorage })`);
      await context.close();
      const fresh = await browser.newContext({ storageState: state });
      await fresh.addInitScript(`Object.assign(sessionStorage, ${String(tokens)})`);
      const visit = await fresh.newPage();
      rows.push([name, await weigh(visit, () => visit.goto(`${box.url}/console${path}`))]);
      await fresh.close();
    }
    console.log(`bare Vite + React + antd page: ${kb(bare)}\n`);
    for (const [name, weight] of rows) {
      console.log(
        `${name.padEnd(28)} ${kb(total(weight)).padStart(10)}  ${(total(weight) / bare).toFixed(2)} × bare  ` +
          `(script ${kb(weight.script)}, style ${kb(weight.style)}, ${weight.files} files)`,
      );
    }
  } finally {
    await browser.close();
    await box.close();
    await rm(data, { recursive: true });
  }
}

await main();
