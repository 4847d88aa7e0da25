import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditCodeOf } from '#examples/xicheng-2011/credit-code';
import { demoPassword } from '#local/identity/provider';
import { accessibilityFaults, chromiumPath, openPage, shot, signInAs, tick } from '../support/browser.ts';
import { closeStage, openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

/**
 * A stranger's year: an empty system, and people who follow only what the screen says make a cycle, apply, recommend,
 * check, review, publicize, sign and check the certificate. Nothing is done past the screen but moving the clock.
 */

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

const unit = '云州市𠮷祥学习科技有限公司';
const title = '2026 年学习型组织创建评审';

describe.skipIf(!chromiumPath)('a whole small cycle through the screens', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let letter: string;
  const people = new Map<string, { page: Page; troubles: string[] }>();

  beforeAll(async () => {
    [box, browser] = await openStage('new');
    letter = join(dirname(box.dataDir), 'letter.pdf');
    await writeFile(letter, pdf);
  }, 600_000);

  afterAll(() => closeStage(box, browser));

  /** Somebody's own window, at home. */
  async function as(username: string, phone = false): Promise<Page> {
    const known = people.get(username);
    if (known) {
      await known.page.goto(`${box.url}/console/home`);
      return known.page;
    }
    const { page, troubles } = await signInAs(browser, { url: box.url, username, phone });
    page.setDefaultTimeout(15_000);
    people.set(username, { page, troubles });
    return page;
  }

  const menu = (page: Page, name: string) =>
    page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name, exact: true }).click();
  const tab = (page: Page, name: string) =>
    page.getByRole('navigation', { name: '批次的各个环节' }).getByRole('link', { name, exact: true }).click();
  const toCycle = async (page: Page): Promise<void> => {
    await menu(page, '批次');
    await page.getByRole('main').getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };
  /** The button, then the dialog's own. */
  async function act(page: Page, verb: string, texts: Readonly<Record<string, string>> = {}): Promise<void> {
    await page.getByRole('main').getByRole('button', { name: verb, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    for (const [label, text] of Object.entries(texts)) await dialog.getByLabel(label).fill(text);
    // The act stands last in the dialog, after 取消.
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'hidden' });
  }
  const sound = async (page: Page, name: string): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, `cycle-${name}`);
  };
  const at = (time: string) => box.clock.advanceTo(Date.parse(`${time}+08:00`));

  it('the office finds what is missing, names the areas, and plans and announces a cycle', async () => {
    const page = await as('office');
    await menu(page, '评估标准');
    await page.getByRole('button', { name: '载入示例标准' }).click();
    await page.getByRole('link', { name: '学习型企业评估标准' }).waitFor();

    await page.goto(`${box.url}/console/home`);
    await page.getByRole('heading', { name: '开始使用' }).waitFor();
    await sound(page, 'first-steps');
    await page.getByRole('link', { name: '设置地区' }).click();
    await page.getByLabel('级别').waitFor();
    await sound(page, 'reference');
    await page.getByLabel('最上一级地区').fill('西城区');
    await page.getByRole('button', { name: '添加' }).click();
    await page.getByRole('tree').getByText('西城区').click();
    await page.getByLabel(/^添加下级街镇/).fill('德胜街道\n什刹海街道');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').first().waitFor();

    await menu(page, '批次');
    await page
      .getByRole('link', { name: '筹划批次' })
      .or(page.getByRole('button', { name: '筹划批次' }))
      .first()
      .click();
    await page.getByLabel('机关代字').fill('西学');
    await page.getByLabel('主办单位').fill('西城区学习型城区建设办公室');
    await page.getByLabel('批准依据').fill('西城区 2026 年学习型组织创建工作方案');
    await page.getByLabel('依据文号').fill('西学办〔2026〕3 号');
    await page.getByRole('button', { name: /^下一步/ }).click();
    await tick(page.getByRole('checkbox', { name: '企业' }));
    await page.getByRole('button', { name: '下一步：名额' }).click();
    await page.getByRole('button', { name: '下一步：评审规则' }).click();
    await page.getByLabel('每份申报的专家人数').fill('3');
    await page.getByRole('button', { name: '只评材料' }).click();
    await page.getByRole('button', { name: '下一步：日程' }).click();
    await page.getByRole('button', { name: '下一步：核对保存' }).click();
    await page.getByText('没有需要修改的地方').waitFor();
    await sound(page, 'plan');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await act(page, '发布批次');
    await page.getByText('到时自动开始受理').waitFor();
    await sound(page, 'board');
  });

  it('a unit registers with its sealed letter, and is confirmed', async () => {
    const page = await as('applicant');
    await page.getByRole('link', { name: '注册单位' }).click();
    await page.getByLabel('类别').fill('企业');
    await page.keyboard.press('Enter');
    await page.getByLabel('单位全称').fill(unit);
    await page.getByLabel('统一社会信用代码').fill(creditCodeOf('91', 7));
    await page.getByLabel('所在区域').click();
    await page.getByTitle('德胜街道').click();
    await page.getByLabel('推荐单位').click();
    await page.getByTitle('经信局').click();
    await page.getByLabel('联系人').fill('王梅');
    await page.getByLabel('联系电话').fill('010-66001234');
    await tick(page.getByRole('checkbox'));
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.locator('input[type=file]').first().setInputFiles(letter);
    await page.getByText('等待经信局核实').waitFor();
    await sound(page, 'unit');

    const recommender = await as('recommender');
    await menu(recommender, '单位核实');
    await recommender.getByText(unit).first().click();
    await act(recommender, '核实通过');
    await recommender.getByText('已确认').first().waitFor();
  });

  it('it applies on a phone, is returned by the field, corrects, is recommended and accepted', async () => {
    await at('2026-03-02T09:30:00');
    const page = await as('applicant', true);
    await page.getByRole('link', { name: '开始申报' }).first().click();
    await page.getByRole('button', { name: '开始申报' }).click();
    await page.getByLabel('基本情况').fill('公司成立于 2010 年，现有职工 320 人。');
    await page.getByLabel('主要做法').fill('每月组织专题学习，建立学习积分制度。');
    await page.getByLabel('工作成效').fill('技术革新 12 项。');
    await page.getByLabel('联系人').fill('王梅');
    await page.getByLabel('联系电话').fill('010-66001234');
    await page.getByText(/^已保存/).waitFor();
    await sound(page, 'form');
    await act(page, '提交申报表');

    const recommender = await as('recommender');
    await menu(recommender, '推荐');
    await recommender
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await recommender.getByText(unit).first().click();
    await recommender.getByRole('button', { name: '退回修改' }).click();
    await tick(recommender.getByRole('checkbox', { name: /需要修改/ }).nth(2));
    await recommender.getByLabel('这一处的修改原因').fill('请补充 2025 年的成效数据。');
    await recommender.getByRole('button', { name: '查看退回通知并退回' }).click();
    await recommender.getByRole('dialog').getByLabel('总的理由').fill('成效部分请补充后再交。');
    await sound(recommender, 'return');
    await recommender.getByRole('dialog').getByRole('button', { name: '退回修改' }).click();
    await recommender.getByText('此状态下没有需要您办理的事项').waitFor();

    const again = await as('applicant');
    await again.getByRole('link', { name: '补正申报表' }).first().click();
    await again.getByText('需修改：请补充 2025 年的成效数据。').waitFor();
    await again.getByLabel('工作成效').fill('技术革新 12 项。2025 年职工持证率由 40% 提高到 72%。');
    await sound(again, 'correction');
    await act(again, '提交修改');

    await recommender.reload();
    await act(recommender, '推荐');
    const office = await as('office');
    await office
      .getByRole('link', { name: /形式审查/ })
      .first()
      .click();
    await office.getByText(unit).first().click();
    await sound(office, 'case');
    await act(office, '受理');
  });

  it('it assesses itself beside the standard, with evidence at each point', async () => {
    const page = await as('applicant');
    await page.getByRole('link', { name: '填写自评' }).first().click();
    for (;;) {
      const point = new URL(page.url()).searchParams.get('point');
      if (point === 'report') break;
      await page.getByLabel('自评得分').fill('6.5');
      await page.getByLabel('自评理由').fill('制度齐全，记录完整，见佐证材料。');
      await page.locator('input[type=file]').first().setInputFiles(letter);
      await page.getByRole('button', { name: '移除 letter.pdf' }).waitFor();
      await page.getByRole('button', { name: '下一项' }).click();
      await page.waitForURL((url) => url.searchParams.get('point') !== point);
    }
    for (const part of ['组织与保障', '主要做法', '工作成效', '特色亮点', '不足与改进']) {
      await page.getByLabel(part).fill('围绕学习型企业建设，健全组织，完善制度，成效明显。');
    }
    await page.getByText('全部填好').waitFor();
    await sound(page, 'assessment');
    await act(page, '提交自评');
    await page
      .getByText(/自评已交/)
      .first()
      .waitFor();
    await sound(page, 'case-of-applicant');
  });

  it('the office takes experts into the pool, closes the window and starts the review', async () => {
    const page = await as('office');
    await menu(page, '专家库');
    for (const [name, university] of [
      ['郑思远', '云州师范大学'],
      ['冯雅', '云州理工大学'],
      ['褚卫东', '云州开放大学'],
      ['卫明', '云州财经大学'],
    ] as const) {
      await page.getByRole('button', { name: '专家入库' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('人员').fill(name);
      await page.getByTitle(new RegExp(name)).first().waitFor();
      await page.keyboard.press('Enter');
      await dialog.getByLabel('单位', { exact: true }).fill(university);
      await dialog.getByLabel('工作量上限').fill('20');
      await dialog.getByRole('button', { name: '专家入库' }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await sound(page, 'experts');
    await toCycle(page);
    await act(page, '提前截止申报', { 理由: '全部单位已完成申报。' });
    await page.getByRole('button', { name: '开始评审' }).waitFor();
    await tab(page, '分配');
    await sound(page, 'assignment');
    await tab(page, '看板');
    await act(page, '开始评审');
    await tab(page, '评审进度');
    await page.getByText('郑思远').or(page.getByText('冯雅')).first().waitFor();
    await sound(page, 'progress');
  });

  it('three reviewers score by keyboard and hand in', async () => {
    let sheets = 0;
    for (const username of ['reviewer1', 'reviewer2', 'reviewer3', 'reviewer4']) {
      const page = await as(username);
      await menu(page, '评审任务');
      const row = page.getByRole('main').getByRole('link', { name: new RegExp(unit) });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await row.or(page.getByText('现在没有')).first().waitFor();
      // One of the four was not drawn.
      if ((await row.count()) === 0) continue;
      await row.first().click();
      await page.getByRole('button', { name: '接受', exact: true }).click();
      await page.getByRole('button', { name: '提交评分' }).waitFor();
      const dialog = page.getByRole('dialog');
      for (let point = 0; point < 14; point += 1) {
        const group = page.getByRole('region', { name: /的得分$/ });
        await group.waitFor();
        const name = await group.getAttribute('aria-label');
        if ((await group.getByLabel('达到数').count()) > 0) {
          await page.keyboard.type('95');
          await page.keyboard.press('Enter');
          await page.keyboard.type('100');
        } else await page.keyboard.press('1');
        await page.keyboard.press('Enter');
        if (point < 13) await expect.poll(() => group.getAttribute('aria-label')).not.toBe(name);
      }
      await dialog.waitFor();
      if (sheets === 0) await sound(page, 'sheet');
      await dialog.getByRole('button', { name: '提交评分' }).press('Enter');
      await page.getByText('已提交，只读').waitFor();
      sheets += 1;
    }
    expect(sheets).toBe(3);
  });

  it('the office closes the round, opens the arithmetic, drafts the list; another officer checks it', async () => {
    const page = await as('office');
    await toCycle(page);
    await tab(page, '评审进度');
    await act(page, '结束评审');
    await tab(page, '结果');
    await page.getByRole('grid').getByText(unit).waitFor();
    await sound(page, 'results');
    await tab(page, '名单');
    await act(page, '拟定名单');
    await page.getByText(unit).first().waitFor();
    await sound(page, 'list');
    const checker = await as('checker');
    await toCycle(checker);
    await tab(checker, '名单');
    await act(checker, '复核名单');
  });

  it('the notice is drafted, checked and published; anybody reads it', async () => {
    await at('2026-07-06T09:00:00');
    const page = await as('office');
    await toCycle(page);
    await tab(page, '公示');
    await page.getByLabel('地址').fill('西城区二龙路 27 号');
    await page.getByLabel('邮政编码').fill('100032');
    await page.getByLabel('联系电话').fill('010-66005678');
    await page.getByLabel('监督电话').fill('010-66001111');
    await sound(page, 'notice-draft');
    await page.getByRole('button', { name: '提交复核' }).click();
    await page.getByText('已拟稿').first().waitFor();
    const checker = await as('checker');
    await toCycle(checker);
    await tab(checker, '公示');
    await act(checker, '复核并发布');
    await at('2026-07-07T09:00:00');
    const { page: citizen, troubles } = await openPage(browser, { phone: true });
    await citizen.goto(`${box.url}/console/notices`);
    await citizen.getByRole('link', { name: /公示/ }).first().click();
    await citizen.getByText(unit).first().waitFor();
    await sound(citizen, 'notice-phone');
    expect(troubles).toEqual([]);
  });

  it('the decision goes through three hands and the last signs in again; the certificate stands', async () => {
    await at('2026-07-14T09:00:00');
    await at('2026-08-03T09:00:00');
    const page = await as('office');
    await toCycle(page);
    await tab(page, '决定');
    await act(page, '拟定命名决定');
    const checker = await as('checker');
    await toCycle(checker);
    await tab(checker, '决定');
    await act(checker, '复核通过');
    const head = await as('head');
    await toCycle(head);
    await tab(head, '决定');
    await act(head, '批准');
    const committee = await as('committee');
    await committee.getByRole('link', { name: '阅读并签发' }).click();
    await box.clock.advanceBy(10 * 60_000);
    await committee.getByRole('button', { name: '签发', exact: true }).click();
    await committee.locator('input[name=password]').fill(demoPassword);
    await committee.locator('button.primary').click();
    const dialog = committee.getByRole('dialog');
    await dialog.getByText(/将命名/).waitFor();
    await shot(committee, 'cycle-sign');
    await dialog.getByRole('button', { name: '签发', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(`${box.url}/console/home`);
    await toCycle(page);
    await tab(page, '称号');
    const number = page.getByRole('link', { name: /证〔2026〕/ }).first();
    await number.waitFor();
    const text = (await number.textContent()) ?? '';
    const { page: anybody } = await openPage(browser, { language: 'en' });
    await anybody.goto(`${box.url}/console/certificates`);
    await anybody.getByLabel('Certificate number').fill(text);
    await anybody.getByRole('button', { name: 'Check' }).click();
    await anybody.getByRole('heading', { name: 'This title stands' }).waitFor();
    await sound(anybody, 'certificate');
  });

  it('the supervisor finds every act of it in a chain that holds', async () => {
    const page = await as('supervisor');
    await menu(page, '审计');
    await sound(page, 'audit');
    for (const { troubles } of people.values()) expect(troubles).toEqual([]);
  });
});
