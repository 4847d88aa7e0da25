import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#local/identity/provider';
import { hasOlderBrowsers, openOlder } from '../support/older-browsers.ts';
import { boxAt, type StageBox } from '../support/stages.ts';

/** The pages of every desk, for somebody who may see them, with a word of each in its heading. */
const pages = {
  office: ['/home', '/cycles', '/standards', '/standards/example-party/1', '/experts', '/organizations', '/people'],
  reviewer1: ['/home', '/reviews', '/visits', '/expert'],
  applicant: ['/home', '/applications', '/units', '/units/register'],
} as const;

describe.skipIf(!hasOlderBrowsers)('browsers of years ago', () => {
  let box: StageBox;

  beforeAll(async () => {
    box = await boxAt('reviewing');
  }, 600_000);

  afterAll(async () => {
    await box?.close();
    await rm(dirname(box.dataDir), { recursive: true, force: true });
  });

  it.each(Object.entries(pages))(
    'serves the desk of %s in Chromium 102',
    async (username, paths) => {
      const browser = await openOlder(102);
      try {
        const page = await browser.newPage();
        const troubles: string[] = [];
        page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
        await page.goto(`${box.url}/console/sign-in?as=${username}`);
        await page.waitForFunction(() => document.querySelector('input[name=password]') !== null, null, {
          polling: 100,
        });
        await page.evaluate((password) => {
          const field = document.querySelector<HTMLInputElement>('input[name=password]');
          if (field) field.value = password;
          document.querySelector('form')?.submit();
        }, demoPassword);
        const atDesk = () =>
          page.waitForFunction(() => document.querySelector('.desk-main h1') !== null, null, { polling: 100 });
        // Signed in, and home: a page that is asked for before that would be the way in again.
        await atDesk();
        const seen: string[] = [];
        for (const path of paths) {
          await page.goto(`${box.url}/console${path}`);
          await atDesk();
          seen.push(path);
        }
        expect(seen).toEqual([...paths]);
        expect(troubles).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    180_000,
  );

  it('tells Chromium 92 politely what to install, and runs nothing', async () => {
    const browser = await openOlder(92);
    try {
      const page = await browser.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      await page.goto(`${box.url}/console/reviews`);
      await page.waitForFunction(() => document.querySelector('h1') !== null, null, { polling: 100 });
      expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe(
        '您的浏览器版本较旧，无法打开工作台',
      );
      await expect
        .poll(() => page.evaluate(() => document.body.textContent))
        .toContain('Please use one on Chromium 102 or newer');
      expect(troubles).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
