import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '#domain/decisions';
import type { Publicity } from '#domain/publicity';
import { until } from '#examples/player/clock';
import { chromiumPath, enter, tick } from '#test/support/browser';
import { act, desksOf, fillOffice, sound, unless } from '#test/support/desk-people';
import { closeStage, openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

type Objections = { readonly items: readonly { readonly objectionId: string; readonly status: string }[] };

const [amended, kept] = ['文澜区体育局', '文澜区统计局'] as const;
const corrected = '文澜区体育和旅游局';

describe.skipIf(!chromiumPath)('a list that changes in publicity, and a decision that is returned', () => {
  let box: StageBox;
  let browser: Browser;
  let desks: ReturnType<typeof desksOf>;
  let cycleId: string;
  let publicityId: string;
  let objector: Page;
  let checker: Page;
  let drafter: Page;

  beforeAll(async () => {
    [box, browser] = await openStage('publicized');
    desks = desksOf(box, browser);
    const { items } = await desks.people.anybody.get<{ items: Publicity[] }>('/public/notices');
    ({ cycleId = '', publicityId = '' } = items[0] ?? {});
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const of = (page: string): string => `/cycles/${cycleId}/${page}`;
  const api = () => desks.as('office-checker');
  const current = async (): Promise<Publicity> => {
    const cycle = await api().get<{ publicityId: string }>(`/cycles/${cycleId}`);
    return api().get<Publicity>(`/publicities/${cycle.publicityId}`);
  };
  /** Nobody sits before their screens while the days pass: sign-ins of before are too old then. */
  const later = async (day: string): Promise<void> => {
    await box.clock.advanceTo(Date.parse(`${day}T09:00:00+08:00`));
  };

  async function objectTo(name: string, grounds: string): Promise<void> {
    await desks.go(objector, `/notices/${publicityId}`);
    await objector.getByRole('link', { name: `Object to ${name}` }).click();
    await objector.getByLabel('Facts and what they rest on').fill(grounds);
    await objector.getByLabel('Your real name').fill('柏溪申');
    await objector.getByLabel('Where you work').fill('云锦街道');
    await objector.getByLabel('Telephone').fill('19900009002');
    await act(objector, 'Send the objection');
    await objector.getByText('Your objection was received').waitFor();
  }

  it('an objection is refused with the reason, which whoever objected reads', { timeout: 300_000 }, async () => {
    objector = await desks.opened({ language: 'en', phone: true });
    await enter(objector, { url: box.url, username: 'applicant' });
    await objectTo(kept, '该单位得分偏高。');
    await objectTo(amended, '该单位今年已更名。');
    checker = await desks.signedIn('office-checker');
    await desks.go(checker, of('publicity'));
    await checker.getByRole('link', { name: `名单：${kept}` }).click();
    await act(checker, '不予受理', { 不予受理的理由: '反映的是评分高低，没有具体线索。' });
    await checker.getByText('反映的是评分高低，没有具体线索。').waitFor();
    await sound(checker, 'again-refused-zh');
    await act(checker, '归档');
    await checker.getByRole('button', { name: '归档' }).waitFor({ state: 'hidden' });
    await expect.poll(() => checker.getByRole('button', { name: '登记撤回' }).count()).toBe(0);

    await desks.go(objector, '/my-objections');
    const card = objector.getByRole('article').filter({ hasText: kept });
    await card.getByText('Not admitted because').waitFor();
    await card.getByText('反映的是评分高低，没有具体线索。').waitFor();
    await expect.poll(() => card.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
    await sound(objector, 'again-mine-refused-en-phone');
  });

  it('one is upheld and corrects the name, and the answer is read', { timeout: 300_000 }, async () => {
    await desks.go(checker, of('publicity'));
    await checker.getByRole('link', { name: `名单：${amended}` }).click();
    await act(checker, '受理');
    await act(checker, '开始核查');
    await checker.getByRole('button', { name: '作出认定' }).click();
    await tick(checker.getByLabel('成立', { exact: true }));
    await checker.getByLabel('核查情况和认定理由').fill('经核对机构改革文件，该单位已更名。');
    await tick(checker.getByLabel('更正名称'));
    await checker.getByRole('button', { name: '作出认定' }).click();
    await checker.getByText('请填写正确的名称。').waitFor();
    await checker.getByLabel('正确的名称').fill(corrected);
    await sound(checker, 'again-amend-zh');
    await act(checker, '作出认定');
    await act(checker, '答复异议人', { 答复内容: '异议成立，名称已更正，将补充公示。' });
    await checker.getByText(`更正名称 ${corrected}`).waitFor();
    await checker.getByRole('region', { name: '认定与答复' }).getByText('成立', { exact: true }).waitFor();
    await sound(checker, 'again-upheld-zh');

    await desks.go(objector, '/my-objections');
    const card = objector.getByRole('article').filter({ hasText: '异议成立，名称已更正，将补充公示。' });
    await card.getByText('answered').waitFor();
    await sound(objector, 'again-mine-answered-en-phone');
    const { items } = await api().get<Objections>(`/publicities/${publicityId}/objections`);
    expect(items.map(({ status }) => status).toSorted()).toEqual(['answered', 'archived']);
    expect(await current()).toMatchObject({ openObjections: 0, materialChange: true });
  });

  it('the list is published anew as it stands now, for a full new window', { timeout: 300_000 }, async () => {
    await later('2026-09-25');
    await until('the window is over', async () => (await current()).status === 'expired');
    await later('2026-10-12');
    await until('the list changed', async () => (await current()).outcome === 'changed');
    drafter = await desks.signedIn('office-drafter');
    await desks.go(drafter, of('publicity'));
    await drafter.getByRole('heading', { name: '拟定补充公示' }).waitFor();
    await fillOffice(drafter);
    await sound(drafter, 'again-supplementary-draft-zh');
    await drafter.getByRole('button', { name: '提交复核' }).click();
    await drafter.getByRole('heading', { name: /第 2 次公示（补充）/ }).waitFor();
    checker = await desks.signedIn('office-checker');
    await desks.go(checker, of('publicity'));
    await act(checker, '复核并发布');
    const second = await until('it is published', async () => {
      const found = await current();
      return found.publicityId !== publicityId && found.status === 'open' && found;
    });
    expect(second).toMatchObject({ number: 2, kind: 'supplementary', firstDay: '2026-10-13', lastDay: '2026-10-19' });
    await checker.getByText('2026-10-13 至 2026-10-19').waitFor();
    await sound(checker, 'again-supplementary-zh');

    const page = await desks.opened({ language: 'en', phone: true });
    await desks.go(page, `/notices/${publicityId}`);
    await page.getByRole('heading', { name: 'A supplementary notice took its place' }).waitFor();
    await sound(page, 'again-superseded-en-phone');
    await page.getByRole('link', { name: 'To the supplementary notice' }).click();
    await page.getByRole('link', { name: `Object to ${corrected}` }).waitFor();
    await page.getByText('5 working days left').waitFor();
    await sound(page, 'again-supplementary-en-phone');
  });

  it('a decision is returned with the reason, and its drafter makes a new one', { timeout: 300_000 }, async () => {
    await later('2026-10-20');
    await until('the second window is over', async () => (await current()).status === 'expired');
    await later('2026-10-26');
    await until('it is clear', async () => (await current()).outcome === 'clear');
    const reason = '背景须写明批准依据的文号。';
    await until('every entry is cleared', async () => {
      const drafted = desks.as('office-drafter').post(of('decision'), 'decision', {});
      return (await unless('WrongState', drafted)) !== undefined;
    });
    checker = await desks.signedIn('office-checker');
    await desks.go(checker, of('decision'));
    await act(checker, '退回', { 理由: reason });
    await checker.getByText(reason).first().waitFor();
    await sound(checker, 'again-decision-sent-back-zh');

    drafter = await desks.signedIn('office-drafter');
    await drafter.getByRole('link', { name: '拟定命名决定' }).click();
    await drafter.getByText(reason).first().waitFor();
    await sound(drafter, 'again-decision-again-zh');
    await drafter.getByLabel('背景（选填）').fill('根据文学组发〔2026〕3号文件，文澜区开展了学习型组织创建示范评审。');
    await act(drafter, '重新拟定');
    await drafter.getByText('根据文学组发〔2026〕3号文件').first().waitFor();

    await desks.go(checker, of('decision'));
    await checker.getByRole('region', { name: '正文', exact: true }).getByText('根据文学组发〔2026〕3号文件').waitFor();
    await checker.getByRole('region', { name: '与上一稿相比' }).getByText('名单没有变化。').waitFor();
    await sound(checker, 'again-decision-compared-zh');
    await act(checker, '复核通过');
    const { decisionId } = await api().get<{ decisionId: string }>(`/cycles/${cycleId}`);
    const { decision } = await api().get<{ decision: Decision }>(`/decisions/${decisionId}`);
    expect([decision.status, decision.acts.map(({ step }) => step)]).toEqual(['in-approval', ['draft', 'check']]);
    expect(decision.supersedes).toBeDefined();
    expect(desks.troubles()).toEqual([]);
  });
});
