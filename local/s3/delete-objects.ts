import { type Answer, bodyOf, type Call, xmlAnswer } from './answer.ts';
import { gather } from './byte-reader.ts';
import { claimedChecksum, claimedMd5, signedHash } from './claims.ts';
import { S3Error } from './errors.ts';
import { refuseMalformedVersion } from './get-object.ts';
import { measure } from './measure.ts';
import { refuseLocked } from './object-lock.ts';
import { element, parseXml, type XmlElement, type XmlNode } from './xml.ts';

const mostKeys = 1000;
const longestBody = 2 * 1024 * 1024;

type Deleted = { readonly versionId?: string; readonly marker: boolean };

export async function deleteObject(call: Call): Promise<Answer> {
  const { versionId, marker } = await remove(call, call.request.key, call.request.parameter('versionId'));
  const headers = {
    ...(versionId && { 'x-amz-version-id': versionId }),
    ...(marker && { 'x-amz-delete-marker': 'true' }),
  };
  return { status: 204, headers };
}

/** Without a version a marker hides the key; with one, that version goes for good, unless it is locked. */
async function remove(
  { request, bucket, verifier }: Call,
  key: string,
  versionId: string | undefined,
): Promise<Deleted> {
  if (versionId === undefined) return { versionId: (await bucket.putDeleteMarker(key)).versionId, marker: true };
  refuseMalformedVersion(versionId);
  const bypass = request.amz('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';
  const removed = await bucket.remove(key, versionId, (version) => refuseLocked(version, bypass, verifier.now()));
  return { versionId, marker: removed !== undefined && removed.content === undefined };
}

/** Each key succeeds or fails on its own, as S3 has it. */
export async function deleteObjects(call: Call): Promise<Answer> {
  const { objects, quiet } = parseDelete(await verifiedBody(call));
  const results: XmlElement[] = [];
  for (const { key, versionId } of objects) {
    const named = [element('Key', key), ...(versionId === undefined ? [] : [element('VersionId', versionId)])];
    try {
      const deleted = await remove(call, key, versionId);
      if (!quiet) results.push(element('Deleted', [...named, ...markerElements(deleted)]));
    } catch (cause) {
      if (!(cause instanceof S3Error)) throw cause;
      results.push(element('Error', [...named, element('Code', cause.code), element('Message', cause.message)]));
    }
  }
  return xmlAnswer(element('DeleteResult', results));
}

const markerElements = ({ marker, versionId = '' }: Deleted): XmlElement[] =>
  marker ? [element('DeleteMarker', true), element('DeleteMarkerVersionId', versionId)] : [];

/** Mass deletion wants a checksum of its body, so that no key is lost or altered on the way. */
async function verifiedBody({ request, payloadHash }: Call): Promise<string> {
  const claim = claimedChecksum(request, false);
  const md5 = claimedMd5(request);
  if (!claim && !md5.md5) throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  const meter = measure({
    min: 0,
    max: longestBody,
    ...signedHash(payloadHash),
    ...md5,
    algorithm: claim?.algorithm ?? 'crc32',
    checksum: () => claim?.value,
  });
  const tooLong = (): S3Error => new S3Error('MalformedXML', 'The list of keys is too long.');
  const body = await gather(bodyOf(request), longestBody, tooLong);
  meter.update(body);
  meter.finish();
  return body.toString('utf8');
}

type DeleteRequest = { objects: { key: string; versionId: string | undefined }[]; quiet: boolean };

function parseDelete(body: string): DeleteRequest {
  const root = parseXml(body);
  const objects = root.children.filter(({ name }) => name === 'Object').map(parseObject);
  const settings = root.children.filter(({ name }) => name !== 'Object');
  const misplaced = settings.some(({ name }) => name !== 'Quiet');
  if (root.name !== 'Delete' || misplaced || objects.length === 0 || objects.length > mostKeys) {
    throw new S3Error('MalformedXML', `A Delete names 1 to ${mostKeys} objects.`);
  }
  return { objects, quiet: settings.some(({ text }) => text.trim() === 'true') };
}

function parseObject({ children }: XmlNode): DeleteRequest['objects'][number] {
  const unknown = children.find(({ name }) => name !== 'Key' && name !== 'VersionId');
  if (unknown) throw new S3Error('NotImplemented', `${unknown.name} in a Delete is not offered here.`);
  const key = children.find(({ name }) => name === 'Key')?.text;
  if (!key) throw new S3Error('MalformedXML', 'An Object in a Delete has no Key.');
  return { key, versionId: children.find(({ name }) => name === 'VersionId')?.text };
}
