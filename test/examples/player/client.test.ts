import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clientOf, everything, Refused, unless } from '#examples/player/client';

type Answer = { readonly status: number; readonly body: object; readonly headers?: Record<string, string> };

let server: Server | undefined;

/** Answers with one after the other, and keeps what was asked. */
async function serve(answers: readonly Answer[], port = 0) {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    const { status, body, headers } = answers[asked.length] ?? { status: 500, body: {} };
    asked.push(request);
    request.resume().once('end', () => response.writeHead(status, headers).end(JSON.stringify(body)));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a TCP server has one
  return { asked, port: address.port, url: `http://127.0.0.1:${address.port}` };
}

const stop = async (): Promise<void> => {
  const stopped = server;
  server = undefined;
  stopped?.closeAllConnections();
  await new Promise((resolve) => (stopped ? stopped.close(resolve) : resolve(undefined)));
};
afterEach(stop);

const ok = (body: object, headers: Record<string, string> = {}): Answer => ({ status: 200, body, headers });
const busy: Answer = { status: 503, body: { code: 'TryAgain' } };

describe('a client of the API', () => {
  it('sends a request again under the same key until it is answered', async () => {
    const { url, asked } = await serve([busy, busy, ok({ done: true })]);
    const client = clientOf({ url, season: 's/1/0' });
    expect(await client.post('/cycles', 'cycle', { title: 't' })).toEqual({ done: true });
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual([
      's/1/0/cycle',
      's/1/0/cycle',
      's/1/0/cycle',
    ]);
  });

  it('waits for a box that is being restarted', async () => {
    const { url, port } = await serve([]);
    await stop();
    const answer = clientOf({ url, season: 's' }).get('/me');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await serve([ok({ personId: 'p' })], port);
    expect(await answer).toEqual({ personId: 'p' });
  });

  it('renews a token that is not taken any more, once', async () => {
    const { url, asked } = await serve([{ status: 401, body: {} }, ok({})]);
    const token = async (renew: boolean): Promise<string> => (renew ? 'new' : 'old');
    await clientOf({ url, season: 's', token }).get('/me');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('tells a kept answer from a new one', async () => {
    const { url } = await serve([ok({}, { 'idempotency-replayed': 'true' }), ok({})]);
    const client = clientOf({ url, season: 's' });
    expect((await client.posted('/files', 'announce')).replayed).toBe(true);
    expect((await client.posted('/files', 'announce/2')).replayed).toBe(false);
  });

  it('names the version that was read', async () => {
    const { url, asked } = await serve([ok({}), ok({})]);
    const client = clientOf({ url, season: 's' });
    await client.put('/areas', 7, {});
    await client.postOn('/publicities/p/check', 'check', 3);
    expect(asked.map(({ headers }) => headers['if-match'])).toEqual(['"7"', '"3"']);
  });

  it('tells a refusal with its code, its fields and the request', async () => {
    const fields = [{ path: 'windows.opensAt', en: 'Too early.' }];
    const problem = { code: 'InvalidInput', titleEn: 'Wrong.', fields, requestId: 'r-1' };
    const { url } = await serve([
      { status: 400, body: problem },
      { status: 400, body: problem },
    ]);
    const client = clientOf({ url, season: 's' });
    const refused = await client.get('/cycles').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(String(refused)).toContain(
      'GET /cycles: 400 InvalidInput Wrong. [windows.opensAt: Too early.] (request r-1)',
    );
    expect(await unless('InvalidInput', client.get('/cycles'))).toBeUndefined();
  });

  it('reads a long list to its end', async () => {
    const { url, asked } = await serve([ok({ items: [1, 2], cursor: 'x' }), ok({ items: [3] })]);
    expect(await everything(clientOf({ url, season: 's' }), '/people', { username: 'a' })).toEqual([1, 2, 3]);
    expect(asked.map((request) => request.url)).toEqual([
      '/api/people?limit=200&username=a',
      '/api/people?limit=200&username=a&cursor=x',
    ]);
  });
});
