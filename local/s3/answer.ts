import type { Readable } from 'node:stream';
import type { Bucket } from './bucket.ts';
import type { S3Request } from './request.ts';
import type { Verifier } from './sigv4.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
};

/** An authenticated request on a bucket that exists (a form authenticates itself by its policy). */
export type Call = {
  readonly request: S3Request;
  readonly bucket: Bucket;
  /** What was signed in place of the body: its SHA-256 in hex or a word in capitals. */
  readonly payloadHash: string;
  readonly verifier: Verifier;
};

export const xmlAnswer = (root: XmlElement): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: xmlDocument(root),
});

/** The body of a request, read without closing the connection that the answer has to take. */
export const bodyOf = (request: S3Request): AsyncIterable<Buffer> =>
  request.message.iterator({ destroyOnReturn: false });
