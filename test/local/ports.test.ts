import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort, keptPort } from '#local/ports';

const host = '127.0.0.1';
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ports-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it('finds a port that can be listened on', async () => {
  const server = createServer().listen(await freePort(), host);
  await once(server, 'listening');
  server.close();
});

it('gives a part of a folder its port again, and another one where somebody took it', async () => {
  const first = await keptPort(dataDir, 'bucket', host);
  expect(await keptPort(dataDir, 'bucket', host)).toBe(first);
  const taker = createServer().listen(first, host);
  await once(taker, 'listening');
  const second = await keptPort(dataDir, 'bucket', host);
  expect(second).not.toBe(first);
  taker.close();
  await once(taker, 'close');
  expect(await keptPort(dataDir, 'bucket', host)).toBe(second);
});
