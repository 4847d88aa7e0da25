import { type Answer, type Call, xmlAnswer } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import { standardHeaders } from './description.ts';
import { S3Error } from './errors.ts';
import { getObject } from './get-object.ts';
import { listObjects, listVersions } from './list-objects.ts';
import { abortUpload, beginUpload, completeUpload, listParts, uploadPart } from './multipart-upload.ts';
import { postObject } from './post-object.ts';
import { putObject } from './put-object.ts';
import type { S3Request } from './request.ts';
import { type Verifier, verifyRequest } from './sigv4.ts';
import { element } from './xml.ts';

type Route = {
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** The parameter that tells this operation from others of its method. */
  readonly selector?: string;
  readonly parameters: readonly string[];
  readonly handle: (call: Call) => Answer | Promise<Answer>;
};

const reading = ['versionId', ...standardHeaders.map((name) => `response-${name}`)];
const paging = ['prefix', 'max-keys', 'encoding-type'];

const versioning = (): Answer => xmlAnswer(element('VersioningConfiguration', [element('Status', 'Enabled')]));

/** Everything that is offered; any other method, or a parameter not named here, is refused. */
const routes: readonly Route[] = [
  { method: 'GET', on: 'object', parameters: reading, handle: getObject },
  { method: 'HEAD', on: 'object', parameters: reading, handle: getObject },
  { method: 'PUT', on: 'object', parameters: [], handle: putObject },
  { method: 'DELETE', on: 'object', parameters: ['versionId'], handle: deleteObject },
  { method: 'POST', on: 'object', selector: 'uploads', parameters: [], handle: beginUpload },
  { method: 'PUT', on: 'object', selector: 'uploadId', parameters: ['partNumber'], handle: uploadPart },
  {
    method: 'GET',
    on: 'object',
    selector: 'uploadId',
    parameters: ['max-parts', 'part-number-marker'],
    handle: listParts,
  },
  { method: 'POST', on: 'object', selector: 'uploadId', parameters: [], handle: completeUpload },
  { method: 'DELETE', on: 'object', selector: 'uploadId', parameters: [], handle: abortUpload },
  { method: 'HEAD', on: 'bucket', parameters: [], handle: () => ({ status: 200 }) },
  { method: 'GET', on: 'bucket', selector: 'versioning', parameters: [], handle: versioning },
  {
    method: 'GET',
    on: 'bucket',
    selector: 'list-type',
    parameters: [...paging, 'continuation-token', 'start-after', 'fetch-owner'],
    handle: listObjects,
  },
  {
    method: 'GET',
    on: 'bucket',
    selector: 'versions',
    parameters: [...paging, 'key-marker', 'version-id-marker'],
    handle: listVersions,
  },
  { method: 'POST', on: 'bucket', selector: 'delete', parameters: [], handle: deleteObjects },
];

type Buckets = ReadonlyMap<string, Bucket>;

/** Who asks comes first, then whether the operation and the bucket exist: a stranger learns nothing of either. */
export async function dispatch(request: S3Request, buckets: Buckets, verifier: Verifier): Promise<Answer> {
  if (isUploadForm(request)) return await postObject({ request, verifier, bucket: bucketOf(request, buckets) });
  const payloadHash = verifyRequest(request, verifier);
  const route = routeOf(request);
  const bucket = bucketOf(request, buckets);
  return await route.handle({ request, bucket, payloadHash, verifier });
}

const isUploadForm = (request: S3Request): boolean =>
  request.method === 'POST' &&
  request.key === '' &&
  request.query.length === 0 &&
  /^multipart\/form-data\b/i.test(request.header('content-type') ?? '');

function bucketOf(request: S3Request, buckets: Buckets): Bucket {
  const bucket = buckets.get(request.bucket);
  if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  return bucket;
}

function routeOf(request: S3Request): Route {
  const target = request.key === '' ? 'bucket' : 'object';
  const names = request.query.map(([name]) => name).filter((name) => !/^x-amz-/i.test(name) && name !== 'x-id');
  const route = routes.find(
    ({ method, on, selector, parameters }) =>
      method === request.method &&
      on === target &&
      (selector === undefined || names.includes(selector)) &&
      names.every((name) => name === selector || parameters.includes(name)),
  );
  if (!route) throw new S3Error('NotImplemented', 'This operation is not offered here.');
  return route;
}
