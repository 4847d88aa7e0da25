import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { type CryptoKey, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#examples/sign-in';
import type { GatewayEvent } from '#local/gateway/event';
import { type GatewayHandler, PortInUse, startGateway } from '#local/gateway/server';
import { audience, consoleClientId, demoPassword, startIdentity } from '#local/identity/provider';
import { freePort } from '#local/ports';

const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const issuer = `${origin}/identity`;
const people = [{ sub: 'person-1', username: 'office', displayName: '王', roleHint: '学习办' }];

let dataDir: string;
let close: () => Promise<void>;
let token: string;
const errors: unknown[] = [];

/** Answers with the event that it was given. */
const echo: GatewayHandler = async (event) => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json', etag: '"7"' },
  cookies: ['a=1', 'b=2'],
  body: JSON.stringify(event),
});

const answers: Record<string, GatewayHandler> = {
  '/answers/bytes': async () => ({
    statusCode: 200,
    headers: { 'content-type': 'image/png' },
    isBase64Encoded: true,
    body: 'iVBORw==',
  }),
  '/answers/bare': async () => ({ hello: '世界' }) as never, // not in the types, but accepted by format 2.0
  '/answers/throws': async () => {
    throw new Error('secret detail');
  },
  '/answers/large': async () => ({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) }),
  '/answers/slow': () => new Promise(() => undefined),
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  const identity = await startIdentity({ issuer, dataDir, people });
  const gateway = await startGateway({
    port,
    tokens: { issuer, audience, jwksUri: identity.jwksUri },
    onError: (error) => errors.push(error),
    routes: [
      { pathPrefix: '/identity', node: identity.handler },
      { pathPrefix: '/api', auth: 'jwt', handler: echo },
      { pathPrefix: '/api/public', auth: 'optional', handler: echo },
      { pathPrefix: '/open', auth: 'none', handler: echo },
      ...Object.entries(answers).map(([pathPrefix, handler]) => ({
        pathPrefix,
        handler,
        auth: 'none' as const,
        timeoutMs: 50,
      })),
      { pathPrefix: '/', node: (_req, res) => void res.end('front page') },
    ],
  });
  close = async () => {
    await gateway.close();
    await identity.close();
  };
  token = (
    await signIn({
      issuer,
      clientId: consoleClientId,
      redirectUri: `${origin}/`,
      username: 'office',
      password: demoPassword,
    })
  ).accessToken;
});

afterAll(async () => {
  await close();
  await rm(dataDir, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const eventOf = async (response: Response) => (await response.json()) as GatewayEvent;

describe('the event', () => {
  it('has the form of payload format 2.0', async () => {
    const response = await fetch(`${origin}/open/a%20b/c?x=1&x=2&y=%E5%AD%A6`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 's=1; t=2', 'X-Forwarded-For': '10.0.0.1' },
      body: '{"name":"学创"}',
    });
    const event = await eventOf(response);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{proxy+}',
      rawPath: '/open/a%20b/c',
      rawQueryString: 'x=1&x=2&y=%E5%AD%A6',
      cookies: ['s=1', 't=2'],
      queryStringParameters: { x: '1,2', y: '学' },
      pathParameters: { proxy: 'a b/c' },
      body: '{"name":"学创"}',
      isBase64Encoded: false,
      requestContext: { stage: '$default', http: { method: 'POST', path: '/open/a%20b/c', sourceIp: '127.0.0.1' } },
    });
    expect(event.headers['cookie']).toBeUndefined();
    expect(event.headers['x-forwarded-for']).toBe('10.0.0.1, 127.0.0.1');
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(response.headers.get('x-request-id')).toBe(event.requestContext.requestId);
  });

  it('carries bytes and forms in base64, and no body where there was none', async () => {
    const send = async (type: string, body: string | Uint8Array) =>
      eventOf(await fetch(`${origin}/open`, { method: 'POST', headers: { 'content-type': type }, body }));
    expect(await send('application/octet-stream', new Uint8Array([0, 255]))).toMatchObject({
      body: 'AP8=',
      isBase64Encoded: true,
    });
    expect(await send('application/x-www-form-urlencoded', 'a=1')).toMatchObject({
      body: 'YT0x',
      isBase64Encoded: true,
    });
    expect(await send('application/problem+json', '{}')).toMatchObject({ body: '{}', isBase64Encoded: false });
    const empty = await eventOf(await get('/open'));
    expect(['body' in empty, empty.isBase64Encoded]).toEqual([false, false]);
  });
});

describe('the authorizer', () => {
  it('hands over who signed in, every claim as a string', async () => {
    const event = (await eventOf(
      await get('/api/me', { authorization: `Bearer ${token}` }),
    )) as APIGatewayProxyEventV2WithJWTAuthorizer;
    const { claims, scopes } = event.requestContext.authorizer.jwt;
    expect(scopes).toBeNull();
    expect(claims).toMatchObject({ sub: 'person-1', token_use: 'access', client_id: consoleClientId, aud: audience });
    expect(claims['exp']).toMatch(/^\d+$/);
  });

  it('refuses a missing, broken, foreign or expired token as API Gateway does', async () => {
    const own = JSON.parse(await readFile(join(dataDir, 'identity/keys.json'), 'utf8')).signing as JWK;
    const ownKey = await importJWK(own, 'RS256');
    const mint = (key: CryptoKey | Uint8Array, tokenAudience: string, expiresIn: string) =>
      new SignJWT({ sub: 'person-1' })
        .setProtectedHeader({ alg: 'RS256', kid: own.kid ?? '' })
        .setIssuer(issuer)
        .setAudience(tokenAudience)
        .setExpirationTime(expiresIn)
        .sign(key);
    const accepted = await mint(ownKey, audience, '1h');
    expect((await get('/api/me', { authorization: `Bearer ${accepted}` })).status).toBe(201);
    const expired = await mint(ownKey, audience, '-1h');
    const forAnother = await mint(ownKey, 'another-api', '1h');
    const forged = await mint((await generateKeyPair('RS256')).privateKey, audience, '1h');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
    for (const authorization of [
      `Bearer ${expired}`,
      `Bearer ${forAnother}`,
      undefined,
      'Bearer',
      `Bearer ${token}x`,
      `Bearer ${forged}`,
      `Bearer ${unsigned}`,
      'Basic abc',
    ]) {
      const response = await get('/api/me', authorization === undefined ? {} : { authorization });
      expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it('lets the public in without a token, but not with a wrong one', async () => {
    const statuses = await Promise.all([
      get('/api/public/notices'),
      get('/api/public/notices', { authorization: `Bearer ${token}` }),
      get('/api/public/notices', { authorization: 'Bearer wrong' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([201, 201, 401]);
    const [anonymous, known] = await Promise.all(
      [statuses[0], statuses[1]].map((response) => eventOf(response as Response)),
    );
    expect(
      [anonymous?.requestContext, known?.requestContext].map((context) => 'authorizer' in (context ?? {})),
    ).toEqual([false, true]);
  });
});

describe('the answer', () => {
  it('passes status, headers, cookies and bytes on', async () => {
    const response = await get('/open');
    expect([response.status, response.headers.get('etag'), response.headers.getSetCookie()]).toEqual([
      201,
      '"7"',
      ['a=1', 'b=2'],
    ]);
    const bytes = await get('/answers/bytes');
    expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(await (await get('/answers/bare')).json()).toEqual({ hello: '世界' });
  });

  it('tells nothing of the inside when a function fails, returns too much or takes too long', async () => {
    const of = async (path: string) => {
      const response = await get(path);
      return [response.status, await response.json()];
    };
    expect(await of('/answers/throws')).toEqual([500, { message: 'Internal Server Error' }]);
    expect(await of('/answers/large')).toEqual([500, { message: 'Internal Server Error' }]);
    expect(await of('/answers/slow')).toEqual([503, { message: 'Service Unavailable' }]);
    expect(errors.map(String)).toEqual(['Error: secret detail']);
  });
});

describe('the limits', () => {
  const post = async (size: number, type: string) => {
    const response = await fetch(`${origin}/open`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.alloc(size, 'a'),
    });
    return [response.status, response.status === 201 ? '' : await response.json()];
  };

  it('refuses more than 10 MB, and what does not fit into an invocation', async () => {
    expect(await post(10 * 1024 * 1024 + 1, 'text/plain')).toMatchObject([
      413,
      { message: 'Request Entity Too Large', code: 'BodyTooLarge' },
    ]);
    expect(await post(6 * 1024 * 1024, 'text/plain')).toMatchObject([
      413,
      { message: 'Request Too Long', code: 'BodyTooLarge' },
    ]);
    expect(await post(5 * 1024 * 1024, 'application/octet-stream')).toMatchObject([
      413,
      { message: 'Request Too Long', code: 'BodyTooLarge' },
    ]);
    expect((await post(5 * 1024 * 1024, 'text/plain'))[0]).toBe(201);
  });

  it('refuses headers beyond 10,240 bytes', async () => {
    expect((await get('/open', { 'x-long': 'a'.repeat(10_240) })).status).toBe(431);
  });
});

describe('the one port', () => {
  it('gives a request to the longest prefix that ends at a slash', async () => {
    expect(await (await get('/apiary')).text()).toBe('front page');
    expect((await get('/api')).status).toBe(401);
    expect((await get('/api?x=1')).status).toBe(401);
  });

  it('answers preflights of a console on this machine, and of nobody else', async () => {
    const preflight = (from: string) =>
      fetch(`${origin}/api/me`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      });
    const own = await preflight('http://localhost:5173');
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, 'http://localhost:5173']);
    expect(own.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    const foreign = await preflight('https://example.com');
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([204, null]);
  });

  it('says what to do when another program has the port', async () => {
    const second = startGateway({ port, routes: [], tokens: { issuer, audience, jwksUri: `${issuer}/jwks` } });
    await expect(second).rejects.toThrow(PortInUse);
  });

  it('does not answer to a foreign name that was pointed at this machine', async () => {
    const status = await new Promise((resolve) => {
      const sent = request({ host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.end();
    });
    expect(status).toBe(403);
  });
});
