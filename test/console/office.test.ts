import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, shot, signInAs, tick } from '#test/support/browser';
import { boxAt, type StageBox } from '#test/support/stages';
import '#test/support/failures';

/** What the API says to whoever is signed in on the page. */
const api = (page: Page, path: string) =>
  page.evaluate(async (address) => {
    const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
    return (await fetch(`/api${address}`, { headers: { authorization: `Bearer ${access}` } })).json();
  }, path);

/** Nothing is under way any more: no grey lines stand for what comes. */
const settled = (page: Page) =>
  expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 30_000 }).toBe(0);

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

describe.skipIf(!chromiumPath)('the office’s desk', () => {
  let browser: Browser;
  const boxes: StageBox[] = [];
  const open = async (stage: Parameters<typeof boxAt>[0]) => {
    const box = await boxAt(stage);
    boxes.push(box);
    return box;
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const box of boxes) {
      await box.close();
      await rm(dirname(box.dataDir), { recursive: true });
    }
  });

  it('plans a cycle from nothing and announces it', { timeout: 300_000 }, async () => {
    const { url } = await open('new');
    const { page, troubles } = await signInAs(browser, { url, username: 'office' });
    await page.goto(`${url}/console/cycles`);
    await press(page, '筹划批次');
    await page.getByLabel('主办单位').fill('文澜区学习办');
    await page.getByLabel('机关代字').fill('文学');
    await page.getByLabel('批准依据（文件名称）').fill('关于开展创建评审的通知');
    await page.getByLabel('依据文号').fill('文学〔2026〕1号');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, '下一步：类别与标准');
    await press(page, '载入示例标准');
    await tick(page.getByRole('checkbox', { name: '社区', exact: true }));
    await press(page, '下一步：名额');
    await page.getByLabel('社区名额').fill('2');
    await press(page, '下一步：评审规则');
    await press(page, '只评材料');
    await page.getByLabel('每份申报的专家人数').fill('2');
    await press(page, '下一步：日程');
    await page.getByText(/^公示期 2026/).waitFor();
    // A slip of the pen in the year is remarked; what was filled in and been through is there after a reload.
    const publishing = page.getByLabel('发布公示的日期');
    const usual = await publishing.inputValue();
    await publishing.fill(usual.replace('2026', '2025'));
    await page.getByText('（不在 2026 年度内）').first().waitFor();
    await page.reload();
    await page.getByText('（不在 2026 年度内）').first().waitFor();
    await page.getByRole('button', { name: /^基本信息.*已填好$/ }).waitFor();
    await page.getByRole('button', { name: /^评审规则.*\d 处需修改$/ }).waitFor();
    await publishing.fill(usual);
    await expect.poll(() => page.getByText('（不在 2026 年度内）').count()).toBe(0);
    await press(page, '下一步：核对保存');
    // Two reviewers give no result: it is told, with the way to where it is corrected.
    await page.getByText('评审组不得少于 3 人。').waitFor();
    await press(page, '到「评审规则」修改');
    await page.getByLabel('每份申报的专家人数').fill('3');
    await page
      .getByRole('button', { name: /核对保存/ })
      .first()
      .click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'office-wizard-check');
    await press(page, '保存草稿');
    await page.getByRole('heading', { name: '下一步' }).waitFor();
    await press(page, '发布批次');
    await shot(page, 'office-announce');
    // What becomes fixed is only read there: no tools of a table.
    await page.getByRole('dialog').getByRole('grid', { name: '受理的类别' }).waitFor();
    expect(
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /筛选|复制链接|导出/ })
        .count(),
    ).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: '发布批次' }).click();
    await page.getByText('到时自动开始受理').first().waitFor();
    const [cycle] = (await api(page, '/cycles')).items;
    expect(cycle).toMatchObject({
      status: 'announced',
      issuerCode: '文学',
      categories: [{ categoryId: 'community', panelSize: 3, weights: { documents: 100 }, quota: { total: 2 } }],
    });
    // People are found by user name, by name and by role.
    await page.goto(`${url}/console/people`);
    const rows = page.getByRole('grid', { name: '人员' }).getByRole('row');
    await page.getByLabel('查找用户名或姓名').fill('王');
    await expect.poll(() => rows.allTextContents().then((all) => all.slice(1).join())).toMatch(/^applicant王梅/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('查找用户名或姓名').fill('');
    await page.getByLabel('角色', { exact: true }).click();
    await page.getByTitle('评审专家').click();
    await page.getByRole('gridcell', { name: '褚卫东', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('gridcell', { name: '王梅', exact: true }).count()).toBe(0);
    await page.getByLabel('查找用户名或姓名').fill('冯');
    await expect.poll(() => rows.allTextContents().then((all) => all.slice(1).join())).toMatch(/^reviewer2冯雅/);
    await shot(page, 'office-people-found');
    // What was changed and not saved is not lost by a click beside it.
    await page
      .getByRole('button', { name: /设置角色/ })
      .first()
      .click();
    await page.getByRole('checkbox', { name: /督导/ }).click();
    await page.mouse.click(20, 400);
    await page.getByText('有未保存的修改').waitFor();
    await press(page, '取消');
    await expect.poll(() => page.getByText('有未保存的修改').count()).toBe(0);
    await expect.poll(() => page.getByRole('checkbox', { name: /督导/ }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await press(page, '不保存并离开');
    await expect.poll(() => page.getByRole('checkbox', { name: /督导/ }).count()).toBe(0);
    await page.goto(`${url}/console/experts`);
    await press(page, '专家入库');
    await page.getByRole('dialog').getByRole('combobox', { name: '人员' }).fill('卫明');
    await page.getByTitle('卫明 · reviewer4').click();
    await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('卫明');
    expect(troubles).toEqual([]);
  });

  it('sees on the board what the API counts; a draw without experts fails, is told and retried', {
    timeout: 300_000,
  }, async () => {
    const { url } = await open('before-review');
    const { page, troubles } = await signInAs(browser, { url, username: 'office' });
    await page.getByRole('link', { name: '开始评审' }).waitFor();
    await page.goto(`${url}/console/cycles`);
    await page.getByRole('link', { name: /学习型组织/ }).click();
    await page.getByRole('heading', { name: '各类别' }).waitFor();
    const cycleId = page.url().split('/').at(-1) ?? '';
    const { counts } = await api(page, `/cycles/${cycleId}/board`);
    const all = Object.values<Record<string, number>>(counts).reduce(
      (sum, each) => sum + (each['self-assessed'] ?? 0),
      0,
    );
    await page.getByRole('link', { name: `合计，自评已交，${all} 件` }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'office-board');
    await press(page, '开始评审');
    await page.getByRole('dialog').getByRole('button', { name: '开始评审' }).click();
    await page.getByRole('link', { name: '流程故障 1 件' }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: '抽取评审专家' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'office-fault');
    const [{ gateId }] = (await api(page, '/faults')).items;
    await press(page, '重试');
    await page.getByRole('dialog').getByRole('button', { name: '重试' }).click();
    await page.getByText('已重试，流程正在继续').waitFor();
    const { events } = await api(page, `/audit/chain?chainId=${encodeURIComponent(`gate/${gateId}`)}`);
    expect(events.map(({ action }: { action: string }) => action)).toContain('fault.retried');
    expect(troubles).toEqual([]);
  });

  it('is usable at 360 px, in both languages', { timeout: 300_000 }, async () => {
    const box = boxes.at(-1) ?? (await open('before-review'));
    for (const language of ['zh', 'en'] as const) {
      const { context, page, troubles } = await signInAs(browser, {
        url: box.url,
        username: 'office',
        phone: true,
        language,
      });
      for (const path of ['/home', '/cycles', '/cycles/new', '/reference?tab=calendar', '/reference?tab=categories']) {
        await page.goto(`${box.url}/console${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await settled(page);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: path })
          .toBe(0);
        if (language === 'zh') expect(await accessibilityFaults(page)).toEqual([]);
        await shot(page, `office${path.replaceAll(/[/?=]/g, '-')}-phone-${language}`);
      }
      expect(troubles).toEqual([]);
      await context.close();
    }
  });
});
