import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, shot, signInAs, tick } from '../support/browser.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

describe.skipIf(!chromiumPath)('the standards editor', () => {
  let box: StageBox;
  let browser: Browser;

  beforeAll(async () => {
    [box, browser] = await openStage('before-review');
  }, 600_000);

  afterAll(() => closeStage(box, browser));

  const tree = (page: Page) => page.getByRole('navigation', { name: '指标体系' });
  const fill = async (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  it('makes a standard from nothing, tells what is wrong with it, and publishes it', async () => {
    const { page, context, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/standards`);
    await page.getByRole('button', { name: '新建标准' }).click();
    const dialog = page.getByRole('dialog');
    await tick(dialog.getByRole('radio', { name: '空白' }));
    await dialog.getByLabel('类别').fill('家庭');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('标准名称').fill('学习型家庭评估标准（𠮷县）');
    await dialog.getByRole('button', { name: '新建' }).click();
    await page.getByRole('heading', { name: '学习型家庭评估标准（𠮷县）' }).waitFor();

    await tree(page).getByRole('button', { name: '添加一级指标' }).click();
    await fill(page, '名称', '家庭学习');
    await tree(page).getByRole('button', { name: '添加二级指标' }).click();
    await fill(page, '名称', '学习氛围');
    for (const [name, what] of [
      ['家庭藏书', '有固定的读书角。'],
      ['共同学习', '每周共同学习一次以上。'],
      ['志愿服务', '参加社区志愿服务。'],
    ] as const) {
      await tree(page).getByRole('button', { name: '添加观测点' }).click();
      await fill(page, '名称', name);
      await fill(page, '评分说明', what);
    }
    await page.getByText(/发布前须改正/).waitFor();
    await tree(page)
      .getByRole('button', { name: /1\.1 学习氛围/ })
      .click();
    await page.getByRole('button', { name: '平均分配' }).click();
    await page.getByText('没有需要改正之处，可以发布').waitFor();

    // By keyboard: the third point goes before the second.
    await tree(page)
      .getByRole('button', { name: /志愿服务/ })
      .focus();
    await page.keyboard.press('Alt+ArrowUp');
    await tree(page)
      .getByRole('button', { name: /1\.1\.2 志愿服务/ })
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'standard-editor');

    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await page.getByText('已公布').waitFor();
    expect(await tree(page).getByRole('button', { name: '添加观测点' }).count()).toBe(0);

    await page.getByRole('button', { name: '修改为下一版本' }).click();
    await page.waitForURL('**/2');
    await tree(page)
      .getByRole('button', { name: /共同学习/ })
      .click();
    await fill(page, '评分说明', '每周共同学习两次以上。');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '发布' }).waitFor();
    await page.getByRole('link', { name: '与其他版本对比' }).click();
    await page.getByLabel('与之对比').click();
    await page.getByTitle('学习型家庭评估标准（𠮷县） · 第 1 版').click();
    await page.getByRole('cell', { name: '评分说明: 每周共同学习一次以上。' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'standard-comparison');
    expect(troubles).toEqual([]);
    await context.close();
  }, 120_000);

  it('loses nothing where two tabs edit the same draft, and asks before unsaved changes are left', async () => {
    const { page, context, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    await page.goto(`${box.url}/console/standards`);
    await page.getByRole('link', { name: '学习型社区评估标准' }).first().click();
    await page.getByRole('button', { name: '修改为下一版本' }).click();
    await page.waitForURL('**/2');
    const other = await context.newPage();
    await other.goto(`${box.url}/console/`);
    await other.getByRole('button', { name: '登录' }).click();
    await other.waitForURL('**/home');
    await other.goto(page.url());
    await other.getByLabel('来源').fill('另一窗口');
    await other.getByRole('button', { name: '保存' }).click();
    await other.getByRole('button', { name: '发布' }).waitFor();

    await page.getByLabel('备注').fill('本窗口');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('这份草稿已在别处被修改').waitFor();
    await expect.poll(() => page.getByLabel('备注').inputValue()).toBe('本窗口');

    await page.getByRole('link', { name: '首页' }).click();
    await page.getByRole('dialog').getByText('离开本页将丢失这些修改。').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.getByLabel('备注').inputValue()).toBe('本窗口');
    await page.getByRole('button', { name: '载入最新内容' }).click();
    await expect.poll(() => page.getByLabel('来源').inputValue()).toBe('另一窗口');
    expect(troubles).toEqual([]);
    await context.close();
  }, 120_000);

  it('reads well in English and on a phone', async () => {
    for (const [language, phone] of [
      ['en', false],
      ['zh', true],
    ] as const) {
      const { page, context, troubles } = await signInAs(browser, {
        url: box.url,
        username: 'office',
        language,
        phone,
      });
      await page.goto(`${box.url}/console/standards/example-community/1`);
      await page.getByRole('heading', { name: '学习型社区评估标准' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await shot(page, `standard-${language}${phone ? '-phone' : ''}`);
      expect(troubles).toEqual([]);
      await context.close();
    }
  }, 120_000);
});
