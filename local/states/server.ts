import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Engine } from './engine.ts';
import { CallError } from './errors.ts';
import { type Credentials, checkSignature } from './signature.ts';
import { answerCall } from './wire.ts';

type ServerOptions = {
  readonly host: string;
  /** 0 chooses a free one. */
  readonly port: number;
  /** Where given, every call must be signed with them. */
  readonly credentials?: Credentials;
};

export type StatesServer = { readonly endpoint: string; close(): Promise<void> };

/** Beyond the largest call: 256 KB of payload, doubled by escapes, and a token. */
const longestBody = 1_048_576;

/** Offers the engine on the wire protocol of AWS Step Functions (AWS JSON 1.0). */
export async function serveStates(engine: Engine, { host, port, credentials }: ServerOptions): Promise<StatesServer> {
  const server = createServer((request, response) => {
    void respond(engine, request, response, credentials);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // Listening on a port, a server's address is not a pipe's name.
  const address = server.address() as AddressInfo;
  return {
    endpoint: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  credentials: Credentials | undefined,
): Promise<void> {
  const send = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
    response.end(JSON.stringify(body));
  };
  try {
    const body = await bodyOf(request);
    if (credentials) checkSignature(request, body, credentials);
    send(200, await answerCall(engine, request.headers['x-amz-target'], body));
  } catch (thrown) {
    if (thrown instanceof CallError) return send(400, { __type: thrown.name, message: thrown.message });
    console.error('states: a call has failed', thrown);
    send(500, { __type: 'InternalFailure', message: 'The engine has failed' });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longestBody) throw new CallError('ValidationException', 'The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
