import { type Answer, bodyOf, type Call } from './answer.ts';
import { decodeAwsChunked } from './chunked.ts';
import { amzNames, claimedChecksum, claimedMd5, signedHash, trailerNames } from './claims.ts';
import { describe, standardHeaders } from './description.ts';
import { S3Error } from './errors.ts';
import type { Claims } from './measure.ts';
import { requestedLock } from './object-lock.ts';
import { isStored, type ObjectVersion } from './object-version.ts';
import { receiveAndCommit } from './receive.ts';
import type { S3Request } from './request.ts';

const largestPut = 5 * 1024 ** 3;

/** `x-amz-` names that a put may bear; any other asks for something that would silently not be done. */
const understood =
  /^x-amz-(algorithm|credential|date|signedheaders|signature|expires|content-sha256|user-agent|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+|meta-.+|object-lock-(mode|retain-until-date))$/;

export async function putObject({ request, bucket, payloadHash, verifier }: Call): Promise<Answer> {
  const names = amzNames(request);
  const unknown = names.find((name) => !understood.test(name));
  if (unknown) throw new S3Error('NotImplemented', `${unknown} is not offered here.`);
  const condition = replaceCondition(request);
  const { source, claims, hasChecksum } = sentBody(request, payloadHash);
  const lock = requestedLock(request, bucket, hasChecksum, verifier.now());
  const description = { headers: descriptionOf(request, names), ...(lock && { lock }) };
  const version = await receiveAndCommit(bucket, source, claims, description, (received) =>
    bucket.put(request.key, received, condition),
  );
  return { status: 200, headers: writtenHeaders(version) };
}

/** The body of a put, plain or streamed, with all that its sender claims of it. */
export function sentBody(request: S3Request, payloadHash: string) {
  const streaming = payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
  const claim = claimedChecksum(request, streaming);
  const length = contentLength(request, streaming);
  const body = streaming ? decodeAwsChunked(bodyOf(request), length, trailerNames(request)) : undefined;
  const claims: Claims = {
    min: length,
    max: length,
    ...(streaming ? {} : signedHash(payloadHash)),
    ...claimedMd5(request),
    algorithm: claim?.algorithm ?? 'crc64nvme',
    checksum: () => claim && (claim.value ?? body?.trailers.get(`x-amz-checksum-${claim.algorithm}`)),
  };
  return { source: body?.content ?? bodyOf(request), claims, hasChecksum: claim !== undefined };
}

/** What S3 tells of a version that was just written. */
export function writtenHeaders(version: ObjectVersion): Record<string, string> {
  if (!isStored(version)) return { 'x-amz-version-id': version.versionId };
  const { etag, checksum } = version.content;
  return {
    etag: `"${etag}"`,
    'x-amz-version-id': version.versionId,
    [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
    'x-amz-checksum-type': 'FULL_OBJECT',
  };
}

/** `If-None-Match: *` writes only where nothing is; S3 offers `If-Match` too, the system does not use it. */
function replaceCondition(request: S3Request): (current: ObjectVersion | undefined) => void {
  const condition = request.header('if-none-match');
  if (request.header('if-match') !== undefined || (condition !== undefined && condition !== '*')) {
    throw new S3Error('NotImplemented', 'Of the conditional writes only If-None-Match: * is offered here.');
  }
  return (current) => {
    if (condition && isStored(current)) {
      throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    }
  };
}

function contentLength(request: S3Request, streaming: boolean): number {
  const length = streaming ? request.header('x-amz-decoded-content-length') : request.header('content-length');
  if (length === undefined || !/^\d{1,15}$/.test(length)) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (Number(length) > largestPut) throw new S3Error('EntityTooLarge', 'A single put may not exceed 5 GB.');
  return Number(length);
}

export function descriptionOf(request: S3Request, names: readonly string[]): Record<string, string> {
  const standard = standardHeaders.map((name) => [name, request.header(name)] as const);
  const metadata = names.map((name) => [name, request.amz(name)] as const);
  const sent = [...standard, ...metadata].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { 'content-encoding': encoding, ...kept } = describe(sent);
  const ownEncoding = withoutFraming(encoding);
  return ownEncoding === '' ? kept : { ...kept, 'content-encoding': ownEncoding };
}

/** `aws-chunked` describes the transfer, not the object. */
const withoutFraming = (encoding = ''): string =>
  encoding
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked')
    .join(',');
