import type { Browser, Page } from 'playwright-core';
import { kit } from '#web/messages/kit.ts';
import type { Language } from '#web/messages/say.ts';
import { accessibilityFaults, enter, opened, openPage, sizes } from '../support/browser.ts';
import { seasonPassword } from '../support/stages.ts';

type Pair = { readonly zh: string; readonly en: string };

/** Every message that has no values, of the whole catalogue. */
function pairsIn(value: unknown, found: Pair[] = []): Pair[] {
  if (typeof value !== 'object' || value === null) return found;
  const { zh, en } = value as Partial<Record<Language, unknown>>;
  if (typeof zh === 'string' && typeof en === 'string') found.push({ zh, en });
  else for (const each of Object.values(value)) pairsIn(each, found);
  return found;
}
const catalogue = import.meta.glob<Readonly<Record<string, unknown>>>('../../web/messages/*.ts', { eager: true });
const pairs = pairsIn(catalogue).filter(({ zh, en }) => zh !== en);
/** What is given as an example is the same in both languages. */
const examples = Object.values(catalogue).flatMap((area) =>
  Object.values(area).filter((each) => typeof each === 'string'),
);
const saidIn = { zh: new Set(pairs.map(({ zh }) => zh)), en: new Set(pairs.map(({ en }) => en)) };
const allSaid = { zh: [...saidIn.zh].join('\n'), en: [...saidIn.en].join('\n') };

function stringsIn(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) stringsIn(each, into);
}

/** A page of somebody, with what the server told it and what it refused. */
export type Watched = {
  readonly page: Page;
  readonly troubles: string[];
  readonly waiting: ReadonlySet<unknown>;
  /** Every text of every answer: what of it stands on the page is data, and no word of the console. */
  readonly data: Set<string>;
  readonly refusals: string[];
  readonly reading: Set<Promise<void>>;
};

/** Somebody's page; signed in, unless it is nobody. */
export async function watchedPage(browser: Browser, url: string, username: string): Promise<Watched> {
  const { page, troubles } = await openPage(browser);
  const waiting = opened.at(-1)?.waiting ?? new Set();
  const watched = { page, troubles, waiting, data: new Set<string>(), refusals: [], reading: new Set() } as Watched;
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const place = pathname.replaceAll(/\/[a-z]+-[0-9a-z]{26}(?=\/|$)/g, '/…');
    const what = `${response.status()} ${response.request().method()} ${place}`;
    if (response.status() >= 400) watched.refusals.push(what);
    if (!pathname.startsWith('/api/') || response.status() >= 300) return;
    const read = response
      .json()
      .then((answer: unknown) => stringsIn(answer, watched.data))
      // Whatever was asked by the page that was left.
      .catch(() => undefined);
    watched.reading.add(read);
  });
  if (username === '') await page.goto(`${url}/console/`);
  else await enter(page, { url, username, ...(username.startsWith('wenlan-') && { password: seasonPassword }) });
  return watched;
}

/** As the page is opened from here on: `zh` at a desk, `en` on a phone. */
export async function turnTo({ page }: Watched, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('xuechuang.language', chosen), language);
  await page.setViewportSize(language === 'zh' ? sizes.desktop : sizes.phone);
}

const busy = '[aria-busy=true], .ant-skeleton';

/** Nothing is asked and nothing is drawn any more, twice in a row; otherwise what is still under way. */
export async function settled({ page, waiting, reading }: Watched): Promise<string[]> {
  await page.locator('h1').first().waitFor({ timeout: 30_000 });
  const underWay = async (): Promise<number> => waiting.size + (await page.locator(busy).count());
  const until = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2; ) {
    quiet = (await underWay()) === 0 ? quiet + 1 : 0;
    if (Date.now() > until) return [`still under way: ${waiting.size} asked, ${await page.locator(busy).count()} grey`];
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
  }
  await Promise.all(reading);
  reading.clear();
  return [];
}

const named = ['aria-label', 'title', 'placeholder', 'alt'];

/** Every text that is shown or told, one by one. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate((attributes) => {
    const texts: string[] = [];
    // Official documents are Chinese in every language, and are marked so.
    const apart = 'script, style, noscript, code, pre, :not(html)[lang|=zh]';
    const isHeard = (element: Element | null): element is Element =>
      element !== null && !element.closest(apart) && element.checkVisibility();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (text !== '' && isHeard(node.parentElement)) texts.push(text);
    }
    for (const attribute of attributes) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        const text = element.getAttribute(attribute)?.trim() ?? '';
        // An icon that is not hidden is called by its name in the code. Ant Design's own, beside its inputs, are so.
        const isQuiet =
          element.matches('.anticon') && (element.closest('[aria-hidden=true]') || !element.closest('.ant-btn'));
        if (text !== '' && isHeard(element) && !isQuiet) texts.push(text);
      }
    }
    return [...new Set([document.title, ...texts])];
  }, named);

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g;

/** What stands there in the other language, though no answer of the server has it. */
function foreign(texts: readonly string[], language: Language, data: ReadonlySet<string>): string[] {
  const other = language === 'zh' ? 'en' : 'zh';
  const known = [...data, ...examples, allSaid[language]].join('\n');
  // The button that changes the language is told in the language that it leads to.
  const asked = texts.filter((text) => text !== kit.otherLanguage[language] && !data.has(text));
  return asked.filter((text) => {
    if (/\p{L}/u.test(text) && saidIn[other].has(text) && !saidIn[language].has(text)) return true;
    if (language === 'zh') return /^[A-Z]?[a-z]{3,}( [a-z]{2,})+/.test(text) && !known.includes(text);
    return [...text.matchAll(chinese)].some(([run]) => !known.includes(run));
  });
}

/** What a page shows that never was meant for people: a value that is none, or the name of a state in the code. */
const isRaw = (text: string): boolean =>
  /\b(undefined|NaN|Invalid Date)\b|\[object /.test(text) ||
  (/^[a-z]{3,}(-[a-z]{3,})+$/.test(text) && !text.startsWith('wenlan-'));

/**
 * What is wrong with the page that is open: its name, its words, its size, what it logged, what it was refused; and
 * what axe finds, unless the same was looked at just before under another address.
 */
export async function findingsOn(watched: Watched, language: Language, isNew = true): Promise<string[]> {
  const { page, troubles, refusals, data } = watched;
  const found = await settled(watched);
  const shown = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).length,
    over: (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
  }));
  if (shown.headings !== 1) found.push(`${shown.headings} headings of the first rank`);
  const product = String(kit.product[language]);
  if (!shown.title.includes(` · ${product}`) && !shown.title.startsWith(`${product} · `)) {
    found.push(`the window is called “${shown.title}”`);
  }
  if (shown.over > 0) found.push(`wider than the window by ${shown.over} px`);
  const texts = await textsOn(page);
  for (const fault of [kit.unexpected, kit.unreachable]) {
    if (texts.includes(String(fault[language]))) found.push(`says ${fault[language]}`);
  }
  found.push(...foreign(texts, language, data).map((text) => `not in ${language}: ${text.slice(0, 120)}`));
  found.push(...texts.filter(isRaw).map((text) => `raw: ${text.slice(0, 120)}`));
  if (isNew) found.push(...(await accessibilityFaults(page)).map((fault) => fault.slice(fault.indexOf(' ') + 1)));
  found.push(...troubles.splice(0), ...refusals.splice(0));
  return found;
}
