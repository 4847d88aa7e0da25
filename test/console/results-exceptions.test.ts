import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProposedList, Result, ResultRow } from '#domain/selections';
import { everything } from '#examples/player/client';
import { until } from '#examples/player/clock';
import { chromiumPath, tick } from '#test/support/browser';
import { act, desksOf, fillOffice, sound } from '#test/support/desk-people';
import { frozen } from '#test/support/frozen-season';
import { closeStage, openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

type Publicity = {
  readonly publicityId: string;
  readonly status: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
};

const first = '文澜区云锦织造有限公司';
const [left, right] = ['文澜区临漪食品有限公司', '文澜区芦汀物业有限公司'] as const;
const minutes = '2026 年领导小组第 3 次会议，7 票赞成、1 票反对。';

/**
 * The season has more places than applicants. Here enterprises have two of each recommender, and two of the unions'
 * three are alike in everything but their names.
 */
describe.skipIf(!chromiumPath)('between the frozen result and the notice', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let desks: ReturnType<typeof desksOf>;
  let cycleId: string;
  let checker: Page;
  let drafter: Page;
  /** The loser of the vote, and whom the veto meets. */
  let vetoed: ResultRow;

  beforeAll(async () => {
    [box, browser] = await openStage('scored');
    desks = desksOf(box, browser);
    cycleId = await frozen(box, desks.people, {
      plan: ({ categories }) => ({
        substitution: true,
        categories: categories.map((each) =>
          each.categoryId === 'enterprise'
            ? { ...each, quota: { total: 4, byRecommender: { 经信局: 2, 总工会: 2 } } }
            : each,
        ),
      }),
      scoreOf: ({ organizationName }) => ([left, right].some((name) => name === organizationName) ? 9_500 : 10_000),
      alike: [[left, right]],
    });
    checker = await desks.signedIn('office-checker');
    drafter = await desks.signedIn('office-drafter');
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const of = (page: string): string => `/cycles/${cycleId}/${page}`;
  const api = () => desks.as('office-checker');
  const enterprises = () => everything<ResultRow>(api(), of('results'), { categoryId: 'enterprise' });
  const rowOf = async (name: string): Promise<ResultRow> => {
    const row = (await enterprises()).find(({ organizationName }) => organizationName === name);
    if (!row) throw new Error(`${name} has no row`);
    return row;
  };
  const snapshots = async () => (await api().get<{ items: Result[] }>(of('results/snapshots'))).items;
  const list = async () => (await api().get<{ list: ProposedList }>(of('list'))).list;

  it('a tie across the cut waits for the committee, whose vote makes a new result', async () => {
    expect((await rowOf(left)).needsVote && (await rowOf(right)).needsVote).toBe(true);
    await desks.go(drafter, of('list'));
    await drafter.getByText('有并列须先由领导小组表决').waitFor();
    await drafter.getByText(/^企业：2 个申报并列第 \d 名$/).waitFor();
    await expect.poll(() => drafter.getByRole('button', { name: '拟定名单' }).count()).toBe(0);
    await sound(drafter, 'exceptions-tie-drafter-zh');

    const page = await desks.signedIn('committee-1');
    await page
      .getByText(`${left} / ${right} 并列`)
      .or(page.getByText(`${right} / ${left} 并列`))
      .waitFor();
    await sound(page, 'exceptions-tie-home-zh');
    await page.getByRole('link', { name: '录入表决' }).click();
    const vote = page.getByRole('region', { name: '领导小组表决' });
    const order = vote.getByRole('listitem');
    if ((await order.first().textContent())?.includes(left)) {
      await vote.getByRole('button', { name: `「${right}」上移` }).click();
    }
    await vote.getByRole('button', { name: '录入表决' }).click();
    await vote.getByText('请写明会议、日期和票数。').waitFor();
    await vote.getByLabel('会议、日期和票数').fill(minutes);
    await sound(page, 'exceptions-vote-zh');
    await vote.getByRole('button', { name: '录入表决' }).click();
    const dialog = page.getByRole('dialog', { name: '录入这个表决？' });
    await expect.poll(() => dialog.getByRole('listitem').allInnerTexts()).toEqual([right, left]);
    await dialog.getByRole('button', { name: '录入表决' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('表决已录入，结果已重新计算').waitFor();
    await page.getByText('名单尚未拟定').waitFor();
    await sound(page, 'exceptions-voted-zh');

    expect(await rowOf(right)).toMatchObject({ selected: true, needsVote: false, tieBrokenBy: 'committee-vote' });
    expect(await rowOf(left)).toMatchObject({ selected: false, whyNot: 'no-seat', substitute: 1 });
    const [inForce, before] = await snapshots();
    expect(inForce).toMatchObject({ reason: minutes, supersedes: before?.resultId });
    await desks.go(checker, of('results/history'));
    await checker.getByText(`领导小组表决：${minutes}`).waitFor();
    await desks.go(checker, of('results?category=enterprise'));
    await checker.getByRole('grid').getByRole('row').filter({ hasText: right }).getByRole('button').first().click();
    await checker
      .getByRole('region', { name: `${right} 核算过程` })
      .getByText('同分处理')
      .waitFor();
    await sound(checker, 'exceptions-tie-arithmetic-zh');
  });

  it('a veto that comes late keeps its unit off the list, and a new result gives the place to the next', async () => {
    const others = (await enterprises()).filter(({ recommender }) => recommender === '经信局');
    const [held, waiting] = [
      others.find(({ selected }) => selected),
      others.find(({ substitute }) => substitute === 1),
    ];
    if (!held || !waiting) throw new Error('nobody waits for a place');
    vetoed = held;
    await desks.go(checker, `/cases/${held.applicationId}/review`);
    await checker.getByRole('button', { name: '录入一票否决' }).click();
    const dialog = checker.getByRole('dialog');
    await dialog.getByLabel('情形').click();
    await checker.getByTitle('重大安全事故').click();
    await dialog.getByLabel('来源').fill('区应急管理局来函');
    await dialog.getByLabel('证据').fill('事故调查报告第 12 号');
    await dialog.getByLabel('发生日期').fill('2026-05-30');
    await dialog.getByRole('button', { name: '录入否决' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await checker.getByText('事故调查报告第 12 号').waitFor();
    await sound(checker, 'exceptions-veto-zh');

    const told = `结果冻结以后，「${held.organizationName}」被一票否决，不能列入名单。`;
    await desks.go(drafter, of('list'));
    await drafter.getByText(told).waitFor();
    const grid = drafter.getByRole('grid');
    await grid.getByText(right).waitFor();
    await expect.poll(() => grid.getByText(held.organizationName).count()).toBe(0);
    await sound(drafter, 'exceptions-veto-list-zh');

    await desks.go(checker, of('results?category=enterprise'));
    await checker.getByText(told).waitFor();
    await sound(checker, 'exceptions-veto-result-zh');
    await act(checker, '重新计算结果', { 理由: '录入一票否决后重新计算。' });
    await checker.getByText('已冻结新的结果').waitFor();
    await checker.getByText(told).waitFor({ state: 'hidden' });
    expect(await rowOf(held.organizationName)).toMatchObject({ vetoed: true, selected: false, whyNot: 'vetoed' });
    expect(await rowOf(waiting.organizationName)).toMatchObject({ selected: true });

    await checker.getByRole('link', { name: /历次结果/ }).click();
    await checker.getByRole('link', { name: '企业', exact: true }).click();
    await checker.getByText(/^新入选 1，不再入选 1/).waitFor();
    const compared = checker.getByRole('region', { name: '比较' });
    await compared.getByRole('row', { name: new RegExp(`${held.organizationName}.*一票否决`) }).waitFor();
    expect((await snapshots()).map(({ reason }) => reason)).toEqual(['录入一票否决后重新计算。', minutes, undefined]);
    await sound(checker, 'exceptions-comparison-zh');
    await checker.getByLabel('原结果').click();
    await checker.getByTitle(/^第 1 次结果/).click();
    await checker.getByRole('row', { name: new RegExp(`${right}.*待表决`) }).waitFor();
  });

  it('a what-if of method and quota stands beside it, at once or as work in the background', async () => {
    const page = await desks.signedIn('supervisor', { language: 'en' });
    await desks.go(page, of('results?category=enterprise'));
    const cells = () => page.getByRole('grid').getByRole('gridcell').allInnerTexts();
    await page.getByRole('grid').getByText(left).waitFor();
    const before = await cells();
    await page.getByRole('button', { name: 'What if' }).click();
    const drawer = page.getByRole('dialog', { name: /A what-if, not the result/ });
    await drawer.getByLabel('总工会').fill('3');
    await drawer.getByLabel('Method').click();
    await page.getByTitle('Median').click();
    await drawer.getByRole('button', { name: 'Compute' }).click();
    const outcome = drawer.getByRole('region', { name: /what-if beside the result/ });
    await outcome.getByRole('row', { name: new RegExp(`${left}.*Would enter`) }).waitFor();
    const atOnce = await outcome.textContent();
    await sound(page, 'exceptions-what-if-en');

    // A category too large for a request: the server says so, and the page takes the other way.
    await page.route('**/what-if', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          ...{ code: 'InvalidInput', status: 400, title: '输入有误。', titleEn: 'The input is wrong.' },
          fields: [{ path: 'categories', code: 'TooMany', zh: '申报过多。', en: 'Too many.' }],
        }),
      }),
    );
    await drawer.getByRole('button', { name: 'Compute' }).click();
    await drawer.getByText('There are many applications; it runs in the background.').waitFor();
    await outcome.waitFor();
    expect(await outcome.textContent()).toBe(atOnce);
    const { items } = await api().get<{ items: { kind: string; status: string }[] }>(of('jobs'));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'what-if', status: 'done' }));
    await drawer.getByRole('button', { name: 'Close' }).click();
    await drawer.waitFor({ state: 'hidden' });
    expect(await cells()).toEqual(before);
    await expect.poll(() => page.getByText('not the result').count()).toBe(0);
    expect((await snapshots()).length).toBe(3);
  });

  it('a list that is wrong is sent back with the reason, drafted anew and checked', async () => {
    const reason = '云锦织造没有理由不列入，请恢复。';
    await desks.go(drafter, of('list'));
    await drafter.getByRole('button', { name: `不列入「${first}」` }).click();
    const leaving = drafter.getByRole('dialog');
    await leaving.getByLabel('理由').fill('营业执照待核。');
    await leaving.getByRole('button', { name: '不列入' }).click();
    await leaving.waitFor({ state: 'hidden' });
    await act(drafter, '拟定名单');
    await drafter.getByText('名单由您拟定，须由其他有复核职责的人员复核。').waitFor();

    await desks.go(checker, of('list'));
    await checker.getByText('营业执照待核。').waitFor();
    await act(checker, '退回重拟', { 理由: reason });
    await checker.getByText(reason).waitFor();
    expect(await list()).toMatchObject({ status: 'sent-back', sentBack: { reason } });
    await expect.poll(() => checker.getByRole('button', { name: '复核名单' }).count()).toBe(0);
    await sound(checker, 'exceptions-list-sent-back-zh');
    // What was found wrong may be the result itself: it can be computed anew now.
    await desks.go(checker, of('results'));
    await checker.getByRole('button', { name: '重新计算结果' }).waitFor();

    await desks.go(drafter, '/home');
    await drafter.getByRole('link', { name: '名单被退回，请重新拟定' }).click();
    await drafter.getByText(reason).waitFor();
    await sound(drafter, 'exceptions-list-again-zh');
    await drafter.getByRole('button', { name: '重新拟定' }).click();
    await drafter.getByRole('button', { name: '恢复列入' }).click();
    await act(drafter, '拟定名单');
    await drafter.getByText('名单由您拟定，须由其他有复核职责的人员复核。').waitFor();

    await desks.go(checker, of('list'));
    await checker.getByRole('region', { name: '与上一版相比' }).getByText(`增加 ${first}`).waitFor();
    await checker.getByText(reason).waitFor();
    await sound(checker, 'exceptions-list-compared-zh');
    await act(checker, '复核名单');
    await checker.getByText('名单已复核，可以拟定公示通知。').waitFor();
    const { applicationId } = await rowOf(left);
    await until('the list is told', async () => {
      const { application } = await api().get<{ application: { status: string } }>(`/applications/${applicationId}`);
      return application.status === 'not-selected';
    });
  });

  it('a notice is corrected before it is checked, and its window is counted from the day of publication', async () => {
    await desks.go(drafter, of('publicity'));
    await fillOffice(drafter);
    await drafter.getByLabel('邮政编码').fill('1000');
    await drafter.getByRole('button', { name: '提交复核' }).click();
    await drafter.getByText('邮政编码为 6 位数字。').waitFor();
    await sound(drafter, 'exceptions-notice-wrong-zh');
    await drafter.getByLabel('邮政编码').fill('999999');
    await drafter.getByRole('button', { name: '提交复核' }).click();
    await drafter.getByRole('button', { name: '修改文字' }).waitFor();
    await desks.go(checker, of('publicity'));
    await act(checker, '退回修改', { 理由: '门牌号有误。' });
    await checker.getByText('修改文字并保存后，才能再次复核。').waitFor();
    await expect.poll(() => checker.getByRole('button', { name: '复核并发布' }).count()).toBe(0);
    await desks.go(drafter, '/home');
    await drafter.getByRole('link', { name: '公示通知被退回，请修改' }).click();
    await drafter.getByText('门牌号有误。').waitFor();
    await sound(drafter, 'exceptions-notice-sent-back-zh');
    await drafter.getByRole('button', { name: '修改文字' }).click();
    await drafter.getByLabel('地址', { exact: true }).fill('云州市文澜区学林路 2 号');
    await drafter.getByRole('button', { name: '保存修改' }).click();
    await drafter.getByText(/学林路 2 号/).waitFor();

    await desks.go(checker, of('publicity'));
    await checker.getByText(/学林路 2 号/).waitFor();
    await sound(checker, 'exceptions-notice-check-zh');
    await checker.getByText(/如今天发布，为2026年6月23日至2026年6月29日/).waitFor();
    await act(checker, '复核并发布');
    const { publicityId = '' } = await until('the notice is published', async () => {
      const cycle = await api().get<{ publicityId?: string }>(`/cycles/${cycleId}`);
      const found = await api().get<Publicity>(`/publicities/${cycle.publicityId}`);
      return found.status === 'open' && found;
    });
    const { firstDay = '', lastDay = '' } = await api().get<Publicity>(`/publicities/${publicityId}`);
    await checker.getByText(`${firstDay} 至 ${lastDay}`).waitFor();
    const page = await desks.opened({ language: 'en', phone: true });
    await desks.go(page, `/notices/${publicityId}`);
    await page.getByText('5 working days left').waitFor();
    await page.getByRole('link', { name: `Object to ${right}` }).waitFor();
    await expect.poll(() => page.getByText(vetoed.organizationName).count()).toBe(0);
    await sound(page, 'exceptions-notice-en-phone');
  });

  it('an entry that falls in publicity gives its place to the next in line, which is published anew', async () => {
    const { publicityId = '' } = await api().get<{ publicityId?: string }>(`/cycles/${cycleId}`);
    const { applicationId } = await rowOf(right);
    const { objectionId } = await desks.people.anybody.post<{ objectionId: string }>(
      `/public/notices/${publicityId}/objections`,
      'objection',
      {
        target: { kind: 'entry', applicationId },
        grounds: '所列培训未曾举办。',
        objector: { kind: 'person', name: '柏溪午', unit: '无', phone: '19900009001' },
      },
    );
    await desks.go(checker, `/objections/${objectionId}`);
    await act(checker, '受理');
    await act(checker, '开始核查');
    await checker.getByRole('button', { name: '作出认定' }).click();
    await checker.getByRole('button', { name: '作出认定' }).click();
    await checker.getByText('请选择结论。').waitFor();
    await tick(checker.getByLabel('成立', { exact: true }));
    await checker.getByLabel('核查情况和认定理由').fill('经核查签到表，培训未举办。');
    await tick(checker.getByLabel('从名单中剔除'));
    await checker.getByLabel('由谁递补').click();
    await checker.getByTitle(left).click();
    await checker.getByRole('button', { name: '作出认定' }).click();
    const dialog = checker.getByRole('dialog');
    await dialog.getByText(/公示期满后须以新名单补充公示/).waitFor();
    await dialog.getByRole('button', { name: '作出认定' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await act(checker, '答复异议人', { 答复内容: '经核查，异议成立，已从名单中剔除。' });
    await checker.getByRole('button', { name: '归档' }).waitFor();
    await sound(checker, 'exceptions-removed-zh');
    await desks.go(checker, of('publicity'));
    await checker.getByText('已有实质变更，公示期满后须补充公示').waitFor();
    await checker.getByRole('region', { name: '空缺与递补' }).getByText(`已由「${left}」递补`).waitFor();
    await sound(checker, 'exceptions-vacancy-zh');
    expect(desks.troubles()).toEqual([]);
  });
});
