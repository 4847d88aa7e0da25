import type { AnyRoute } from '@tanstack/react-router';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor, Grant } from '#domain/people';
import { signIn } from '#examples/sign-in';
import { demoPassword } from '#local/identity/provider';
import { kit } from '#web/messages/kit.ts';
import type { Language } from '#web/messages/say.ts';
import { shell } from '#web/messages/shell.ts';
import { router } from '#web/shell/router.tsx';
import { chromiumPath, openBrowser } from '../support/browser.ts';
import { closeStage } from '../support/stage-browser.ts';
import { boxAt, type Stage, type StageBox } from '../support/stages.ts';
import '../support/failures.ts';
import { addressOf, arrange, type Ids, newcomer, nobody, passages, visits } from './every-visit.ts';
import { findingsOn, settled, turnTo, type Watched, watchedPage } from './page-findings.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const routes = router.routesByPath as Readonly<Record<string, AnyRoute>>;

/** Who has a use of a page, by its route and those above it. */
function isFor(actor: Actor, path: string): boolean {
  for (let route: AnyRoute | undefined = routes[path]; route; route = route.parentRoute) {
    if (route.options.staticData?.may?.(actor) === false) return false;
  }
  return true;
}

it('every route of the console is visited', () => {
  expect([...Object.keys(visits), ...passages].sort()).toEqual(Object.keys(routes).sort());
});

const visitsAt = (stage: Stage) =>
  Object.entries(visits).flatMap(([route, all]) =>
    all.filter(({ at }) => at === stage).map((visit) => [route, visit] as const),
  );

/** One box, and one page of each person, for all that is looked at there. */
function standing(stage: Stage) {
  const pages = new Map<string, Watched>();
  let box: StageBox;
  let browser: Browser;
  let ids: Ids;
  beforeAll(async () => {
    [box, browser] = await Promise.all([boxAt(stage), openBrowser()]);
    ids = await arrange(stage, box);
  });
  afterAll(() => closeStage(box, browser));
  const pageOf = async (username: string): Promise<Watched> => {
    const known = pages.get(username) ?? (await watchedPage(browser, box.url, username));
    pages.set(username, known);
    return known;
  };
  return {
    pageOf,
    url: () => box.url,
    ids: () => ids,
    async newcomerMakesAnAccount() {
      const account = { username: newcomer, password: demoPassword, register: { displayName: '柏溪新' } };
      const provider = { issuer: `${box.url}/identity`, clientId: 'console', redirectUri: `${box.url}/callback` };
      await signIn({ ...provider, ...account });
    },
  };
}

describe.skipIf(!chromiumPath)('every page of the console is sound', () => {
  describe.each(['accepting', 'assessing', 'reviewing', 'publicized', 'named'] as const)('%s', (stage) => {
    const place = standing(stage);
    beforeAll(async () => {
      if (visitsAt(stage).some(([, { as }]) => as === newcomer)) await place.newcomerMakesAnAccount();
    });

    it.each([
      { language: 'zh', where: 'in Chinese at a desk' },
      { language: 'en', where: 'in English on a phone' },
    ] as const)('$where', async ({ language }) => {
      const findings: string[] = [];
      const turned = new Set<Watched>();
      for (const [route, visit] of visitsAt(stage)) {
        const address = addressOf(route, place.ids(), visit);
        const watched = await place.pageOf(visit.as);
        if (!turned.has(watched)) await turnTo(watched, language);
        turned.add(watched);
        await watched.page.goto(`${place.url()}${address}`);
        const found = await findingsOn(watched, language).catch((error: unknown) => [String(error)]);
        const wrong = found.filter((finding) => !visit.refused?.includes(finding));
        findings.push(...wrong.map((finding) => `${route}${visit.query} (${visit.as}): ${finding}`));
      }
      expect(findings).toEqual([]);
    });
  });
});

/** Nothing has this id. */
const nothing: Ids = new Proxy(
  {},
  { get: (_, name) => (String(name).startsWith('standardVersion') ? '7' : 'nothing-0') },
);

describe.skipIf(!chromiumPath)('what is not there, or not for somebody, is said', () => {
  const place = standing('accepting');
  const wayHome = (watched: Watched, language: Language) =>
    watched.page.getByRole('main').getByRole('link', { name: String(kit.toHome[language]) });

  it('the eye of these tests sees what is in the other language', async () => {
    const watched = await place.pageOf('office');
    await turnTo(watched, 'zh');
    await watched.page.goto(`${place.url()}/console/home`);
    expect(await findingsOn(watched, 'zh')).toEqual([]);
    const seen = await findingsOn(watched, 'en');
    expect(seen).toEqual(expect.arrayContaining(['not in en: 首页', 'not in en: 评估标准']));
    await turnTo(watched, 'en');
    await watched.page.reload();
    expect(await findingsOn(watched, 'zh')).toEqual(
      expect.arrayContaining(['not in zh: Due now', 'not in zh: Skip to content']),
    );
  });

  it('a page that somebody has no use of refuses politely', async () => {
    const findings: string[] = [];
    const roles = [
      'applicant',
      'wenlan-QY-001',
      'recommender',
      'reviewer1',
      'office',
      'checker',
      'committee',
      'supervisor',
    ];
    const actors = new Map<string, Actor>();
    for (const username of roles) {
      const { page } = await place.pageOf(username);
      const grants = await page.evaluate(async () => {
        const { access } = JSON.parse(sessionStorage.getItem('xuechuang.tokens') ?? '{}') as { access: string };
        const answer = await fetch('/api/me', { headers: { authorization: `Bearer ${access}` } });
        return ((await answer.json()) as { grants: Grant[] }).grants;
      });
      actors.set(username, { kind: 'person', personId: username, name: username, grants });
    }
    const refused = Object.keys(visits).filter((route) => [...actors.values()].some((actor) => !isFor(actor, route)));
    expect(refused.length).toBeGreaterThan(40);
    for (const [turn, route] of refused.entries()) {
      const others = roles.filter((username) => !isFor(actors.get(username) ?? { kind: 'public' }, route));
      const as = others[turn % others.length] ?? '';
      const watched = await place.pageOf(as);
      await turnTo(watched, 'zh');
      await watched.page.goto(`${place.url()}${addressOf(route, nothing, { as })}`);
      await settled(watched);
      const heading = await watched.page.getByRole('heading', { level: 1 }).allInnerTexts();
      if (!heading.includes(String(kit.notForYou.zh))) findings.push(`${route} (${as}): ${heading.join()}`);
      if ((await wayHome(watched, 'zh').count()) !== 1) findings.push(`${route} (${as}): no way home`);
      findings.push(...(await findingsOn(watched, 'zh', turn === 0)).map((finding) => `${route} (${as}): ${finding}`));
    }
    expect(findings).toEqual([]);
  });

  it('an address under which nothing is says so, with a heading and a way on', async () => {
    const findings: string[] = [];
    const withNames = Object.entries(visits).filter(([route]) => /\$/.test(route));
    for (const [route, [visit]] of withNames) {
      if (!visit) continue;
      const watched = await place.pageOf(visit.as);
      await turnTo(watched, 'zh');
      await watched.page.goto(`${place.url()}${addressOf(route, nothing, visit)}`);
      const found = await findingsOn(watched, 'zh').catch((error: unknown) => [String(error)]);
      // That the server refuses is what is shown here.
      const others = found.filter((finding) => !/^4\d\d GET /.test(finding));
      findings.push(...others.map((finding) => `${route} (${visit.as}): ${finding}`));
    }
    expect(findings).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('an address that is none leads home: %s', async (language) => {
    const findings: string[] = [];
    for (const as of ['office', nobody]) {
      const watched = await place.pageOf(as);
      await turnTo(watched, language);
      for (const path of ['/nowhere', '/cycles/some/nowhere', '/notices/some/nowhere', '/home/nowhere']) {
        await watched.page.goto(`${place.url()}/console${path}`);
        const found = await findingsOn(watched, language).catch((error: unknown) => [String(error)]);
        const heading = await watched.page.getByRole('heading', { level: 1 }).allInnerTexts();
        if (!heading.includes(String(kit.notFoundTitle[language]))) found.push(heading.join());
        if ((await wayHome(watched, language).count()) !== 1) found.push('no way home');
        findings.push(...found.map((finding) => `${path} (${as}): ${finding}`));
      }
    }
    expect(findings).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('a sign-in that cannot be is told, and can be tried again: %s', async (language) => {
    const watched = await place.pageOf(nobody);
    await turnTo(watched, language);
    const { page } = watched;
    await page.route('**/console/config.json', (route) => route.abort());
    const findings: string[] = [];
    for (const path of ['/sign-in', '/callback?error=access_denied&state=one']) {
      await page.goto(`${place.url()}/console/`);
      const begun = { verifier: 'one', state: 'one', back: '/home' };
      await page.evaluate((kept) => sessionStorage.setItem('xuechuang.sign-in', JSON.stringify(kept)), begun);
      await page.goto(`${place.url()}/console${path}`);
      await page.getByRole('heading', { name: String(shell.signInFailed[language]) }).waitFor();
      await page.getByRole('button', { name: String(shell.enter[language]) }).waitFor();
      findings.push(...(await findingsOn(watched, language)).map((finding) => `${path}: ${finding}`));
    }
    // Why it failed is logged for whoever helps.
    expect(findings.filter((finding) => !/TypeError|AuthorizationResponseError/.test(finding))).toEqual([]);
    await page.unroute('**/console/config.json');
  });
});
