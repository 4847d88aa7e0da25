import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Application } from '#domain/applications';
import { areasOf } from '#services/reference';
import { applications } from '#store/entities';
import { keys, lists } from '#store/keys';
import { openBrowser, signInAs } from '#test/support/browser';
import { boxAt } from '#test/support/stages';
import { machine, quantile } from './machine.ts';

/**
 * The office's list at a season's size in Chromium: load, scroll, filter, sort; beside it Ant Design's own virtual
 * table with the same rows and columns, in the same browser and run. `npx tsx bench/office-list.ts [rows]`
 */
const count = Number(process.argv[2] ?? 33_055);
const root = join(import.meta.dirname, '..');
const states = ['submitted', 'returned', 'recommended', 'accepted', 'self-assessing', 'self-assessed'] as const;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const given = [...'安邦诚德恩芳刚海嘉静康兰敏宁鹏琪荣书婷文晓雅泽志'];

const box = await boxAt('accepting');
const { store } = box.dependencies;
const [cycle] = (await store.page<{ cycleId: string }>({ index: 'lists', partitions: [lists.cycles()], limit: 1 }))
  .items;
if (!cycle) throw new Error('the stage holds no cycle');
const { cycleId, categories } = await store.get(keys.cycle(cycle.cycleId));
const areas = (await areasOf(box.dependencies)).filter(({ level }) => level === 'street' || level === 'community');

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T; // a remainder of its length
const applicationAt = (at: number): Application => {
  const area = pick(areas, at * 7);
  const category = pick(categories, at);
  const name = `${pick(surnames, at * 13)}${pick(given, at * 5)}${pick(given, Math.floor(at / 24))}`;
  return {
    applicationId: `application-bench-${String(at).padStart(6, '0')}`,
    cycleId,
    categoryId: category.categoryId,
    organizationId: `organization-bench-${at}`,
    organizationName: `${area.name}${name}家庭 ${at + 1}`,
    areaId: area.areaId,
    areaPath: [area.areaId],
    recommender: pick(['妇联', '学习办', '文明办', '民政局'], at * 3),
    standardId: category.standardId,
    standardVersion: category.standardVersion,
    status: pick(states, at * 11),
    statusSince: new Date(Date.parse('2026-03-02T01:00:00Z') + at * 61_000).toISOString(),
    ...{ submissions: 1, assessments: 0, rounds: {}, openObjections: 0 },
  };
};
const all = Array.from({ length: count }, (_, at) => applicationAt(at));
await store.stage(applications, all);

const browser = await openBrowser();
const shown = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;

type Marks = { readonly scroller: string; readonly row: string; readonly filter: string; readonly head: string };

/** Scrolls from the top to the end, one step a frame, and tells how long each frame took. */
const scrolled = (page: Page, { scroller }: Marks): Promise<number[]> =>
  page.evaluate(async (selector) => {
    const box = document.querySelector<HTMLElement>(selector);
    if (!box) throw new Error(`nothing scrolls: ${selector}`);
    const step = box.scrollHeight / 300;
    const frames: number[] = [];
    let before = performance.now();
    for (let at = 0; at < 300; at += 1) {
      box.scrollTop = step * at;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - before);
      before = now;
    }
    box.scrollTop = 0;
    await new Promise((done) => setTimeout(done, 300));
    return frames;
  }, scroller);

/** From the act to the frame in which the first row is another one. */
const untilPainted = (page: Page, { row, filter, head }: Marks, text: string | undefined): Promise<number> =>
  page.evaluate(
    async ([rowAt, filterAt, headAt, typed]) => {
      const before = document.querySelector(rowAt ?? '')?.textContent;
      const start = performance.now();
      if (typed === undefined) document.querySelector<HTMLElement>(headAt ?? '')?.click();
      else {
        const input = document.querySelector<HTMLInputElement>(filterAt ?? '');
        // React listens to the native setter.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
      }
      while (document.querySelector(rowAt ?? '')?.textContent === before && performance.now() - start < 20_000)
        await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - start;
    },
    [row, filter, head, text] as const,
  );

async function measured(page: Page, marks: Marks) {
  const frames = await scrolled(page, marks);
  const filters: number[] = [];
  for (const text of ['张', '张安', '', '李', '李宁', '']) filters.push(await untilPainted(page, marks, text));
  const sorts = [await untilPainted(page, marks, undefined), await untilPainted(page, marks, undefined)];
  return { frames, filters, sorts };
}

const tell = (name: string, { frames, filters, sorts }: Awaited<ReturnType<typeof measured>>): void => {
  const longest = Math.max(...frames);
  console.log(
    `${name.padEnd(24)} scroll: median ${shown(quantile(frames, 0.5))}, 95 % ${shown(quantile(frames, 0.95))}, longest ${shown(longest)}` +
      ` | filter: median ${shown(quantile(filters, 0.5))}, longest ${shown(Math.max(...filters))}` +
      ` | sort: ${sorts.map(shown).join(', then ')}`,
  );
};

/** Ant Design's own table, virtual, with one text filter and a sort by the same collator. */
const yardstick = `
import { Table, Input } from 'antd';
import { createRoot } from 'react-dom/client';
import { useDeferredValue, useMemo, useState } from 'react';
const collator = new Intl.Collator('zh-CN', { numeric: true });
const columns = ['organizationName', 'categoryId', 'areaId', 'recommender', 'status', 'statusSince', 'submissions', 'applicationId'].map(
  (key, at) => ({ key, dataIndex: key, title: key, width: 160, ...(at === 0 && { fixed: 'left', sorter: (a, b) => collator.compare(a[key], b[key]) }) }));
function Page({ rows }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const seen = useMemo(() => rows.filter((row) => row.organizationName.includes(wanted)), [rows, wanted]);
  return <><Input id="filter" value={text} onChange={(event) => setText(event.target.value)} />
    <Table virtual scroll={{ x: 1280, y: 560 }} rowKey="applicationId" columns={columns} dataSource={seen} pagination={false} /></>;
}
window.show = (rows) => createRoot(document.getElementById('root')).render(<Page rows={rows} />);
`;

async function yardstickPage(): Promise<Page> {
  const bundle = await build({
    stdin: { contents: yardstick, resolveDir: root, loader: 'tsx' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.setContent('<div id="root"></div>');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  // Safe: the script that was just added put `show` there. By way of never, as `Window` has no such member to cast to.
  await page.evaluate((rows) => (window as never as { show(rows: unknown): void }).show(rows), all);
  await page.locator('.ant-table-row').first().waitFor();
  return page;
}

console.log(`${machine()}, Chromium ${browser.version()}, ${cpus().length} cores; ${count} rows`);
const { page } = await signInAs(browser, { url: box.url, username: 'office' });
const begun = performance.now();
await page.goto(`${box.url}/console/cycles/${cycleId}/applications`);
await page.locator('tbody [data-at]').first().waitFor();
const firstRows = performance.now() - begun;
await page.waitForFunction(
  (wanted) => document.querySelector('.table-bar [role=status]')?.textContent?.includes(wanted),
  count.toLocaleString('en-US'),
  { timeout: 120_000 },
);
console.log(
  `load: first rows ${shown(firstRows)}, all of them ${shown(performance.now() - begun)} (box and browser on one machine)`,
);
// What sorting needs is worked out while nobody waits.
await page.waitForTimeout(5000);
const ours = await measured(page, {
  scroller: '.table-box',
  row: 'tbody[data-index="0"] [data-at="0/0"]',
  filter: '.table-filters input',
  head: '.table-head-button[data-at="-1/0"]',
});
tell('the office’s list', ours);
await page.close();
const theirs = await measured(await yardstickPage(), {
  scroller: '.ant-table-tbody-virtual-holder',
  row: '.ant-table-row .ant-table-cell',
  filter: '#filter',
  head: '.ant-table-column-sorters',
});
tell('antd <Table virtual>', theirs);
const ratio = (of: (figures: typeof ours) => number): string => (of(ours) / of(theirs)).toFixed(2);
console.log(
  `ours / antd: frames (95 %) ${ratio(({ frames }) => quantile(frames, 0.95))}, filter (median) ${ratio(({ filters }) => quantile(filters, 0.5))}, sort (first) ${ratio(({ sorts }) => sorts[0] ?? 0)}`,
);

await browser.close();
await box.close();
rmSync(dirname(box.dataDir), { recursive: true, force: true });
