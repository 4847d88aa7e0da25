import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ResultRow } from '#domain/selections';
import { signIn } from '#examples/sign-in';
import { demoPassword } from '#local/identity/provider';
import { accessibilityFaults, chromiumPath, openBrowser, openPage, shot, signInAs } from '../support/browser.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import { boxAt, type StageBox } from '../support/stages.ts';
import '../support/failures.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

type Told = Pick<
  ResultRow,
  'applicationId' | 'organizationName' | 'steps' | 'shown' | 'composite' | 'rank' | 'vetoed'
> & {
  readonly sheets: readonly { readonly total: string; readonly kept: boolean }[];
};

/** What the API answers to somebody, beside the browser. */
async function asking(url: string, username: string): Promise<(path: string) => Promise<unknown>> {
  const { accessToken } = await signIn({
    issuer: `${url}/identity`,
    clientId: 'console',
    redirectUri: `${url}/callback`,
    username,
    password: demoPassword,
  });
  return async (path) =>
    (await fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${accessToken}` } })).json();
}

async function cycleIn(ask: (path: string) => Promise<unknown>): Promise<string> {
  const { items } = (await ask('/cycles')) as { items: { cycleId: string }[] };
  return items[0]?.cycleId ?? '';
}

/** Every cell of the ranking as it is read. */
const cellsOf = (page: Page): Promise<string[]> => page.getByRole('grid').getByRole('gridcell').allInnerTexts();

async function openRow(page: Page, name: string): Promise<void> {
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: name }).first();
  await row.getByRole('button', { expanded: false }).click();
  await page.getByRole('region', { name: `${name} 核算过程` }).waitFor();
}

describe.skipIf(!chromiumPath)('the results desk once a cycle is named', () => {
  let box: StageBox;
  let browser: Browser;
  let cycleId: string;
  let ask: (path: string) => Promise<unknown>;
  let page: Page;
  let troubles: readonly string[];
  const at = (path: string): string => `${box.url}/console/cycles/${cycleId}${path}`;
  const rowsOf = async (categoryId: string): Promise<Told[]> =>
    ((await ask(`/cycles/${cycleId}/results?categoryId=${categoryId}`)) as { items: Told[] }).items;

  beforeAll(async () => {
    [box, browser] = await openStage('named');
    ask = await asking(box.url, 'office');
    cycleId = await cycleIn(ask);
    ({ page, troubles } = await signInAs(browser, { url: box.url, username: 'office' }));
  });

  afterAll(() => closeStage(box, browser));

  it('opens a composite down to its sheets, in the very fractions of the API, and has computed them again', async () => {
    const [first] = await rowsOf('agency');
    if (!first) throw new Error('no result');
    await page.goto(at('/results?category=agency'));
    await openRow(page, first.organizationName);
    const opened = page.getByRole('region', { name: `${first.organizationName} 核算过程` });
    const text = await opened.textContent();
    const stepsOf = (end: string) => first.steps.filter(({ name }) => name.endsWith(end));
    for (const { shown } of [...stepsOf('.sum'), ...stepsOf('.points')]) expect(text).toContain(shown);
    expect(text).toContain(first.steps.find(({ name }) => name === 'documents.mean')?.fraction);
    expect(text).toContain(`精确值 ${first.composite}`);
    expect(text).toContain('与冻结结果一致');
    const sheets = await opened.getByRole('list', { name: '评分表 5 份' }).getByRole('button').allInnerTexts();
    expect(sheets.map((each) => each.replace(/\s+/g, ''))).toEqual(
      first.sheets.map(({ total, kept }) => (kept ? total : `${total}去掉`)),
    );
    await shot(page, 'results-arithmetic-zh');
    await opened
      .getByRole('button', { name: /评分表/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog', { name: /评分表/ });
    await sheet.getByRole('table').waitFor();
    const total = await sheet.getByRole('row', { name: /^合计/ }).textContent();
    expect(total).toContain(first.sheets[0]?.total);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('tells why a vetoed unit has no seat, with ground and source', async () => {
    const vetoed = (await rowsOf('enterprise')).find((row) => row.vetoed);
    await page.goto(at('/results?category=enterprise'));
    await openRow(page, vetoed?.organizationName ?? '');
    await page.getByText(/发生于 .*来源：/).waitFor();
  });

  it('answers a what-if beside the result, which stays as it was', async () => {
    await page.goto(at('/results?category=agency'));
    await page.getByRole('grid').waitFor();
    const before = await cellsOf(page);
    await page.getByRole('button', { name: '试算' }).click();
    const drawer = page.getByRole('dialog', { name: /试算，不是结果/ });
    await drawer.getByRole('button', { name: '试算' }).click();
    await drawer.getByText('设置与现行相同').waitFor();
    await drawer.getByLabel('机关党工委').fill('3');
    await drawer.getByLabel('材料', { exact: true }).fill('30');
    await expect.poll(() => drawer.getByRole('button', { name: '试算' }).isDisabled()).toBe(true);
    await drawer.getByLabel('实地', { exact: true }).fill('60');
    await drawer.getByRole('button', { name: '试算' }).click();
    const outcome = drawer.getByRole('region', { name: '机关：试算与现行结果对照' });
    await outcome.getByText('会落选', { exact: true }).first().waitFor();
    await expect.poll(() => outcome.getByRole('row', { name: '入选 5 3' }).count()).toBe(1);
    await outcome.scrollIntoViewIfNeeded();
    await shot(page, 'results-what-if-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawer.getByRole('button', { name: '关闭' }).click();
    await drawer.waitFor({ state: 'hidden' });
    expect(await cellsOf(page)).toEqual(before);
    await expect.poll(() => page.getByText('不是结果').count()).toBe(0);
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await cellsOf(page)).toEqual(before);
  });

  it('analyses the marks at once and as a job, in words first and each chart as a table too', async () => {
    await page.goto(at('/analysis?category=agency'));
    await page.getByText(/逐项完全相同/).waitFor();
    await page.getByRole('img', { name: /^专家宽严/ }).waitFor();
    await page.getByRole('button', { name: /以表格查看 专家宽严/ }).click();
    const table = page.getByRole('region', { name: /^专家宽严/ });
    await expect.poll(() => table.getByRole('columnheader').allInnerTexts()).toContain('95% 区间下限');
    await shot(page, 'results-analysis-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '存一份分析' }).click();
    await page.waitForURL(/job=/);
    await page.getByText(/^依据 6 个申报/).waitFor();
    await page.reload();
    await page.getByText(/^依据 6 个申报/).waitFor();
    const { items } = (await ask(`/cycles/${cycleId}/jobs`)) as { items: { kind: string; status: string }[] };
    expect(items).toContainEqual(expect.objectContaining({ kind: 'analysis', status: 'done' }));
  });

  it('compares the self-reports, shows what they share side by side, and records a look', async () => {
    await page.goto(at('/similarity'));
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByText(/^比对于/).waitFor();
    await page.getByRole('link', { name: '左右对照' }).first().click();
    await page.getByRole('heading', { name: '段落 1' }).waitFor();
    await page.getByRole('button', { name: '登记已核看' }).click();
    await page.getByLabel('核看结果').fill('同一模板的开头，不属抄录。');
    await page.getByRole('button', { name: /^登\s?记$/ }).click();
    await page.getByText('同一模板的开头，不属抄录。').last().waitFor();
    await shot(page, 'results-similarity-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('makes a dossier, publishes it by the head alone, and shows it to everybody', async () => {
    await page.goto(at('/dossiers'));
    await page.getByRole('button', { name: '制作卷宗' }).click();
    await page.getByRole('region', { name: '第 1 号卷宗', exact: true }).waitFor({ timeout: 60_000 });
    const [made] = ((await ask(`/cycles/${cycleId}/dossiers`)) as { items: { public: { root: string } }[] }).items;
    const root = made?.public.root ?? '';
    await page.getByText(root).waitFor();
    const head = await signInAs(browser, { url: box.url, username: 'head' });
    await head.page.goto(at('/dossiers'));
    await head.page.getByRole('button', { name: '公布卷宗' }).click();
    const dialog = head.page.getByRole('dialog', { name: '公布卷宗' });
    await dialog.getByText(root).waitFor();
    await shot(head.page, 'results-dossier-publish-zh');
    await dialog.getByRole('button', { name: /^公\s?布$/ }).click();
    await head.page.getByRole('link', { name: '公开页面' }).waitFor();
    const anybody = await openPage(browser, { language: 'en', phone: true });
    await anybody.page.goto(`${box.url}/console/published-dossiers`);
    await anybody.page.getByRole('main').getByRole('link').first().click();
    await anybody.page.getByText(root).waitFor();
    const href = await anybody.page.getByRole('link', { name: 'Download dossier no. 1' }).getAttribute('href');
    expect((await fetch(href ?? '')).status).toBe(200);
    await shot(anybody.page, 'results-published-dossier-en-phone');
    expect(await accessibilityFaults(anybody.page)).toEqual([]);
    expect([...head.troubles, ...anybody.troubles]).toEqual([]);
  });

  it('has no fault of accessibility on any page, at a desk and on a phone', async () => {
    const phone = await signInAs(browser, { url: box.url, username: 'supervisor', phone: true });
    const [first] = await rowsOf('agency');
    const paths = [
      '/results?category=enterprise',
      `/results/agency/${first?.applicationId}`,
      '/results/history',
      '/analysis?category=community',
      '/similarity',
      '/dossiers',
    ];
    for (const path of paths) {
      for (const each of [page, phone.page]) {
        await each.goto(at(path));
        await each.getByRole('heading', { level: 1 }).waitFor();
        await each.waitForLoadState('networkidle');
        expect(await accessibilityFaults(each)).toEqual([]);
      }
      const wide = await phone.page.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
      expect(wide, path).toBeLessThanOrEqual(360);
      await shot(phone.page, `results${path.replaceAll(/[/?=]/g, '-').replace(/application-\w+/, 'one')}-zh-phone`);
    }
    expect([...troubles, ...phone.troubles]).toEqual([]);
  });
});

describe.skipIf(!chromiumPath)('the results desk while the round is open', () => {
  it('says that there is no result yet and why, and shows no score', async () => {
    const box = await boxAt('scored');
    const browser = await openBrowser();
    try {
      const ask = await asking(box.url, 'office');
      const cycleId = await cycleIn(ask);
      for (const username of ['office', 'supervisor']) {
        const { page, troubles } = await signInAs(browser, { url: box.url, username });
        await page.goto(`${box.url}/console/cycles/${cycleId}/results`);
        await page.getByText('评审尚未结束，还没有结果').waitFor();
        await expect.poll(() => page.getByRole('button', { name: '试算' }).count()).toBe(0);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(troubles).toEqual([]);
      }
    } finally {
      await browser.close();
      await box.close();
      await rm(dirname(box.dataDir), { recursive: true, force: true });
    }
  });
});
