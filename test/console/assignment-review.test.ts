import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, signInAs } from '../support/browser.ts';
import { apiOf, fits, type PageApi } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

type Seat = {
  readonly assignmentId: string;
  readonly reviewerName: string;
  readonly status: string;
  readonly dueAt: string;
};
type Panels = {
  readonly items: readonly {
    readonly applicationId: string;
    readonly panel?: { readonly submitted: number; readonly size: number };
  }[];
};

describe.skipIf(!chromiumPath)('the office over the running review', () => {
  let box: StageBox;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let cycleId: string;
  let applicationId: string;
  let api: PageApi;

  const seats = async () => (await api.get<{ items: Seat[] }>(`/applications/${applicationId}/panel`)).items;

  beforeAll(async () => {
    [box, browser] = await openStage('scored');
    ({ page, troubles } = await signInAs(browser, { url: box.url, username: 'office' }));
    page.setDefaultTimeout(20_000);
    api = await apiOf(page, box.url);
    cycleId = (await api.get<{ items: { cycleId: string }[] }>('/cycles')).items[0]?.cycleId ?? '';
    const { items } = await api.get<Panels>(`/cycles/${cycleId}/panels`);
    // One with a sheet that is owed: it can be extended, reassigned and, where a sheet is in, unlocked.
    applicationId = items.find(({ panel }) => panel && panel.submitted < panel.size)?.applicationId ?? '';
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  it('shows how far everybody is, and what is missing before the round can close', async () => {
    await page.goto(`${box.url}/console/cycles/${cycleId}/progress`);
    await page.getByText('没有逾期').waitFor();
    await fits(page, 'assignment-progress');
    await page.getByRole('tab', { name: '申报' }).click();
    await page.getByRole('columnheader', { name: '尚缺' }).waitFor();
    await fits(page, 'assignment-progress-cases');
    await page.getByRole('button', { name: '结束评审' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('补齐后才能结束评审').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
  }, 300_000);

  it('extends, reassigns and unlocks, each with its reason', async () => {
    await page.goto(`${box.url}/console/cases/${applicationId}/review`);
    await page.getByRole('heading', { name: '评审组' }).waitFor();
    await fits(page, 'assignment-case');
    const owing = (await seats()).find(({ status }) => status === 'accepted');
    const name = owing?.reviewerName ?? '';
    await page.getByRole('button', { name: `延长 ${name} 的评审期限` }).click();
    await page.getByLabel('新的期限').fill('2026-08-25T18:00');
    await page.getByLabel('理由').fill('专家出差');
    await page.getByRole('dialog').getByRole('button', { name: '延期' }).click();
    await page.getByText('2026-08-25 18:00').waitFor();
    expect((await seats()).find(({ assignmentId }) => assignmentId === owing?.assignmentId)?.dueAt).toBe(
      '2026-08-25T18:00:00.000+08:00',
    );
    await page.getByRole('button', { name: `改派 ${name} 的评审任务` }).click();
    await page.getByLabel('理由').fill('专家生病');
    await page.getByRole('dialog').getByRole('button', { name: '改派' }).click();
    await page.getByText('已离开评审组的专家').waitFor();
    expect((await seats()).find(({ assignmentId }) => assignmentId === owing?.assignmentId)?.status).toBe('reassigned');
    const done = (await seats()).find(({ status }) => status === 'submitted');
    await page.getByRole('button', { name: `解锁 ${done?.reviewerName} 已交的评分表` }).click();
    await page.getByLabel('解锁的理由').fill('漏填意见');
    await page.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('漏填意见').waitFor();
    expect((await seats()).find(({ assignmentId }) => assignmentId === done?.assignmentId)?.status).toBe('unlocked');
  }, 300_000);

  it('enters a survey and a bonus', async () => {
    await page.getByRole('button', { name: '录入满意度测评结果' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('得分').fill('94');
    await dialog.getByLabel('来源').fill('2026 年 6 月问卷');
    await dialog.getByRole('button', { name: '录入' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('94.00').waitFor();
    await page.getByRole('button', { name: '加分或扣分' }).click();
    await dialog.getByLabel('分值').fill('1.5');
    await dialog.getByLabel('事由').fill('获市级示范');
    await dialog.getByLabel('来源').fill('市教委通报');
    await dialog.getByRole('button', { name: '录入' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('加分 1.50').waitFor();
    expect(await api.get(`/applications/${applicationId}/entries`)).toMatchObject({
      components: [{ component: 'satisfaction', score: '94.00' }],
      adjustments: [{ kind: 'bonus', points: '1.50' }],
    });
    expect(troubles).toEqual([]);
  }, 300_000);

  it('finds what was typed again after the sign-in had ended', async () => {
    await page.goto(`${box.url}/console/cases/${applicationId}/review`);
    const dialog = page.getByRole('dialog');
    const values = () => Promise.all(['分值', '事由', '来源'].map((label) => dialog.getByLabel(label).inputValue()));
    await page.getByRole('button', { name: '加分或扣分' }).click();
    await dialog.getByLabel('分值').fill('0.5');
    await dialog.getByLabel('事由').fill('承办区级活动');
    await dialog.getByLabel('来源').fill('区委通报');
    await page.route('**/api/applications/*/adjustments', (route) => route.fulfill({ status: 401, body: '{}' }));
    await dialog.getByRole('button', { name: '录入' }).click();
    await dialog.getByText(/^您填写的内容已保留/).waitFor();
    expect(await values()).toEqual(['0.5', '承办区级活动', '区委通报']);
    await fits(page, 'assignment-sign-in-ended');
    await page.unroute('**/api/applications/*/adjustments');
    await dialog.getByRole('button', { name: '重新登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '加分或扣分' }).click();
    expect(await values()).toEqual(['0.5', '承办区级活动', '区委通报']);
    await dialog.getByRole('button', { name: '录入' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('加分 0.50').waitFor();
    // It has served: the next entry begins empty.
    await page.getByRole('button', { name: '加分或扣分' }).click();
    expect(await values()).toEqual(['', '', '']);
  }, 300_000);
});
