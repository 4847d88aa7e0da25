import xlsx from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyIn } from '#test/support/apply';
import { accessibilityFaults, chromiumPath, shot, signInAs, tick } from '#test/support/browser';
import { closeStage, openStage } from '#test/support/stage-browser';
import { type StageBox, seasonPassword } from '#test/support/stages';
import '#test/support/failures';

type Applied = Awaited<ReturnType<typeof applyIn>>;
type Case = { application: { status: string; opinion?: string; returned?: { fields: object[]; reason: string } } };

const departmentOf = async (page: Page): Promise<string> => {
  const { grants } = await read<{ grants: { department?: string }[] }>(page, '/me');
  return grants.find(({ department }) => department)?.department ?? '';
};

const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => {
    const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
    return (await fetch(`/api${address}`, { headers: { authorization: `Bearer ${access}` } })).json();
  }, path);

describe.skipIf(!chromiumPath)('the desks before the review', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let applied: Applied;
  beforeAll(async () => {
    [box, browser] = await openStage('accepting');
    applied = await applyIn(box.url, 'party');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const recommender = (phone = false) =>
    signInAs(browser, { url: box.url, username: 'wenlan-recommender-1', password: seasonPassword, phone });
  const caseOf = async (page: Page, unit: string): Promise<Case['application']> => {
    const id = applied.find(({ organizationName }) => organizationName === unit)?.applicationId;
    return (await read<Case>(page, `/applications/${id}`)).application;
  };

  it('returns a form field by field, and recommends the others in order', async () => {
    const { page, troubles } = await recommender();
    await page.getByRole('heading', { level: 2, name: '推荐', exact: true }).waitFor();
    await page.goto(`${box.url}/console/recommendations`);
    await page.getByRole('link', { name: '开始办理' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'recommender-home');
    await page.getByRole('link', { name: '开始办理' }).click();
    const grid = page.getByRole('grid', { name: '推荐队列' });
    await grid.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'recommender-queue');

    // The second is put first: kept by the server, for the office and for every machine.
    await page.getByRole('button', { name: '排推荐顺序' }).click();
    const second = (await page.getByRole('dialog').getByRole('listitem').nth(1).textContent()) ?? '';
    await page.getByRole('button', { name: /^上移/ }).nth(1).click();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('listitem').first().textContent())
      .toContain(second.replace(/\d+/g, '').trim());
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'recommender-order');
    await page.getByRole('button', { name: '保存顺序' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const unitFirst = second.replace(/\d+/g, '').trim();
    const { items: cycles } = await read<{ items: { cycleId: string }[] }>(page, '/cycles');
    const path = `/cycles/${cycles[0]?.cycleId}/application-rows?categoryId=party`;
    const ranked = (await read<{ items: { organizationName: string; rank?: number }[] }>(page, path)).items;
    expect(ranked.find(({ rank }) => rank === 1)?.organizationName).toBe(unitFirst);
    expect(ranked.map(({ rank }) => rank ?? 0).sort()).toEqual(applied.map((_, at) => at + 1));

    // Down by key, and into the case.
    await grid.getByRole('gridcell').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '退回修改' }).click();
    const unit = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await tick(page.getByRole('checkbox', { name: '「主要做法」需要修改' }));
    await page.getByLabel('这一处的修改原因').fill('请写明开展次数。');
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'case-return');
    await page.getByRole('button', { name: '查看退回通知并退回' }).click();
    await page.getByText('主要做法：请写明开展次数。').waitFor();
    await page.getByLabel('总的理由').fill('做法不够具体。');
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const returned = await caseOf(page, unit.split(' ')[0] ?? '');
    expect(returned).toMatchObject({
      status: 'returned',
      returned: { reason: '做法不够具体。', fields: [{ path: 'practices', reason: '请写明开展次数。' }] },
    });

    // The next one of the list by key, then back to the list, and all that wait at once.
    await page.keyboard.press('j');
    await page.getByText(/^第 2 \//).waitFor();
    await page.getByRole('link', { name: '返回列表' }).click();
    await tick(page.getByLabel('选择所见的全部行'));
    await page.getByRole('button', { name: /^推荐 \d+ 件/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^推荐 \d+ 件/ })
      .click();
    await page.getByText(/未能办理 0 件，还有 0 件未开始/).waitFor();
    const states = await Promise.all(applied.map(({ organizationName }) => caseOf(page, organizationName)));
    expect(states.map(({ status }) => status).sort()).toEqual([
      ...applied.slice(1).map(() => 'recommended'),
      'returned',
    ]);
    expect(states.flatMap(({ opinion }) => opinion ?? []).join('')).toBe('');
    expect(troubles).toEqual([]);
  });

  it('keeps an order that was not saved until one leaves it knowingly, and tells where a colleague was faster', async () => {
    const { page, troubles } = await recommender();
    const { items } = await read<{ items: { cycleId: string }[] }>(page, '/cycles');
    const cycleId = items[0]?.cycleId;
    const orderOf = async () => {
      const { items: cells } = await read<{ items: { categoryId: string; order: string[]; orderVersion: number }[] }>(
        page,
        `/cycles/${cycleId}/recommendations`,
      );
      return cells.find(({ categoryId }) => categoryId === 'party');
    };
    await page.goto(`${box.url}/console/recommendations/${cycleId}`);
    await page.getByRole('button', { name: '排推荐顺序' }).click();
    const drawer = page.getByRole('dialog', { name: '推荐顺序' });
    await drawer.getByRole('button', { name: /^下移/ }).first().click();
    const mine = await drawer.getByRole('listitem').allTextContents();
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .filter({ hasText: '有未保存的修改' })
      .getByRole('button', { name: /取 ?消/ })
      .click();
    const before = await orderOf();
    // Another tab of the department saves meanwhile.
    const change = await page.evaluate(
      async ({ address, body, version }) => {
        const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
        const answer = await fetch(`/api${address}`, {
          method: 'PUT',
          headers: {
            authorization: `Bearer ${access}`,
            'content-type': 'application/json',
            'if-match': `"${version}"`,
          },
          body: JSON.stringify(body),
        });
        return answer.status;
      },
      {
        address: `/cycles/${cycleId}/recommendations/order`,
        body: {
          categoryId: 'party',
          department: await departmentOf(page),
          applicationIds: applied.map(({ applicationId }) => applicationId),
        },
        version: before?.orderVersion ?? 0,
      },
    );
    expect(change).toBe(200);
    await drawer.getByRole('button', { name: '保存顺序' }).click();
    await drawer.getByText('同事刚刚改过推荐顺序').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawer.getByRole('button', { name: '保存顺序' }).click();
    await drawer.waitFor({ state: 'hidden' });
    const nameOf = new Map(applied.map(({ applicationId, organizationName }) => [applicationId, organizationName]));
    const saved = ((await orderOf())?.order ?? []).map((id) => nameOf.get(id) ?? id);
    expect(mine.map((text, at) => text.includes(saved[at] ?? 'nobody'))).toEqual(mine.map(() => true));
    expect(troubles.filter((trouble) => !trouble.includes('412'))).toEqual([]);
  });

  it('is used on a phone', async () => {
    const { page, troubles } = await recommender(true);
    const { items } = await read<{ items: { cycleId: string }[] }>(page, '/cycles');
    for (const path of [
      '/recommendations',
      `/recommendations/${items[0]?.cycleId}`,
      `/cases/${applied[0]?.applicationId}`,
    ]) {
      await page.goto(`${box.url}/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await accessibilityFaults(page)).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await shot(page, `phone${path.replace(/\/[a-z]+-\w{10,}/, '').replaceAll('/', '-')}`);
    }
    expect(troubles).toEqual([]);
  });

  it('takes decisions from a workbook, and does nothing while a row of it is wrong', async () => {
    const more = await applyIn(box.url, 'agency');
    const { page, troubles } = await signInAs(browser, {
      ...{ url: box.url, username: 'wenlan-recommender-2', password: seasonPassword },
    });
    const { items } = await read<{ items: { cycleId: string }[] }>(page, '/cycles');
    await page.goto(`${box.url}/console/recommendations/${items[0]?.cycleId}`);
    const bring = async (rows: readonly (readonly unknown[])[]): Promise<void> => {
      const book = xlsx.utils.book_new();
      const sheet = xlsx.utils.aoa_to_sheet([['申报编号', '顺序', '决定', '意见'], ...rows.map((row) => [...row])]);
      xlsx.utils.book_append_sheet(book, sheet, '推荐表');
      const buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer; // of that type, by the option
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.locator('input[type=file]').setInputFiles({ name: '推荐表.xlsx', mimeType, buffer });
    };
    const [first, second] = more.map(({ applicationId }) => applicationId);
    await page.getByRole('grid', { name: '推荐队列' }).waitFor();
    await bring([
      [first, 1, '推荐', ''],
      [second, '', '不推荐', ''],
    ]);
    await page.getByText('不推荐应写明意见').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '办理 2 件' }).isDisabled()).toBe(true);
    await shot(page, 'recommender-workbook');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page
      .getByRole('button', { name: '取 消' })
      .or(page.getByRole('button', { name: '取消' }))
      .click();
    await bring([
      [first, 1, '推荐', '很好'],
      [second, '', '不推荐', '不符合条件'],
    ]);
    await page.getByRole('button', { name: '办理 2 件' }).click();
    await page.getByText(/已办理 2 件/).waitFor();
    expect(await read<Case>(page, `/applications/${first}`)).toMatchObject({
      application: { status: 'recommended', opinion: '很好' },
      rank: 1,
    });
    expect((await read<Case>(page, `/applications/${second}`)).application.status).toBe('declined');
    expect(troubles).toEqual([]);
  });

  it('accepts many at the formal check, from a link that the board may give', async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'office' });
    const { items } = await read<{ items: { cycleId: string }[] }>(page, '/cycles');
    await page.goto(`${box.url}/console/cycles/${items[0]?.cycleId}/applications?status=recommended&category=party`);
    await page.getByRole('grid').waitFor();
    // In which order the department recommended them.
    await page.getByRole('columnheader', { name: '推荐顺序' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'office-applications');
    await tick(page.getByLabel('选择所见的全部行'));
    await page.getByRole('button', { name: /^受理 \d+ 件/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^受理 \d+ 件/ })
      .click();
    await page.getByText(/未能办理 0 件，还有 0 件未开始/).waitFor();
    const rows = await read<{ items: { status: string; categoryId: string }[] }>(
      page,
      `/cycles/${items[0]?.cycleId}/application-rows?categoryId=party`,
    );
    expect(rows.items.some(({ status }) => status === 'recommended')).toBe(false);
    expect(troubles).toEqual([]);
  });
});
