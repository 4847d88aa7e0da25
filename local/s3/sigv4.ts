import { createHash, createHmac } from 'node:crypto';
import { sameBytes } from './checksums.ts';
import { S3Error } from './errors.ts';
import { encodePath, encodeUri, type S3Request } from './request.ts';

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** Whose signatures count, where, and what time it is (real milliseconds). */
export type Verifier = { readonly credentials: Credentials; readonly region: string; readonly now: () => number };

const algorithm = 'AWS4-HMAC-SHA256';
const unsigned = 'UNSIGNED-PAYLOAD';
const largestSkew = 15 * 60_000;
const longestPresigned = 7 * 24 * 3600;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

type Signature = {
  readonly credential: string;
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
};

/**
 * Verifies the signature of a request, in its headers or its query.
 * Returns the payload hash that was signed: hex, or one of the words in capitals.
 * Source: AWS "Signature Version 4 for S3", canonical request, path encoded once.
 */
export function verifyRequest(request: S3Request, verifier: Verifier): string {
  if (request.amz('x-amz-security-token') !== undefined) {
    throw new S3Error('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  const presigned = request.parameter('X-Amz-Algorithm') !== undefined;
  const authorization = request.header('authorization');
  if (presigned && authorization !== undefined) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed.');
  }
  if (!presigned && authorization === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  const claim = presigned ? fromQuery(request) : fromHeader(request, authorization ?? '');
  const wrong = presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed';
  const scope = checkedScope(claim.credential, claim.date, verifier, wrong);
  if (presigned) refuseExpired(request, claim.date, verifier.now());
  else refuseSkewed(claim.date, verifier.now());
  refuseUnsignedHeaders(request, claim.signedHeaders);
  const payloadHash = request.amz('x-amz-content-sha256') ?? (presigned ? unsigned : undefined);
  if (!payloadHash) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  const canonical = sha256(canonicalRequest(request, claim.signedHeaders, payloadHash));
  const text = [algorithm, claim.date, scope.join('/'), canonical].join('\n');
  refuseForged(claim.signature, text, scope, verifier);
  return payloadHash;
}

/** Verifies the signature over a POST policy; the form's fields as sent, by lower-cased name. */
export function verifyPolicySignature(fields: ReadonlyMap<string, string>, policy: string, verifier: Verifier): void {
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new S3Error('InvalidArgument', `Bucket POST must contain a field named '${name}'.`);
    return value;
  };
  if (fields.has('x-amz-security-token')) throw new S3Error('InvalidToken', 'The provided token is invalid.');
  if (field('x-amz-algorithm') !== algorithm) {
    throw new S3Error('InvalidArgument', `X-Amz-Algorithm only supports "${algorithm}"`);
  }
  const date = field('x-amz-date');
  const scope = checkedScope(field('x-amz-credential'), date, verifier, 'InvalidArgument');
  const age = verifier.now() - instantOf(date);
  if (age < -largestSkew || age > longestPresigned * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  refuseForged(field('x-amz-signature'), policy, scope, verifier);
}

function fromHeader(request: S3Request, authorization: string): Signature {
  const [, credential, headers, signature] =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+) *, *SignedHeaders=([^,\s]+) *, *Signature=([^,\s]+)$/.exec(
      authorization,
    ) ?? [];
  if (!credential || !headers || !signature) {
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  const date = request.header('x-amz-date') ?? '';
  return { credential, date, signedHeaders: headers.split(';'), signature };
}

function fromQuery(request: S3Request): Signature {
  const credential = request.parameter('X-Amz-Credential');
  const date = request.parameter('X-Amz-Date');
  const headers = request.parameter('X-Amz-SignedHeaders');
  const signature = request.parameter('X-Amz-Signature');
  if (request.parameter('X-Amz-Algorithm') !== algorithm || !credential || !date || !headers || !signature) {
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, ' +
        'X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  return { credential, date, signedHeaders: headers.split(';'), signature };
}

type Scope = readonly [day: string, region: string, service: 's3', end: 'aws4_request'];
type ScopeError = 'AuthorizationQueryParametersError' | 'AuthorizationHeaderMalformed' | 'InvalidArgument';

function checkedScope(credential: string, date: string, verifier: Verifier, code: ScopeError): Scope {
  const parts = credential.split('/');
  const [day, region, service, end] = parts.splice(-4);
  if (parts.join('/') !== verifier.credentials.accessKeyId) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (region !== verifier.region) {
    throw new S3Error(code, `The credential's region is wrong; expecting '${verifier.region}'`);
  }
  if (service !== 's3' || end !== 'aws4_request') throw new S3Error(code, 'The credential scope is malformed.');
  if (!Number.isFinite(instantOf(date)) || day !== date.slice(0, 8)) {
    throw new S3Error(code, "Invalid credential date: not the same day as X-Amz-Date, or that isn't ISO 8601 basic.");
  }
  return [date.slice(0, 8), region, service, end];
}

/** Milliseconds of `YYYYMMDDTHHMMSSZ`, NaN for anything else. */
function instantOf(date: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function refuseSkewed(date: string, now: number): void {
  if (Math.abs(now - instantOf(date)) <= largestSkew) return;
  throw new S3Error(
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  );
}

function refuseExpired(request: S3Request, date: string, now: number): void {
  const expires = request.parameter('X-Amz-Expires') ?? '';
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > longestPresigned) {
    throw new S3Error('AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 and 604800 seconds.');
  }
  if (now < instantOf(date) - largestSkew) throw new S3Error('AccessDenied', 'Request is not yet valid');
  if (now > instantOf(date) + Number(expires) * 1000) throw new S3Error('AccessDenied', 'Request has expired');
}

/** A header that changes what is done must be signed, or whoever carries the request could add it. */
function refuseUnsignedHeaders(request: S3Request, signed: readonly string[]): void {
  const meaningful = Object.keys(request.message.headersDistinct).filter(
    (name) => name === 'host' || name === 'content-md5' || name.startsWith('x-amz-'),
  );
  const missing = meaningful.filter((name) => !signed.includes(name));
  if (missing.length === 0) return;
  throw new S3Error(
    'AccessDenied',
    `There were headers present in the request which were not signed: ${missing.join(', ')}`,
  );
}

function canonicalRequest(request: S3Request, signedHeaders: readonly string[], payloadHash: string): string {
  const query = request.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeUri(name), encodeUri(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = signedHeaders.map((name) => `${name}:${(request.header(name) ?? '').trim().replace(/ +/g, ' ')}\n`);
  const path = encodePath(request.path);
  return [request.method, path, query, headers.join(''), signedHeaders.join(';'), payloadHash].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function refuseForged(signature: string, text: string, scope: Scope, verifier: Verifier): void {
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${verifier.credentials.secretAccessKey}`);
  if (sameBytes(Buffer.from(signature), Buffer.from(hmac(key, text).toString('hex')))) return;
  throw new S3Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}
