import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavesOf, type Standard } from '#domain/standards';
import { cycles, siteSheets, siteTeams } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { accessibilityFaults, chromiumPath, enter, openPage, shot, signInAs, tick } from '#test/support/browser';
import { closeStage, openStage } from '#test/support/stage-browser';
import { type StageBox, seasonPassword } from '#test/support/stages';
import '#test/support/failures';

const me = 'wenlan-reviewer-21';

/** What the page's own sign-in may read. */
const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => {
    const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}');
    const answer = await fetch(`/api${address}`, { headers: { authorization: `Bearer ${access}` } });
    return answer.json();
  }, path);

type Case = {
  assignmentId: string;
  cycleId: string;
  applicationId: string;
  organizationName: string;
  categoryId: string;
};
type Given = { material: { standard: Standard } };

/** How much of the visits stands on this machine's disk. */
const keptVisits = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('xuechuang.visits');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const stores = opening.result.transaction(['lists', 'outbox']);
      const counts = ['lists', 'outbox'].map((name) => stores.objectStore(name).count());
      stores.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
    };
  });

/** Puts a mark down as the point's rule has it, by keys. */
async function mark(page: Page, { rule }: ReturnType<typeof leavesOf>[number]): Promise<void> {
  if (rule.kind === 'ratio') {
    await page.keyboard.type('412');
    await page.keyboard.press('Enter');
    await page.keyboard.type('800');
    return;
  }
  await page.keyboard.press(rule.kind === 'levels' ? '2' : '1');
}

/** In the page: the worker is at work, and the page with all that it loaded lies in its cache. */
const isKept = async (): Promise<boolean> => {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const wanted = ['/console/', ...loaded.filter((path) => path.startsWith('/console/assets/'))];
  const kept = await Promise.all(wanted.map((path) => caches.match(path)));
  return navigator.serviceWorker.controller?.state === 'activated' && kept.every((file) => file !== undefined);
};

describe.skipIf(!chromiumPath)('the reviewer’s desk', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  beforeAll(async () => {
    [box, browser] = await openStage('reviewing');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  it('scores a whole sheet by the keyboard alone', async () => {
    const { page, troubles } = await signInAs(browser, { url: box.url, username: me, password: seasonPassword });
    await page.goto(`${box.url}/console/reviews`);
    await page.getByRole('button', { name: /^全部接受/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-queue');
    const { items } = await read<{ items: Case[] }>(page, '/assignments');
    const [first] = items;
    if (!first) throw new Error('nothing is assigned');

    await page.goto(`${box.url}/console/reviews/${first.assignmentId}`);
    await page.getByRole('button', { name: '接受', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交评分' }).waitFor();
    const { material } = await read<Given>(page, `/assignments/${first.assignmentId}`);
    const points = leavesOf(material.standard);
    const half = Math.ceil(points.length / 2);
    const groupOf = (at: number) =>
      page.getByRole('region', { name: `${points[at]?.pointId} ${points[at]?.name} 的得分` });
    const sheet = () =>
      read<{ marks: Record<string, { score?: string; comment: string }> }>(
        page,
        `/assignments/${first.assignmentId}/sheet`,
      );

    for (const [at, point] of points.slice(0, half).entries()) {
      await groupOf(at).waitFor();
      await mark(page, point);
      if (at === 0) {
        await page.keyboard.press('c');
        await page.keyboard.type('jks 1 材料齐全');
        await page.keyboard.press('Control+Enter');
      } else await page.keyboard.press('Enter');
    }
    await expect.poll(async () => Object.keys((await sheet()).marks).length, { timeout: 20_000 }).toBe(half);
    expect((await sheet()).marks[points[0]?.pointId ?? '']?.comment).toBe('jks 1 材料齐全');

    await page.reload();
    await page.getByRole('button', { name: '下一个未评项' }).waitFor();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`还有 ${points.length - half} 项没有评分`).waitFor();
    await shot(page, 'reviewer-blanks');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    for (const [at, point] of points.slice(half).entries()) {
      await groupOf(half + at).waitFor();
      await mark(page, point);
      await page.keyboard.press('Enter');
    }
    await dialog.waitFor();
    await shot(page, 'reviewer-submit');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('已提交，只读').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-submitted');
    const after = await read<{ assignment: { status: string } }>(page, `/assignments/${first.assignmentId}`);
    expect(after.assignment.status).toBe('submitted');
    await page.keyboard.press('1');
    expect(Object.keys((await sheet()).marks)).toHaveLength(points.length);
    expect(troubles).toEqual([]);
  });

  it('leaves a case with a reason, and shows what the cycle hides nowhere', async () => {
    const { page, troubles } = await signInAs(browser, {
      url: box.url,
      username: 'wenlan-reviewer-23',
      password: seasonPassword,
      phone: true,
    });
    const { items } = await read<{ items: Case[] }>(page, '/assignments');
    const [left, hidden] = items;
    if (!left || !hidden) throw new Error('two cases');
    const { store } = box.dependencies;
    const cycle = await store.get(keys.cycle(hidden.cycleId));
    const categories = cycle.categories.map((category) =>
      category.categoryId === hidden.categoryId ? { ...category, hideSelfScore: true, blind: true } : category,
    );
    await store.transact([save(cycles, { ...cycle, categories })]);

    await page.goto(`${box.url}/console/reviews/${left.assignmentId}`);
    await page.getByRole('button', { name: '回避', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '申请回避' }).click();
    await dialog.getByText('请选择回避原因。').waitFor();
    await tick(dialog.getByLabel('我曾为该单位辅导或参与其申报'));
    await dialog.getByRole('button', { name: '申请回避' }).click();
    await page.waitForURL('**/console/reviews');
    const queue = await read<{ items: Case[] }>(page, '/assignments');
    expect(queue.items.map(({ assignmentId }) => assignmentId)).not.toContain(left.assignmentId);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-queue-phone');

    await page.goto(`${box.url}/console/reviews/${hidden.assignmentId}`);
    await page.getByText('本批次提交评分后才显示自评分。').waitFor();
    await page.getByRole('heading', { level: 1, name: /^A-/ }).waitFor();
    await expect.poll(() => page.getByText(hidden.organizationName).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByText('评分', { exact: true }).click();
    await shot(page, 'reviewer-scoring-phone');
    expect(troubles).toEqual([]);
  });

  it('hands a site visit in without a connection, and sends it by itself', async () => {
    const { page, context } = await openPage(browser, {});
    await enter(page, { url: box.url, username: 'wenlan-reviewer-22', password: seasonPassword });
    const { personId, name } = await read<{ personId: string; name: string }>(page, '/me');
    const own = (await read<{ items: Case[] }>(page, '/assignments')).items;
    const [some] = own;
    if (!some) throw new Error('nothing is assigned');
    const { applicationId, cycleId } = some;
    // Whoever scores the papers does not visit, which the draw sees to; here only the screen is shown.
    await box.dependencies.store.transact([
      create(siteTeams, { cycleId, applicationId, size: 1, members: [personId], former: [] }),
      create(siteSheets, {
        cycleId,
        applicationId,
        organizationName: some.organizationName,
        reviewerId: personId,
        status: 'asked',
        comment: '',
      }),
    ]);
    await page.goto(`${box.url}/console/visits`);
    const open = page.getByRole('link', { name: `填写 ${some.organizationName}` });
    await open.waitFor();
    await expect.poll(() => page.evaluate(isKept)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await context.setOffline(true);
    await page.reload();
    await open.click();
    await page.getByLabel('考察得分').fill('88.5');
    await page.getByLabel('考察情况').fill('走访了阅览室，与材料相符。');
    await page.getByText(/^已存于本机/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '提交考察评分' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交考察评分' }).click();
    await page.getByRole('heading', { name: /尚未送达服务器$/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-visit-unsent');
    await context.setOffline(false);
    await page.getByText('提交时间').waitFor();
    const visits = await read<{ items: { applicationId: string; score?: string; status: string }[] }>(
      page,
      '/site-visits',
    );
    expect(visits.items.find((visit) => visit.applicationId === applicationId)).toMatchObject({
      status: 'submitted',
      score: '88.50',
    });
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-visit-sent');

    await page.getByRole('banner').getByRole('button', { name }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByText('确定要退出吗？').waitFor();
    expect(await page.evaluate(keptVisits)).toBe(0);
  });

  it('keeps the expert’s own declaration', async () => {
    const { page, troubles } = await signInAs(browser, {
      url: box.url,
      username: 'wenlan-reviewer-24',
      password: seasonPassword,
      language: 'en',
    });
    await page.goto(`${box.url}/console/expert`);
    await page.getByRole('button', { name: 'Add a unit' }).click();
    await page.getByLabel('Unit', { exact: true }).fill('文澜区某厂');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Give the reason.').waitFor();
    await page.getByLabel('Reason').fill('advised it');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'reviewer-expert-en');
    const { personId } = await read<{ personId: string }>(page, '/me');
    const { conflicts } = await read<{ conflicts: unknown[] }>(page, `/reviewers/${personId}`);
    expect(conflicts).toContainEqual({ organizationName: '文澜区某厂', source: 'declared', reason: 'advised it' });
    expect(troubles).toEqual([]);
  });
});
