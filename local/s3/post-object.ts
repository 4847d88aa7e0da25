import { type Answer, bodyOf, type Call } from './answer.ts';
import { type ChecksumAlgorithm, checksumAlgorithm } from './checksums.ts';
import { describe } from './description.ts';
import { S3Error } from './errors.ts';
import { boundaryOf, readUploadForm } from './multipart-form.ts';
import { enforcePolicy } from './post-policy.ts';
import { writtenHeaders } from './put-object.ts';
import { receiveAndCommit } from './receive.ts';
import { encodePath } from './request.ts';
import { verifyPolicySignature } from './sigv4.ts';
import { element, xmlDocument } from './xml.ts';

/** Fields that are acted upon; any other would silently not be done. */
const understood =
  /^(key|bucket|policy|x-amz-(algorithm|credential|date|signature|checksum-.+|meta-.+)|success_action_status|x-ignore-.*|cache-control|content-(disposition|encoding|type)|expires)$/;

const longestKey = 1024;
const largestPost = 5 * 1024 ** 3;

/** A browser's upload. Its form is its own credential: the signed policy says what may be sent. */
export async function postObject({ request, bucket, verifier }: Omit<Call, 'payloadHash'>): Promise<Answer> {
  if (request.header('content-length') === undefined) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  const form = await readUploadForm(bodyOf(request), boundaryOf(request.header('content-type')));
  const fields = withFilename(form.fields, form.filename);
  const policy = form.fields.get('policy');
  if (policy === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  verifyPolicySignature(form.fields, policy, verifier);
  if ((fields.get('bucket') ?? bucket.name) !== bucket.name) {
    throw new S3Error('AccessDenied', 'Invalid according to Policy: the form names another bucket than its URL.');
  }
  const length = enforcePolicy(policy, fields.set('bucket', bucket.name), verifier.now());
  const key = checkedKey(fields);
  const sum = checksumField(fields);
  const claims = {
    min: length.min,
    max: Math.min(length.max, largestPost),
    algorithm: sum?.algorithm ?? ('crc64nvme' as const),
    checksum: () => sum?.value,
  };
  const description = { headers: describe(fields) };
  const version = await receiveAndCommit(bucket, form.content, claims, description, (body) =>
    bucket.put(key, body, () => {}),
  );
  const location = `http://${request.header('host')}${encodePath(`/${bucket.name}/${key}`)}`;
  return created(fields.get('success_action_status'), location, bucket.name, key, writtenHeaders(version));
}

/** The name that the browser gave stands for this variable in every field, before the policy is applied. */
const withFilename = (fields: ReadonlyMap<string, string>, filename: string): Map<string, string> =>
  new Map([...fields].map(([name, value]) => [name, value.replace(/\$\{filename\}/g, () => filename)]));

function checkedKey(fields: ReadonlyMap<string, string>): string {
  const unknown = [...fields.keys()].find((name) => !understood.test(name));
  if (unknown) throw new S3Error('NotImplemented', `The form field ${unknown} is not offered here.`);
  const key = fields.get('key');
  if (!key) throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key'.");
  if (Buffer.byteLength(key) > longestKey) throw new S3Error('KeyTooLongError', 'Your key is too long.');
  return key;
}

function checksumField(
  fields: ReadonlyMap<string, string>,
): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  const named = [...fields].filter(([name]) => /^x-amz-checksum-(?!algorithm$)/.test(name));
  const [[name, value] = [undefined, ''], ...others] = named;
  const announced = fields.get('x-amz-checksum-algorithm');
  const algorithm = name === undefined ? undefined : checksumAlgorithm(name.replace('x-amz-checksum-', ''));
  if (others.length > 0 || (announced && checksumAlgorithm(announced) !== algorithm)) {
    throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- field, of the algorithm announced.');
  }
  return algorithm && { algorithm, value };
}

/** S3 answers 204 unless the form asks for 200 or 201; only 201 has a body. */
function created(
  status: string | undefined,
  location: string,
  bucket: string,
  key: string,
  written: Record<string, string>,
): Answer {
  const headers = { ...written, location };
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers };
  const body = element('PostResponse', [
    element('Location', location),
    element('Bucket', bucket),
    element('Key', key),
    element('ETag', written['etag'] ?? ''),
  ]);
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body: xmlDocument(body, false) };
}
