import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, shot, signInAs, sizes, tick } from '../support/browser.ts';
import { boxAt, type Stage, type StageBox, seasonPassword } from '../support/stages.ts';
import '../support/failures.ts';

/** What the page's own sign-in may ask. */
const call = <T>(page: Page, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> =>
  page.evaluate<T>(
    `(async () => {
      const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens'));
      const headers = { authorization: 'Bearer ' + access, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const body = ${JSON.stringify(body === undefined ? {} : { body: JSON.stringify(body) })};
      return (await fetch('/api${path}', { method: '${method}', headers, ...body })).json();
    })()`,
  );

type View = { application: { status: string; assessments: number }; form: { practices: string; features: string } };
const view = (page: Page, applicationId: string): Promise<View> => call(page, 'GET', `/applications/${applicationId}`);

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /已保存 \d/ })
    .first()
    .waitFor();

/** Goes on by Tab until that control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('main').getByLabel(name).or(page.getByRole('main').getByRole('button', { name }));
  for (let step = 0; step < 60; step += 1) {
    if (await control.first().evaluate((each) => each.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by Tab`);
}

/** Shown on a desktop and on a phone, as it may be seen and heard. */
async function sound(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  // A button within a link would be two stops of the keyboard for one thing.
  await expect.poll(() => page.locator('a button').count()).toBe(0);
  await shot(page, `applicant-${name}`);
  await page.setViewportSize(sizes.phone);
  await expect
    .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'))
    .toBeLessThanOrEqual(sizes.phone.width);
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot(page, `applicant-${name}-phone`);
  await page.setViewportSize(sizes.desktop);
}

describe.skipIf(!chromiumPath)('the applicant’s desk', { timeout: 300_000 }, () => {
  const boxes: StageBox[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const box of boxes) {
      await box.close();
      rmSync(dirname(box.dataDir), { recursive: true, force: true });
    }
  });

  const enterAt = async (stage: Stage, username: string) => {
    const box = await boxAt(stage);
    boxes.push(box);
    const opened = await signInAs(browser, { url: box.url, username, password: seasonPassword });
    return { ...opened, box };
  };

  it('begins, fills in and submits the form by keyboard alone, and corrects what was returned', async () => {
    const { page, troubles, box } = await enterAt('accepting', 'wenlan-QY-001');
    await page.goto(`${box.url}/console/applications/begin`);
    await page.getByRole('radio').first().waitFor();
    await sound(page, 'begin');
    await tabTo(page, '开始申报');
    await page.keyboard.press('Enter');
    await page.getByLabel('基本情况').waitFor();
    const applicationId = page.url().split('/').at(-2) ?? '';

    // Whom the unit named when it registered stands there already, and may be replaced.
    await page.getByText('取自单位登记，请核对。').first().waitFor();
    await expect.poll(() => page.getByLabel('联系电话').inputValue()).not.toBe('');
    const texts = { 基本情况: '现有职工八百人。', 主要做法: '每月集中学习。' };
    for (const [label, text] of Object.entries(texts)) {
      await tabTo(page, label);
      await page.keyboard.insertText(text);
    }
    await tabTo(page, '联系人');
    await page.keyboard.insertText('王梅');
    await saved(page);
    await tabTo(page, '提交申报表');
    await page.keyboard.press('Enter');
    await page.getByText('还不能提交').waitFor();
    await sound(page, 'form');
    await page.getByRole('alert').getByRole('link', { name: '工作成效' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('全员参训。');
    await tabTo(page, '提交申报表');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '提交申报表' });
    await dialog.getByText('每月集中学习。').waitFor();
    await dialog.getByRole('button', { name: '提交申报表' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('等待推荐单位审核').first().waitFor();
    await page.getByText('提交申报表').first().waitFor();
    expect((await view(page, applicationId)).application.status).toBe('submitted');
    await sound(page, 'case');

    const desk = await signInAs(browser, {
      url: box.url,
      username: 'wenlan-office-checker',
      password: seasonPassword,
    });
    await call(desk.page, 'POST', `/applications/${applicationId}/return`, {
      reason: '请补充数据',
      fields: [{ path: 'results', reason: '缺少参训率' }],
    });
    await page.goto(`${box.url}/console/home`);
    await page.getByRole('link', { name: '补正申报表' }).click();
    await page.getByText('需修改：缺少参训率').waitFor();
    await sound(page, 'returned');
    await page.getByLabel('工作成效').fill('全员参训，参训率 98%。');
    await saved(page);
    await page.getByRole('button', { name: '提交修改' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交修改' }).click();
    await page.getByText('等待推荐单位审核').first().waitFor();
    expect((await view(page, applicationId)).application.status).toBe('submitted');
    await page.goto(`${box.url}/console/applications/${applicationId}/print`);
    await page.getByText('参训率 98%').waitFor();
    await sound(page, 'print');
    expect(troubles).toEqual([]);
  });

  it('assesses itself beside the standard, with evidence, and submits', async () => {
    const { page, troubles } = await enterAt('assessing', 'wenlan-QY-001');
    await page.getByRole('link', { name: '填写自评' }).click();
    await page.getByRole('button', { name: '下一项' }).waitFor();
    const address = new URL(page.url());
    const applicationId = address.pathname.split('/').at(-2) ?? '';
    await sound(page, 'assessment');
    const points = page.getByRole('navigation', { name: '指标' }).getByRole('link');
    for (let point = (await points.count()) - 1; point > 0; point -= 1) {
      const yes = page.getByRole('radio').first();
      if (await yes.isVisible()) await tick(yes);
      else await page.getByLabel('自评得分').fill('6');
      await page.getByLabel('自评理由').fill('制度健全，记录齐全。');
      const name = `佐证${point}.pdf`;
      const buffer = Buffer.from(`%PDF-1.7\n${point} 0 obj\n<<>>\nendobj\n`);
      await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await page.getByText(name).first().waitFor();
      await page.getByRole('button', { name: '下一项' }).click();
    }
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('report-title');
    for (const part of ['组织与保障', '主要做法', '工作成效', '特色亮点', '不足与改进']) {
      await page.getByLabel(part).fill(`${part}：见附件。`);
    }
    await saved(page);
    await page.getByText('全部填好').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '提交自评' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交自评' }).click();
    await page.getByText('等待专家评审').first().waitFor();
    expect((await view(page, applicationId)).application).toMatchObject({ status: 'self-assessed', assessments: 1 });
    await page.getByRole('link', { name: '查看自评' }).click();
    await page.getByText('制度健全，记录齐全。').first().waitFor();
    expect(troubles).toEqual([]);
  });
});
