import type { Answer, Call } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { isHeaderValue, standardHeaders } from './description.ts';
import { S3Error } from './errors.ts';
import { lockHeaders } from './object-lock.ts';
import { isStored, type ObjectVersion, type StoredObject } from './object-version.ts';
import type { S3Request } from './request.ts';

export async function getObject({ request, bucket }: Call): Promise<Answer> {
  const object = wanted(request, bucket);
  const { size, etag } = object.content;
  const known = request.header('if-none-match');
  if (known !== undefined && matches(known, etag)) return { status: 304, headers: { etag: `"${etag}"` } };
  const range = requestedRange(request.header('range'), size);
  const headers = { ...headersOf(request, object, range === undefined), ...overridesOf(request) };
  if (range) Object.assign(headers, rangeHeaders(range, size));
  const status = range ? 206 : 200;
  if (request.method === 'HEAD') return { status, headers };
  const file = await bucket.open(object);
  if (size === 0) {
    await file.close();
    return { status, headers };
  }
  return { status, headers, body: file.createReadStream(range ?? {}) };
}

/** The version asked for: S3 tells a deleted object from one that never was, and a marker cannot be read. */
function wanted(request: S3Request, bucket: Bucket): StoredObject {
  const versionId = request.parameter('versionId');
  const version =
    versionId === undefined ? bucket.index.current(request.key) : namedVersion(request, bucket, versionId);
  if (!isStored(version)) throw absent(version, versionId);
  const condition = request.header('if-match');
  if (condition !== undefined && !matches(condition, version.content.etag)) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  return version;
}

function namedVersion(request: S3Request, bucket: Bucket, versionId: string): ObjectVersion {
  refuseMalformedVersion(versionId);
  const version = bucket.index.find(request.key, versionId);
  if (!version) throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  return version;
}

export function refuseMalformedVersion(versionId: string): void {
  if (!/^[0-9a-f]{32}$/.test(versionId)) throw new S3Error('InvalidArgument', 'Invalid version id specified');
}

function absent(marker: ObjectVersion | undefined, versionId: string | undefined): S3Error {
  const headers: Record<string, string> = marker
    ? { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId }
    : {};
  if (versionId === undefined) return new S3Error('NoSuchKey', 'The specified key does not exist.', headers);
  const allow = { ...headers, allow: 'DELETE' };
  return new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', allow);
}

const matches = (condition: string, etag: string): boolean =>
  condition.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '').replaceAll('"', '') === etag);

function headersOf(
  request: S3Request,
  { content, versionId, lastModified }: StoredObject,
  whole: boolean,
): Record<string, string> {
  // the checksum is that of the whole: sent with a range it would refute what arrives
  const checked = whole && request.amz('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  return {
    ...content.headers,
    etag: `"${content.etag}"`,
    'content-length': String(content.size),
    'last-modified': new Date(lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': versionId,
    ...(checked && {
      [`x-amz-checksum-${content.checksum.algorithm}`]: content.checksum.value,
      'x-amz-checksum-type': 'FULL_OBJECT',
    }),
    ...(content.lock && lockHeaders(content.lock)),
  };
}

/** What a (signed) request has said instead of the stored header: a download's name above all. */
function overridesOf(request: S3Request): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const name of standardHeaders) {
    const value = request.parameter(`response-${name}`);
    if (value === undefined) continue;
    if (!isHeaderValue(value)) {
      throw new S3Error('InvalidArgument', `Header value cannot be represented using ISO-8859-1.: response-${name}`);
    }
    overrides[name] = value;
  }
  return overrides;
}

type Range = { readonly start: number; readonly end: number };

/** One range of bytes, both ends included; S3 passes over a header that it cannot read, as HTTP asks. */
function requestedRange(header: string | undefined, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start <= end) return { start, end };
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', { 'content-range': `bytes */${size}` });
}

const rangeHeaders = ({ start, end }: Range, size: number): Record<string, string> => ({
  'content-length': String(end - start + 1),
  'content-range': `bytes ${start}-${end}/${size}`,
});
