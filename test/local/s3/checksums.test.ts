import { createHash } from 'node:crypto';
import { ChecksumAlgorithm, GetObjectCommand, PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidence, refusalOf, startTestS3 } from '../../support/s3.ts';

let s3: Awaited<ReturnType<typeof startTestS3>>;
beforeAll(async () => {
  s3 = await startTestS3();
});
afterAll(() => s3.end());

const put = (more: Partial<PutObjectCommandInput>, client = s3.client) =>
  client.send(new PutObjectCommand({ Bucket: evidence, Key: 'summed', Body: 'right', ...more }));
const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('base64');

describe('a put with a checksum', () => {
  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'of %s as the SDK computes it is taken',
    async (algorithm) => {
      expect(ChecksumAlgorithm).toHaveProperty(algorithm);
      const written = await put({ ChecksumAlgorithm: algorithm });
      const read = await s3.client.send(
        new GetObjectCommand({ Bucket: evidence, Key: 'summed', ChecksumMode: 'ENABLED' }),
      );
      expect(read[`Checksum${algorithm}`]).toBe(written[`Checksum${algorithm}`]);
      expect(await read.Body?.transformToString()).toBe('right'); // the SDK verifies the checksum as it reads
    },
  );

  it.each([
    ['a wrong CRC32', { ChecksumCRC32: 'AAAAAA==' }, '400 BadDigest'],
    ['a wrong SHA-256', { ChecksumSHA256: digest('sha256', 'wrong') }, '400 BadDigest'],
    ['a wrong MD5', { ContentMD5: digest('md5', 'wrong') }, '400 BadDigest'],
    ['a right MD5', { ContentMD5: digest('md5', 'right') }, 'not refused'],
    ['an MD5 that is none', { ContentMD5: 'AAAA' }, '400 InvalidDigest'],
    ['a checksum of the wrong length', { ChecksumSHA256: 'AAAAAA==' }, '400 InvalidRequest'],
    ['an algorithm unknown here', { ChecksumSHA512: digest('sha512', 'right') }, '501 NotImplemented'],
  ] as const)('%#: %s', async (_, more, expected) => {
    const before = await s3.client.send(new PutObjectCommand({ Bucket: evidence, Key: 'summed', Body: 'before' }));
    expect(await refusalOf(put(more))).toBe(expected);
    const { VersionId } = await s3.client.send(new GetObjectCommand({ Bucket: evidence, Key: 'summed' }));
    expect(VersionId === before.VersionId).toBe(expected !== 'not refused');
  });

  it('gets CRC64NVME from the server where it brings none', async () => {
    const written = await put({}, s3.clientWith({ requestChecksumCalculation: 'WHEN_REQUIRED' }));
    expect(written.ChecksumCRC64NVME).toMatch(/^[\w+/]{11}=$/);
  });
});
