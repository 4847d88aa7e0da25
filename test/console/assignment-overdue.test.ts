import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment, Panel, Reviewer } from '#domain/reviews';
import { assignments, cycles, reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { chromiumPath } from '../support/browser.ts';
import { apiOf, desksOf, fits, fitsPhone, inEnglish, type Listed, type PageApi } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

type Person = { readonly personId: string; readonly username: string };
type Case = {
  readonly applicationId: string;
  readonly organizationName: string;
  readonly categoryId: string;
  readonly panel?: Pick<Panel, 'size' | 'submitted'>;
};
type View = { readonly panel: Panel; readonly items: readonly Assignment[] };

describe.skipIf(!chromiumPath)(
  'sheets that do not come, and sheets that lie too far apart',
  { timeout: 300_000 },
  () => {
    let box: StageBox;
    let browser: Browser;
    let desks: ReturnType<typeof desksOf>;
    let office: Page;
    let api: PageApi;
    let cycleId: string;
    let cases: readonly Case[];
    let pool: readonly string[];
    let userOf: ReadonlyMap<string, string>;

    beforeAll(async () => {
      [box, browser] = await openStage('scored');
      desks = desksOf(browser, box.url);
      office = await desks.signIn('office');
      api = await apiOf(office, box.url);
      cycleId = (await api.get<Listed<{ cycleId: string }>>('/cycles')).items[0]?.cycleId ?? '';
      cases = (await api.get<Listed<Case>>(`/cycles/${cycleId}/panels`)).items;
      pool = (await api.get<Listed<Reviewer>>('/reviewers')).items.map(({ reviewerId }) => reviewerId);
      const people = (await api.get<Listed<Person>>('/people?limit=200&username=wenlan-reviewer')).items;
      userOf = new Map(people.map(({ personId, username }) => [personId, username]));
    }, 300_000);
    afterAll(() => closeStage(box, browser));

    const panelOf = (applicationId: string) => api.get<View>(`/applications/${applicationId}/panel`);
    const open = (page: Page, path: string) => page.goto(`${box.url}/console${path}`);
    const reviewer = (reviewerId: string, phone = true) => desks.signIn(userOf.get(reviewerId) ?? '', { phone });

    const setAvailable = async (available: boolean): Promise<void> => {
      const { store } = box.dependencies;
      const entries = await store.getMany(pool.map((id) => keys.reviewer(id)));
      await store.transact(entries.map((each) => save(reviewers, { ...each, available })));
    };

    /** The seat of a sheet that is owed, in a case that lacks it. */
    const owed = async () => {
      const of = cases.find(({ panel }) => panel && panel.submitted < panel.size);
      const { items } = await panelOf(of?.applicationId ?? '');
      const seat = items.find(({ status }) => ['pending', 'accepted', 'scoring'].includes(status));
      if (!of || !seat) throw new Error('a sheet that is owed');
      return { of, seat };
    };

    it('unlocks a sheet with its reason; handed in again far from the others, an arbiter is wanted', async () => {
      const of = cases.find(({ panel }) => panel && panel.submitted === panel.size);
      const { applicationId, categoryId, organizationName } = of ?? { applicationId: '', categoryId: '' };
      const { store } = box.dependencies;
      // The season has no arbitration; a cycle's plan stands once it is announced.
      const cycle = await store.get(keys.cycle(cycleId));
      const categories = cycle.categories.map((each) =>
        each.categoryId === categoryId ? { ...each, arbitrationThreshold: '0.5' } : each,
      );
      await store.transact([save(cycles, { ...cycle, categories })]);
      const seat = (await panelOf(applicationId)).items.find(({ status }) => status === 'submitted');
      await open(office, `/cases/${applicationId}/review`);
      await office.getByRole('button', { name: `解锁 ${seat?.reviewerName} 已交的评分表` }).click();
      await office.getByLabel('解锁的理由').fill('漏看一份佐证');
      await office.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
      await office.getByRole('dialog').waitFor({ state: 'hidden' });
      await office.getByText('漏看一份佐证').waitFor();

      const page = await reviewer(seat?.reviewerId ?? '');
      await page.getByText(`「${organizationName}」已解锁，请修改后重新提交`).waitFor();
      await page.getByRole('link', { name: '继续评分' }).first().click();
      await page.getByText('理由：漏看一份佐证').waitFor();
      await fitsPhone(page, 'panel-unlocked');
      await page.getByText('评分', { exact: true }).click();
      await page.getByLabel('得分', { exact: true }).fill('0');
      await page.getByText(/^已保存/).waitFor();
      await setAvailable(false);
      await page.getByRole('button', { name: '提交评分' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '提交评分' }).click();
      await page.getByText('已提交，只读').waitFor();
      await expect.poll(async () => (await panelOf(applicationId)).panel.arbiter).toBe('vacant');

      await open(office, `/cases/${applicationId}/review`);
      await office.getByText('评审组总分差距超过阈值').waitFor();
      await fits(office, 'panel-arbiter-wanted');
      await inEnglish(office, 'panel-arbiter-wanted');
      await office.getByRole('button', { name: '补派仲裁专家' }).click();
      const seating = office.getByRole('dialog');
      await seating.getByRole('button', { name: '补派仲裁专家' }).click();
      await seating.getByText('请先增加专家或提高工作量上限').waitFor();
      await setAvailable(true);
      await seating.getByRole('button', { name: '补派仲裁专家' }).click();
      await office.getByText('已办理').waitFor();
      const arbiter = (await panelOf(applicationId)).items.find(({ role }) => role === 'arbiter');
      expect(arbiter?.status).toBe('pending');
      await office.getByText('仲裁', { exact: true }).waitFor();
      await fits(office, 'panel-arbiter-seated');
      const own = await reviewer(arbiter?.reviewerId ?? '');
      await open(own, `/reviews/${arbiter?.assignmentId}`);
      await own.getByText('请先确认是否接受本项评审').waitFor();
      await expect.poll(() => own.getByText('仲裁').count()).toBe(0);
    });

    it('reminds whoever is overdue, once a day', async () => {
      const { seat } = await owed();
      const { store } = box.dependencies;
      const kept = await store.get(keys.assignment(seat.applicationId, seat.assignmentId));
      const now = new Date(box.clock.now() - 3_600_000).toISOString();
      // Without moving the clock: at the end of the round the workflow looks for somebody else.
      await store.transact([save(assignments, { ...kept, dueAt: now.replace('Z', '+00:00') })]);
      await open(office, `/cycles/${cycleId}/progress`);
      await office.getByRole('button', { name: '催办全部逾期（1 人）' }).click();
      await office.getByRole('dialog').getByText('将向 1 位专家发送催办通知').waitFor();
      await fits(office, 'panel-remind');
      await office.getByRole('dialog').getByRole('button', { name: '催办' }).click();
      await office.getByText('已催办 1 人。').waitFor();
      await office.getByText('今天已催办', { exact: true }).waitFor();
      await expect
        .poll(async () => {
          const mails = (await (await fetch(`${box.url}/box/mail.json`)).json()) as { subject: string }[];
          return mails.filter(({ subject }) => subject.includes('评审任务逾期提醒')).length;
        })
        .toBe(1);
      await office.reload();
      await office.getByRole('button', { name: `催办 ${seat.reviewerName}` }).click();
      await office.getByText('1 人今天已催办过，未重复发送').waitFor();
      const page = await reviewer(seat.reviewerId);
      await page
        .getByText(/已逾期/)
        .first()
        .waitFor();
      await fitsPhone(page, 'panel-overdue-home');
    });

    it('gives more time, and when that is over too somebody else takes the seat', async () => {
      const { seat, of } = await owed();
      await open(office, `/cases/${of.applicationId}/review`);
      await office.getByRole('button', { name: `延长 ${seat.reviewerName} 的评审期限` }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('新的期限').fill('2026-03-01T18:00');
      await dialog.getByLabel('理由').fill('专家出差');
      await dialog.getByRole('button', { name: '延期' }).click();
      await dialog.getByText('请按各字段的提示修改').waitFor();
      // At the field, and not once more below with the code's name of it.
      await expect.poll(() => dialog.getByText('新期限应晚于原期限和当前时间。').count()).toBe(1);
      await expect.poll(() => dialog.getByText('until').count()).toBe(0);
      await fits(office, 'panel-extend-refused');
      await dialog.getByLabel('新的期限').fill('2026-08-25T18:00');
      await dialog.getByRole('button', { name: '延期' }).click();
      await dialog.waitFor({ state: 'hidden' });

      const page = await reviewer(seat.reviewerId, false);
      await open(page, `/reviews/${seat.assignmentId}`);
      if (seat.status === 'pending') await page.getByRole('button', { name: '接受', exact: true }).click();
      await page.getByText(/还剩/).first().waitFor();
      const overall = page.getByLabel('总体意见');
      await overall.fill('写到一半');
      await page.getByText(/^已保存/).waitFor();
      await box.clock.advanceTo(Date.parse('2026-08-26T09:00:00+08:00'));
      await expect
        .poll(
          async () =>
            (await panelOf(of.applicationId)).items.find(({ assignmentId }) => assignmentId === seat.assignmentId)
              ?.status,
          { timeout: 60_000 },
        )
        .toBe('reassigned');
      await overall.fill('写到一半，还没有写完');
      await page.getByText('您已不再评审此件').waitFor();
      await page.getByText('评审期限已过而评分没有提交').waitFor();
      await fits(page, 'panel-replaced');

      await open(office, `/cases/${of.applicationId}/review`);
      await office.getByText(/^已离开评审组的专家/).click();
      const row = office.getByRole('row').filter({ hasText: seat.reviewerName });
      await row.getByText('逾期', { exact: true }).waitFor();
      await fits(office, 'panel-case-replaced');
      await inEnglish(office, 'panel-case-replaced');
      const successor = (await panelOf(of.applicationId)).items.find(({ replaces }) => replaces === seat.assignmentId);
      const next = await reviewer(successor?.reviewerId ?? '');
      await open(next, '/reviews');
      await next.getByRole('button', { name: `接受 ${of.organizationName}` }).waitFor();
      await fitsPhone(next, 'panel-successor');
      expect(desks.troubles()).toEqual([]);
    });
  },
);
