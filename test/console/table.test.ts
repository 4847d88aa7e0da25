import { readFileSync } from 'node:fs';
import xlsx from '@e965/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationsOf } from '#services/cycles/members';
import { applications } from '#store/entities';
import { accessibilityFaults, chromiumPath, shot, signInAs } from '#test/support/browser';
import { closeStage, openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

describe.skipIf(!chromiumPath)('a long table', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    [box, browser] = await openStage('assessing');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const opened = async (options: { phone?: boolean; language?: 'zh' | 'en' } = {}) => {
    const signedIn = await signInAs(browser, { url: box.url, username: 'office', ...options });
    const { page } = signedIn;
    const cycleId = await page.evaluate(async () => {
      const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
      const answer = await fetch('/api/cycles', { headers: { authorization: `Bearer ${access}` } });
      return ((await answer.json()) as { items: { cycleId: string }[] }).items[0]?.cycleId;
    });
    address = `${box.url}/console/cycles/${cycleId}/applications`;
    await page.goto(address);
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell').first().waitFor();
    return { ...signedIn, grid };
  };

  it('is sorted, filtered and sent as a link, and exports what is seen', async () => {
    const { page, grid, troubles } = await opened();
    const units = () => grid.locator('[data-at$="/0"]:not(th *)').allTextContents();
    await page.getByRole('button', { name: '单位', exact: true }).click();
    const sorted = (await units()).filter((text) => text !== '单位');
    expect(sorted).toEqual([...sorted].sort(new Intl.Collator('zh-CN', { numeric: true }).compare));
    await page.getByRole('combobox', { name: '筛选：类别' }).selectOption('党组织');
    await page.getByText(/^显示 \d+ \/ \d+$/).waitFor();
    await page.waitForURL(/view=/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'table-filtered');
    const seen = await units();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    const book = xlsx.read(readFileSync(await download.path()));
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows.slice(1).map(([unit]) => unit)).toEqual(seen.filter((text) => text !== '单位'));
    // The link shows the same to whoever opens it.
    await page.reload();
    await page.getByText(/^显示 \d+ \/ \d+$/).waitFor();
    expect(await units()).toEqual(seen);
    expect(troubles).toEqual([]);
  });

  it('is walked through by the keyboard alone', async () => {
    const { page, grid, troubles } = await opened();
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-at'));
    await grid.locator('[data-at="0/0"]').focus();
    for (const [key, place] of [
      ['ArrowDown', '1/0'],
      ['ArrowRight', '1/1'],
      ['ArrowUp', '0/1'],
      ['ArrowUp', '-1/1'],
      ['PageDown', '11/1'],
      ['Control+Home', '0/0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(at).toBe(place);
    }
    await page.keyboard.press('Space');
    await page.getByText('已选 1 行').waitFor();
    await page.keyboard.press('Control+End');
    await expect.poll(at).toMatch(/^\d+\/8$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/**');
    await page.goBack();
    await grid.getByRole('gridcell').first().waitFor();
    expect(troubles).toEqual([]);
  });

  it('keeps the choice of columns for the person, and stays in its box on a phone', async () => {
    const { page, grid, troubles } = await opened({ phone: true, language: 'en' });
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Area' }).uncheck();
    await page.goto(address);
    await grid.getByRole('gridcell').first().waitFor();
    await expect.poll(() => page.getByRole('columnheader', { name: 'Area' }).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'phone-table');
    expect(troubles).toEqual([]);
  });

  it('draws the rows in sight of many, wherever somebody jumps, and the keyboard keeps its row', async () => {
    const { store } = box.dependencies;
    const cycleId = address.split('/').at(-2) ?? '';
    const [some] = await applicationsOf({ store }, cycleId, ['enterprise']);
    if (!some) throw new Error('no enterprise applied');
    const many = Array.from({ length: 700 }, (_, at) => ({
      ...some,
      applicationId: `application-many-${at}`,
      organizationId: `organization-many-${at}`,
      organizationName: `众单位 ${String(at).padStart(3, '0')}`,
    }));
    await store.stage(applications, many);
    const { page, grid, troubles } = await opened();
    await page.getByLabel('筛选：单位', { exact: true }).fill('众单位');
    await page.getByText(/^显示 700 \//).waitFor();
    await page.getByRole('button', { name: '单位', exact: true }).click();
    const rowAt = (at: number) => grid.locator(`[data-at="${at}/0"]`);
    await expect.poll(() => rowAt(0).textContent()).toBe('众单位 000');
    await rowAt(2).focus();
    const scroller = grid.locator('xpath=..');
    for (const at of [300, 650, 120]) {
      await scroller.evaluate((element, top) => element.scrollTo(0, top), at * 44);
      await expect.poll(() => rowAt(at + 3).textContent()).toBe(`众单位 ${at + 3}`);
      const names = await grid.locator('tbody [data-at$="/0"]').allTextContents();
      expect(names).toEqual([...names].sort());
      expect(new Set(names).size).toBe(names.length);
    }
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('众单位 002');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('众单位 003');
    await page.waitForURL(/view=.*up.*has/);
    // All of them come in one answer, and the table stands at once.
    await page.reload();
    await expect.poll(() => rowAt(0).textContent()).toBe('众单位 000');
    expect(troubles).toEqual([]);
  });
});
