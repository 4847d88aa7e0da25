import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#api/app';
import { signIn } from '#examples/sign-in';
import { type Box, openBox } from '#local/box';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { pdf, png, sha256Of, upload } from '../support/case.ts';
import { cycle, fullForm, seedSeason } from '../support/season-fixture.ts';

/** What people and programs send wrongly, over real HTTP with a real sign-in: told, never a 500, nothing half done. */

type Answer = { readonly status: number; readonly etag: string | null; readonly body: Record<string, unknown> };
type Given = { readonly body?: unknown; readonly raw?: string; readonly headers?: Readonly<Record<string, string>> };

let box: Box;
let folder: string;
let count = 0;
const tokens = new Map<string, string>();

async function tokenOf(username: string): Promise<string> {
  const held = tokens.get(username);
  if (held) return held;
  const { accessToken } = await signIn({
    issuer: `${box.url}/identity`,
    clientId: 'console',
    redirectUri: `${box.url}/callback`,
    username,
    password: 'xuechuang-demo',
  });
  tokens.set(username, accessToken);
  return accessToken;
}

async function send(who: string | undefined, method: string, path: string, given: Given = {}): Promise<Answer> {
  count += 1;
  const text = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
  const response = await fetch(`${box.url}/api${path}`, {
    method,
    headers: {
      ...(who && { authorization: `Bearer ${await tokenOf(who)}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': `key-${count}` }),
      ...given.headers,
    },
    ...(text !== undefined && { body: text }),
  });
  const body = await response.text();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {},
  };
}

const post = (who: string, path: string, body: unknown = {}) => send(who, 'POST', path, { body });
const refusal = ({ status, body }: Answer) => ({
  status,
  code: body['code'],
  paths: ((body['fields'] ?? []) as { path: string }[]).map(({ path }) => path),
});
const told = (status: number, code: string, ...paths: string[]) => ({ status, code, paths });

/** The demo people speak for the units of the fixture, and recommend them. */
async function speaks(username: string, organizationId: string): Promise<void> {
  const { store } = box.dependencies;
  const person = await store.get(keys.person(`demo-${username}`));
  const grants = [...person.grants, { role: 'applicant' as const, organizationId }];
  await store.transact([save(people, { ...person, grants })]);
}

const apply = () => post('applicant', '/cycles/cycle-2026/applications', { organizationId: 'organization-a' });
let applicationId: string;
let others: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-input-'));
  box = await openBox({ dataDir: folder, port: 0, from: '2026-03-02', log: () => undefined });
  await seedSeason(box.dependencies);
  await speaks('applicant', 'organization-a');
  await speaks('reviewer1', 'organization-b');
  applicationId = String((await apply()).body['applicationId']);
  const second = await post('reviewer1', '/cycles/cycle-2026/applications', { organizationId: 'organization-b' });
  others = String(second.body['applicationId']);
}, 60_000);
afterAll(async () => {
  await box.close();
  await rm(folder, { recursive: true, force: true });
});

const formPath = () => `/applications/${applicationId}/form`;
const ifMatch = (etag: string) => ({ headers: { 'if-match': etag } });

describe('a request that cannot be read', () => {
  it.each([
    ['invalid JSON', '{"organizationId":', 400, 'MalformedJson'],
    ['a list', '[]', 400, 'InvalidInput'],
    ['a text', '"x"', 400, 'InvalidInput'],
    ['50,000 nested lists', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, 'InvalidInput'],
    ['1.5 MB', JSON.stringify({ organizationId: 'x'.repeat(1_500_000) }), 413, 'BodyTooLarge'],
    ['6 MB', JSON.stringify({ organizationId: 'x'.repeat(6 * 2 ** 20) }), 413, 'BodyTooLarge'],
  ])('is told of %s', async (_, raw, status, code) => {
    const answer = await send('applicant', 'POST', '/cycles/cycle-2026/applications', { raw });
    expect(answer.status).toBe(status);
    expect(answer.body['title']).toMatch(/[\u4e00-\u9fff]/);
    expect(answer.body['titleEn']).toMatch(/[a-z]/);
    expect(answer.body['code']).toBe(code);
  });

  it('is told of another kind of content, and of a missing key', async () => {
    const path = '/cycles/cycle-2026/applications';
    const asText = await send('applicant', 'POST', path, { raw: 'a=b', headers: { 'content-type': 'text/plain' } });
    expect(refusal(asText)).toEqual(told(415, 'UnsupportedMediaType'));
    const keyless = await send('applicant', 'POST', path, { body: {}, headers: { 'idempotency-key': '' } });
    expect(refusal(keyless)).toEqual(told(400, 'IdempotencyKeyRequired'));
  });

  it('is told of every field that it does not know, prototypes included', async () => {
    const path = '/cycles/cycle-2026/applications';
    const raw = '{"organizationId":"organization-a","colour":"red","constructor":1}';
    const unknown = await send('applicant', 'POST', path, { raw });
    expect(refusal(unknown)).toEqual(told(400, 'InvalidInput', 'colour', 'constructor'));
    const prototype = await send('applicant', 'POST', path, { raw: raw.replace('colour', '__proto__') });
    expect(refusal(prototype)).toEqual(told(400, 'InvalidInput', '__proto__'));
  });

  it('is told where it holds half a character, which no store keeps', async () => {
    const body = { organizationId: 'organization-a\ud83d' };
    const answer = await send('applicant', 'POST', '/cycles/cycle-2026/applications', { body });
    expect(refusal(answer)).toEqual(told(400, 'InvalidInput', 'organizationId'));
  });
});

describe('an application', () => {
  it('is made once, however often the button is pressed', async () => {
    expect(refusal(await apply())).toEqual(told(409, 'AlreadyExists'));
    const clicks = await Promise.all(Array.from({ length: 10 }, apply));
    expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set([409]));
  });

  it('is changed only on its current version', async () => {
    const body = { form: fullForm };
    expect(refusal(await send('applicant', 'PUT', formPath(), { body }))).toEqual(told(428, 'PreconditionRequired'));
    expect(refusal(await send('applicant', 'PUT', formPath(), { body, ...ifMatch('rubbish') }))).toEqual(
      told(412, 'StaleVersion'),
    );
    const tabs = await Promise.all([1, 2].map(() => send('applicant', 'PUT', formPath(), { body, ...ifMatch('"1"') })));
    expect(tabs.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(refusal(await send('applicant', 'PUT', formPath(), { body, ...ifMatch('"1"') }))).toEqual(
      told(412, 'StaleVersion'),
    );
  });

  it('is told which text is too long and which field nobody knows', async () => {
    const form = { ...fullForm, features: '特'.repeat(1001), colour: 'red' };
    const answer = await send('applicant', 'PUT', formPath(), { body: { form }, ...ifMatch('"2"') });
    expect(refusal(answer)).toEqual({
      status: 400,
      code: 'InvalidInput',
      paths: expect.arrayContaining(['form.features', 'form.colour']) as string[],
    });
  });
});

describe('evidence', () => {
  const announced = (changes: object) =>
    post('applicant', '/files', {
      purpose: 'evidence',
      subjectId: applicationId,
      fileName: '佐证.pdf',
      contentType: 'application/pdf',
      size: pdf.length,
      sha256: sha256Of(pdf),
      ...changes,
    });

  it.each([
    ['0 bytes', { size: 0 }, 'size'],
    ['more than the limit', { size: 300 * 2 ** 20 }, 'size'],
    ['a type that is not offered', { contentType: 'text/html', fileName: 'x.html' }, 'contentType'],
    ['a name that does not fit its type', { fileName: '佐证.jpg' }, 'fileName'],
    ['a checksum that is none', { sha256: 'abc' }, 'sha256'],
  ])('is refused for %s', async (_, changes, path) => {
    expect(refusal(await announced(changes))).toEqual(told(400, 'InvalidInput', path));
  });

  it('is refused for the application of somebody else', async () => {
    expect(refusal(await announced({ subjectId: others })).status).toBe(403);
  });

  it('is looked at: a picture behind the name of a PDF is refused, and a file that never came is missing', async () => {
    const picture = await announced({ size: png.length, sha256: sha256Of(png) });
    const { file, upload: form } = picture.body as {
      file: { fileId: string };
      upload: { url: string; fields: Record<string, string> };
    };
    const confirm = () => post('applicant', `/files/${file.fileId}/confirm`);
    expect(refusal(await confirm())).toEqual(told(422, 'UploadMissing'));
    expect((await upload(form, png)).status).toBeLessThan(300);
    expect(refusal(await confirm())).toEqual(told(422, 'UploadMismatch', 'contentType'));
  });
});

describe('a name', () => {
  const register = (name: string) =>
    post('applicant', '/organizations', {
      name,
      categoryId: 'party',
      areaId: 'yunjin',
      recommender: '组织部',
      contact: { name: '王梅', phone: '010-88886666' },
    });

  it('may hold 𠮷, which is one character', async () => {
    expect((await register('云锦𠮷党支部')).status).toBe(201);
  });

  it.each([
    ['an emoji', '云锦党支部🎉'],
    ['a right-to-left mark', '云锦\u202e党支部'],
    ['2,000 characters', '云'.repeat(2000)],
    ['a line break', '云锦\n党支部'],
  ])('is refused for %s', async (_, name) => {
    expect(refusal(await register(name))).toEqual(told(400, 'InvalidInput', 'name'));
  });
});

describe('a plan of a cycle', () => {
  const { cycleId: _, status: __, createdAt: ___, ...plan } = cycle;
  const planned = (changes: object) => post('office', '/cycles', { ...plan, ...changes });

  it('is refused where weights do not sum to 100', async () => {
    const categories = plan.categories.map((each) => ({ ...each, weights: { ...each.weights, site: 31 } }));
    expect(refusal(await planned({ categories }))).toEqual(told(400, 'InvalidInput', 'categories.0.weights'));
  });

  it('is refused where its publicity touches a year without a calendar', async () => {
    const answer = await planned({ windows: { ...plan.windows, publicityOn: '2027-03-01' } });
    expect(refusal(answer)).toEqual(told(422, 'CalendarNotLoaded', 'windows.publicityOn'));
  });
});

describe('a self-assessment', () => {
  let version: string;
  beforeAll(async () => {
    await post('applicant', `/applications/${applicationId}/submit`);
    await post('office', `/applications/${applicationId}/recommend`, { verdict: 'recommend' });
    await post('office', `/applications/${applicationId}/check`, { verdict: 'accept' });
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const draft = await send('applicant', 'GET', `/applications/${applicationId}/assessment`);
      version = draft.etag ?? '';
      if (draft.status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 30_000);

  const report = { organization: '', practices: '', results: '', features: '', shortcomings: '' };
  const scored = (score: string) =>
    send('applicant', 'PUT', `/applications/${applicationId}/assessment`, {
      raw: `{"points":{"1.1.1":{"score":${score},"justification":"有"}},"report":${JSON.stringify(report)}}`,
      ...ifMatch(version),
    });

  it.each(['999', '7.123', '-1', '"NaN"', '1e400', '"七"', 'true', '{}'])(
    'is refused for the mark %s',
    async (score) => {
      expect(refusal(await scored(score))).toEqual(told(400, 'InvalidInput', 'points.1.1.1.score'));
    },
  );

  it('is not taken while marks are missing', async () => {
    const answer = await post('applicant', `/applications/${applicationId}/assessment/submit`);
    expect(refusal(answer)).toMatchObject({ status: 422, code: 'Incomplete' });
    expect(refusal(answer).paths).toContain('points.1.1.1.score');
  });
});

describe('every operation', () => {
  const filled = (path: string): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'cycleId' ? 'cycle-2026' : name === 'applicationId' ? applicationId : 'nobody%2F%00%F0%9F%8E%89',
    );

  it.each(['applicant', 'recommender', 'reviewer2', 'committee', 'supervisor', 'head'])(
    'answers %s without a 500, whatever the ids and the body',
    async (who) => {
      const failed: string[] = [];
      for (const { method, path } of routes) {
        const body = method === 'get' || method === 'delete' ? {} : { body: { surprise: true } };
        const { status } = await send(who, method.toUpperCase(), filled(path), { ...body, ...ifMatch('"1"') });
        if (status >= 500) failed.push(`${method} ${path}: ${status}`);
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );

  it('answers nobody but the public routes', async () => {
    const open: string[] = [];
    for (const { method, path, access } of routes) {
      const { status } = await send(undefined, method.toUpperCase(), filled(path));
      if (access !== 'public' && status !== 401) open.push(`${method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it.each(['limit=0', 'limit=1000000000', 'limit=x', 'cursor=rubbish', 'surprise=1'])(
    'refuses a list with %s',
    async (query) => {
      const answer = await send('office', 'GET', `/cycles/cycle-2026/applications?${query}`);
      expect(answer.status).toBe(400);
    },
  );

  it('refuses a token that was tampered with', async () => {
    const [head, , signature] = (await tokenOf('applicant')).split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'demo-office', aud: 'xuechuang-api' })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const forged of [`${head}.${claims}.${signature}`, `${none}.${claims}.`, 'x']) {
      const answer = await fetch(`${box.url}/api/me`, { headers: { authorization: `Bearer ${forged}` } });
      expect(answer.status).toBe(401);
    }
  });
});

it('refuses a draft once the window is closed', async () => {
  await box.clock.advanceTo(Date.parse('2026-04-01T09:00:00+08:00'));
  await speaks('reviewer2', 'organization-b');
  const late = await post('reviewer2', '/cycles/cycle-2026/applications', { organizationId: 'organization-b' });
  expect(refusal(late)).toEqual(told(409, 'WindowClosed'));
});
