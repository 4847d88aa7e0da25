import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openPage, shot, signInAs, tick } from '../support/browser.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { openStage } from '../support/stage-browser.ts';
import type { StageBox } from '../support/stages.ts';
import '../support/failures.ts';

const MB = 2 ** 20;

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

describe.skipIf(!chromiumPath)('units and files in the console', { timeout: 300_000 }, () => {
  let box: StageBox;
  let browser: Browser;
  let folder: string;
  /** 王小满 and the tab that she leaves open. */
  let applicant: { page: Page; context: BrowserContext; troubles: string[] };

  beforeAll(async () => {
    [box, browser] = await openStage('accepting');
    folder = dirname(box.dataDir);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await box?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByTitle(option, { exact: true }).last().click();
  };

  /** What axe finds on the page, on the desktop and on a phone, and whether the page scrolls sideways there. */
  async function fits(page: Page, name: string): Promise<void> {
    await page.locator('h1').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, `files-${name}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForTimeout(300);
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await shot(page, `files-${name}-phone`);
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  it('makes a newcomer known, with the privacy text before the consent', async () => {
    applicant = await openPage(browser);
    const { page } = applicant;
    page.setDefaultTimeout(15_000);
    await page.goto(`${box.url}/console/`);
    await page.getByRole('button', { name: '注册账户' }).click();
    await page.locator('input[name=displayName]').fill('王小满');
    await page.locator('input[name=username]').fill('wang-xiaoman');
    await page.locator('input[name=password]').fill('a-long-password');
    await page.locator('button.primary').click();
    await page.waitForURL('**/console/enrol');
    await page.getByRole('heading', { name: '首次使用，请登记本人信息' }).waitFor();
    await fits(page, 'enrol');
    await page.getByRole('button', { name: '登记并进入' }).click();
    await page.getByText('请阅读告知书并勾选同意后继续。').waitFor();
    await page.getByLabel('姓名').fill('王小满');
    await page.getByLabel('手机号').fill('13800138000');
    await page.getByLabel('电子邮箱').fill('xiaoman');
    await tick(page.getByRole('checkbox', { name: '我已阅读并同意以上告知书' }));
    await page.getByText('此项应为邮箱地址').waitFor();
    await page.getByLabel('电子邮箱').fill('xiaoman@example.cn');
    await page.getByRole('button', { name: '登记并进入' }).click();
    await page.waitForURL('**/console/home');
    await page.goto(`${box.url}/console/me`);
    await page.getByText('已同意告知书 2026-03').waitFor();
    await expect.poll(() => page.getByLabel('电子邮箱').inputValue()).toBe('xiaoman@example.cn');
    await fits(page, 'me');
  });

  it('registers a unit, each field held to the domain’s rules', async () => {
    const { page } = applicant;
    await page.goto(`${box.url}/console/units`);
    await page.getByText('还没有注册单位').waitFor();
    await fits(page, 'units-none');
    await page.getByRole('button', { name: '注册单位' }).click();
    await page.waitForURL('**/console/units/register');
    await choose(page, '类别', '企业');
    await page.getByLabel('单位全称').fill('云锦丙企业');
    await page.getByLabel('统一社会信用代码').fill('91350100m000100y4z');
    await page.getByLabel('单位全称').click();
    await page.getByText('统一社会信用代码只含数字和大写字母').waitFor();
    await page.getByLabel('统一社会信用代码').fill('91350100m000100y43');
    await page.getByRole('combobox', { name: '所在区域' }).fill('云锦街道');
    await page.getByTitle('云锦街道', { exact: true }).last().click();
    await choose(page, '推荐单位', '经信局');
    await expect.poll(() => page.getByLabel('联系人').inputValue()).toBe('王小满');
    await expect.poll(() => page.getByLabel('联系电话').inputValue()).toBe('13800138000');
    await tick(page.getByRole('checkbox', { name: /我经单位授权填写/ }));
    await fits(page, 'register');
    await page.getByRole('button', { name: '提交，并去上传授权函' }).click();
    await page.getByText('下一步：上传盖章授权函').waitFor();
    await fits(page, 'unit-pending');
  });

  it('says of a file that cannot be taken what it is and what to do, before it is sent', async () => {
    const { page } = applicant;
    const chooser = page.getByLabel('选择文件 上传盖章授权函');
    const word = Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(100)]);
    await chooser.setInputFiles({ name: '授权函.pdf', mimeType: 'application/pdf', buffer: word });
    await page.getByText('这是 Word、Excel 或压缩包文件。请另存为 PDF 后上传。').waitFor();
    await page.getByRole('button', { name: '知道了 授权函.pdf' }).click();
    // A picture by its first bytes, and noise after them.
    const torn = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(4000)]);
    await chooser.setInputFiles({ name: '授权函.jpg', mimeType: 'image/jpeg', buffer: torn });
    await page.getByText('这张图片打不开，可能已经损坏。').waitFor();
    await page.getByRole('button', { name: '仍要上传 授权函.jpg' }).waitFor();
    await page.getByRole('button', { name: '知道了 授权函.jpg' }).click();
  });

  it('makes a large photo smaller on this machine and shows it', async () => {
    const { page } = applicant;
    // Noise, so that it is large: 3,600 × 2,400.
    const dataUrl = await page.evaluate<string>(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3600, height: 2400 });
      const context = canvas.getContext('2d');
      const picture = context.createImageData(3600, 2400);
      for (let i = 0; i < picture.data.length; i += 1) picture.data[i] = i % 4 === 3 ? 255 : Math.random() * 255;
      context.putImageData(picture, 0, 0);
      return canvas.toDataURL('image/jpeg', 0.92);
    })()`);
    const photo = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
    expect(photo.length).toBeGreaterThan(2 * MB);
    const chooser = page.getByLabel('选择文件 上传盖章授权函');
    await chooser.setInputFiles({ name: '授权函照片.jpg', mimeType: 'image/jpeg', buffer: photo });
    // What shows pictures does not come at first: its place says so, the page around it stands, and it can be had again.
    await page.route('**/assets/picture-view-*.js', (route) => route.abort(), { times: 1 });
    await page.getByText(/已在本机压缩：.* MB → /).waitFor({ timeout: 60_000 });
    const preview = page.getByRole('region', { name: '授权函照片.jpg' });
    await preview.getByText('暂时连接不上服务器').waitFor();
    await preview.getByRole('button', { name: '重试' }).click();
    await page.getByRole('img', { name: '授权函照片.jpg' }).waitFor();
    const width = await page
      .getByRole('img', { name: '授权函照片.jpg' })
      .evaluate((picture) => (picture as HTMLImageElement).naturalWidth);
    expect(width).toBeLessThanOrEqual(2560);
    await page.getByRole('button', { name: '旋转' }).click();
    await fits(page, 'picture');
  });

  it('shows a PDF page by page, by keyboard too', async () => {
    const { page } = applicant;
    await page.getByLabel('选择文件 上传盖章授权函').setInputFiles({
      name: '授权函.pdf',
      mimeType: 'application/pdf',
      buffer: smallPdf(['Letter of authority', 'Second page', 'Third page']),
    });
    await page.getByRole('img', { name: '第 1 页，共 3 页' }).waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByRole('img', { name: '第 2 页，共 3 页' }).waitFor();
    await page.getByRole('group', { name: '预览：授权函.pdf' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('img', { name: '第 3 页，共 3 页' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('+');
    await page.getByRole('img', { name: '第 2 页，共 3 页' }).waitFor();
    await page.keyboard.press('0');
    // Something was drawn: not every pixel is white.
    const isDrawn = await page.getByRole('img', { name: '第 2 页，共 3 页' }).evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.some((value, at) => at % 4 === 0 && value < 100);
    });
    expect(isDrawn).toBe(true);
    await fits(page, 'pdf');
  });

  it('goes on where a large upload broke: the connection cut, the tab closed, the same file chosen again', async () => {
    const path = join(folder, '大档案.pdf');
    const handle = await open(path, 'w');
    await handle.write('%PDF-1.7\n');
    for (let written = 0; written < 150; written += 10) await handle.write(randomBytes(10 * MB));
    await handle.close();
    const { page, context } = applicant;
    const unit = page.url();
    let puts = 0;
    context.on('requestfinished', (request) => {
      puts += request.method() === 'PUT' ? 1 : 0;
    });
    let most = 0;
    const before = process.memoryUsage().external;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().external - before);
    }, 100);
    await page.getByLabel('选择文件 上传盖章授权函').setInputFiles(path);
    await expect.poll(() => puts, { timeout: 60_000 }).toBeGreaterThan(4);
    await context.setOffline(true);
    await page.getByText('连接中断，网络恢复后自动继续').waitFor();
    await shot(page, 'files-offline');
    const sent = puts;
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);

    applicant.page = await context.newPage();
    const again = applicant.page;
    await again.goto(`${box.url}/console/sign-in`);
    await again.waitForURL('**/console/home');
    await again.goto(unit);
    await again.getByText(/「大档案.pdf」上次传到 \d+%/).waitFor();
    await fits(again, 'unfinished');
    await again.getByLabel('选择文件 上传盖章授权函').setInputFiles(path);
    await again.getByText(/从上次的 \d+% 处继续/).waitFor();
    // It is no sound document, so that all of it is read before that can be said.
    await again.getByText(/^正在读取整个文件：\d+%$/).waitFor({ timeout: 60_000 });
    clearInterval(watch);
    // Nothing was sent twice but for the part that was cut.
    expect(puts).toBeGreaterThan(sent);
    expect(puts).toBeLessThanOrEqual(20);
    expect(most).toBeLessThan(100 * MB);

    const url = await again.evaluate<string>(`(async () => {
      const token = JSON.parse(sessionStorage.getItem('xuechuang.tokens')).access;
      const headers = { authorization: 'Bearer ' + token };
      const { items } = await (await fetch('/api/me/organizations', { headers })).json();
      return (await (await fetch('/api/files/' + items[0].letterId + '/link', { headers })).json()).url;
    })()`);
    const { body } = await fetch(url);
    if (!body) throw new Error('nothing came');
    expect(await hashOf(body)).toBe(await hashOf(createReadStream(path)));
  });

  it('lets the office compare the letter with the data, refuse with a reason, and confirm what was mended', async () => {
    const { page } = applicant;
    const office = await signInAs(browser, { url: box.url, username: 'office' });
    await office.page.goto(`${box.url}/console/organizations`);
    await fits(office.page, 'organizations');
    await office.page.getByRole('link', { name: '云锦丙企业' }).click();
    await office.page.getByRole('heading', { name: '盖章授权函' }).waitFor();
    await office.page.getByRole('button', { name: '不予通过' }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('不予通过的原因').fill('授权函没有盖章');
    await dialog.getByRole('button', { name: '不予通过' }).click();
    await office.page.getByText('原因：授权函没有盖章').waitFor();

    await page.reload();
    await page.getByText('原因：授权函没有盖章').waitFor();
    await fits(page, 'unit-refused');
    await page.getByRole('button', { name: '修改后重新注册' }).click();
    await expect.poll(() => page.getByLabel('统一社会信用代码').inputValue()).toBe('91350100M000100Y43');
    await tick(page.getByRole('checkbox', { name: /我经单位授权填写/ }));
    await page.getByRole('button', { name: '提交，并去上传授权函' }).click();
    await page.getByText('下一步：上传盖章授权函').waitFor();
    const letter = { name: '盖章授权函.pdf', mimeType: 'application/pdf', buffer: smallPdf(['Sealed']) };
    await page.getByLabel('选择文件 上传盖章授权函').setInputFiles(letter);
    await page.getByText('下一步：等待经信局核实，核实后即可申报').waitFor();

    await office.page.goto(page.url().replace('/units/', '/organizations/'));
    await office.page.getByRole('img', { name: '第 1 页，共 1 页' }).waitFor();
    await office.page.getByLabel('年份').fill('2019');
    await office.page.getByLabel('称号', { exact: true }).fill('市级学习型企业');
    await office.page.getByLabel('依据').fill('示学办〔2019〕5号');
    await office.page.getByRole('button', { name: '登记称号' }).click();
    await office.page.getByText('示学办〔2019〕5号').waitFor();
    await fits(office.page, 'organization');
    await office.page.getByRole('button', { name: '核实通过' }).click();
    await office.page.getByRole('dialog').getByRole('button', { name: '核实通过' }).click();
    await office.page.getByText('已确认', { exact: true }).first().waitFor();

    await page.reload();
    await page.getByText('可以申报', { exact: true }).waitFor();
    await page.getByLabel('机构名称').fill('晨光咨询公司');
    await page.getByRole('button', { name: '登记机构' }).click();
    await page.getByRole('listitem').filter({ hasText: '晨光咨询公司' }).waitFor();
    await fits(page, 'unit-confirmed');
    expect(office.troubles).toEqual([]);
    expect(applicant.troubles).toEqual([]);
  });

  it('is told in English as well', async () => {
    const { page, troubles } = await signInAs(browser, {
      url: box.url,
      username: 'applicant',
      language: 'en',
      phone: true,
    });
    await page.goto(`${box.url}/console/units/register`);
    await page.getByRole('heading', { name: 'Register a unit' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shot(page, 'files-register-en-phone');
    expect(troubles).toEqual([]);
  });
});
