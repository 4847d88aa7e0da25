import { createHash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc.ts';
import { S3Error } from './errors.ts';

type Digest = { update(chunk: Uint8Array): void; digest(): Buffer };

function hashing(name: string): Digest {
  const hash = createHash(name);
  return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest() };
}

function crc32Digest(next: (chunk: Uint8Array, value: number) => number): Digest {
  let value = 0;
  return {
    update: (chunk) => {
      value = next(chunk, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    },
  };
}

/** The algorithms of `x-amz-checksum-*` that can be verified here; any other is refused, never believed. */
const algorithms = {
  crc32: { bytes: 4, start: () => crc32Digest((chunk, value) => crc32(chunk, value)) },
  crc32c: { bytes: 4, start: () => crc32Digest(crc32c) },
  crc64nvme: { bytes: 8, start: crc64nvme },
  sha1: { bytes: 20, start: () => hashing('sha1') },
  sha256: { bytes: 32, start: () => hashing('sha256') },
} as const;

export type ChecksumAlgorithm = keyof typeof algorithms;

export function checksumAlgorithm(name: string): ChecksumAlgorithm {
  const lower = name.toLowerCase();
  if (Object.hasOwn(algorithms, lower)) return lower as ChecksumAlgorithm; // just found among the keys
  throw new S3Error('NotImplemented', `The checksum algorithm ${name} cannot be verified here.`);
}

/** Starts a checksum; its bytes go into `x-amz-checksum-<algorithm>` in base64. */
export const startChecksum = (algorithm: ChecksumAlgorithm): Digest => algorithms[algorithm].start();

/** The bytes of a claimed checksum. Refuses what is not canonical base64 of the right length. */
export function checksumBytes(algorithm: ChecksumAlgorithm, value: string): Buffer {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length === algorithms[algorithm].bytes && bytes.toString('base64') === value) return bytes;
  throw new S3Error('InvalidRequest', `Value for x-amz-checksum-${algorithm} header is invalid.`);
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

export const badDigest = (algorithm: string): S3Error =>
  new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
