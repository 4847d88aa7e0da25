import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

/** A request taken apart, before anything in it is believed. */
export type S3Request = {
  readonly method: string;
  /** The decoded path: `/bucket/key`. Never resolved: `a/../b` is a key like any other. */
  readonly path: string;
  readonly bucket: string;
  /** Empty for requests on the bucket. */
  readonly key: string;
  /** Decoded, in the order sent. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly message: IncomingMessage;
  /** Values of a repeated header are joined by a comma, as the signature asks. */
  header(name: string): string | undefined;
  parameter(name: string): string | undefined;
  /** An `x-amz-…` header, or the same as a query parameter: presigned URLs carry them there. */
  amz(name: string): string | undefined;
};

const longestKey = 1024;

export function parseRequest(message: IncomingMessage): S3Request {
  const [rawPath = '', ...rawQuery] = (message.url ?? '').split('?');
  const path = decode(rawPath);
  const [, bucket, key] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (bucket === undefined || key === undefined) throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  if (Buffer.byteLength(key) > longestKey) throw new S3Error('KeyTooLongError', 'Your key is too long.');
  const query = parseQuery(rawQuery.join('?'));
  const header = (name: string): string | undefined => message.headersDistinct[name]?.join(',');
  const parameter = (name: string): string | undefined => query.find(([found]) => found === name)?.[1];
  const amz = (name: string): string | undefined =>
    header(name) ?? query.find(([found]) => found.toLowerCase() === name)?.[1];
  return { method: message.method ?? '', path, bucket, key, query, message, header, parameter, amz };
}

function parseQuery(raw: string): [string, string][] {
  return raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
      return [decode(name), decode(value.join('='))];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** URI encoding as SigV4 defines it: everything but A–Z a–z 0–9 - . _ ~. */
export const encodeUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const encodePath = (path: string): string => path.split('/').map(encodeUri).join('/');
