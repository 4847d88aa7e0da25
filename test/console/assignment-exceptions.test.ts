import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment, Panel, Reviewer, SiteSheet, SiteTeam } from '#domain/reviews';
import { cycles, reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { chromiumPath, tick } from '../support/browser.ts';
import { apiOf, desksOf, fits, fitsPhone, inEnglish, type Listed, type PageApi } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

type Person = { readonly personId: string; readonly username: string };
type Case = { readonly applicationId: string; readonly organizationName: string; readonly categoryId: string };
type View = { readonly panel: Panel; readonly items: readonly Assignment[] };
type Team = { readonly team: SiteTeam; readonly sheets: readonly SiteSheet[] };

describe.skipIf(!chromiumPath)('who leaves a panel, and who comes instead', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let desks: ReturnType<typeof desksOf>;
  let office: Page;
  let api: PageApi;
  let cycleId: string;
  let cases: readonly Case[];
  let userOf: ReadonlyMap<string, string>;
  let nameOf: ReadonlyMap<string, string>;

  beforeAll(async () => {
    [box, browser] = await openStage('reviewing');
    desks = desksOf(browser, box.url);
    office = await desks.signIn('office');
    api = await apiOf(office, box.url);
    cycleId = (await api.get<Listed<{ cycleId: string }>>('/cycles')).items[0]?.cycleId ?? '';
    cases = (await api.get<Listed<Case & { panel?: object }>>(`/cycles/${cycleId}/panels`)).items.filter(
      ({ panel }) => panel,
    );
    const people = (await api.get<Listed<Person>>('/people?limit=200&username=wenlan-reviewer')).items;
    userOf = new Map(people.map(({ personId, username }) => [personId, username]));
    const pool = (await api.get<Listed<Reviewer>>('/reviewers')).items;
    nameOf = new Map(pool.map(({ reviewerId, name }) => [reviewerId, name]));
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const caseAt = (at: number): Case => cases[at] ?? { applicationId: '', organizationName: '', categoryId: '' };
  const panelOf = (applicationId: string) => api.get<View>(`/applications/${applicationId}/panel`);
  const teamOf = (applicationId: string) => api.get<Team>(`/applications/${applicationId}/site-team`);
  const open = (page: Page, path: string) => page.goto(`${box.url}/console${path}`);
  const reviewer = (reviewerId: string) => desks.signIn(userOf.get(reviewerId) ?? '', { phone: true });
  const named = (reviewerId: string): string => nameOf.get(reviewerId) ?? '';

  /** Whether the pool may be drawn from, all of it or some. */
  const setAvailable = async (available: boolean, only: (reviewerId: string) => boolean = () => true) => {
    const { store } = box.dependencies;
    const pool = await store.getMany([...nameOf.keys()].filter(only).map((id) => keys.reviewer(id)));
    await store.transact(pool.map((each) => save(reviewers, { ...each, available })));
  };

  const recuse = async (page: Page, reason: string, note = ''): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await tick(dialog.getByLabel(reason));
    if (note) await dialog.getByLabel('补充说明').fill(note);
    await dialog.getByRole('button', { name: '申请回避' }).click();
  };

  it('lets an expert go who finds a tie after the draw, and says so on every desk', async () => {
    const { applicationId, organizationName } = caseAt(0);
    const left = (await panelOf(applicationId)).items[0];
    if (!left) throw new Error('a seat');
    const page = await reviewer(left.reviewerId);
    await open(page, '/expert');
    await page.getByRole('button', { name: '添加单位' }).click();
    await page.getByLabel('单位名称').fill(organizationName);
    await page.getByLabel('原因', { exact: true }).fill('配偶在该单位任职');
    await page.getByRole('button', { name: '保存申报' }).click();
    await page.getByText('申报已保存').waitFor();
    await open(page, `/reviews/${left.assignmentId}`);
    await page.getByText('您须回避此件').waitFor();
    await fitsPhone(page, 'panel-conflicted');
    await page.getByRole('button', { name: '申请回避' }).click();
    await recuse(page, '我与该单位负责人或经办人有亲属关系', '配偶在该单位任职');
    await page.waitForURL('**/console/reviews');
    await open(page, `/reviews/${left.assignmentId}`);
    await page.getByText('您已申请回避，席位由其他专家递补。').waitFor();
    await fitsPhone(page, 'panel-left');
    await page.getByRole('link', { name: '回到评审任务' }).click();
    await page.getByRole('heading', { name: '评审任务' }).waitFor();

    const { panel, items } = await panelOf(applicationId);
    const successor = items.find(({ replaces }) => replaces === left.assignmentId);
    expect(panel).toMatchObject({ vacant: 0, former: [left.reviewerId] });
    expect(items.find(({ assignmentId }) => assignmentId === left.assignmentId)).toMatchObject({
      status: 'recused',
      reason: 'family: 配偶在该单位任职',
    });
    await open(office, `/cases/${applicationId}/review`);
    await office.getByText('已离开评审组的专家（1）').click();
    await office.getByText('亲属关系 · 配偶在该单位任职').waitFor();
    await fits(office, 'panel-case-recused');
    await inEnglish(office, 'panel-case-recused');
    await open(
      office,
      `/cycles/${cycleId}/assignment?tab=why&applicationId=${applicationId}&reviewerId=${left.reviewerId}`,
    );
    await office.getByRole('heading', { name: '已抽中' }).waitFor();
    await office.getByText(`席位由 ${successor?.reviewerName} 接任`).waitFor();
    await fits(office, 'panel-why-recused');
    await inEnglish(office, 'panel-why-recused');
    await open(
      office,
      `/cycles/${cycleId}/assignment?tab=why&applicationId=${applicationId}&reviewerId=${successor?.reviewerId}`,
    );
    await office.getByText(`该专家接替 ${left.reviewerName} 进入评审组。`).waitFor();

    const next = await reviewer(successor?.reviewerId ?? '');
    await open(next, '/reviews');
    await next.getByRole('button', { name: `接受 ${organizationName}` }).click();
    await expect
      .poll(async () => (await panelOf(applicationId)).items.find(({ replaces }) => replaces)?.status)
      .toBe('accepted');
  });

  it('leaves the seat vacant where nobody can follow, and the office fills it', async () => {
    const { applicationId, organizationName } = caseAt(1);
    const [left] = (await panelOf(applicationId)).items;
    if (!left) throw new Error('a seat');
    await setAvailable(false);
    const page = await reviewer(left.reviewerId);
    await open(page, '/reviews');
    await page.getByRole('button', { name: `回避 ${organizationName}` }).click();
    await recuse(page, '我曾为该单位辅导或参与其申报');
    await page.getByText('暂时没有可递补的专家').waitFor();
    expect((await panelOf(applicationId)).panel.vacant).toBe(1);

    await open(office, `/cycles/${cycleId}/progress?tab=short`);
    await office.getByRole('tab', { name: '缺人（1）' }).waitFor();
    await fits(office, 'panel-short');
    await office.getByRole('article').getByRole('link', { name: '补足席位' }).click();
    await office.getByText('缺 1 人').waitFor();
    await office.getByRole('button', { name: `补足 ${left.reviewerName} 空出的席位` }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: '补足席位' }).click();
    await dialog.getByText('请填写此项。').waitFor();
    await dialog.getByLabel('理由').fill('补足回避专家的席位');
    await dialog.getByRole('button', { name: '补足席位' }).click();
    await dialog.getByText('请先增加专家或提高工作量上限').waitFor();
    await fits(office, 'panel-nobody');
    await setAvailable(true);
    await dialog.getByRole('button', { name: '补足席位' }).click();
    await office.getByText('已办理').waitFor();
    await office.getByText('缺 1 人').waitFor({ state: 'detached' });
    const { panel } = await panelOf(applicationId);
    expect(panel).toMatchObject({ vacant: 0, former: [left.reviewerId] });
    expect(panel.members).toHaveLength(panel.size);
  });

  it('draws anew what was not begun; where nothing can be drawn it says what to do', async () => {
    await setAvailable(false);
    await open(office, `/cycles/${cycleId}/assignment?tab=draws`);
    const redraw = async (reason: string): Promise<void> => {
      await office.getByRole('button', { name: '重新抽取' }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('重新抽取的理由').fill(reason);
      await dialog.getByRole('button', { name: '重新抽取' }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await redraw('多位专家出差');
    await office.getByRole('heading', { name: '按现有条件无法抽取' }).waitFor();
    await fits(office, 'panel-redraw-refused');
    await inEnglish(office, 'panel-redraw-refused');
    expect((await api.get<Listed<unknown>>(`/cycles/${cycleId}/draws`)).items).toHaveLength(1);

    await setAvailable(true);
    const { applicationId } = caseAt(2);
    const [gone] = (await panelOf(applicationId)).items;
    if (!gone) throw new Error('a seat');
    await setAvailable(false, (id) => id === gone.reviewerId);
    await redraw('一位专家不再参加');
    await office.getByText(/^已重新抽取：[1-9]\d* 个评审组有变动/).waitFor();
    await office.getByRole('heading', { name: '材料评审 第 2 次抽取' }).waitFor();
    await office.getByText('已被取代').waitFor();
    await fits(office, 'panel-redrawn');
    const { panel, items } = await panelOf(applicationId);
    expect(panel.members).not.toContain(gone.reviewerId);
    expect(items.find(({ assignmentId }) => assignmentId === gone.assignmentId)?.status).toBe('reassigned');
    await open(office, `/cases/${applicationId}/review`);
    await office.getByText(/^已离开评审组的专家/).click();
    await office.getByText('第 2 次抽取时调整').first().waitFor();
    const page = await reviewer(gone.reviewerId);
    await open(page, `/reviews/${gone.assignmentId}`);
    await page.getByText('专家已重新抽取，此件由其他专家评审。').waitFor();
  });

  it('draws the site teams, lets a visitor go and replaces another', async () => {
    const { applicationId, organizationName, categoryId } = caseAt(0);
    const { store } = box.dependencies;
    // The season has no site teams; a cycle's plan stands once it is announced.
    const cycle = await store.get(keys.cycle(cycleId));
    const categories = cycle.categories.map((each) =>
      each.categoryId === categoryId ? { ...each, siteTeam: 2 } : each,
    );
    await store.transact([save(cycles, { ...cycle, categories })]);
    await open(office, `/cases/${applicationId}/review`);
    await office.getByText('还没有考察组').waitFor();
    await open(office, `/cycles/${cycleId}/assignment?tab=draws`);
    await office.getByRole('button', { name: '抽取考察组' }).click();
    await office.getByRole('dialog').getByRole('button', { name: '抽取考察组' }).click();
    await office.getByText(/^已组成 \d+ 个考察组/).waitFor();
    await office.getByRole('heading', { name: '实地考察 第 1 次抽取' }).waitFor();
    await fits(office, 'panel-site-drawn');
    const [first = '', second = ''] = (await teamOf(applicationId)).team.members;

    const page = await reviewer(first);
    await open(page, '/visits');
    await page.getByRole('link', { name: `填写 ${organizationName}` }).click();
    await page.getByRole('button', { name: '回避', exact: true }).click();
    await recuse(page, '我就职于该单位');
    await page.waitForURL('**/console/visits');
    await open(page, `/visits/${applicationId}`);
    await page.getByText('您没有这项考察任务').waitFor();
    await fitsPhone(page, 'panel-visit-left');
    expect((await teamOf(applicationId)).team).toMatchObject({ former: [first] });

    await open(office, `/cases/${applicationId}/review`);
    await office.getByText('与申报单位同单位').waitFor();
    await office.getByRole('button', { name: `更换考察专家 ${named(second)}` }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('理由').fill('联系不上');
    await dialog.getByRole('button', { name: '更换' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await office.getByRole('listitem').filter({ hasText: '联系不上' }).waitFor();
    const { team } = await teamOf(applicationId);
    expect(team.former).toEqual([first, second]);
    expect(team.members).toHaveLength(2);
    await fits(office, 'panel-site-replaced');
    await inEnglish(office, 'panel-site-replaced');
    const visitor = await reviewer(team.members[0] ?? '');
    await open(visitor, '/visits');
    await visitor.getByRole('link', { name: `填写 ${organizationName}` }).waitFor();

    await open(office, `/cycles/${cycleId}/assignment?tab=why&applicationId=${applicationId}&reviewerId=${first}`);
    await office.getByText('实地考察', { exact: true }).click();
    await office.getByText('该专家已离开考察组，理由：与申报单位同单位').waitFor();
    expect(desks.troubles()).toEqual([]);
  });
});
