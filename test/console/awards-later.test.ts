import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Award } from '#domain/decisions';
import { everything } from '#examples/player/client';
import { until } from '#examples/player/clock';
import { season } from '#examples/xicheng-2011/index';
import { chromiumPath, tick } from '#test/support/browser';
import { act, desksOf, sound } from '#test/support/desk-people';
import { closeStage, openStage } from '#test/support/stage-browser';
import type { StageBox } from '#test/support/stages';
import '#test/support/failures';

type Register = {
  readonly total: number;
  readonly units: readonly { readonly name: string; readonly status: string }[];
};

describe.skipIf(!chromiumPath)('what becomes of titles, and of the register', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let desks: ReturnType<typeof desksOf>;
  let cycleId: string;
  let head: Page;
  let all: Award[];

  beforeAll(async () => {
    [box, browser] = await openStage('named');
    desks = desksOf(box, browser);
    const { items } = await desks.as('office-head').get<{ items: { cycleId: string }[] }>('/cycles');
    cycleId = items[0]?.cycleId ?? '';
    all = await titles();
  }, 300_000);
  afterAll(() => closeStage(box, browser));

  const titles = () => everything<Award>(desks.as('office-head'), '/awards', { cycleId });
  const titleOf = async (number: string): Promise<Award | undefined> =>
    (await titles()).find(({ certificateNumber }) => certificateNumber === number);
  const of = (page: string): string => `/cycles/${cycleId}/${page}`;
  const nth = (at: number): Award => {
    const award = all[at];
    if (!award) throw new Error('too few titles');
    return award;
  };

  /** The verdict in the dialog of one title. */
  async function decide(award: Award, verdict: string, reason: string, by?: string): Promise<void> {
    const dialog = head.getByRole('dialog');
    await tick(dialog.getByLabel(verdict, { exact: true }));
    if (by) {
      await dialog.getByLabel('整改期限').fill(by);
      await dialog.getByLabel('整改期限').press('Enter');
    }
    await dialog.getByLabel('理由').fill(reason);
    await sound(head, `later-verdict-${verdict}-zh`);
    await dialog.getByRole('button', { name: verdict, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await titleOf(award.certificateNumber)).toMatchObject({ reason });
  }

  /** What anybody reads of a certificate, on a phone and in English. */
  async function checked(award: Award, verdict: string, name: string): Promise<void> {
    const page = await desks.opened({ language: 'en', phone: true });
    await desks.go(page, '/certificates');
    await page.getByLabel('Certificate number').fill(award.certificateNumber);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: verdict }).waitFor();
    await page.getByText(award.organizationName).waitFor();
    await sound(page, `later-certificate-${name}-en-phone`);
    await page.context().close();
  }

  it('a register comes from a workbook as a whole, or not at all and with the cells that are wrong', async () => {
    const page = await desks.signedIn('office-drafter');
    const workbook = async (name: string, rows: readonly (readonly string[])[]): Promise<string> => {
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '名册');
      const file = join(dirname(box.dataDir), name);
      await writeFile(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      return file;
    };
    const title = ['2026 年机关名册'];
    const columns = ['单位名称', '地区', '统一社会信用代码', '创建情况'];
    const [street = ''] = (await desks.as('office-drafter').get<{ areas: { name: string }[] }>('/areas')).areas.map(
      (area) => area.name,
    );
    const good = [
      ['甲机关', street, '', '创建单位'],
      ['乙\n机关', street, '', ''],
    ];
    const register = () => desks.as('office-drafter').get<Register>('/register/2026/agency');
    const before = await register();
    await desks.go(page, '/register?year=2026&category=agency');
    await page.getByRole('button', { name: '导入名册' }).click();
    const dialog = page.getByRole('dialog');
    const choose = async (file: string): Promise<void> => dialog.locator('input[type=file]').setInputFiles(file);
    await choose(
      await workbook('wrong.xlsx', [title, columns, ...good, [], ['丙机关', '月球街道', '91350100M000100Y4Z', '在册']]),
    );
    await dialog.getByText('读到 3 行').waitFor();
    await expect.poll(() => dialog.locator('input[type=file]').isVisible()).toBe(false);
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    const alert = dialog.getByRole('alert');
    await alert.getByText('第 6 行「统一社会信用代码」').waitFor();
    await alert.getByText('91350100M000100Y4Z').waitFor();
    await sound(page, 'later-register-wrong-zh');
    expect(await register()).toEqual(before);

    await choose(await workbook('area.xlsx', [title, columns, ...good, [], ['丙机关', '月球街道', '', '在册']]));
    await alert.waitFor({ state: 'hidden' });
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await alert.getByText('第 6 行「地区」').waitFor();
    await alert.getByText('（填的是「月球街道」）').waitFor();
    expect(await register()).toEqual(before);

    await choose(await workbook('status.xlsx', [title, columns, ...good, ['丙机关', street, '', '拟创建']]));
    await alert.getByText('第 5 行「创建情况」').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
    await choose(await workbook('good.xlsx', [title, columns, ...good]));
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('grid').getByText('乙 机关').waitFor();
    await page.getByText(/名册不完整/).waitFor();
    await sound(page, 'later-register-zh');
    const { total, units } = await register();
    expect([total, units.map(({ name, status }) => [name, status])]).toEqual([
      2,
      [
        ['甲机关', 'creating'],
        ['乙 机关', 'registered'],
      ],
    ]);

    await page.getByRole('button', { name: '导入名册' }).click();
    await dialog.getByText('原名册的 2 个单位将被整体替换。').waitFor();

    // More than one request takes: it goes in parts, and a wrong row of the last keeps all of them back.
    const many = Array.from({ length: 5003 }, (_, at) => [`机关 ${at}`, street, '', '创建单位']);
    await choose(await workbook('many-wrong.xlsx', [columns, ...many, ['机关 7', street, '', '']]));
    await dialog.getByText('读到 5004 行').waitFor();
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await alert.getByText('第 5005 行').waitFor();
    expect((await register()).total).toBe(2);
    // The connection breaks after the first part: it goes on from there, and from the start with another register.
    const parts: number[] = [];
    let isCut = true;
    await page.route('**/api/register/2026/agency', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      if (parts.length === 1 && isCut) return route.abort();
      parts.push(route.request().postDataJSON().units.length);
      return route.continue();
    });
    await choose(await workbook('many.xlsx', [columns, ...many]));
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await dialog.getByText(/^前 5000 行已经导入，后 3 行还没有。/).waitFor();
    await sound(page, 'later-register-half-zh');
    expect((await register()).total).toBe(5000);
    isCut = false;
    await choose(await workbook('other.xlsx', [columns, ...good]));
    await expect.poll(() => dialog.getByText(/^前 5000 行已经导入/).count()).toBe(0);
    await dialog.getByText('原名册的 5000 个单位将被整体替换。').waitFor();
    await choose(await workbook('many-again.xlsx', [columns, ...many]));
    await dialog.getByText(/^前 5000 行已经导入，后 3 行还没有。/).waitFor();
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(parts).toEqual([5000, 3]);
    expect((await register()).total).toBe(5003);
    await page.context().close();
  });

  it('a spoilt document number is void, and the series goes on after it', async () => {
    const page = await desks.signedIn('office-drafter');
    await desks.go(page, of('decision'));
    await page.getByText('文学〔2026〕1号').first().waitFor();
    await act(page, '登记作废文号', { 理由: '打印时用错纸张。' });
    await page.getByText('已登记 文学〔2026〕2号 作废').waitFor();
    await sound(page, 'later-void-number-zh');
    await act(page, '登记作废文号', { 理由: '再次写废。' });
    await page.getByText('已登记 文学〔2026〕3号 作废').waitFor();
    await page.context().close();
  });

  it('a title can be revoked outside of a re-review, and nothing else', async () => {
    head = await desks.signedIn('office-head');
    await desks.go(head, of('awards'));
    const award = nth(0);
    await head.getByRole('button', { name: `撤销「${award.organizationName}」的称号` }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText('请选择复评结论。').waitFor();
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(1);
    await decide(award, '撤销', '经查实，申报材料弄虚作假。');
    await head.getByRole('row', { name: new RegExp(`${award.organizationName}.*已撤销`) }).waitFor();
    await checked(award, 'Revoked', 'revoked');
    const page = await desks.opened({ language: 'en', phone: true });
    await desks.go(page, `/named/${cycleId}`);
    await page.getByRole('row', { name: new RegExp(`${award.organizationName}.*Revoked`) }).waitFor();
    await sound(page, 'later-named-en-phone');
  });

  it('three years later all are re-reviewed: one is kept, one must rectify and is revoked when it does not', async () => {
    await head.context().close();
    await box.clock.advanceTo(Date.parse(`${nth(1).validUntil}T10:00:00+08:00`));
    await until('the re-reviews have begun', async () =>
      (await titles()).every(({ status }) => ['under-re-review', 'revoked'].includes(status)),
    );
    // What waits for the head stands at home.
    head = await desks.signedIn('office-head');
    await head.getByRole('link', { name: /^复评 \d+ 件待作结论$/ }).click();
    const [kept, late] = [nth(1), nth(2)];
    await head.getByRole('button', { name: `复评「${kept.organizationName}」` }).click();
    await decide(kept, '保持', '三年来持续开展学习活动。');
    expect(await titleOf(kept.certificateNumber)).toMatchObject({
      status: 'valid',
      validUntil: `${Number(kept.validUntil.slice(0, 4)) + 3}${kept.validUntil.slice(4)}`,
    });
    await head.getByRole('button', { name: `复评「${late.organizationName}」` }).click();
    const reason = '学习档案缺两年。\n请补齐并整改。';
    await decide(late, '限期整改', reason, '2029-12-28');
    await head
      .getByRole('row', { name: new RegExp(`${late.organizationName}.*限期整改.*整改期限 2029-12-28`) })
      .waitFor();
    await sound(head, 'later-awards-zh');
    await checked(kept, 'This title stands', 'kept');
    await checked(late, 'Under rectification', 'rectifying');

    const unit = season('1').units.find(({ name }) => name === late.organizationName);
    for (const options of [{}, { language: 'en', phone: true } as const]) {
      const page = await desks.signedIn(unit?.contact.username ?? '', options);
      await desks.go(page, `/applications/${late.applicationId}`);
      await page.getByText('请补齐并整改。').waitFor();
      await page.getByText('2029-12-28').first().waitFor();
      await sound(page, `later-unit-rectifies-${options.language ?? 'zh'}`);
      await page.context().close();
    }

    await head.context().close();
    await box.clock.advanceTo(Date.parse('2029-12-29T09:00:00+08:00'));
    head = await desks.signedIn('office-head');
    await head.getByRole('link', { name: '整改 1 件待作结论' }).click();
    await head.getByRole('button', { name: `复评「${late.organizationName}」` }).click();
    // A reason is read in the lines in which it was written.
    // biome-ignore lint/performance/useDomNodeTextContent: how it is laid out is what is asked
    await expect.poll(() => head.getByRole('dialog').getByText('请补齐并整改。').innerText()).toContain(reason);
    await decide(late, '撤销', '逾期未整改。');
    await checked(late, 'Revoked', 'revoked-late');
    expect(await titleOf(late.certificateNumber)).toMatchObject({ status: 'revoked' });
    expect(desks.troubles()).toEqual([]);
  });
});
