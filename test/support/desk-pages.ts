import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults, shot, signInAs, sizes } from './browser.ts';
import { seasonPassword } from './stages.ts';

export type Listed<T> = { readonly items: readonly T[] };

export type PageApi = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body?: object) => Promise<T>;
};

/** The API as the person who is signed in on the page. */
export async function apiOf(page: Page, url: string): Promise<PageApi> {
  const access = await page.evaluate<string>("JSON.parse(sessionStorage.getItem('xuechuang.tokens')).access");
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    get: <T>(path: string) => call('GET', path) as Promise<T>,
    post: <T>(path: string, body: object = {}) => call('POST', path, body) as Promise<T>,
  };
}

const narrow = async (page: Page): Promise<void> => {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
};

/** What a phone shows: axe finds nothing, and the page does not scroll sideways. */
export async function fitsPhone(page: Page, name: string): Promise<void> {
  await shot(page, name);
  await narrow(page);
}

/** axe finds nothing, on the desktop and at 360 px, where the page does not scroll sideways. */
export async function fits(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize(sizes.phone);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await shot(page, `${name}-phone`);
  await narrow(page);
  await page.setViewportSize(sizes.desktop);
}

/** The same page in English and back again. */
export async function inEnglish(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).waitFor();
  await shot(page, `${name}-en`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: 'English' }).waitFor();
}

/** People of a season, each in a browser of their own, and what went wrong on their pages. */
export function desksOf(browser: Browser, url: string) {
  const troubles: string[][] = [];
  return {
    troubles: () => troubles.flat(),
    /** `office` and the other demo accounts, or the season's own people. */
    async signIn(
      username: string,
      { phone = false, language = 'zh' }: { phone?: boolean; language?: 'zh' | 'en' } = {},
    ) {
      const password = username.startsWith('wenlan-') ? { password: seasonPassword } : {};
      const opened = await signInAs(browser, { url, username, phone, language, ...password });
      troubles.push(opened.troubles);
      opened.page.setDefaultTimeout(30_000);
      return opened.page;
    },
  };
}
