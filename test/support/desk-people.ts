import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Client, unless } from '#examples/player/client';
import { type People, peopleOf } from '#examples/player/people';
import { accessibilityFaults, enter, openPage, shot, sizes } from './browser.ts';
import { type StageBox, seasonPassword } from './stages.ts';

export { unless };

type Windows = Parameters<typeof openPage>[1];
type Texts = Readonly<Record<string, string>>;

/** The season's people at their screens, each in a window of their own, and what the API says to them beside it. */
export function desksOf(box: StageBox, browser: Browser) {
  const people: People = peopleOf({ url: box.url, season: 'console' });
  const troubles: string[][] = [];
  const opened = async (options: Windows = {}): Promise<Page> => {
    const found = await openPage(browser, options);
    troubles.push(found.troubles);
    found.page.setDefaultTimeout(30_000);
    return found.page;
  };
  return {
    people,
    opened,
    /** What the API says to an officer, a member of the committee, a unit. */
    as: (key: string): Client => people.as({ username: key, name: key }),
    /** What went wrong on any of the pages. */
    troubles: (): string[] => troubles.flat(),
    signedIn: async (key: string, options: Windows = {}): Promise<Page> => {
      const page = await opened(options);
      await enter(page, { url: box.url, username: `wenlan-${key}`, password: seasonPassword });
      return page;
    },
    go: async (page: Page, path: string): Promise<void> => {
      await page.goto(`${box.url}/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}

/** Presses the verb on the page, fills what the dialog asks, and confirms: the act stands last in the dialog. */
export async function act(page: Page, verb: string, texts: Texts = {}): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(texts)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Where the office can be reached, which every notice says. */
export async function fillOffice(page: Page): Promise<void> {
  for (const [label, text] of [
    ['地址', '云州市文澜区学林路 1 号'],
    ['邮政编码', '999999'],
    ['联系电话', '0000-19900008001'],
    ['监督电话', '0000-19900008002'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

/** axe finds nothing, and a phone does not scroll the page sideways; a picture is kept. */
export async function sound(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  if (page.viewportSize()?.width === sizes.phone.width) {
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
  }
  await shot(page, name);
}
