import { type ChecksumAlgorithm, checksumAlgorithm } from './checksums.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';

/** The names of all `x-amz-` headers and, in a presigned URL, parameters. */
export function amzNames(request: S3Request): string[] {
  const inQuery = request.query.map(([name]) => name.toLowerCase());
  return [...Object.keys(request.message.headersDistinct), ...inQuery].filter((name) => name.startsWith('x-amz-'));
}

/** The SHA-256 that was signed for a plain body, if one was. */
export function signedHash(payloadHash: string): { sha256?: Buffer } {
  if (payloadHash === 'UNSIGNED-PAYLOAD') return {};
  if (/^[0-9a-f]{64}$/.test(payloadHash)) return { sha256: Buffer.from(payloadHash, 'hex') };
  throw new S3Error('NotImplemented', `The payload form ${payloadHash} is not offered here.`);
}

export function claimedMd5(request: S3Request): { md5?: Buffer } {
  const value = request.header('content-md5');
  if (value === undefined) return {};
  const md5 = Buffer.from(value, 'base64');
  if (md5.length !== 16) throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  return { md5 };
}

export const trailerNames = (request: S3Request): string[] =>
  (request.header('x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

type ChecksumClaim = { readonly algorithm: ChecksumAlgorithm; readonly value: string | undefined };

/** The one checksum that a request may announce, in a header or (value still unknown) as a trailer. */
export function claimedChecksum(request: S3Request, streaming: boolean): ChecksumClaim | undefined {
  const inHeader = amzNames(request).filter((name) => /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name));
  const trailers = streaming ? trailerNames(request) : [];
  const [name, ...others] = [...new Set([...inHeader, ...trailers])];
  const announced = request.amz('x-amz-sdk-checksum-algorithm');
  if (others.length > 0) throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header.');
  if (!name) {
    if (!announced) return undefined;
    throw new S3Error('InvalidRequest', 'x-amz-sdk-checksum-algorithm specified, but no corresponding checksum found.');
  }
  const algorithm = checksumAlgorithm(name.replace(/^x-amz-checksum-/, ''));
  if (announced && checksumAlgorithm(announced) !== algorithm) {
    throw new S3Error('InvalidRequest', 'Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  return { algorithm, value: request.amz(name) };
}
