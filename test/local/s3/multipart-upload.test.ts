import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidence, refusalOf, startTestS3 } from '../../support/s3.ts';

const MB = 2 ** 20;
const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

describe('an upload in parts', () => {
  let s3: Awaited<ReturnType<typeof startTestS3>>;
  beforeEach(async () => {
    s3 = await startTestS3();
  });
  afterEach(() => s3.end());

  // a client that adds no checksums of its own, as the system's uploads do
  const client = () => s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const begin = async (Key = '长文件.pdf'): Promise<string> => {
    const command = new CreateMultipartUploadCommand({ Bucket: evidence, Key, ContentType: 'application/pdf' });
    return (await client().send(command)).UploadId ?? '';
  };
  const named = (UploadId: string, Key = '长文件.pdf') => ({ Bucket: evidence, Key, UploadId });
  const put = (UploadId: string, PartNumber: number, Body: Buffer) =>
    client().send(new UploadPartCommand({ ...named(UploadId), PartNumber, Body }));
  const list = async (UploadId: string, more: { MaxParts?: number; PartNumberMarker?: string } = {}) =>
    client().send(new ListPartsCommand({ ...named(UploadId), ...more }));
  const complete = (UploadId: string, Parts: { PartNumber: number; ETag?: string | undefined }[]) =>
    client().send(
      new CompleteMultipartUploadCommand({
        ...named(UploadId),
        MultipartUpload: { Parts: Parts.map(({ PartNumber, ETag = '' }) => ({ PartNumber, ETag })) },
      }),
    );
  const bytesOf = async (): Promise<Buffer> => {
    const { Body } = await client().send(new GetObjectCommand({ Bucket: evidence, Key: '长文件.pdf' }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  it('becomes one object of all its bytes, with the tag and type that S3 gives it', async () => {
    const pieces = [randomBytes(5 * MB), randomBytes(6 * MB), randomBytes(3)];
    const upload = await begin();
    // they may come in any order
    const second = await put(upload, 2, pieces[1] ?? Buffer.alloc(0));
    const first = await put(upload, 1, pieces[0] ?? Buffer.alloc(0));
    const third = await put(upload, 7, pieces[2] ?? Buffer.alloc(0));
    const done = await complete(upload, [
      { PartNumber: 1, ETag: first.ETag },
      { PartNumber: 2, ETag: second.ETag },
      { PartNumber: 7, ETag: third.ETag },
    ]);
    const tag = md5(Buffer.concat(pieces.map((piece) => Buffer.from(md5(piece), 'hex'))));
    expect(done).toMatchObject({ ETag: `"${tag}-3"`, Key: '长文件.pdf', VersionId: expect.any(String) });
    expect(md5(await bytesOf())).toBe(md5(Buffer.concat(pieces)));
    const head = await client().send(new HeadObjectCommand({ Bucket: evidence, Key: '长文件.pdf' }));
    expect(head).toMatchObject({ ContentType: 'application/pdf', ContentLength: 11 * MB + 3 });
    expect(await refusalOf(list(upload))).toBe('404 NoSuchUpload');
    expect(await readdir(join(s3.dataDir, '.uploads', evidence))).toEqual([]);
  });

  it('goes on after a restart with the parts that were there, the last of each number', async () => {
    const upload = await begin();
    await put(upload, 1, randomBytes(5 * MB));
    const again = randomBytes(5 * MB);
    await put(upload, 1, again);
    s3 = await s3.restart();
    const { Parts = [] } = await list(upload);
    expect(Parts).toMatchObject([{ PartNumber: 1, Size: 5 * MB, ETag: `"${md5(again)}"` }]);
    const end = randomBytes(10);
    const last = await put(upload, 2, end);
    await complete(upload, [
      { PartNumber: 1, ETag: Parts[0]?.ETag },
      { PartNumber: 2, ETag: last.ETag },
    ]);
    expect(md5(await bytesOf())).toBe(md5(Buffer.concat([again, end])));
  });

  it('lists its parts page by page', async () => {
    const upload = await begin();
    for (const number of [1, 2, 3]) await put(upload, number, Buffer.from(`part ${number}`));
    const first = await list(upload, { MaxParts: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    const second = await list(upload, { MaxParts: 2, PartNumberMarker: '2' });
    expect(second).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 3 }] });
  });

  it('is forgotten when it is aborted', async () => {
    const upload = await begin();
    await put(upload, 1, Buffer.from('x'));
    await client().send(new AbortMultipartUploadCommand(named(upload)));
    expect(await refusalOf(put(upload, 2, Buffer.from('y')))).toBe('404 NoSuchUpload');
    expect(await refusalOf(client().send(new AbortMultipartUploadCommand(named(upload))))).toBe('404 NoSuchUpload');
    expect(await readdir(join(s3.dataDir, '.uploads', evidence))).toEqual([]);
  });

  it('is forgotten after two days, as the deployment’s lifecycle rule has it', async () => {
    let now = Date.now() - 3 * 86_400_000;
    await s3.end();
    s3 = await startTestS3({ clock: () => now });
    const late = s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED', systemClockOffset: -3 * 86_400_000 });
    const command = new CreateMultipartUploadCommand({ Bucket: evidence, Key: '长文件.pdf' });
    const { UploadId = '' } = await late.send(command);
    now = Date.now();
    s3 = await s3.restart();
    expect(await refusalOf(list(UploadId))).toBe('404 NoSuchUpload');
  });

  it('is refused as S3 refuses it', async () => {
    const upload = await begin();
    const small = await put(upload, 1, Buffer.from('small'));
    const last = await put(upload, 2, Buffer.from('last'));
    const one = { PartNumber: 1, ETag: small.ETag };
    const two = { PartNumber: 2, ETag: last.ETag };
    expect(await refusalOf(complete(upload, [one, two]))).toBe('400 EntityTooSmall');
    expect(await refusalOf(complete(upload, [two, one]))).toBe('400 InvalidPartOrder');
    expect(await refusalOf(complete(upload, [{ ...one, ETag: last.ETag }]))).toBe('400 InvalidPart');
    expect(await refusalOf(complete(upload, [{ PartNumber: 3, ETag: last.ETag }]))).toBe('400 InvalidPart');
    expect(await refusalOf(put(upload, 0, Buffer.from('x')))).toBe('400 InvalidArgument');
    expect(await refusalOf(put(upload, 10_001, Buffer.from('x')))).toBe('400 InvalidArgument');
    expect(await refusalOf(put('none', 1, Buffer.from('x')))).toBe('404 NoSuchUpload');
    const otherKey = new ListPartsCommand(named(upload, 'another key'));
    expect(await refusalOf(client().send(otherKey))).toBe('404 NoSuchUpload');
    // none of it ended the upload
    await complete(upload, [two]);
    expect((await bytesOf()).toString()).toBe('last');
  });
});
