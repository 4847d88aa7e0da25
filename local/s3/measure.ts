import { createHash } from 'node:crypto';
import { badDigest, type ChecksumAlgorithm, checksumBytes, sameBytes, startChecksum } from './checksums.ts';
import { S3Error } from './errors.ts';
import type { ObjectContent } from './object-version.ts';

/** What a sender claims of a body. */
export type Claims = {
  /** Bytes, both included. */
  readonly min: number;
  readonly max: number;
  /** The checksum to compute and keep. */
  readonly algorithm: ChecksumAlgorithm;
  /** Its claimed value in base64; asked for at the end, since it may come in a trailer. */
  readonly checksum: () => string | undefined;
  readonly sha256?: Buffer;
  readonly md5?: Buffer;
};

type Measured = Pick<ObjectContent, 'size' | 'etag' | 'checksum'>;

/** Measures a body chunk by chunk and, at its end, refuses whatever turns out other than claimed. */
export function measure(claims: Claims): { update(chunk: Buffer): void; finish(): Measured } {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  const checksum = startChecksum(claims.algorithm);
  let size = 0;
  return {
    update: (chunk) => {
      size += chunk.length;
      if (size > claims.max)
        throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
      md5.update(chunk);
      if (claims.sha256) sha256.update(chunk);
      checksum.update(chunk);
    },
    finish: () => {
      if (size < claims.min) {
        throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size.');
      }
      const etag = md5.digest();
      const sum = checksum.digest();
      const claimed = claims.checksum();
      if (claimed !== undefined && !sameBytes(checksumBytes(claims.algorithm, claimed), sum)) {
        throw badDigest(claims.algorithm.toUpperCase());
      }
      if (claims.md5 && !sameBytes(claims.md5, etag)) throw badDigest('Content-MD5');
      if (claims.sha256 && !sameBytes(claims.sha256, sha256.digest())) throw wrongPayloadHash();
      const kept = { algorithm: claims.algorithm, value: sum.toString('base64') };
      return { size, etag: etag.toString('hex'), checksum: kept };
    },
  };
}

const wrongPayloadHash = (): S3Error =>
  new S3Error(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
