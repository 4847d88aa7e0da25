import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#examples/sign-in';
import { audience, consoleClientId, demoPassword, startIdentity } from '#local/identity/provider';
import { freePort } from '#local/ports';

const people = [{ sub: 'person-office', username: 'office', displayName: '王主任', roleHint: '学习办' }];
const port = await freePort();
const issuer = `http://127.0.0.1:${port}/identity`;
const redirectUri = `http://127.0.0.1:${port}/`;
const client = { issuer, clientId: consoleClientId, redirectUri };

/** The clock of the box, years away from this machine's. */
let boxTime = Date.parse('2031-05-06T09:00:00+08:00');
let dataDir: string;
let identity: Awaited<ReturnType<typeof startIdentity>>;
let server: Server;

async function start(): Promise<void> {
  identity = await startIdentity({ issuer, dataDir, people, now: () => boxTime });
  server = createServer((req, res) => void identity.handler(req, res)).listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await identity.close();
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'identity-'));
  await start();
});

afterAll(async () => {
  await stop();
  await rm(dataDir, { recursive: true });
});

/** A browser that keeps its cookies and follows no redirect by itself. */
function browser() {
  const cookies = new Map<string, string>();
  return async (address: string | URL, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

const target = (response: Response) => new URL(response.headers.get('location') ?? '', issuer);

const authorization = new URL(`${issuer}/auth`);
authorization.search = new URLSearchParams({
  client_id: consoleClientId,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
}).toString();

describe('the identity provider', () => {
  it('signs a demo person in and gives an access token with the claims that Cognito gives', async () => {
    const { accessToken } = await signIn({ ...client, username: 'office', password: demoPassword });
    const { payload, protectedHeader } = await jwtVerify(accessToken, createRemoteJWKSet(new URL(identity.jwksUri)), {
      issuer,
      audience,
    });
    expect(payload['auth_time']).toBe(boxTime / 1000);
    const { sub, token_use, username, client_id, scope, name } = payload;
    expect({ sub, token_use, username, client_id, scope, name }).toEqual({
      sub: 'person-office',
      token_use: 'access',
      username: 'office',
      client_id: consoleClientId,
      scope: 'api',
      name: '王主任',
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  it('lets a citizen register and sign in again later under the same subject', async () => {
    const person = { username: 'Citizen.Li', password: '一个很长的密码啊' };
    const first = await signIn({ ...client, ...person, register: { displayName: '李居民' } });
    const again = await signIn({ ...client, ...person, username: 'citizen.li' });
    expect(decodeJwt(again.accessToken).sub).toBe(decodeJwt(first.accessToken).sub);
    expect(decodeJwt(again.accessToken)['name']).toBe('李居民');
    expect(await readFile(join(dataDir, 'identity/accounts.json'), 'utf8')).not.toContain(person.password);
  });

  it('refuses a wrong password, an unknown person, a short password and a taken name with a reason', async () => {
    const attempt = (username: string, password: string, register?: { displayName: string }) =>
      signIn({ ...client, username, password, ...(register && { register }) }).catch(String);
    expect(await attempt('office', 'wrong')).toContain('用户名或密码不正确');
    expect(await attempt('nobody', demoPassword)).toContain('用户名或密码不正确');
    expect(await attempt('newcomer', 'short', { displayName: '新' })).toContain('密码须为 8');
    expect(await attempt('ＯＦＦＩＣＥ', 'long enough', { displayName: '冒名' })).toContain('已被使用');
  });

  it('sends codes only to loopback addresses, on any port', async () => {
    const elsewhere = 'http://127.0.0.1:5173/callback';
    const signedIn = await signIn({ ...client, redirectUri: elsewhere, username: 'office', password: demoPassword });
    expect(decodeJwt(signedIn.accessToken).sub).toBe('person-office');
    const stranger = { ...client, redirectUri: 'http://example.com/callback' };
    await expect(signIn({ ...stranger, username: 'office', password: demoPassword })).rejects.toThrow('400');
  });

  it('demands PKCE', async () => {
    const query = new URLSearchParams({
      client_id: consoleClientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid',
    });
    const response = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  it('keeps sessions and keys across a restart', async () => {
    const before = await signIn({ ...client, username: 'office', password: demoPassword });
    const signedInAt = boxTime;
    boxTime += 86_400_000;
    await stop();
    await start();
    const keys = createRemoteJWKSet(new URL(identity.jwksUri));
    expect((await jwtVerify(before.accessToken, keys, { issuer, audience })).payload.sub).toBe('person-office');
    const refreshed = await before.refresh();
    const { payload } = await jwtVerify(refreshed.accessToken, keys, { issuer, audience });
    expect([payload.sub, payload['auth_time']]).toEqual(['person-office', signedInAt / 1000]);
    await expect(before.refresh()).rejects.toThrow('invalid_grant');
    await expect(refreshed.refresh()).rejects.toThrow('invalid_grant');
  });

  it('keeps what was acknowledged when the process is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'identity-killed-'));
    const childPort = await freePort();
    const killed = { ...client, issuer: `http://127.0.0.1:${childPort}/identity` };
    const run = async () => {
      const fixture = new URL('../fixtures/identity-server.ts', import.meta.url).pathname;
      const child = spawn(process.execPath, ['--import', 'tsx', fixture, folder, String(childPort)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      return child;
    };
    const first = await run();
    const person = { username: 'survivor', password: 'a good password' };
    const { refresh } = await signIn({ ...killed, ...person, register: { displayName: '幸存' } });
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = await run();
    try {
      const subject = decodeJwt((await refresh()).accessToken).sub;
      expect(decodeJwt((await signIn({ ...killed, ...person })).accessToken).sub).toBe(subject);
    } finally {
      second.kill('SIGKILL');
      await once(second, 'exit');
      await rm(folder, { recursive: true });
    }
  });

  it('shows a sign-in page that needs no script and escapes what was typed', async () => {
    const lost = await fetch(`${issuer}/interaction/unknown`);
    expect([lost.status, (await lost.text()).includes('登录已过期')]).toEqual([400, true]);
    const visit = browser();
    const place = target(await visit(authorization));
    const page = await (await visit(`${place}/login`, { username: '"><script>', password: 'x' })).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page).not.toContain('<script');
  });

  it('asks nobody twice while the session lasts, and signs out to the front page', async () => {
    const visit = browser();
    const place = target(await visit(authorization));
    const resumed = target(await visit(`${place}/login`, { username: 'office', password: demoPassword }));
    expect(target(await visit(resumed)).searchParams.has('code')).toBe(true);
    expect(target(await visit(authorization)).searchParams.has('code')).toBe(true);

    const leave = new URLSearchParams({ client_id: consoleClientId, post_logout_redirect_uri: redirectUri });
    const question = await (await visit(`${issuer}/session/end?${leave}`)).text();
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(question) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(question) ?? [];
    expect(question).toContain('确定要退出吗');
    expect(target(await visit(action, { xsrf, logout: 'yes' })).href).toBe(redirectUri);
    expect(target(await visit(authorization)).pathname).toContain('/interaction/');
  });
});
