import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Locator, type Page, type Request } from 'playwright-core';
import { demoPassword } from '#local/identity/provider';

/**
 * Debian's Chromium (`apt-get install chromium`; `.ci/run` does it), or the one that `CHROMIUM` names. Tests in a
 * browser are skipped where there is none, and say so.
 */
export const chromiumPath: string | undefined = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && existsSync(path));

const screens = join(import.meta.dirname, '../../.artifacts/screens');

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });

type As = {
  readonly url: string;
  readonly username: string;
  readonly password?: string;
  readonly language?: 'zh' | 'en';
  /** 1280 × 800 unless it is a phone: 360 × 740. */
  readonly phone?: boolean;
};

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;

/** Every page that was opened, with what is asked of the server and not answered yet: for whoever looks at a failure. */
export const opened: { readonly page: Page; readonly waiting: Set<Request>; readonly troubles: string[] }[] = [];

/**
 * A browser of somebody's own: no cookies, no storage, Shanghai's time. What goes wrong on the page is collected.
 * Nothing moves, because a click on a dialog that still grows is lost when the machine is slow.
 */
export async function openPage(browser: Browser, { language = 'zh', phone = false }: Partial<As> = {}) {
  const context = await browser.newContext({
    viewport: phone ? sizes.phone : sizes.desktop,
    hasTouch: phone,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  // Until another one is chosen on the page.
  await context.addInitScript(`localStorage['xuechuang.language'] ??= '${language}'`);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports each refused request; a refusal is an answer here.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text());
  });
  const waiting = new Set<Request>();
  page.on('request', (request) => waiting.add(request));
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  opened.push({ page, waiting, troubles });
  return { context, page, troubles };
}

/** Signs somebody in through the provider's own page, and waits for their home. */
export async function signInAs(browser: Browser, as: As) {
  const opened = await openPage(browser, as);
  await enter(opened.page, as);
  return opened;
}

export async function enter(page: Page, { url, username, password = demoPassword }: As): Promise<void> {
  await page.goto(`${url}/console/sign-in?as=${encodeURIComponent(username)}`);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button.primary').click();
  await page.waitForURL('**/console/{home,enrol}');
  await page.locator('h1').first().waitFor();
}

/** Keeps what is seen: `.artifacts/screens/<name>.png`. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** What axe-core finds against WCAG 2.1 A and AA and its own best practices, in words; of a page that has come whole. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const waiting = opened.find((each) => each.page === page)?.waiting;
  // A large damaged file is read piece by piece for long, and the page beside it is there.
  for (let looked = 0; looked < 50 && waiting?.size; looked += 1) await page.waitForTimeout(100);
  const grey = page.locator('[aria-busy=true]').first();
  await grey.waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${new URL(page.url()).pathname} ${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
}

/** Ticks a box or chooses a radio button, and waits until the page has drawn it so, which is a moment after the click. */
export async function tick(choice: Locator): Promise<void> {
  if (!(await choice.isChecked())) await choice.click();
  await choice.and(choice.page().locator(':checked')).waitFor({ state: 'attached' });
}
