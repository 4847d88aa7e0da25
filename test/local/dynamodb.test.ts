import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDynamoDb } from '#local/dynamodb';
import { freePort } from '#local/ports';
import { createStreamedTable, localClientConfig } from './fixtures/table.ts';

// The real one, but for the test in which somebody else is quicker.
vi.mock('#local/ports', async (original) => {
  const ports = await original<typeof import('#local/ports')>();
  return { ...ports, freePort: vi.fn(ports.freePort) };
});

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dynamodb-'));
});
afterEach(() => rm(dataDir, { recursive: true, maxRetries: 3 }));

const quiet = { log: () => undefined };
const answers = (endpoint: string) =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

/** A parent process that started the emulator, ready to be killed. */
async function startParent() {
  const fixture = new URL('./fixtures/dynamodb-parent.ts', import.meta.url).pathname;
  const parent = spawn(process.execPath, ['--import', 'tsx', fixture, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = JSON.parse(line.toString()) as { pid: number; endpoint: string };
  return { parent, child };
}

describe('startDynamoDb', () => {
  it('keeps what was written across a restart and ends its process', async () => {
    const first = await startDynamoDb({ dataDir });
    const client = new DynamoDBClient(localClientConfig(first.endpoint));
    await createStreamedTable(client, 'kept');
    await client.send(new PutItemCommand({ TableName: 'kept', Item: { pk: { S: 'a' } } }));
    await first.close();
    expect(await answers(first.endpoint)).toBe(false);

    const second = await startDynamoDb({ dataDir });
    const again = new DynamoDBClient(localClientConfig(second.endpoint));
    expect((await again.send(new GetItemCommand({ TableName: 'kept', Key: { pk: { S: 'a' } } }))).Item).toEqual({
      pk: { S: 'a' },
    });
    await second.close();
    expect(await readdir(join(dataDir, 'dynamodb'))).not.toContain('pid.json');
  });

  it('takes another port where somebody else has the one that was free, whatever answers there', async () => {
    const other = createServer((_, answer) => answer.end('<?xml version="1.0"?>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    vi.mocked(freePort).mockClear().mockResolvedValueOnce(port).mockResolvedValueOnce(port);
    const dynamo = await startDynamoDb({ dataDir, ...quiet });
    expect(vi.mocked(freePort).mock.settledResults.map(({ value }) => value === port)).toEqual([true, true, false]);
    expect(dynamo.endpoint).not.toContain(`:${port}`);
    const client = new DynamoDBClient(localClientConfig(dynamo.endpoint));
    await createStreamedTable(client, 'elsewhere');
    await dynamo.close();
    other.close();
  });

  it('comes back on the same address when its process dies', async () => {
    const dynamo = await startDynamoDb({ dataDir, ...quiet });
    const before = dynamo.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await vi.waitUntil(async () => dynamo.pid !== before && (await answers(dynamo.endpoint)), { timeout: 10_000 });
    await dynamo.close();
    expect(await answers(dynamo.endpoint)).toBe(false);
  });

  it('ends the process that a killed parent left behind before it opens the same data', async () => {
    const { parent, child } = await startParent();
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await answers(child.endpoint)).toBe(true);
    const lines: string[] = [];
    const dynamo = await startDynamoDb({ dataDir, log: (line) => lines.push(line) });
    expect(await answers(child.endpoint)).toBe(false);
    expect(lines.join()).toContain(`pid ${child.pid}`);
    await dynamo.close();
  });

  it('ends with a parent that exits by itself', async () => {
    const { parent, child } = await startParent();
    parent.kill('SIGTERM');
    await once(parent, 'exit');
    await vi.waitUntil(async () => !(await answers(child.endpoint)), { timeout: 10_000 });
  });

  it('leaves alone a process that merely got the recorded pid', async () => {
    await (await startDynamoDb({ dataDir })).close();
    await writeFile(join(dataDir, 'dynamodb/pid.json'), JSON.stringify({ pid: process.pid }));
    const dynamo = await startDynamoDb({ dataDir });
    expect(await answers(dynamo.endpoint)).toBe(true);
    await dynamo.close();
  });

  it('says which program could not be started', async () => {
    vi.stubEnv('DYNOXIDE_BINARY', join(dataDir, 'missing'));
    await expect(startDynamoDb({ dataDir })).rejects.toThrow('无法启动 DynamoDB 模拟器');
    vi.unstubAllEnvs();
  });

  it('uses the endpoint that the environment names, and does not end it', async () => {
    const outside = await startDynamoDb({ dataDir });
    vi.stubEnv('DYNAMODB_ENDPOINT', outside.endpoint);
    const dynamo = await startDynamoDb({ dataDir });
    vi.unstubAllEnvs();
    expect([dynamo.endpoint, dynamo.pid]).toEqual([outside.endpoint, undefined]);
    await dynamo.close();
    expect(await answers(outside.endpoint)).toBe(true);
    await outside.close();
  });
});
