import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, shot, signInAs } from '#test/support/browser';
import { openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

/** Nothing is under way any more: no grey lines stand for what comes. */
const settled = (page: Page) =>
  expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 30_000 }).toBe(0);

const pages = ['/cycles', '/faults', '/audit', '/people', '/reference', '/register'];

describe.skipIf(!chromiumPath)('the supervisor’s desk', () => {
  let box: StageBox;
  let browser: Browser;
  beforeAll(async () => {
    [box, browser] = await openStage('publicized');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await box?.close();
    if (box) await rm(dirname(box.dataDir), { recursive: true });
  });

  it.each([
    { size: 'desktop', phone: false },
    { size: 'phone', phone: true },
  ])('sees everything and is offered no act: $size', { timeout: 300_000 }, async ({ size, phone }) => {
    const { context, page, troubles } = await signInAs(browser, { url: box.url, username: 'supervisor', phone });
    await page.getByRole('link', { name: '在页面中核验' }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const path of pages) {
      await page.goto(`${box.url}/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      for (const act of ['筹划批次', '设置角色', '导入名册', '添加类别', '重试', '终止流程']) {
        await expect.poll(() => page.getByRole('button', { name: act }).count(), { message: `${path} ${act}` }).toBe(0);
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      await shot(page, `oversight${path.replaceAll('/', '-')}-${size}`);
    }
    await page.goto(`${box.url}/console/cycles`);
    await page.getByRole('link', { name: /学习型组织/ }).click();
    await page.getByRole('heading', { name: '期限' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '延长期限' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('reads names where the record keeps ids: in the audit, on the list and on the notice', {
    timeout: 300_000,
  }, async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'supervisor' });
    const read = (path: string) =>
      page.evaluate(async (address) => {
        const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
        return (await fetch(`/api${address}`, { headers: { authorization: `Bearer ${access}` } })).json();
      }, path);
    const [cycle] = (await read('/cycles')).items;
    const { list } = await read(`/cycles/${cycle.cycleId}/list`);
    const publicity = await read(`/publicities/${cycle.publicityId}`);
    const ids = [list.draftedBy, list.checkedBy, publicity.draftedBy, publicity.checkedBy];
    const named = (await read(`/people/names?ids=${[...new Set(ids)].join()}`)).items;
    const nameOf = new Map<string, string>(
      named.map(({ personId, name }: { personId: string; name: string }) => [personId, name]),
    );
    for (const [path, people] of [
      ['list', ids.slice(0, 2)],
      ['publicity', ids.slice(2)],
    ] as const) {
      await page.goto(`${box.url}/console/cycles/${cycle.cycleId}/${path}`);
      await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: cycle.title }).waitFor();
      for (const id of people)
        await page
          .getByText(nameOf.get(id) ?? 'nobody', { exact: true })
          .first()
          .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await shot(page, `oversight-names-${path}`);
    }
    await page.goto(`${box.url}/console/audit/cycle/${cycle.cycleId}`);
    const [{ actor }] = (await read(`/audit/chain?chainId=cycle/${cycle.cycleId}`)).events;
    const [{ name }] = (await read(`/people/names?ids=${actor.id}`)).items;
    const cell = page.getByRole('gridcell').filter({ hasText: name }).first();
    await expect.poll(() => cell.textContent()).toContain(actor.id);
    await shot(page, 'oversight-names-chain');
    expect(troubles).toEqual([]);
  });

  it('tells the office, step by step, who handled an objection; the committee reads no audit', {
    timeout: 300_000,
  }, async () => {
    const { context, page, troubles } = await signInAs(browser, { url: box.url, username: 'checker' });
    const objectionId = await page.evaluate(async () => {
      const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
      const ask = async (path: string, body?: object) => {
        const answer = await fetch(`/api${path}`, {
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: `Bearer ${access}`,
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        return answer.json();
      };
      const [{ publicityId }] = (await ask('/cycles')).items;
      const entered = await ask(`/publicities/${publicityId}/objections`, {
        target: { kind: 'procedure' },
        grounds: '名单公示前没有公布评分标准，请核查程序。',
        objector: { kind: 'person', name: '某居民', unit: '无', phone: '010-88886666' },
        postmarkedOn: '2026-09-21',
      });
      await ask(`/objections/${entered.objectionId}/admit`, {});
      return entered.objectionId as string;
    });
    await page.goto(`${box.url}/console/objections/${objectionId}`);
    const handling = page.getByRole('region', { name: '办理经过' });
    await handling.getByText('受理异议').waitFor();
    await handling.getByText('陈立').first().waitFor();
    await page
      .getByRole('navigation', { name: '所在位置' })
      .getByRole('link', { name: /学习型组织/ })
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'oversight-objection-handled');
    expect(troubles).toEqual([]);
    await context.close();

    const signing = await signInAs(browser, { url: box.url, username: 'committee' });
    await signing.page.goto(`${box.url}/console/objections/${objectionId}`);
    await signing.page.getByText('名单公示前没有公布评分标准').waitFor();
    await settled(signing.page);
    await expect.poll(() => signing.page.getByRole('region', { name: '办理经过' }).count()).toBe(0);
    expect(signing.troubles).toEqual([]);
    await signing.context.close();
  });

  it('recomputes a chain in the page, and finds the record that was changed on the way', {
    timeout: 300_000,
  }, async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: 'supervisor' });
    await page.getByRole('link', { name: '在页面中核验' }).first().click();
    await page.getByText('审计链完整：本页重算了').waitFor();
    await page.getByText('服务器的校验结论一致').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'oversight-chain-whole');

    await page.route('**/api/audit/chain?*', async (route) => {
      const response = await route.fetch();
      const chain = await response.json();
      chain.events[2].details = { ...chain.events[2].details, forged: true };
      await route.fulfill({ response, json: chain });
    });
    await page.reload();
    await page.getByText('审计链在第 3 条断开').waitFor();
    await page.getByText('内容与校验值不符').waitFor();
    await page.getByText('服务器的校验结论不同').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'oversight-chain-broken');
    expect(troubles).toEqual([]);
  });
});
