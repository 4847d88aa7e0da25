import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewerBook } from '#documents/reviewer-book';
import type { Reviewer } from '#domain/reviews';
import { chromiumPath, signInAs, tick } from '../support/browser.ts';
import { apiOf, fits, type Listed, type PageApi } from '../support/desk-pages.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

type Person = { readonly personId: string; readonly username: string; readonly name: string };

const choose = async (page: Page, label: string, typed: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).last().fill(typed);
  await page.locator(`.ant-select-dropdown:visible [title="${typed}"]`).first().click();
};

describe.skipIf(!chromiumPath)('the assignment desk before and after the draw', () => {
  let box: StageBox;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let api: PageApi;
  let cycleId: string;
  let people: readonly Person[];

  beforeAll(async () => {
    [box, browser] = await openStage('before-review');
    ({ page, troubles } = await signInAs(browser, { url: box.url, username: 'office' }));
    page.setDefaultTimeout(20_000);
    api = await apiOf(page, box.url);
    cycleId = (await api.get<Listed<{ cycleId: string }>>('/cycles')).items[0]?.cycleId ?? '';
    people = (await api.get<Listed<Person>>('/people?limit=200&username=wenlan-reviewer')).items;
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const open = (path: string) => page.goto(`${box.url}/console${path}`);

  const bookOf = async (name: string, usernameOf: (person: Person) => string): Promise<string> => {
    const rows = people.map((person, at) => ({
      username: usernameOf(person),
      reviewer: {
        ...{ reviewerId: person.personId, name: person.name, organizationName: `云州学院第${at + 1}系` },
        ...{ categoryIds: [], areaIds: [], expertise: at % 2 === 0 ? ['工作成效', '组织领导'] : [] },
        ...{ maximumLoad: 20, available: true, conflicts: [] },
      } satisfies Reviewer,
    }));
    const path = join(dirname(box.dataDir), name);
    await writeFile(path, await reviewerBook(rows, { categories: new Map(), areas: new Map() }));
    return path;
  };

  it('takes the pool in from a workbook: with one mistake nothing, then all of it', async () => {
    await open('/experts');
    await page.getByText('专家库还没有专家').waitFor();
    await page.getByRole('button', { name: '导入 .xlsx' }).click();
    const file = page.locator('input[type=file]');
    await file.setInputFiles(await bookOf('wrong.xlsx', ({ username }) => username.replace('-44', '-99')));
    await page.getByText('没有导入：表中有 1 处错误').waitFor();
    await page.getByText('没有持专家角色的账号').waitFor();
    expect((await api.get<Listed<unknown>>('/reviewers')).items).toEqual([]);
    await file.setInputFiles(await bookOf('right.xlsx', ({ username }) => username));
    await page.getByText('已导入：新增 24 人').waitFor();
    expect((await api.get<Listed<unknown>>('/reviewers')).items).toHaveLength(24);
    await page.getByText('共 24 行').waitFor();
    await fits(page, 'assignment-experts');
  }, 300_000);

  it('changes an entry of the pool', async () => {
    const { personId: reviewerId } = people[0] ?? { personId: '' };
    await open(`/experts/${reviewerId}`);
    await page.getByLabel('工作量上限').fill('18');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    const { version, maximumLoad } = await api.get<{ version: number; maximumLoad: number }>(
      `/reviewers/${reviewerId}`,
    );
    expect({ version, maximumLoad }).toEqual({ version: 2, maximumLoad: 18 });
    await fits(page, 'assignment-expert');
  }, 300_000);

  it('invites, and shows who may be drawn for what', async () => {
    await open(`/cycles/${cycleId}/experts`);
    await tick(page.getByRole('checkbox').nth(1));
    await page.getByRole('button', { name: '邀请 1 位专家' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '邀请' }).click();
    await page.getByText('已邀请 1 位专家').waitFor();
    expect((await api.get<Listed<unknown>>(`/cycles/${cycleId}/invitations`)).items).toHaveLength(1);
    await page.getByRole('checkbox').nth(1).uncheck();
    await page.getByRole('heading').first().hover();
    await fits(page, 'assignment-invitations');
    await page.getByRole('tab', { name: '可抽取的专家' }).click();
    await page.getByText('各类别可抽取人数').waitFor();
    await fits(page, 'assignment-pool');
  }, 300_000);

  it('pins with a reason, previews with its proof, and says when the draw is made', async () => {
    const cases = await api.get<Listed<{ organizationName: string }>>(
      `/cycles/${cycleId}/applications?limit=50&status=self-assessed`,
    );
    const { organizationName: unit = '' } = cases.items[0] ?? {};
    const expert = people[3]?.name ?? '';
    await open(`/cycles/${cycleId}/assignment?tab=pins`);
    await page.getByText('抽取在「开始评审」时由系统自动进行').waitFor();
    await page.getByRole('button', { name: '指定专家' }).click();
    await choose(page, '申报', unit);
    await choose(page, '专家', expert);
    await page.getByLabel('指定的理由').fill('熟悉该单位所在行业');
    await page.getByRole('dialog').getByRole('button', { name: '指定专家' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('熟悉该单位所在行业').first().waitFor();
    const pins = await api.get<Listed<{ reviewerId: string }>>(`/cycles/${cycleId}/pins`);
    expect(pins.items.map(({ reviewerId }) => reviewerId)).toEqual([people[3]?.personId]);
    await fits(page, 'assignment-pins');
    await page.getByRole('tab', { name: '试算' }).click();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('最优证明已核对').waitFor();
    await page.getByRole('heading', { name: '每人工作量' }).waitFor();
    await fits(page, 'assignment-preview');
  }, 300_000);

  it('shows the draw with its certificate once the review has started, and why a pair is or is not', async () => {
    await api.post(`/cycles/${cycleId}/start-review`);
    await open(`/cycles/${cycleId}/assignment`);
    await page.getByRole('heading', { name: '材料评审 第 1 次抽取' }).waitFor({ timeout: 120_000 });
    const [draw] = (await api.get<Listed<{ inputHash: string; seed: string }>>(`/cycles/${cycleId}/draws`)).items;
    await page.getByText(draw?.inputHash ?? 'none').waitFor();
    await page.getByText('任何人取得这三个文件').waitFor();
    const asked = page.waitForEvent('download');
    await page.getByRole('button', { name: '最优证明' }).click();
    expect((await asked).suggestedFilename()).toMatch(/certificate\.json$/);
    await fits(page, 'assignment-draws');
    await page.getByRole('tab', { name: '查询某一对' }).click();
    const [pin] = (await api.get<Listed<{ applicationId: string; reviewerId: string }>>(`/cycles/${cycleId}/pins`))
      .items;
    await open(
      `/cycles/${cycleId}/assignment?tab=why&applicationId=${pin?.applicationId}&reviewerId=${pin?.reviewerId}`,
    );
    await page.getByRole('heading', { name: '已抽中' }).waitFor();
    await fits(page, 'assignment-why');
    expect(troubles).toEqual([]);
  }, 300_000);
});
