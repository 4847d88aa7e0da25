import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, unless } from '#examples/player/client';
import { type People, peopleOf } from '#examples/player/people';
import { accessibilityFaults, chromiumPath, enter, openPage, shot, tick } from '#test/support/browser';
import { closeStage, openStage } from '#test/support/stage-browser';
import { type StageBox, seasonPassword } from '#test/support/stages';
import '#test/support/failures';

type Publicity = { readonly status: string; readonly openObjections: number; readonly outcome?: string };
type Notice = { readonly publicityId: string; readonly cycleId: string; readonly endsAt: string };

/** Looks until something has come about that the workflows do by themselves. */
async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (let waited = 0; waited < 300; waited += 1) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain until ${what}`);
}

describe.skipIf(!chromiumPath)('from the notice to the signed decision, in the browser', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let people: People;
  let notice: Notice;
  const officer = (key: string): Client => people.as({ username: key, name: key });
  const troubles: string[][] = [];

  beforeAll(async () => {
    [box, browser] = await openStage('publicized');
    people = peopleOf({ url: box.url, season: 'console' });
    const { items } = await people.anybody.get<{ items: Notice[] }>('/public/notices');
    const [first] = items;
    if (!first) throw new Error('nothing is in publicity');
    notice = first;
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const opened = async (options: Parameters<typeof openPage>[1] = {}) => {
    const found = await openPage(browser, options);
    troubles.push(found.troubles);
    found.page.setDefaultTimeout(20_000);
    return found.page;
  };
  const signedIn = async (key: string, options: Parameters<typeof openPage>[1] = {}) => {
    const page = await opened(options);
    await enter(page, { url: box.url, username: `wenlan-${key}`, password: seasonPassword });
    return page;
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${box.url}/console${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  /** Presses the verb on the page and confirms it in the dialog. */
  const act = async (page: Page, verb: string, text?: { label: string; value: string }): Promise<void> => {
    await page.getByRole('button', { name: verb, exact: true }).click();
    const dialog = page.getByRole('dialog');
    if (text) await dialog.getByLabel(text.label).fill(text.value);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const publicity = () => officer('office-checker').get<Publicity>(`/publicities/${notice.publicityId}`);

  it('lets a citizen read the notice, object without a sign-in, and keep a receipt', async () => {
    const page = await opened();
    await go(page, '/notices');
    await page.getByRole('link', { name: /拟命名名单公示/ }).click();
    await page.getByRole('article', { name: '公示通知' }).waitFor();
    await page.getByText('还剩 5 个工作日').waitFor();
    await page.getByRole('link', { name: /^对「文澜区体育局」提出异议$/ }).waitFor();
    await shot(page, 'publicity-notice-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    // On paper there is the document with its list: nothing to press, no title of the page.
    await page
      .getByRole('link', { name: /提出异议/ })
      .first()
      .waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('article', { name: '公示通知' }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('gridcell', { name: '文澜区体育局' }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('columnheader', { name: '提出异议' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(0);
    await expect.poll(() => page.getByText(/^共 \d+ 行$/).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.getByRole('link', { name: '对「文澜区体育局」提出异议' }).click();
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByText('请填写此项。').first().waitFor();
    // What is wrong is told in the language that is read now.
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('This is wanted.').first().waitFor();
    await expect.poll(() => page.getByText('请填写此项。').count()).toBe(0);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('请填写此项。').first().waitFor();
    await page.getByLabel('事实和依据').fill('公示材料所列的培训班未曾举办。');
    await page.getByLabel('真实姓名').fill('柏溪午');
    await tick(page.getByLabel('无工作单位'));
    await page.getByLabel('联系电话').fill('19900009001');
    await shot(page, 'publicity-object-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('navigation', { name: '所在位置' }).getByRole('link').last().click();
    await page.getByRole('dialog', { name: '有未保存的修改' }).getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.getByLabel('事实和依据').inputValue()).toBe('公示材料所列的培训班未曾举办。');
    await act(page, '提交异议');
    await page.getByText('您的异议已经收到').waitFor();
    await shot(page, 'publicity-receipt-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect((await publicity()).openObjections).toBe(1);
  });

  it('lets whoever is signed in follow and withdraw what they objected, on a phone and in English', async () => {
    const page = await opened({ language: 'en', phone: true });
    await enter(page, { url: box.url, username: 'applicant' });
    await go(page, `/notices/${notice.publicityId}/object`);
    await tick(page.getByLabel('Somebody left out'));
    await page.getByLabel('Name of whoever was left out').fill('云锦街道锦河社区居民委员会');
    await page.getByLabel('Facts and what they rest on').fill('得分高于名单末位。');
    await page.getByLabel('Your real name').fill('柏溪申');
    await page.getByLabel('Where you work').fill('云锦街道');
    await page.getByLabel('Telephone').fill('19900009002');
    await shot(page, 'publicity-object-en-phone');
    await act(page, 'Send the objection');
    await page.getByText('Your objection was received').waitFor();
    await go(page, '/my-objections');
    await act(page, 'Withdraw');
    await page.getByText(/You withdrew it at/).waitFor();
    await shot(page, 'publicity-mine-en-phone');
    expect((await publicity()).openObjections).toBe(2);
  });

  it('lets the office admit, check, determine and answer', async () => {
    const page = await signedIn('office-checker');
    await go(page, `/cycles/${notice.cycleId}/publicity`);
    await page.getByRole('link', { name: '名单：文澜区体育局' }).waitFor();
    await shot(page, 'publicity-desk-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '名单：文澜区体育局' }).click();
    await page.getByRole('heading', { name: '异议人' }).waitFor();
    await expect.poll(() => page.getByText('柏溪午').count()).toBe(0);
    await page.getByRole('button', { name: '查看异议人' }).click();
    await page.getByText('柏溪午').waitFor();
    await act(page, '受理');
    await act(page, '开始核查');
    await page.getByRole('button', { name: '作出认定' }).click();
    await tick(page.getByLabel('不成立'));
    await page.getByLabel('核查情况和认定理由').fill('经查阅签到表和照片，培训班如期举办。');
    await tick(page.getByLabel('名单不变'));
    await shot(page, 'publicity-determine-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await act(page, '作出认定');
    await act(page, '答复异议人', { label: '答复内容', value: '经核查，培训班如期举办，异议不成立。' });
    await until('the objection is closed', async () => (await publicity()).openObjections === 1);
    await go(page, `/publicities/${notice.publicityId}`);
    await page.getByRole('link', { name: /遗漏/ }).click();
    await act(page, '不予受理', { label: '不予受理的理由', value: '反映的是评分，不属公示异议范围。' });
    await until('nothing is open', async () => (await publicity()).openObjections === 0);
  });

  it('drafts, checks and approves the decision, which the committee signs after signing in again', async () => {
    await box.clock.advanceTo(Date.parse('2026-09-25T09:00:00+08:00'));
    await until('the window is over', async () => (await publicity()).status === 'expired');
    await box.clock.advanceTo(Date.parse('2026-10-12T09:00:00+08:00'));
    await until('it is concluded', async () => (await publicity()).outcome === 'clear');
    const drafter = officer('office-drafter');
    // Entries are cleared one after the other; the draft waits for the last of them.
    const decisionId = await until('the decision is drafted', async () => {
      const drafted = drafter.post<{ decisionId: string }>(`/cycles/${notice.cycleId}/decision`, 'decision');
      return (await unless('WrongState', drafted))?.decisionId;
    });
    const checker = await signedIn('office-checker');
    await go(checker, `/cycles/${notice.cycleId}/decision`);
    await checker.getByLabel('意见').fill('数量与附件一致，同意。');
    await shot(checker, 'publicity-decision-zh');
    expect(await accessibilityFaults(checker)).toEqual([]);
    await act(checker, '复核通过');
    await officer('office-head').post(`/decisions/${decisionId}/acts`, 'approve', { opinion: '同意。' });

    const page = await signedIn('committee-1');
    await page.getByRole('link', { name: '阅读并签发' }).waitFor();
    await shot(page, 'publicity-committee-home-zh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '阅读并签发' }).click();
    await page.getByLabel('意见').fill('同意签发。');
    await box.clock.advanceBy(10 * 60_000);
    expect(await signedByTheBackDoor(page, decisionId)).toMatchObject({ status: 403, code: 'SignInTooOld' });
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await page.locator('input[name=password]').fill(seasonPassword);
    await page.locator('button.primary').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/将命名/).waitFor();
    await shot(page, 'publicity-sign-zh');
    await expect.poll(() => page.getByLabel('意见').inputValue()).toBe('同意签发。');
    await dialog.getByRole('button', { name: '签发', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { decision } = await drafter.get<{ decision: { status: string; acts: { opinion: string }[] } }>(
      `/decisions/${decisionId}`,
    );
    expect([decision.status, decision.acts.at(-1)?.opinion]).toEqual(['signed', '同意签发。']);
  });

  it('shows the titles with their numbers, and to everybody whether a certificate stands', async () => {
    type Cycle = { readonly status: string };
    const concluded = async () =>
      (await officer('office-head').get<Cycle>(`/cycles/${notice.cycleId}`)).status === 'concluded';
    await until('the cycle is concluded', concluded);
    const head = await signedIn('office-head', { phone: true });
    await go(head, `/cycles/${notice.cycleId}/awards`);
    const number = head.getByRole('link', { name: /证〔2026〕/ }).first();
    await number.waitFor();
    await shot(head, 'publicity-awards-zh-phone');
    expect(await accessibilityFaults(head)).toEqual([]);
    const text = (await number.textContent()) ?? '';
    const page = await opened({ phone: true });
    await go(page, '/certificates');
    await page.getByLabel('证书编号').fill(text);
    await page.getByRole('button', { name: '查验' }).click();
    await page.getByRole('heading', { name: '有效' }).waitFor();
    await shot(page, 'publicity-certificate-zh-phone');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is readable and sound on every other page, on a phone too', async () => {
    const page = await signedIn('office-checker', { phone: true });
    const of = `/cycles/${notice.cycleId}`;
    for (const path of [`${of}/list`, `${of}/publicity`, `${of}/decision`, `/notices/${notice.publicityId}`]) {
      await go(page, path);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await go(page, `/named/${notice.cycleId}`);
    await page.getByText('文澜区财政局', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles.flat()).toEqual([]);
  });
});

/** What the API says when the screen is left out: the page's own token, and the act itself. */
const signedByTheBackDoor = (page: Page, decisionId: string): Promise<{ status: number; code: string }> =>
  page.evaluate(async (id) => {
    const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}') as { access: string };
    const answer = await fetch(`/api/decisions/${id}/acts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${access}`,
        'content-type': 'application/json',
        'idempotency-key': 'back-door',
      },
      body: '{}',
    });
    return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
  }, decisionId);
