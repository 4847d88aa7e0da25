import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boxApp, type EngineState } from '#local/box-app';
import { manualClock } from '#local/clock';
import { deadLetterFolder } from '#local/dead-letters';
import { folderMailer } from '#local/mail';

const start = '2026-03-01T00:00:00.000Z';
const host = '127.0.0.1:8787';
let dir: string;
let box: ReturnType<typeof makeBox>;

function makeBox() {
  let state: EngineState = 'running';
  const engine = {
    state: () => state,
    pause: () => {
      state = 'paused';
    },
    resume: () => {
      state = 'running';
    },
  };
  const deps = {
    people: [{ sub: 's', username: 'office', displayName: '王<主任>', roleHint: '学习办' }],
    demoPassword: 'xuechuang-demo',
    hasConsole: true,
    clock: manualClock(start),
    engine,
    mail: folderMailer(join(dir, 'mail')),
    deadLetters: deadLetterFolder(join(dir, 'dead-letters')),
    meter: () => ({ table: { calls: 2, milliseconds: 3 } }),
  };
  return { ...deps, app: boxApp(deps) };
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'box-'));
  box = makeBox();
});
afterEach(() => rm(dir, { recursive: true }));

const text = async (path: string) => (await box.app.request(path)).text();
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  box.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { host, ...headers } });
const postJson = (value: unknown) =>
  box.app.request('/box/clock.json', { method: 'POST', body: JSON.stringify(value), headers: { host } });

describe('the front page', () => {
  it('lists who can sign in, with every text escaped', async () => {
    const page = await text('/');
    expect(page).toContain('<title>首页 · 学创</title>');
    expect(page).toContain('王&lt;主任&gt;');
    expect(page).toContain('xuechuang-demo');
    expect(page).toContain('2026-03-01 08:00:00');
    expect(page).toContain('href="/api/docs"');
    expect(page).toContain('href="/console/"');
    expect(page).toMatch(/href="\/console\/sign-in\?as=\w+"/);
    expect(page).toContain('初次使用');
    // It is one for all, and told once.
    expect(page.split('xuechuang-demo')).toHaveLength(2);
  });

  it('allows no script and no foreign frame', async () => {
    const policy = (await box.app.request('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

it('tells how long its requests waited for the emulators', async () => {
  expect(await (await box.app.request('/box/meter.json')).json()).toEqual({ table: { calls: 2, milliseconds: 3 } });
});

describe('the clock', () => {
  it('moves by a form, in the time of Asia/Shanghai', async () => {
    const moved = await post('/box/clock', { advanceBy: '3600000' });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/']);
    expect(box.clock.now()).toBe(Date.parse('2026-03-01T01:00:00Z'));
    await post('/box/clock', { advanceTo: '2026-03-06T09:30' }, { origin: `http://${host}` });
    expect(box.clock.now()).toBe(Date.parse('2026-03-06T01:30:00Z'));
  });

  it('moves by JSON and tells the new time', async () => {
    expect(await (await box.app.request('/box/clock.json')).json()).toEqual({ now: start });
    expect(await (await postJson({ advanceBy: 60_000 })).json()).toEqual({ now: '2026-03-01T00:01:00.000Z' });
    expect(await (await postJson({ advanceTo: '2026-03-02T08:00:00+08:00' })).json()).toEqual({
      now: '2026-03-02T00:00:00.000Z',
    });
  });

  it.each([
    {},
    { advanceBy: -1 },
    { advanceBy: 'x' },
    { advanceBy: 1, advanceTo: start },
    { advanceTo: 'tomorrow' },
    null,
  ])('stays where it is when asked for %j', async (value) => {
    expect((await postJson(value)).status).toBe(400);
    expect(box.clock.now()).toBe(Date.parse(start));
  });

  it('does not go back', async () => {
    expect((await postJson({ advanceTo: '2026-02-01T00:00:00Z' })).status).toBe(409);
    expect((await post('/box/clock', { advanceTo: '2026-02-01T00:00' })).status).toBe(409);
    expect((await post('/box/clock', { advanceTo: 'soon' })).status).toBe(400);
    expect(box.clock.now()).toBe(Date.parse(start));
  });
});

describe('a page of another site', () => {
  it.each(['https://example.com', 'http://127.0.0.1:9999', 'null'])(
    'cannot change anything from %s',
    async (origin) => {
      expect((await post('/box/clock', { advanceBy: '1000' }, { origin })).status).toBe(403);
      expect((await post('/box/engine', { state: 'paused' }, { origin })).status).toBe(403);
      expect([box.clock.now(), box.engine.state()]).toEqual([Date.parse(start), 'running']);
    },
  );
});

describe('the engine', () => {
  it('is paused and resumed, and its state is told', async () => {
    await post('/box/engine', { state: 'paused' });
    expect(await text('/')).toContain('已暂停');
    expect(await (await box.app.request('/box/status.json')).json()).toEqual({
      now: start,
      engine: 'paused',
      mail: 0,
      deadLetters: 0,
    });
    await post('/box/engine', { state: 'running' });
    expect(box.engine.state()).toBe('running');
    expect((await post('/box/engine', { state: 'off' })).status).toBe(400);
  });
});

describe('mail and dead letters', () => {
  it('shows mail as text, never as markup', async () => {
    expect(await text('/box/mail')).toContain('还没有邮件');
    await box.mail.send({ to: 'a@example.org', subject: '<b>退回</b>', text: '<script>1</script>', at: start });
    const page = await text('/box/mail');
    expect(page).toContain('&lt;b&gt;退回&lt;/b&gt;');
    expect(page).not.toContain('<script>');
    expect(await (await box.app.request('/box/mail.json')).json()).toMatchObject([{ subject: '<b>退回</b>' }]);
  });

  it('shows what failed, why, and its content', async () => {
    await box.deadLetters.keep({
      consumer: 'signals',
      streamArn: 'arn',
      shardId: 'shard',
      sequenceNumber: '42',
      at: start,
      attempts: 6,
      error: 'TypeError: no token',
      payload: { key: '"case"' },
    });
    const page = await text('/box/dead-letters');
    expect(page).toContain('TypeError: no token');
    expect(page).toContain('\\&quot;case\\&quot;');
    expect(await (await box.app.request('/box/dead-letters.json')).json()).toMatchObject([
      { sequenceNumber: '42', attempts: 6 },
    ]);
  });
});
