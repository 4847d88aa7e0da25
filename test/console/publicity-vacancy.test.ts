import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/applications';
import type { Publicity } from '#domain/publicity';
import { until } from '#examples/player/clock';
import { season } from '#examples/xicheng-2011/index';
import { chromiumPath, tick } from '#test/support/browser';
import { act, desksOf, fillOffice, sound } from '#test/support/desk-people';
import { frozen, publicized } from '#test/support/frozen-season';
import { closeStage, openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

type Row = { readonly applicationId: string; readonly organizationName: string; readonly selected: boolean };
type Listed<Item> = { readonly items: readonly Item[] };

/** Where fewer are listed than passed: one withdraws, the next in line comes in, and one was left out. */
describe.skipIf(!chromiumPath)('a place that falls vacant in publicity, and somebody who was left out', () => {
  let box: StageBox;
  let browser: Browser;
  let desks: ReturnType<typeof desksOf>;
  let cycleId: string;
  let publicityId: string;
  let checker: Page;
  let leaver: Row;
  let next: Row;
  let omitted: Row;

  beforeAll(async () => {
    [box, browser] = await openStage('scored');
    desks = desksOf(box, browser);
    cycleId = await frozen(box, desks.people, {
      plan: ({ categories }) => ({
        substitution: true,
        categories: categories.map((each) =>
          each.categoryId === 'school' ? { ...each, quota: { total: 2, byRecommender: { 教委: 2 } } } : each,
        ),
      }),
      scoreOf: () => 10_000,
      alike: [],
    });
    ({ publicityId } = await publicized(desks.people, cycleId));
    const results = await api().get<Listed<Row>>(`/cycles/${cycleId}/results?categoryId=school&limit=50`);
    [leaver] = results.items.filter(({ selected }) => selected) as [Row];
    [next, omitted] = results.items.filter(({ selected }) => !selected) as [Row, Row];
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const api = () => desks.as('office-checker');
  const current = async (): Promise<Publicity> => {
    const cycle = await api().get<{ publicityId: string }>(`/cycles/${cycleId}`);
    return api().get<Publicity>(`/publicities/${cycle.publicityId}`);
  };
  const later = (day: string): Promise<void> => box.clock.advanceTo(Date.parse(`${day}T09:00:00+08:00`));

  it('a unit withdraws on its own page, and its place is told to be vacant', { timeout: 300_000 }, async () => {
    const unit = season('1').units.find(({ name }) => name === leaver.organizationName);
    const page = await desks.signedIn(unit?.unitKey ?? '', { phone: true });
    await desks.go(page, `/applications/${leaver.applicationId}`);
    await act(page, '撤回申报', { 撤回理由: '学校并入相邻学校。' });
    await page.getByText('已撤回').first().waitFor();
    await sound(page, 'vacancy-withdrawn-zh-phone');

    const supervisor = await desks.signedIn('supervisor', { language: 'en' });
    await desks.go(supervisor, `/cycles/${cycleId}/publicity`);
    await supervisor.getByText(`The place of ${leaver.organizationName} is vacant`).waitFor();
    await expect
      .poll(() => supervisor.getByRole('button', { name: `Let ${next.organizationName} in` }).count())
      .toBe(0);
    await supervisor.context().close();
  });

  it('the checker lets the next in line in, with the reason', { timeout: 300_000 }, async () => {
    checker = await desks.signedIn('office-checker');
    await desks.go(checker, `/cycles/${cycleId}/publicity`);
    await checker.getByText(`「${leaver.organizationName}」的名额空缺`).waitFor();
    await sound(checker, 'vacancy-next-zh');
    await act(checker, `由「${next.organizationName}」递补`, { 理由: '原入选单位撤回，按名次递补。' });
    await checker.getByText(`已由「${next.organizationName}」递补`).waitFor();
    await expect.poll(() => checker.getByRole('button', { name: /递补$/ }).count()).toBe(0);
    await sound(checker, 'vacancy-filled-zh');
    expect(await current()).toMatchObject({ materialChange: true });
  });

  it('objections to an omission and to the procedure are filed by phone', { timeout: 300_000 }, async () => {
    const page = await desks.opened({ phone: true });
    const file = async (about: string, name: string | undefined, grounds: string): Promise<void> => {
      await desks.go(page, `/notices/${publicityId}/object`);
      await tick(page.getByLabel(about));
      if (name) await page.getByLabel('被遗漏者的名称').fill(name);
      await page.getByLabel('事实和依据').fill(grounds);
      await page.getByLabel('真实姓名').fill('柏溪午');
      await tick(page.getByLabel('无工作单位'));
      await page.getByLabel('联系电话').fill('19900009001');
      await sound(page, `vacancy-object-${name ? 'omission' : 'procedure'}-zh-phone`);
      await act(page, '提交异议');
      await page.getByText('您的异议已经收到').waitFor();
    };
    await file('遗漏：应列入而未列入', omitted.organizationName, '该校得分达标，名额应予增加。');
    await file('评审或公示的程序', undefined, '评审前未公布专家名单的产生办法。');
    expect((await current()).openObjections).toBe(2);
  });

  it('the omission is upheld and brings the unit onto the list', { timeout: 300_000 }, async () => {
    const determine = async (target: string, effect: string, finding: string): Promise<void> => {
      await desks.go(checker, `/publicities/${publicityId}`);
      await checker.getByRole('link', { name: target }).click();
      await act(checker, '受理');
      await act(checker, '开始核查');
      await checker.getByRole('button', { name: '作出认定' }).click();
      await tick(checker.getByLabel('成立', { exact: true }));
      await checker.getByLabel('核查情况和认定理由').fill(finding);
      await tick(checker.getByLabel(effect));
      if (effect === '补列入名单') {
        await checker.getByRole('button', { name: '作出认定', exact: true }).click();
        await checker.getByText('请选择补列的申报。').waitFor();
      }
    };
    await determine(`遗漏：${omitted.organizationName}`, '补列入名单', '经核对，该校达标而未列入。');
    await checker.getByLabel('补列哪一个').click();
    await checker.getByTitle(omitted.organizationName).click();
    await sound(checker, 'vacancy-add-zh');
    await act(checker, '作出认定');
    await act(checker, '答复异议人', { 答复内容: '异议成立，已补列入名单并将补充公示。' });
    await determine('程序', '名单不变', '专家名单的产生办法应当公布而未公布，已补充公布。');
    await sound(checker, 'vacancy-procedure-zh');
    await act(checker, '作出认定');
    await act(checker, '答复异议人', { 答复内容: '异议成立，产生办法已补充公布。' });
    expect(await current()).toMatchObject({ openObjections: 0, materialChange: true });
  });

  it('the list that is published anew has both and not who withdrew', { timeout: 300_000 }, async () => {
    await later('2026-08-03');
    await until('the list changed', async () => (await current()).outcome === 'changed');
    const drafter = await desks.signedIn('office-drafter');
    await desks.go(drafter, `/cycles/${cycleId}/publicity`);
    await drafter.getByRole('heading', { name: '拟定补充公示' }).waitFor();
    await fillOffice(drafter);
    await drafter.getByRole('button', { name: '提交复核' }).click();
    await drafter.getByRole('heading', { name: /第 2 次公示（补充）/ }).waitFor();
    await sound(drafter, 'vacancy-supplementary-zh');
    const statuses = [leaver, next, omitted].map(async ({ applicationId }) => {
      const { application } = await api().get<{ application: Application }>(`/applications/${applicationId}`);
      return application.status;
    });
    expect(await Promise.all(statuses)).toEqual(['withdrawn', 'shortlisted', 'shortlisted']);
    expect(desks.troubles()).toEqual([]);
  });
});
