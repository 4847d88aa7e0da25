import { type Answer, type Call, xmlAnswer } from './answer.ts';
import { S3Error } from './errors.ts';
import { isStored, type ObjectVersion } from './object-version.ts';
import { encodePath, type S3Request } from './request.ts';
import { element, type XmlElement } from './xml.ts';

const longestPage = 1000;

/** ListObjectsV2: the current objects in the order of their keys' bytes. */
export function listObjects({ request, bucket }: Call): Answer {
  if (request.parameter('list-type') !== '2')
    throw new S3Error('NotImplemented', 'Only ListObjectsV2 is offered here.');
  const prefix = request.parameter('prefix') ?? '';
  const token = request.parameter('continuation-token');
  const after = token === undefined ? (request.parameter('start-after') ?? '') : keyOfToken(token);
  const limit = pageSize(request);
  const page: ObjectVersion[] = [];
  let truncated = false;
  for (const [current] of bucket.index.scan(prefix, after)) {
    if (!isStored(current) || current.key === after) continue;
    truncated = page.length >= limit;
    if (truncated) break;
    page.push(current);
  }
  const last = page.at(-1)?.key;
  return xmlAnswer(
    element('ListBucketResult', [
      element('Name', bucket.name),
      element('Prefix', shown(request, prefix)),
      element('KeyCount', page.length),
      ...pageElements(request, limit, truncated && last !== undefined),
      ...(token === undefined ? [] : [element('ContinuationToken', token)]),
      ...(truncated && last !== undefined ? [element('NextContinuationToken', tokenOfKey(last))] : []),
      ...page.map((version) => element('Contents', contentElements(request, version))),
    ]),
  );
}

/** ListObjectVersions: every version and delete marker, each key's newest first. */
export function listVersions({ request, bucket }: Call): Answer {
  const prefix = request.parameter('prefix') ?? '';
  const keyMarker = request.parameter('key-marker') ?? '';
  const limit = pageSize(request);
  const page: { version: ObjectVersion; latest: boolean }[] = [];
  let truncated = false;
  for (const versions of bucket.index.scan(prefix, keyMarker)) {
    const left = versions.slice(seenOf(versions, keyMarker, request.parameter('version-id-marker')));
    const room = left.slice(0, limit - page.length);
    page.push(...room.map((version) => ({ version, latest: version === versions[0] })));
    truncated = room.length < left.length;
    if (truncated) break;
  }
  const last = page.at(-1)?.version;
  return xmlAnswer(
    element('ListVersionsResult', [
      element('Name', bucket.name),
      element('Prefix', shown(request, prefix)),
      element('KeyMarker', shown(request, keyMarker)),
      ...pageElements(request, limit, truncated && last !== undefined),
      ...(truncated && last
        ? [element('NextKeyMarker', shown(request, last.key)), element('NextVersionIdMarker', last.versionId)]
        : []),
      ...page.map(({ version, latest }) => versionElement(request, version, latest)),
    ]),
  );
}

/** How many of a key's versions came on earlier pages. */
function seenOf(versions: readonly ObjectVersion[], keyMarker: string, versionMarker: string | undefined): number {
  if (keyMarker === '' || versions[0]?.key !== keyMarker) return 0;
  if (versionMarker === undefined) return versions.length;
  const at = versions.findIndex(({ versionId }) => versionId === versionMarker);
  if (at < 0) throw new S3Error('InvalidArgument', 'Invalid version id specified');
  return at + 1;
}

function versionElement(request: S3Request, version: ObjectVersion, latest: boolean): XmlElement {
  const children = [
    ...contentElements(request, version),
    element('VersionId', version.versionId),
    element('IsLatest', latest),
  ];
  return element(isStored(version) ? 'Version' : 'DeleteMarker', children);
}

function contentElements(request: S3Request, { key, lastModified, content }: ObjectVersion): XmlElement[] {
  const named = [element('Key', shown(request, key)), element('LastModified', lastModified)];
  if (!content) return named;
  return [
    ...named,
    element('ETag', `"${content.etag}"`),
    element('ChecksumAlgorithm', content.checksum.algorithm.toUpperCase()),
    element('ChecksumType', 'FULL_OBJECT'),
    element('Size', content.size),
    element('StorageClass', 'STANDARD'),
  ];
}

const pageElements = (request: S3Request, limit: number, truncated: boolean): XmlElement[] => [
  element('MaxKeys', limit),
  element('IsTruncated', truncated),
  ...(request.parameter('encoding-type') === 'url' ? [element('EncodingType', 'url')] : []),
];

/** XML cannot carry every key; a client that has such keys asks for them encoded. */
const shown = (request: S3Request, key: string): string =>
  request.parameter('encoding-type') === 'url' ? encodePath(key) : key;

function pageSize(request: S3Request): number {
  const given = request.parameter('max-keys') ?? String(longestPage);
  if (!/^\d{1,9}$/.test(given))
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within range.');
  return Math.min(Number(given), longestPage);
}

const tokenOfKey = (key: string): string => Buffer.from(key).toString('base64url');

function keyOfToken(token: string): string {
  const key = Buffer.from(token, 'base64url').toString();
  if (key !== '' && tokenOfKey(key) === token) return key;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}
