import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { clientOf, evidence, s3Credentials, startTestS3 } from '../../support/s3.ts';

type S3 = Awaited<ReturnType<typeof startTestS3>>;
let s3: S3 | undefined;
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await s3?.end();
  s3 = undefined;
});

const put = ({ client }: Pick<S3, 'client'>, Key: string, Body: string) =>
  client.send(new PutObjectCommand({ Bucket: evidence, Key, Body, Metadata: { of: encodeURIComponent(Key) } }));
const listing = async ({ client }: S3) => {
  const { Versions, DeleteMarkers } = await client.send(new ListObjectVersionsCommand({ Bucket: evidence }));
  return { Versions, DeleteMarkers };
};
const get = async ({ client }: S3, Key: string, VersionId?: string) => {
  const { Body, Metadata } = await client.send(
    new GetObjectCommand({ Bucket: evidence, Key, ...(VersionId && { VersionId }) }),
  );
  return { text: await Body?.transformToString(), Metadata };
};
const filesOf = async (dataDir: string): Promise<string[]> =>
  (await readdir(dataDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a restart', () => {
  it('keeps every version, its order and its description', async () => {
    s3 = await startTestS3();
    for (const text of ['1', '2', '3']) await put(s3, '佐证/𠮷', text);
    await put(s3, 'other', 'x');
    const before = await listing(s3);
    s3 = await s3.restart();
    expect(await listing(s3)).toEqual(before);
    expect(await get(s3, '佐证/𠮷')).toEqual({ text: '3', Metadata: { of: encodeURIComponent('佐证/𠮷') } });
    const next = await put(s3, '佐证/𠮷', '4');
    expect((await listing(s3)).Versions?.find(({ Key }) => Key === '佐证/𠮷')?.VersionId).toBe(next.VersionId);
  });

  it('throws away what a crash left half written, and shows nothing of it', async () => {
    s3 = await startTestS3();
    await put(s3, 'whole', 'x');
    const before = await listing(s3);
    const [metadata = ''] = (await filesOf(s3.dataDir)).filter((file) => file.endsWith('.json'));
    const orphan = metadata.replace(/\w+\.json$/, `${'0'.repeat(32)}.bin`);
    await writeFile(orphan, 'content whose metadata were never written');
    await writeFile(join(s3.dataDir, '.incoming', 'torn'), 'half a bo');
    s3 = await s3.restart();
    expect(await listing(s3)).toEqual(before);
    const left = await filesOf(s3.dataDir);
    expect(left.sort()).toEqual([metadata, metadata.replace(/json$/, 'bin')].sort());
  });

  it('is refused on damaged metadata, rather than forgetting an object', async () => {
    s3 = await startTestS3();
    await put(s3, 'x', 'x');
    const [metadata = ''] = (await filesOf(s3.dataDir)).filter((file) => file.endsWith('.json'));
    const text = await readFile(metadata, 'utf8');
    await writeFile(metadata, text.slice(0, 20));
    await expect(startTestS3({ dataDir: s3.dataDir })).rejects.toThrow(metadata);
  });
});

describe('on disk', () => {
  it('no name that a client chose becomes part of a path', async () => {
    s3 = await startTestS3();
    await put(s3, '../../../../tmp/escaped', 'x');
    const { dataDir } = s3;
    const names = (await filesOf(dataDir)).map((file) => file.slice(dataDir.length + 1));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^evidence\/[0-9a-f]{2}\/[0-9a-f]{64}\.[0-9a-f]{32}\.(bin|json)$/);
  });
});

describe('kill -9 amid many puts', () => {
  it('loses none that was acknowledged, and shows none in part', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 's3-'));
    const acknowledged = await putUntilKilled(dataDir);
    s3 = await startTestS3({ dataDir });
    const read = new Map<string, string | undefined>();
    for (const { Key = '', VersionId } of (await listing(s3)).Versions ?? []) {
      read.set(`${Key} ${VersionId}`, (await get(s3, Key, VersionId)).text);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    for (const [version, text] of acknowledged) expect(read.get(version) === text).toBe(true);
    for (const text of read.values()) expect(text === textOf(Number.parseInt(text ?? '', 10))).toBe(true);
    expect(await readdir(join(dataDir, '.incoming'))).toEqual([]);
  });

  const textOf = (number: number): string => `${number},`.repeat(30_000);

  async function putUntilKilled(dataDir: string): Promise<Map<string, string>> {
    const program = `
      import { startS3 } from '#local/s3/server';
      const s3 = await startS3(${JSON.stringify({ dataDir, credentials: s3Credentials, buckets: [evidence] })});
      console.log(s3.endpoint);
    `;
    const server = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
    child = server;
    const [endpoint] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
    const client = clientOf(endpoint.trim());
    const acknowledged = new Map<string, string>();
    let sent = 0;
    const writer = async (): Promise<void> => {
      for (;;) {
        sent += 1;
        const key = `key ${sent % 5}`;
        const text = textOf(sent);
        const { VersionId } = await put({ client }, key, text);
        acknowledged.set(`${key} ${VersionId}`, text);
        if (acknowledged.size === 25) server.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 4 }, writer));
    client.destroy();
    return acknowledged;
  }
});
