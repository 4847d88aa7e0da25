import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CyclePlan } from '#domain/cycles';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { chromiumPath, tick } from '../support/browser.ts';
import { apiOf, desksOf, fits, fitsPhone, inEnglish, type Listed, type PageApi } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

type Person = { readonly personId: string; readonly username: string; readonly name: string };
type Invited = { readonly reviewerId: string; readonly status: string; readonly reason?: string };
type Offered = { readonly number: string; readonly organizationName?: string; readonly bid: string };

describe.skipIf(!chromiumPath)(
  'invitations and wishes before the draw, and a draw that cannot be',
  {
    timeout: 300_000,
  },
  () => {
    let box: StageBox;
    let browser: Browser;
    let desks: ReturnType<typeof desksOf>;
    let office: Page;
    let api: PageApi;
    let cycleId: string;
    let people: readonly Person[];

    beforeAll(async () => {
      [box, browser] = await openStage('before-review');
      desks = desksOf(browser, box.url);
      office = await desks.signIn('office');
      api = await apiOf(office, box.url);
      cycleId = (await api.get<Listed<{ cycleId: string }>>('/cycles')).items[0]?.cycleId ?? '';
      people = (await api.get<Listed<Person>>('/people?limit=200&username=wenlan-reviewer')).items;
      for (const [at, { personId, name }] of people.entries()) {
        await api.post('/reviewers', {
          ...{ reviewerId: personId, name, organizationName: `云州学院第${at + 1}系`, maximumLoad: 20 },
          ...{ categoryIds: [], areaIds: [], expertise: at % 2 === 0 ? ['工作成效'] : [] },
        });
      }
      await plan(({ categories }) => ({ categories: categories.map((each) => ({ ...each, preferencePercent: 30 })) }));
    }, 300_000);
    afterAll(() => closeStage(box, browser));

    /** The season asks for no wishes and draws from everybody; a cycle's plan stands once it is announced. */
    async function plan(change: (of: CyclePlan) => Partial<CyclePlan>): Promise<void> {
      const { store } = box.dependencies;
      const cycle = await store.get(keys.cycle(cycleId));
      await store.transact([save(cycles, { ...cycle, ...change(cycle) })]);
    }

    const open = (page: Page, path: string) => page.goto(`${box.url}/console${path}`);
    const personAt = (at: number): Person => people[at] ?? { personId: '', username: '', name: '' };
    const reviewer = (at: number) => desks.signIn(personAt(at).username, { phone: true });
    const invitations = async () => (await api.get<Listed<Invited>>(`/cycles/${cycleId}/invitations`)).items;
    const statusOf = async (at: number) =>
      (await invitations()).find(({ reviewerId }) => reviewerId === personAt(at).personId);

    it('invites; an expert accepts on the phone with a limit of their own and says what they would like', async () => {
      await open(office, `/cycles/${cycleId}/experts`);
      for (const at of [0, 1, 2]) await tick(office.getByRole('checkbox', { name: `选择 ${personAt(at).name}` }));
      await office.getByRole('button', { name: '邀请 3 位专家' }).click();
      await office.getByRole('dialog').getByRole('button', { name: '邀请' }).click();
      await office.getByText('已邀请 3 位专家').waitFor();
      expect((await invitations()).map(({ status }) => status)).toEqual(['invited', 'invited', 'invited']);

      const page = await reviewer(0);
      await page.getByText(/^评审邀请：/).waitFor();
      await page.getByText('评审截至 2026-08-21 24:00').waitFor();
      await fitsPhone(page, 'invitations-home');
      await page.getByRole('link', { name: '去办理' }).click();
      await page.getByRole('button', { name: '接受邀请' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('本批次最多评审件数').fill('6');
      await fitsPhone(page, 'invitations-accept');
      await dialog.getByRole('button', { name: '接受邀请' }).click();
      await page.getByText('最多 6 件').waitFor();
      await page.getByText('已接受', { exact: true }).waitFor();
      await fitsPhone(page, 'invitations-accepted');
      await page.getByRole('link', { name: '填报评审志愿' }).click();

      const own = await apiOf(page, box.url);
      const wishes = async () => (await own.get<Listed<Offered>>(`/cycles/${cycleId}/preferences?limit=50`)).items;
      const [first, second] = await wishes();
      const choice = (number: string | undefined) => page.getByRole('radiogroup', { name: `对 ${number} 的志愿` });
      await choice(first?.number).getByText('愿意', { exact: true }).click();
      await page.getByText('已保存，共表态 1 件').waitFor();
      await page.getByRole('listitem', { name: second?.number ?? '' }).focus();
      await page.keyboard.press('3');
      await page.getByText('已保存，共表态 2 件').waitFor();
      await fitsPhone(page, 'invitations-wishes');
      expect((await wishes()).slice(0, 2).map(({ bid }) => bid)).toEqual(['want', 'rather-not']);
      await page.reload();
      await choice(second?.number).getByRole('radio', { name: '不愿意' }).and(page.locator(':checked')).waitFor({
        state: 'attached',
      });
    });

    it('takes a refusal with its reason, and tells of an invitation that is taken back', async () => {
      const declining = await reviewer(1);
      await open(declining, '/reviews');
      await declining.getByRole('button', { name: '谢绝' }).click();
      await declining.getByLabel('谢绝的理由').fill('届时在外地出差');
      await declining.getByRole('dialog').getByRole('button', { name: '谢绝' }).click();
      await declining.getByText('谢绝的理由：届时在外地出差').waitFor();
      await fitsPhone(declining, 'invitations-declined');
      expect(await statusOf(1)).toMatchObject({ status: 'declined', reason: '届时在外地出差' });

      await office.reload();
      await office.getByRole('gridcell', { name: '届时在外地出差' }).waitFor();
      await office.getByRole('button', { name: `撤回对 ${personAt(2).name} 的邀请` }).click();
      await office.getByLabel('撤回理由').fill('本批次另行安排');
      await office.getByRole('dialog').getByRole('button', { name: '撤回邀请' }).click();
      await office.getByRole('dialog').waitFor({ state: 'hidden' });
      await office.getByRole('gridcell', { name: '本批次另行安排' }).waitFor();
      await fits(office, 'invitations-office');
      await inEnglish(office, 'invitations-office');
      const withdrawn = await reviewer(2);
      await open(withdrawn, '/reviews');
      await withdrawn.getByText('学习办已撤回这份邀请，理由：本批次另行安排').waitFor();
      await expect.poll(() => withdrawn.getByRole('button', { name: '接受邀请' }).count()).toBe(0);
      await fitsPhone(withdrawn, 'invitations-withdrawn');
      await office.getByRole('tab', { name: '可抽取的专家' }).click();
      const row = office.getByRole('row').filter({ hasText: personAt(1).name });
      await row.getByText('专家已谢绝邀请。').first().waitFor();
    });

    it('lets experts who were not asked wish too, but for a unit from which they keep away', async () => {
      const page = await reviewer(3);
      const own = await apiOf(page, box.url);
      const offered = async () => (await own.get<Listed<Offered>>(`/cycles/${cycleId}/preferences?limit=200`)).items;
      const [tied] = await offered();
      const unit = tied?.organizationName ?? '';
      await open(page, '/reviews');
      await page.getByRole('region', { name: '评审志愿' }).getByRole('link', { name: '填报评审志愿' }).click();
      await page.getByText(unit).first().waitFor();
      await open(page, '/expert');
      await page.getByRole('button', { name: '添加单位' }).click();
      await page.getByLabel('单位名称').fill(unit);
      await page.getByLabel('原因', { exact: true }).fill('曾任该单位顾问');
      await page.getByRole('button', { name: '保存申报' }).click();
      await page.getByText('申报已保存').waitFor();
      await fitsPhone(page, 'invitations-declared');
      await open(page, `/wishes/${cycleId}`);
      await page.getByRole('list', { name: '可填报的申报' }).waitFor();
      await expect.poll(() => page.getByText(unit).count()).toBe(0);
      expect((await offered()).map(({ number }) => number)).not.toContain(tied?.number);

      const cases = await api.get<Listed<{ applicationId: string; organizationName: string }>>(
        `/cycles/${cycleId}/applications?limit=200`,
      );
      const { applicationId } = cases.items.find((each) => each.organizationName === unit) ?? {};
      await open(office, `/cycles/${cycleId}/assignment?tab=conflicts&applicationId=${applicationId}`);
      await office.getByText('专家本人申明回避：曾任该单位顾问').waitFor();
      await office.getByRole('link', { name: personAt(3).name }).waitFor();
      await fits(office, 'invitations-conflicts');
      await inEnglish(office, 'invitations-conflicts');
    });

    it('says why nothing can be drawn and what to do, before the review starts and when it has', async () => {
      await plan(() => ({ invitedOnly: true }));
      await open(office, `/cycles/${cycleId}/assignment?tab=preview`);
      await office.getByRole('button', { name: '试算' }).click();
      await office.getByRole('heading', { name: '按现有条件无法抽取' }).waitFor();
      await office
        .getByRole('link', { name: /增加可抽取的专家|提高工作量上限/ })
        .first()
        .waitFor();
      await fits(office, 'invitations-infeasible');
      await api.post(`/cycles/${cycleId}/start-review`);
      await open(office, `/cycles/${cycleId}/assignment`);
      await office.getByText('评审已开始，但按现有条件抽取不成').waitFor({ timeout: 60_000 });
      await office.getByRole('heading', { name: '按现有条件无法抽取' }).waitFor();
      await fits(office, 'invitations-draw-refused');
      await inEnglish(office, 'invitations-draw-refused');
      await plan(() => ({ invitedOnly: false }));
      await office.getByRole('link', { name: '查看流程故障' }).click();
      await office.getByRole('button', { name: '重试' }).click();
      await fits(office, 'invitations-fault');
      await office.getByRole('dialog').getByRole('button', { name: '重试' }).click();
      await open(office, `/cycles/${cycleId}/assignment`);
      await office.getByRole('heading', { name: '材料评审 第 1 次抽取' }).waitFor({ timeout: 120_000 });
      expect((await api.get<Listed<unknown>>(`/cycles/${cycleId}/draws`)).items).toHaveLength(1);

      const late = await reviewer(0);
      await open(late, `/wishes/${cycleId}`);
      await late.getByText('现在不能填报志愿').waitFor();
      await fitsPhone(late, 'invitations-wishes-closed');
      expect(desks.troubles()).toEqual([]);
    });
  },
);
