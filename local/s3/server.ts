import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import { type Bucket, openBucket } from './bucket.ts';
import { corsHeaders, preflight } from './cors.ts';
import { S3Error } from './errors.ts';
import { ensureDirectory } from './files.ts';
import { parseRequest } from './request.ts';
import { dispatch } from './routes.ts';
import type { Credentials, Verifier } from './sigv4.ts';
import { element, xmlDocument } from './xml.ts';

type S3Options = {
  /** The folder that holds everything; made if it is not there. One server at a time. */
  readonly dataDir: string;
  /** 0 or none: any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly credentials: Credentials;
  /** All are versioned. */
  readonly buckets: readonly string[];
  /** Those of the buckets that keep locked versions (object lock). */
  readonly lockedBuckets?: readonly string[];
  readonly region?: string;
  /** Real milliseconds, for the expiry of signatures and locks: never the box's movable clock. */
  readonly clock?: () => number;
};

type RunningS3 = { readonly endpoint: string; readonly port: number; close(): Promise<void> };

/** Bytes of a refused upload that are still read, so that a browser gets to see the refusal. */
const patience = 64 * 1024 * 1024;

/** Starts the S3 of the box: the operations that the system uses, path-style, as strict as S3 is. */
export async function startS3(options: S3Options): Promise<RunningS3> {
  const { port = 0, host = '127.0.0.1', credentials, region = 'us-east-1', clock = Date.now } = options;
  const buckets = await openBuckets(options, clock);
  const verifier: Verifier = { credentials, region, now: clock };
  const server = createServer((message, response) => void answer(message, response, buckets, verifier));
  // the SDK keeps connections: closing them while it reaches for one would look like a failure
  server.keepAliveTimeout = 65_000;
  const boundPort = await listen(server, port, host);
  return { endpoint: `http://${host}:${boundPort}`, port: boundPort, close: () => stop(server) };
}

async function openBuckets(options: S3Options, now: () => number): Promise<ReadonlyMap<string, Bucket>> {
  const { dataDir, buckets, lockedBuckets = [] } = options;
  const temporary = join(dataDir, '.incoming');
  await rm(temporary, { recursive: true, force: true });
  await ensureDirectory(temporary);
  const opened = new Map<string, Bucket>();
  for (const name of new Set([...buckets, ...lockedBuckets])) {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`"${name}" is no name for a bucket.`);
    const objectLock = lockedBuckets.includes(name);
    const folders = { folder: join(dataDir, name), temporary, uploadsFolder: join(dataDir, '.uploads', name) };
    opened.set(name, await openBucket({ ...folders, name, objectLock, now }));
  }
  return opened;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((cause) => (cause ? reject(cause) : resolve()));
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

type Common = Readonly<Record<string, string>> & { readonly 'x-amz-request-id': string };

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  buckets: ReadonlyMap<string, Bucket>,
  verifier: Verifier,
): Promise<void> {
  const common: Common = { ...corsHeaders, 'x-amz-request-id': randomBytes(8).toString('hex').toUpperCase() };
  try {
    const result =
      message.method === 'OPTIONS' ? preflight(message) : await dispatch(parseRequest(message), buckets, verifier);
    await send(response, { ...result, headers: { ...common, ...result.headers } });
  } catch (cause) {
    await send(response, refusal(cause, message, response, common)).catch(() => response.destroy());
  }
  readAway(message);
}

async function send(response: ServerResponse, { status, headers = {}, body }: Answer): Promise<void> {
  if (response.headersSent || response.destroyed) {
    if (typeof body === 'object') body.destroy();
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  if (body === undefined || typeof body === 'string') response.end(body);
  else {
    // Whoever went away before the first byte leaves a response that takes nothing; the file is closed nevertheless.
    await pipeline(body, response).finally(() => body.destroy());
  }
}

function refusal(cause: unknown, message: IncomingMessage, response: ServerResponse, common: Common): Answer {
  const known = cause instanceof S3Error ? cause : new S3Error('InternalError', 'We encountered an internal error.');
  // a client that went away is no fault
  if (known !== cause && !response.destroyed) console.error('s3:', cause);
  const body = element('Error', [
    element('Code', known.code),
    element('Message', known.message),
    element('Resource', message.url?.split('?')[0] ?? ''),
    element('RequestId', common['x-amz-request-id']),
  ]);
  const headers = { ...common, ...known.headers, 'content-type': 'application/xml' };
  return { status: known.status, headers, body: xmlDocument(body, false) };
}

/** Takes what is left of a request off the connection, which then serves the next one. */
function readAway(message: IncomingMessage): void {
  if (message.readableEnded || message.destroyed) return;
  let left = patience;
  message.removeAllListeners('readable');
  message.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) message.destroy();
  });
  message.on('error', () => {}); // whoever sent it is gone, and has had the answer
  setImmediate(() => message.resume());
}
