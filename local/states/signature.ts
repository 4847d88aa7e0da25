import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CallError } from './errors.ts';

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** Checks the Signature Version 4 of a POST to `/`, which every call of this protocol is. Throws CallError. */
export function checkSignature(request: IncomingMessage, body: string, credentials: Credentials): void {
  const claim = readClaim(request.headers.authorization);
  if (!claim) throw new CallError('MissingAuthenticationToken', 'The call is not signed');
  if (claim.accessKeyId !== credentials.accessKeyId) {
    throw new CallError('UnrecognizedClientException', 'The access key is not known here');
  }
  // An unsigned date or target could be changed on the way.
  if (!required.every((name) => claim.signedHeaders.includes(name))) {
    throw new CallError('InvalidSignatureException', `The signature must cover ${required.join(', ')}`);
  }
  const date = String(request.headers['x-amz-date']);
  const canonical = canonicalRequest(request, claim.signedHeaders, body);
  const text = ['AWS4-HMAC-SHA256', date, claim.scope, sha256(canonical)].join('\n');
  const expected = hmac(signingKey(credentials.secretAccessKey, claim.scope), text);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new CallError('InvalidSignatureException', 'The signature does not fit the call');
  }
}

const required = ['host', 'x-amz-date', 'x-amz-target'];

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/;

function readClaim(header: string | undefined) {
  const [, accessKeyId = '', scope = '', headers = '', signature = ''] = authorization.exec(header ?? '') ?? [];
  return accessKeyId === '' ? undefined : { accessKeyId, scope, signedHeaders: headers.split(';'), signature };
}

function canonicalRequest(request: IncomingMessage, signedHeaders: readonly string[], body: string): string {
  const lines = signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  return ['POST', '/', '', lines.join(''), signedHeaders.join(';'), sha256(body)].join('\n');
}

/** The scope reads date/region/service/aws4_request: one step of derivation each. */
const signingKey = (secret: string, scope: string): Buffer =>
  scope.split('/').reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`));

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
