import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import { accessibilityFaults, chromiumPath, enter, openPage, shot } from '../support/browser.ts';
import { apiOf, type Listed } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import { type StageBox, seasonPassword } from '../support/stages.ts';
import '../support/failures.ts';

type Sheet = {
  readonly overall: string;
  readonly marks: Readonly<Record<string, { readonly score?: string; readonly comment: string }>>;
};

/** A window that is opened again has the sign-in of the one that was closed, as a restored one has. */
async function keepSignIn(context: BrowserContext, page: Page): Promise<void> {
  const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })');
  await context.addInitScript(
    `if (location.protocol === 'http:') for (const [name, value] of Object.entries(${kept})) sessionStorage.setItem(name, value)`,
  );
}

describe.skipIf(!chromiumPath)('scoring without a connection', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  beforeAll(async () => {
    [box, browser] = await openStage('reviewing');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  /** A machine of a reviewer's, with their desk open on a case that they accepted. */
  async function machine(username: string, at = 0) {
    const { context, page, troubles } = await openPage(browser, {});
    await enter(page, { url: box.url, username, password: seasonPassword });
    await keepSignIn(context, page);
    const api = await apiOf(page, box.url);
    const { items } = await api.get<Listed<{ assignmentId: string; status: string }>>('/assignments');
    const { assignmentId = '', status } = items[at] ?? {};
    if (status === 'pending') await api.post(`/assignments/${assignmentId}/accept`);
    const { material } = await api.get<{ material: { standard: Standard } }>(`/assignments/${assignmentId}`);
    const points = leavesOf(material.standard).filter(({ rule }) => rule.kind === 'levels');
    const address = `${box.url}/console/reviews/${assignmentId}`;
    const sheet = () => api.get<Sheet>(`/assignments/${assignmentId}/sheet`);
    return { context, page, troubles, api, points, address, sheet };
  }

  const atPoint = async (page: Page, address: string, { pointId, name }: ObservationPoint) => {
    await page.goto(`${address}?point=${pointId}`);
    await page.getByRole('region', { name: `${pointId} ${name} 的得分` }).waitFor();
  };
  const toPoint = async (page: Page, { pointId, name }: ObservationPoint): Promise<void> => {
    await page
      .getByRole('button', { name: new RegExp(`^${pointId.replaceAll('.', '\\.')} `) })
      .first()
      .click();
    await page.getByRole('region', { name: `${pointId} ${name} 的得分` }).waitFor();
  };

  it('keeps marks and comments when the window is closed, and sends them when it is opened again', async () => {
    const { context, page, address, points, sheet } = await machine('wenlan-reviewer-21');
    const [first, second] = points as [ObservationPoint, ObservationPoint];
    await atPoint(page, address, first);
    await context.setOffline(true);
    await page.getByLabel('得分', { exact: true }).fill('1.5');
    await page.getByLabel('本项意见').fill('离线时写的第一条意见');
    await toPoint(page, second);
    await page.getByLabel('得分', { exact: true }).fill('0.5');
    await page.getByLabel('本项意见').fill('离线时写的第二条意见');
    await page.getByLabel('总体意见').fill('离线时写的总体意见');
    await page.getByText('离线，内容已存于本机，恢复连接后自动保存').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'scoring-offline');
    expect((await sheet()).marks).toEqual({});
    await page.close();
    await context.setOffline(false);

    const again = await context.newPage();
    await atPoint(again, address, second);
    await expect.poll(() => again.getByLabel('得分', { exact: true }).inputValue()).toBe('0.5');
    await expect.poll(() => again.getByLabel('本项意见').inputValue()).toBe('离线时写的第二条意见');
    await expect.poll(() => again.getByLabel('总体意见').inputValue()).toBe('离线时写的总体意见');
    await again.getByText(/^已保存/).waitFor();
    expect(await sheet()).toMatchObject({
      overall: '离线时写的总体意见',
      marks: {
        [first.pointId]: { score: '1.50', comment: '离线时写的第一条意见' },
        [second.pointId]: { score: '0.50', comment: '离线时写的第二条意见' },
      },
    });
  });

  it('goes on where it was when the connection comes back in the same window', async () => {
    const { context, page, address, points, sheet } = await machine('wenlan-reviewer-22');
    const [first] = points as [ObservationPoint];
    await atPoint(page, address, first);
    await context.setOffline(true);
    await page.getByLabel('得分', { exact: true }).fill('1');
    await page.getByText('离线，内容已存于本机，恢复连接后自动保存').waitFor();
    await page.getByRole('button', { name: '提交评分' }).click();
    await page
      .getByRole('dialog')
      .getByText(/项没有评分/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await context.setOffline(false);
    await page.getByText(/^已保存/).waitFor();
    expect((await sheet()).marks[first.pointId]?.score).toBe('1.00');
  });

  it('overwrites nothing with the older text of a second window, here or on another machine', async () => {
    const here = await machine('wenlan-reviewer-23');
    const [first, second] = here.points as [ObservationPoint, ObservationPoint];
    const there = await machine('wenlan-reviewer-23');
    await atPoint(here.page, here.address, first);
    await atPoint(there.page, there.address, first);

    // The other machine writes while it is cut off, this one afterwards and is saved.
    await there.context.setOffline(true);
    await there.page.getByLabel('本项意见').fill('另一台机器上较早的意见');
    await there.page.getByLabel('总体意见').fill('只在另一台机器上写的总体意见');
    await there.page.getByText('离线，内容已存于本机，恢复连接后自动保存').waitFor();
    await here.page.getByLabel('本项意见').fill('后来写的意见');
    await here.page.getByText(/^已保存/).waitFor();
    await there.page.close();
    await there.context.setOffline(false);
    const reopened = await there.context.newPage();
    await atPoint(reopened, there.address, first);
    const conflict = reopened.getByRole('alert').filter({ hasText: '在别处也作了修改' });
    await conflict.getByText('后来写的意见').waitFor();
    await conflict.getByText('另一台机器上较早的意见').waitFor();
    expect(await accessibilityFaults(reopened)).toEqual([]);
    await shot(reopened, 'scoring-conflict');
    const sheet: () => Promise<Sheet> = here.sheet;
    await expect.poll(async () => (await sheet()).overall).toBe('只在另一台机器上写的总体意见');
    expect((await sheet()).marks[first.pointId]?.comment).toBe('后来写的意见');
    await conflict.getByRole('button', { name: '采用另一处的' }).click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => reopened.getByLabel('本项意见').inputValue()).toBe('后来写的意见');

    // Two windows of one machine, both cut off and closed: the later text stands, the earlier is kept beside.
    const other = await here.context.newPage();
    await atPoint(other, here.address, second);
    await atPoint(here.page, here.address, second);
    await here.context.setOffline(true);
    await other.getByLabel('本项意见').fill('第二个窗口里较早的意见');
    await other.getByText('离线，内容已存于本机，恢复连接后自动保存').waitFor();
    await here.page.getByLabel('本项意见').fill('第一个窗口里较晚的意见');
    await here.page.getByText('离线，内容已存于本机，恢复连接后自动保存').waitFor();
    await other.close();
    await here.page.close();
    await here.context.setOffline(false);
    const last = await here.context.newPage();
    await atPoint(last, here.address, second);
    await expect.poll(() => last.getByLabel('本项意见').inputValue()).toBe('第一个窗口里较晚的意见');
    await expect.poll(async () => (await sheet()).marks[second.pointId]?.comment).toBe('第一个窗口里较晚的意见');
    await last.getByText('未采用的内容（1）').click();
    await last.getByText('第二个窗口里较早的意见').waitFor();
    expect((await sheet()).marks[first.pointId]?.comment).toBe('后来写的意见');
    expect([...here.troubles, ...there.troubles].filter((trouble) => !/Failed to fetch/.test(trouble))).toEqual([]);
  });
});
