import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, enter, openPage, shot, signInAs } from '#test/support/browser';
import { closeStage, openStage } from '#test/support/stage-browser';
import { type StageBox, seasonPassword } from '#test/support/stages';
import '#test/support/failures';

/** What people do to a page who do not mean well, or are out of luck. */
describe.skipIf(!chromiumPath)('a desk that is treated badly', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  beforeAll(async () => {
    [box, browser] = await openStage('accepting');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  it('saves and lets go of whoever has no database in the browser', async () => {
    const { page, troubles } = await openPage(browser);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await enter(page, { url: box.url, username: 'wenlan-QY-001', password: seasonPassword });
    await page.goto(`${box.url}/console/applications/begin`);
    await page.getByRole('button', { name: '开始申报' }).click();
    await page.getByLabel('主要做法').fill('每月集中学习。');
    await page.getByText(/^已保存 \d/).waitFor();
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByText('确定要退出吗？').waitFor();
    expect(troubles).toEqual([]);
  });

  it('shows what is public to a browser that keeps nothing, and tells it why nobody can sign in', async () => {
    const { page, troubles } = await openPage(browser);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          configurable: true,
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${box.url}/console/notices`);
    await page.getByRole('heading', { level: 1, name: '公示与异议' }).waitFor();
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '浏览器禁止本网站保存数据' }).waitFor();
    await shot(page, 'breaking-keeps-nothing');
    // Why it failed is told to whoever looks into the console.
    expect(troubles.filter((each) => !each.includes('this browser keeps nothing'))).toEqual([]);
  });

  it('keeps the planning clerk on the page and in the field', async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/cycles/new`);
    await page.getByRole('button', { name: '下一步：类别与标准' }).click();
    const step = page.getByRole('group', { name: '类别与标准' });
    await step.getByRole('checkbox', { name: '企业' }).waitFor();
    await expect.poll(() => step.evaluate((each) => each.matches(':focus'))).toBe(true);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);

    await page.goto(`${box.url}/console/reference?tab=calendar`);
    await page.getByText('导入一年的节假日安排').click();
    await page.getByLabel('节假日安排', { exact: true }).fill('元旦放假');
    await page.getByText(/^没有认出放假日期/).waitFor();
    await page
      .getByLabel('节假日安排', { exact: true })
      .fill('2027 年元旦：1 月 1 日（周五）至 3 日（周日）放假，共 3 天。');
    await page.getByText(/^格式正确/).waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('dialog', { name: '导入 2027 年节假日安排' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('says of a page whose script does not come that the server is away, and opens it afterwards', async () => {
    const { page } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.getByRole('link', { name: '审计' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByRole('heading', { level: 1, name: '暂时连接不上服务器' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '审计' }).waitFor();
  });

  it('asks once before reference data that was not saved is left, for another page or another part of it', async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/reference`);
    await page.getByRole('treeitem').first().click();
    const name = page.getByLabel('名称', { exact: true });
    const before = await name.inputValue();
    await name.fill(`${before}𠮷`);
    const question = page.getByRole('dialog', { name: '有未保存的修改' });
    for (const away of ['类别', '单位核实']) {
      await page.getByRole('link', { name: away, exact: true }).click();
      await question.getByRole('button', { name: '取消' }).click();
      await question.waitFor({ state: 'hidden' });
      expect([await name.inputValue(), await page.getByRole('dialog').count()]).toEqual([`${before}𠮷`, 0]);
    }
    await page.getByRole('link', { name: '类别', exact: true }).click();
    await question.getByRole('button', { name: '不保存并离开' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('grid').waitFor();
    expect([page.url(), await page.getByRole('dialog').count()]).toEqual([
      `${box.url}/console/reference?tab=categories`,
      0,
    ]);
    await page.getByRole('link', { name: '地区', exact: true }).click();
    await page.getByRole('treeitem').first().click();
    await expect.poll(() => name.inputValue()).toBe(before);
    expect(troubles).toEqual([]);
  });

  it('tells a lead department of a unit that waits for it, on its first page', async () => {
    const { page: newcomer } = await signInAs(browser, { url: box.url, username: 'applicant' });
    await newcomer.goto(`${box.url}/console/home`);
    const department = await newcomer.evaluate(async () => {
      const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
      const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
      const { areas } = await (await fetch('/api/areas', { headers })).json();
      const unit = {
        name: '王梅家庭',
        categoryId: 'family',
        areaId: areas.at(-1).areaId,
        recommender: '妇联',
        contact: { name: '王梅', phone: '010-66001234' },
      };
      const sent = { method: 'POST', body: JSON.stringify(unit) };
      const key = { 'idempotency-key': crypto.randomUUID() };
      return (await fetch('/api/organizations', { ...sent, headers: { ...headers, ...key } })).status;
    });
    expect(department).toBe(201);
    const { page } = await signInAs(browser, { url: box.url, username: 'recommender' });
    await page.getByRole('link', { name: '核实单位 1 个' }).click();
    await page.getByText('王梅家庭').first().waitFor();
  });

  it('keeps a reason that was written when the sign-in had ended', async () => {
    const { page } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/cycles`);
    await page.getByRole('main').getByRole('link').first().click();
    await page.route('**/api/cycles/*/close-window', (route) => route.fulfill({ status: 401, body: '{}' }));
    await page.getByRole('button', { name: '提前截止申报' }).click();
    const dialog = page.getByRole('dialog', { name: '提前截止申报' });
    await dialog.getByLabel('理由').fill('全部单位已完成申报。');
    await dialog.getByRole('button').last().click();
    await dialog.getByText('登录已过期，请重新登录。').waitFor();
    await dialog.getByText(/^您填写的内容已保留/).waitFor();
    await expect.poll(() => dialog.getByLabel('理由').inputValue()).toBe('全部单位已完成申报。');
    await shot(page, 'sign-in-ended-reason');

    // Whoever is still signed in at the provider is back at once.
    await dialog.getByRole('button', { name: '重新登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '提前截止申报' }).click();
    await expect.poll(() => dialog.getByLabel('理由').inputValue()).toBe('全部单位已完成申报。');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '提前截止申报' }).click();
    await expect.poll(() => dialog.getByLabel('理由').inputValue()).toBe('');
  });

  it('does an act once however often it is pressed, and does not look as if it could be called back', async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/cycles`);
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('button', { name: '延长期限' }).click();
    const extending = page.getByRole('dialog', { name: '延长期限' });
    await extending.getByText(/^现期限 \d{4}-\d\d-\d\d 24:00$/).waitFor();
    await extending.getByRole('button', { name: '取消' }).click();
    await extending.waitFor({ state: 'hidden' });

    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked: string[] = [];
    await page.route('**/api/cycles/*/close-window', async (route) => {
      asked.push(route.request().headers()['idempotency-key'] ?? '');
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: '提前截止申报' }).click();
    const dialog = page.getByRole('dialog', { name: '提前截止申报' });
    await dialog.getByLabel('理由').fill('全部单位已完成申报。');
    await dialog.getByRole('button').last().dblclick();
    await expect.poll(() => asked.length).toBe(1);
    await expect.poll(() => dialog.getByRole('button', { name: '取消' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    answer();
    await dialog.waitFor({ state: 'hidden' });
    expect(asked).toHaveLength(1);
    expect(troubles).toEqual([]);
  });
});
