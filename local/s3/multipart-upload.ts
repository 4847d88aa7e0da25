import { createHash } from 'node:crypto';
import { type Answer, bodyOf, type Call, xmlAnswer } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { gather } from './byte-reader.ts';
import { amzNames } from './claims.ts';
import { S3Error } from './errors.ts';
import { descriptionOf, sentBody, writtenHeaders } from './put-object.ts';
import { receiveAndCommit } from './receive.ts';
import { encodePath, type S3Request } from './request.ts';
import type { Part } from './uploads.ts';
import { element, parseXml, type XmlNode, xmlDocument } from './xml.ts';

/** All but the last part must have this size. Source: S3 "Amazon S3 multipart upload limits". */
const smallestPart = 5 * 2 ** 20;
const mostParts = 10_000;
const longestBody = 2 * 2 ** 20;

const signing = 'algorithm|credential|date|signedheaders|signature|expires|content-sha256|user-agent';
const ofBegin = new RegExp(`^x-amz-(${signing}|meta-.+)$`);
const ofPart = new RegExp(`^x-amz-(${signing}|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+)$`);

function refuseUnknown(request: S3Request, understood: RegExp): void {
  const unknown = amzNames(request).find((name) => !understood.test(name));
  if (unknown) throw new S3Error('NotImplemented', `${unknown} is not offered here.`);
}

export async function beginUpload({ request, bucket }: Call): Promise<Answer> {
  refuseUnknown(request, ofBegin);
  const { uploadId } = await bucket.uploads.begin(request.key, descriptionOf(request, amzNames(request)));
  return xmlAnswer(
    element('InitiateMultipartUploadResult', [...named(bucket, request), element('UploadId', uploadId)]),
  );
}

export async function uploadPart({ request, bucket, payloadHash }: Call): Promise<Answer> {
  refuseUnknown(request, ofPart);
  const { uploadId } = wantedUpload(request, bucket);
  const partNumber = partNumberOf(request.parameter('partNumber') ?? '');
  const { source, claims } = sentBody(request, payloadHash);
  const part = await receiveAndCommit(bucket, source, claims, { headers: {} }, (body) =>
    bucket.uploads.putPart(uploadId, partNumber, body),
  );
  if (!part) throw noSuchUpload();
  return { status: 200, headers: { etag: `"${part.etag}"` } };
}

export function listParts({ request, bucket }: Call): Answer {
  const { uploadId } = wantedUpload(request, bucket);
  const limit = Math.min(1000, wholeNumber(request.parameter('max-parts') ?? '1000', 'max-parts'));
  const marker = wholeNumber(request.parameter('part-number-marker') ?? '0', 'part-number-marker');
  const left = bucket.uploads.partsOf(uploadId).filter(({ partNumber }) => partNumber > marker);
  const page = left.slice(0, limit);
  return xmlAnswer(
    element('ListPartsResult', [
      ...named(bucket, request),
      element('UploadId', uploadId),
      element('StorageClass', 'STANDARD'),
      element('PartNumberMarker', marker),
      element('NextPartNumberMarker', page.at(-1)?.partNumber ?? 0),
      element('MaxParts', limit),
      element('IsTruncated', page.length < left.length),
      ...page.map(({ partNumber, lastModified, etag, size }) =>
        element('Part', [
          element('PartNumber', partNumber),
          element('LastModified', lastModified),
          element('ETag', `"${etag}"`),
          element('Size', size),
        ]),
      ),
    ]),
  );
}

/** Streams the parts into one object. Its tag is that of the parts' tags, with their number behind it, as in S3. */
export async function completeUpload({ request, bucket }: Call): Promise<Answer> {
  const { uploadId, headers } = wantedUpload(request, bucket);
  const tooLong = (): S3Error => new S3Error('MalformedXML', 'The list of parts is too long.');
  const body = await gather(bodyOf(request), longestBody, tooLong);
  const chosen = parseParts(body.toString('utf8'));
  const version = await bucket.uploads.end(uploadId, async () => {
    // it may have ended while this request waited for another
    wantedUpload(request, bucket);
    const parts = matched(chosen, bucket.uploads.partsOf(uploadId));
    const size = parts.reduce((total, part) => total + part.size, 0);
    const claims = { min: size, max: size, algorithm: 'crc64nvme' as const, checksum: () => undefined };
    return receiveAndCommit(bucket, bucket.uploads.read(uploadId, parts), claims, { headers }, ({ path, content }) =>
      bucket.put(request.key, { path, content: { ...content, etag: tagOf(parts) } }, () => {}),
    );
  });
  const written = writtenHeaders(version);
  const location = `http://${request.header('host')}${encodePath(request.path)}`;
  const root = element('CompleteMultipartUploadResult', [
    element('Location', location),
    ...named(bucket, request),
    element('ETag', written['etag'] ?? ''),
  ]);
  return { status: 200, headers: { ...written, 'content-type': 'application/xml' }, body: xmlDocument(root) };
}

export async function abortUpload({ request, bucket }: Call): Promise<Answer> {
  const { uploadId } = wantedUpload(request, bucket);
  await bucket.uploads.end(uploadId, async () => undefined);
  return { status: 204 };
}

const noSuchUpload = (): S3Error =>
  new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  );

function wantedUpload(request: S3Request, bucket: Bucket) {
  const upload = bucket.uploads.find(request.key, request.parameter('uploadId') ?? '');
  if (!upload) throw noSuchUpload();
  return upload;
}

const named = (bucket: Bucket, request: S3Request) => [element('Bucket', bucket.name), element('Key', request.key)];

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range`);
}

function partNumberOf(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= mostParts) return number;
  throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${mostParts}, inclusive`);
}

type Chosen = { readonly partNumber: number; readonly etag: string };

const malformed = (): S3Error =>
  new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema');

function parseParts(body: string): Chosen[] {
  const root = parseXml(body);
  const parts = root.children.map(parsePart);
  if (root.name !== 'CompleteMultipartUpload' || parts.length === 0 || parts.length > mostParts) throw malformed();
  const isInOrder = parts.every(({ partNumber }, at) => partNumber > (parts[at - 1]?.partNumber ?? 0));
  if (isInOrder) return parts;
  throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order by part number.');
}

function parsePart({ name, children }: XmlNode): Chosen {
  const text = (child: string): string => children.find((each) => each.name === child)?.text.trim() ?? '';
  const unknown = children.find((each) => each.name !== 'PartNumber' && each.name !== 'ETag');
  if (unknown) throw new S3Error('NotImplemented', `${unknown.name} in a Part is not offered here.`);
  if (name !== 'Part' || text('PartNumber') === '' || text('ETag') === '') throw malformed();
  return { partNumber: partNumberOf(text('PartNumber')), etag: text('ETag').replaceAll('"', '') };
}

function matched(chosen: readonly Chosen[], there: readonly Part[]): Part[] {
  const parts = chosen.map(({ partNumber, etag }) => {
    const part = there.find((each) => each.partNumber === partNumber && each.etag === etag);
    if (part) return part;
    throw new S3Error(
      'InvalidPart',
      "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    );
  });
  if (parts.slice(0, -1).every(({ size }) => size >= smallestPart)) return parts;
  throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
}

function tagOf(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}
