import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidence, refusalOf, seals, startTestS3 } from '../../support/s3.ts';

let s3: Awaited<ReturnType<typeof startTestS3>>;
beforeAll(async () => {
  s3 = await startTestS3();
});
afterAll(() => s3.end());

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput['Body']>,
  more: Partial<PutObjectCommandInput> = {},
) => s3.client.send(new PutObjectCommand({ Bucket: evidence, Key, Body, ...more }));
const get = async (Key: string, more: { VersionId?: string; Range?: string } = {}): Promise<Buffer> => {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: evidence, Key, ...more }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

describe('objects', () => {
  it.each([0, 1, 65_536, 3_000_001])('gives back the %i bytes that were put', async (size) => {
    const bytes = randomBytes(size);
    await put(`sizes/${size}`, bytes);
    // Buffers are compared by their hashes: toEqual walks them byte by byte and takes seconds
    expect(sha256(await get(`sizes/${size}`))).toBe(sha256(bytes));
  });

  it('takes the framing off a streamed body, which the SDK ends with a checksum', async () => {
    const bytes = randomBytes(1_000_000);
    const pieces = Array.from({ length: 10 }, (_, at) => bytes.subarray(at * 100_000, (at + 1) * 100_000));
    await put('streamed', Readable.from(pieces), { ContentLength: bytes.length });
    const head = await s3.client.send(
      new HeadObjectCommand({ Bucket: evidence, Key: 'streamed', ChecksumMode: 'ENABLED' }),
    );
    expect(sha256(await get('streamed'))).toBe(sha256(bytes));
    expect(head).toMatchObject({ ContentLength: 1_000_000, ChecksumCRC32: expect.any(String) });
    expect(head.ContentEncoding).toBeUndefined();
  });

  it('keeps type, disposition and metadata, and tells the SHA-256 that was sent', async () => {
    const bytes = Buffer.from('佐证材料');
    const ChecksumSHA256 = sha256(bytes);
    const description = { ContentType: 'application/pdf', ContentDisposition: 'inline', Metadata: { case: 'x-1' } };
    const { VersionId } = await put('described', bytes, { ...description, ChecksumSHA256 });
    const head = await s3.client.send(
      new HeadObjectCommand({ Bucket: evidence, Key: 'described', ChecksumMode: 'ENABLED' }),
    );
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    expect(head).toMatchObject({ ...description, ChecksumSHA256, VersionId, ContentLength: 12, ETag: etag });
  });

  it.each([
    '名录/𠮷野家🎉.pdf',
    '../../etc/passwd',
    'a/./b//../c',
    '..',
    ' spaces + plus % & ? # = "quotes" ',
    '/leading',
    'trailing/',
    'e\u0301 is not é',
    `${'长'.repeat(341)}x`,
  ])('keeps apart and gives back the key %j', async (key) => {
    await put(key, `content of ${key}`);
    expect((await get(key)).toString()).toBe(`content of ${key}`);
    const listed = await s3.client.send(new ListObjectsV2Command({ Bucket: evidence, Prefix: key }));
    expect(listed.Contents?.[0]?.Key).toBe(key);
  });

  it('refuses a key of more than 1024 bytes', async () => {
    expect(await refusalOf(put('长'.repeat(342), 'x'))).toBe('400 KeyTooLongError');
  });

  it.each([
    ['bytes=0-3', '0123'],
    ['bytes=4-', '456789'],
    ['bytes=-3', '789'],
    ['bytes=8-100', '89'],
    ['bytes=-100', '0123456789'],
    ['bytes=5-2', '0123456789'],
  ])('reads the range %s', async (Range, expected) => {
    await put('ranges', '0123456789');
    expect((await get('ranges', { Range })).toString()).toBe(expected);
  });

  it('refuses a range beyond the end', async () => {
    await put('ranges', '0123456789');
    expect(await refusalOf(get('ranges', { Range: 'bytes=10-' }))).toBe('416 InvalidRange');
  });

  it('is sent again only if it is another than the one known', async () => {
    const { ETag = '' } = await put('cached', 'x');
    const read = (condition: object) =>
      refusalOf(s3.client.send(new GetObjectCommand({ Bucket: evidence, Key: 'cached', ...condition })));
    expect(await read({ IfNoneMatch: ETag })).toMatch(/^304/);
    expect(await read({ IfNoneMatch: '"another"' })).toBe('not refused');
    expect(await read({ IfMatch: ETag })).toBe('not refused');
    expect(await read({ IfMatch: '"another"' })).toBe('412 PreconditionFailed');
  });

  it('are told apart from what is not there by their head', async () => {
    const absent = new HeadObjectCommand({ Bucket: evidence, Key: 'absent' });
    expect(await refusalOf(s3.client.send(absent))).toBe('404 NotFound');
  });

  it('leave nothing behind when the sender goes away amid the upload', async () => {
    const incoming = join(s3.dataDir, '.incoming');
    const plain = s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const url = await getSignedUrl(plain, new PutObjectCommand({ Bucket: evidence, Key: 'abandoned' }));
    const upload = request(url, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
    upload.on('error', () => {}); // it is we who break off
    upload.write(Buffer.alloc(100_000));
    await expect.poll(() => readdir(incoming)).toHaveLength(1);
    upload.destroy();
    await expect.poll(() => readdir(incoming)).toEqual([]);
    expect(await refusalOf(get('abandoned'))).toBe('404 NoSuchKey');
  });

  it('writes only where nothing is, if that is asked', async () => {
    const attempts = Array.from({ length: 8 }, (_, at) => refusalOf(put('once', `${at}`, { IfNoneMatch: '*' })));
    const outcomes = await Promise.all(attempts);
    expect(outcomes.sort()).toEqual([...Array(7).fill('412 PreconditionFailed'), 'not refused']);
  });

  it('keeps every one of many puts at once on one key, and the last listed first is the current', async () => {
    const bodies = Array.from({ length: 20 }, () => randomBytes(50_000));
    const written = await Promise.all(bodies.map((body) => put('contended', body)));
    const { Versions = [] } = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket: evidence, Prefix: 'contended' }),
    );
    const read = await Promise.all(written.map(({ VersionId }) => get('contended', { VersionId: VersionId ?? '' })));
    expect(read.map(sha256)).toEqual(bodies.map(sha256));
    expect(Versions.map(({ VersionId }) => VersionId).sort()).toEqual(written.map(({ VersionId }) => VersionId).sort());
    expect(Versions.map(({ IsLatest }) => IsLatest)).toEqual([true, ...Array(19).fill(false)]);
    const current = written.findIndex(({ VersionId }) => VersionId === Versions[0]?.VersionId);
    expect(sha256(await get('contended'))).toBe(sha256(bodies[current] ?? Buffer.alloc(0)));
  });
});

describe('versions', () => {
  it('are all on', async () => {
    expect(await s3.client.send(new GetBucketVersioningCommand({ Bucket: evidence }))).toMatchObject({
      Status: 'Enabled',
    });
  });

  it('stay readable when the key is overwritten and deleted; removing the marker brings the object back', async () => {
    const first = await put('versioned', 'first');
    await put('versioned', 'second');
    const marker = await s3.client.send(new DeleteObjectCommand({ Bucket: evidence, Key: 'versioned' }));
    expect(marker.DeleteMarker).toBe(true);
    expect(await refusalOf(get('versioned'))).toBe('404 NoSuchKey');
    expect((await get('versioned', { VersionId: first.VersionId ?? '' })).toString()).toBe('first');
    expect(await refusalOf(get('versioned', { VersionId: marker.VersionId ?? '' }))).toBe('405 MethodNotAllowed');
    await s3.client.send(
      new DeleteObjectCommand({ Bucket: evidence, Key: 'versioned', VersionId: marker.VersionId ?? '' }),
    );
    expect((await get('versioned')).toString()).toBe('second');
  });

  it('go for good when deleted by their id', async () => {
    const { VersionId = '' } = await put('gone', 'x');
    await s3.client.send(new DeleteObjectCommand({ Bucket: evidence, Key: 'gone', VersionId }));
    expect(await refusalOf(get('gone', { VersionId }))).toBe('404 NoSuchVersion');
    expect(await refusalOf(get('gone'))).toBe('404 NoSuchKey');
  });

  it('of one key cannot be read through another', async () => {
    const { VersionId = '' } = await put('mine', 'secret');
    await put('yours', 'x');
    expect(await refusalOf(get('yours', { VersionId }))).toBe('404 NoSuchVersion');
    expect(await refusalOf(get('yours', { VersionId: '../mine' }))).toBe('400 InvalidArgument');
  });

  it('are paged through, newest first, with their markers', async () => {
    for (const key of ['paged/a', 'paged/b']) {
      await put(key, '1');
      await put(key, '2');
      await s3.client.send(new DeleteObjectCommand({ Bucket: evidence, Key: key }));
    }
    const seen: string[] = [];
    let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (marker) {
      const page: Awaited<ReturnType<typeof listPage>> = await listPage(marker);
      seen.push(...page.seen);
      marker = page.next;
    }
    expect(seen.sort()).toEqual(
      ['a', 'b'].flatMap((key) => [`${key} marker true`, `${key} 1 false`, `${key} 1 false`]).sort(),
    );
  });

  async function listPage(marker: { KeyMarker?: string; VersionIdMarker?: string }) {
    const page = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket: evidence, Prefix: 'paged/', MaxKeys: 2, ...marker }),
    );
    const seen = [
      ...(page.Versions ?? []).map(({ Key, Size, IsLatest }) => `${Key?.slice(6)} ${Size} ${IsLatest}`),
      ...(page.DeleteMarkers ?? []).map(({ Key, IsLatest }) => `${Key?.slice(6)} marker ${IsLatest}`),
    ];
    expect(seen).toHaveLength(2);
    const { NextKeyMarker = '', NextVersionIdMarker = '' } = page;
    return {
      seen,
      next: page.IsTruncated ? { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker } : undefined,
    };
  }
});

describe('listing', () => {
  it('goes by the bytes of the keys, page by page, without the deleted', async () => {
    const keys = ['z', '\u{ff5e}', '𠮷', 'a', 'é'].map((name) => `listed/${name}`);
    for (const key of [...keys, 'listed/deleted', 'listee']) await put(key, 'x');
    await s3.client.send(new DeleteObjectCommand({ Bucket: evidence, Key: 'listed/deleted' }));
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page: ListObjectsV2CommandOutput = await s3.client.send(
        new ListObjectsV2Command({
          Bucket: evidence,
          Prefix: 'listed/',
          MaxKeys: 2,
          ...(token && { ContinuationToken: token }),
        }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token);
    expect(seen).toEqual(['a', 'z', 'é', '\u{ff5e}', '𠮷'].map((name) => `listed/${name}`));
  });

  it('refuses a token that it did not give', async () => {
    const listing = new ListObjectsV2Command({ Bucket: evidence, ContinuationToken: '***' });
    expect(await refusalOf(s3.client.send(listing))).toBe('400 InvalidArgument');
  });
});

describe('deletion of many', () => {
  it('deletes each and tells of each that could not be', async () => {
    await put('many/<&>\r', 'x');
    const { VersionId = '' } = await put('many/2', 'x');
    const result = await s3.client.send(
      new DeleteObjectsCommand({
        Bucket: evidence,
        Delete: { Objects: [{ Key: 'many/<&>\r' }, { Key: 'many/2', VersionId }, { Key: 'many/3', VersionId: 'bad' }] },
      }),
    );
    expect(result.Deleted).toMatchObject([
      { Key: 'many/<&>\r', DeleteMarker: true },
      { Key: 'many/2', VersionId },
    ]);
    expect(result.Errors).toMatchObject([{ Key: 'many/3', Code: 'InvalidArgument' }]);
    const left = await s3.client.send(new ListObjectsV2Command({ Bucket: evidence, Prefix: 'many/' }));
    expect(left.KeyCount).toBe(0);
  });
});

describe('object lock', () => {
  const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date('2100-01-01T00:00:00Z') } as const;
  const seal = (Key: string, more: Partial<PutObjectCommandInput> = lock) =>
    s3.client.send(new PutObjectCommand({ Bucket: seals, Key, Body: 'root hash', ...more }));

  it('keeps a locked version from being deleted, also among many; a marker may hide it', async () => {
    const { VersionId = '' } = await seal('2026/day-1');
    const one = { Bucket: seals, Key: '2026/day-1', VersionId, BypassGovernanceRetention: true };
    expect(await refusalOf(s3.client.send(new DeleteObjectCommand(one)))).toBe('403 AccessDenied');
    const many = { Bucket: seals, Delete: { Objects: [{ Key: '2026/day-1', VersionId }] } };
    const { Errors } = await s3.client.send(new DeleteObjectsCommand(many));
    expect(Errors).toMatchObject([{ Code: 'AccessDenied', VersionId }]);
    await s3.client.send(new DeleteObjectCommand({ Bucket: seals, Key: '2026/day-1' }));
    expect(await s3.client.send(new HeadObjectCommand({ Bucket: seals, Key: '2026/day-1', VersionId }))).toMatchObject(
      lock,
    );
  });

  it('lets a governed version go only to one who says so', async () => {
    const { VersionId = '' } = await seal('governed', { ...lock, ObjectLockMode: 'GOVERNANCE' });
    const named = { Bucket: seals, Key: 'governed', VersionId };
    expect(await refusalOf(s3.client.send(new DeleteObjectCommand(named)))).toBe('403 AccessDenied');
    const bypassing = new DeleteObjectCommand({ ...named, BypassGovernanceRetention: true });
    expect(await refusalOf(s3.client.send(bypassing))).toBe('not refused');
  });

  it('is refused in a bucket without it, and for a date gone by', async () => {
    expect(await refusalOf(put('x', 'x', lock))).toBe('400 InvalidRequest');
    const past = { ...lock, ObjectLockRetainUntilDate: new Date('2020-01-01T00:00:00Z') };
    expect(await refusalOf(seal('x', past))).toBe('400 InvalidArgument');
  });
});

describe('what is not offered', () => {
  it('is refused and not passed over', async () => {
    expect(await refusalOf(s3.client.send(new ListBucketsCommand({})))).toBe('501 NotImplemented');
    expect(await refusalOf(put('tagged', 'x', { Tagging: 'a=b' }))).toBe('501 NotImplemented');
    expect(await refusalOf(put('acl', 'x', { ACL: 'public-read' }))).toBe('501 NotImplemented');
    const delimited = new ListObjectsV2Command({ Bucket: evidence, Delimiter: '/' });
    expect(await refusalOf(s3.client.send(delimited))).toBe('501 NotImplemented');
    expect(await refusalOf(get('tagged'))).toBe('404 NoSuchKey');
  });

  it('tells of a bucket that is not there', async () => {
    expect(await refusalOf(s3.client.send(new HeadBucketCommand({ Bucket: evidence })))).toBe('not refused');
    const elsewhere = new GetObjectCommand({ Bucket: 'elsewhere', Key: 'x' });
    expect(await refusalOf(s3.client.send(elsewhere))).toBe('404 NoSuchBucket');
  });
});
