import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { builtConsole } from '#local/console/build';
import { endLeftoverDynamoDb } from '#local/dynamodb';
import { type BoxProcess, startBoxProcess } from './box-process.ts';
import { enter, openBrowser, openPage } from './browser.ts';
import { boxAt, seasonPassword } from './stages.ts';

const kinds = ['offline', 'offline-and-close', 'close', 'kill-server', 'kill-server-and-close'] as const;
type Kind = (typeof kinds)[number];

export type FireFigures = {
  readonly moments: Readonly<Record<Kind, number>>;
  /** Characters typed; of those, said to be on the server, and found on the disk of the machine after the blow. */
  readonly typed: number;
  readonly acknowledged: number;
  readonly onDisk: number;
  /** Words that were typed, and were in neither place when their window was closed: nobody was promised them. */
  readonly unpromised: number;
  readonly lostAcknowledged: readonly string[];
  readonly lostFromDisk: readonly string[];
  readonly lostWhileOpen: readonly string[];
  readonly overwritten: readonly string[];
};

/** A small generator of its own, so that a seed tells the same moments again. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const fields = ['基本情况', '主要做法', '工作成效'] as const;
const wordsIn = (text: string): string[] => text.split(' ').filter(Boolean);

/** Each time the page says that all is saved, it tells what stood in the fields in that moment. */
const watch = `addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
  const said = document.querySelector('.draft-line [role=status]')?.textContent ?? '';
  if (/^已保存/.test(said)) window.acknowledge([...document.querySelectorAll('textarea')].map((each) => each.value).join(' '));
}).observe(document, { subtree: true, childList: true, characterData: true }));`;

/** What the machine's disk keeps of drafts, read by a page that has none open. */
const diskText = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('xuechuang', 1);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction('drafts').objectStore('drafts').getAll();
    asked.onsuccess = () => {
      opening.result.close();
      const journal = Object.keys(localStorage).filter((name) => name.startsWith('xuechuang.draft/')).map((name) => JSON.parse(localStorage.getItem(name)));
      resolve([...asked.result, ...journal].flatMap(({ mine }) => Object.values(mine)).join(' '));
    };
  };
})`;

const allSaved = /已保存 \d|内容会自动保存/;

/** What the server has of the three texts, and of the contact that the form begins with. */
const serverText = (applicationId: string): string => `(async () => {
  const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens'));
  const headers = { authorization: 'Bearer ' + access };
  const { form } = await (await fetch('/api/applications/${applicationId}', { headers })).json();
  return [form.profile, form.practices, form.results, form.contactName, form.contactPhone].join(' ');
})()`;

type FireOptions = { readonly moments: number; readonly seed: number; readonly say?: (line: string) => void };

/**
 * Types into the application form, and in the midst of it cuts the connection, closes the window or kills the server
 * with -9, at moments that the seed tells. Afterwards all is made well and looked for.
 */
export async function autosaveUnderFire({ moments, seed, say = () => undefined }: FireOptions): Promise<FireFigures> {
  const random = randomFrom(seed);
  const stage = await boxAt('accepting');
  const port = new URL(stage.url).port;
  await stage.close();
  const start = async (): Promise<BoxProcess> => {
    await builtConsole(() => undefined);
    return startBoxProcess('--data', stage.dataDir, '--port', port);
  };
  let box = await start();
  const browser = await openBrowser();
  const { context, page: first } = await openPage(browser);
  const acknowledged = new Set<string>();
  await context.exposeBinding('acknowledge', (_, text: string) => {
    for (const word of wordsIn(text)) acknowledged.add(word);
  });
  await context.addInitScript(watch);
  try {
    const url = stage.url;
    await enter(first, { url, username: 'wenlan-QY-001', password: seasonPassword });
    await first.goto(`${url}/console/applications/begin`);
    await first.getByRole('button', { name: '开始申报' }).click();
    await first.getByLabel(fields[0]).waitFor();
    const address = first.url();
    await keepSignIn(context, first);
    const reader = await context.newPage();
    await reader.goto(`${url}/console/certificates`);

    let page = first;
    let number = 0;
    let server = '';
    const counts = { offline: 0, 'offline-and-close': 0, close: 0, 'kill-server': 0, 'kill-server-and-close': 0 };
    const figures = { typed: 0, onDisk: 0, unpromised: 0 };
    const lost = { acknowledged: [] as string[], disk: [] as string[], open: [] as string[], over: [] as string[] };

    for (let moment = 0; moment < moments; moment += 1) {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'close';
      const at = moment % fields.length;
      counts[kind] += 1;
      say(`${moment + 1}/${moments} ${kind}`);
      const typed: string[] = [];
      let isTyping = true;
      await page.getByLabel(fields[at] ?? fields[0]).focus();
      await page.keyboard.press('Control+End');
      // The window may have been closed in the midst of a word.
      await page.keyboard.type(' ');
      const typing = (async () => {
        while (isTyping && typed.length < 24) {
          number += 1;
          const word = `${number.toString(36)} `;
          await page.keyboard.type(word, { delay: 8 + random() * 40 });
          typed.push(word.trim());
          figures.typed += word.length;
        }
      })().catch(() => undefined);
      await pause(random() * 2_200);

      if (kind.startsWith('offline')) await context.setOffline(true);
      if (kind.startsWith('kill')) await box.kill('SIGKILL');
      if (kind !== 'close') await pause(random() * 1_500);
      const isClosing = kind.endsWith('close');
      if (isClosing) await page.close();
      isTyping = false;
      await typing;
      const onDisk = wordsIn(await reader.evaluate<string>(diskText));
      figures.onDisk += onDisk.join('').length;
      await context.setOffline(false);
      if (kind.startsWith('kill')) box = await start();
      if (isClosing) {
        page = await context.newPage();
        await page.goto(address);
      }
      const now = await savedText(page);
      const there = new Set(wordsIn(now));
      lost.acknowledged.push(...[...acknowledged].filter((word) => !there.has(word)));
      lost.disk.push(...onDisk.filter((word) => !there.has(word)));
      const missing = typed.filter((word) => !there.has(word));
      if (isClosing) figures.unpromised += missing.length;
      else lost.open.push(...missing);
      lost.over.push(...wordsIn(server).filter((word) => !there.has(word)));
      server = now;
      say(`  ${typed.length} words typed, ${missing.length} not promised and gone`);
    }
    return {
      moments: counts,
      ...figures,
      acknowledged: [...acknowledged].join('').length,
      lostAcknowledged: lost.acknowledged,
      lostFromDisk: lost.disk,
      lostWhileOpen: lost.open,
      overwritten: lost.over,
    };
  } finally {
    await browser.close();
    await box.kill('SIGTERM').catch(() => undefined);
    // One that was killed and never came back has left its emulator.
    await endLeftoverDynamoDb(stage.dataDir, () => undefined);
    rmSync(dirname(stage.dataDir), { recursive: true, force: true });
  }
}

/** A window that is opened again has the sign-in of the one that was closed, as a restored one has. */
async function keepSignIn(context: BrowserContext, page: Page): Promise<void> {
  const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })');
  await context.addInitScript(
    `if (location.protocol === 'http:') for (const [name, value] of Object.entries(${kept})) sessionStorage.setItem(name, value)`,
  );
}

/** Waits until the page says that all is saved, and asks the server itself what it has. */
async function savedText(page: Page): Promise<string> {
  await page.getByLabel(fields[0]).waitFor({ timeout: 60_000 });
  const status = page.getByRole('status');
  await status
    .filter({ hasText: allSaved })
    .first()
    .waitFor({ timeout: 90_000 })
    .catch(async (cause: unknown) => {
      throw new Error(`nothing is saved; the page says: ${await status.allTextContents()}`, { cause });
    });
  return page.evaluate<string>(serverText(page.url().split('/').at(-2) ?? ''));
}
