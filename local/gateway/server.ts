import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyResultV2, Context } from 'aws-lambda';
import { readBody } from '../request-body.ts';
import { type Authorization, jwtAuthorizer, type TokenRules, Unauthorized } from './authorizer.ts';
import { allowCrossOrigin, isForeignHost } from './cross-origin.ts';
import { type GatewayEvent, gatewayEvent, lambdaContext } from './event.ts';
import { limits } from './limits.ts';
import { sendMessage, sendResult, sendTooLarge } from './response.ts';

export type GatewayHandler = (event: GatewayEvent, context: Context) => Promise<APIGatewayProxyResultV2 | undefined>;
type NodeHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** A function behind the gateway. With `optional` a token may be missing, but not be wrong. */
type FunctionRoute = {
  readonly pathPrefix: string;
  readonly auth: 'jwt' | 'optional' | 'none';
  readonly handler: GatewayHandler;
  readonly timeoutMs?: number;
};
/** Something of the box itself, which answers Node's request directly. */
type NodeRoute = { readonly pathPrefix: string; readonly node: NodeHandler };
type Route = FunctionRoute | NodeRoute;

/** Another program listens there. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

type GatewayOptions = {
  readonly port: number;
  readonly host?: string;
  readonly routes: readonly Route[];
  readonly tokens: TokenRules;
  readonly onError?: (error: unknown) => void;
};

/** One port for all: functions as API Gateway's HTTP API calls them, and the box's own pages. The longest prefix wins. */
export async function startGateway(options: GatewayOptions) {
  const { port, host = '127.0.0.1', tokens, onError = console.error } = options;
  const routes = [...options.routes].sort((a, b) => b.pathPrefix.length - a.pathPrefix.length);
  const authorize = jwtAuthorizer(tokens);

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    res.setHeader('x-request-id', requestId);
    if (isForeignHost(req.headers.host)) return sendMessage(res, 403, 'Forbidden');
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    const route = routes.find(({ pathPrefix }) => isUnder(path, pathPrefix));
    if (!route) return sendMessage(res, 404, 'Not Found');
    if ('node' in route) return route.node(req, res);
    if (allowCrossOrigin(req, res) === 'answered') return;
    const authorization = await authorizationFor(route, req.headers.authorization, authorize);
    const body = await readBody(req, limits.requestBytes);
    if (!body) return sendTooLarge(res, 'Request Entity Too Large', requestId);
    const event = gatewayEvent({ req, body, requestId, pathPrefix: route.pathPrefix, authorization });
    if (Buffer.byteLength(JSON.stringify(event)) > limits.invocationBytes)
      return sendTooLarge(res, 'Request Too Long', requestId);
    await invoke(route, event, requestId, res);
  };

  const server = createServer({ maxHeaderSize: limits.headerBytes }, (req, res) => {
    answer(req, res).catch((error: unknown) => {
      if (error instanceof Unauthorized) return sendUnauthorized(res, error);
      onError(error);
      if (res.headersSent) res.destroy();
      else sendMessage(res, 500, 'Internal Server Error');
    });
  });
  server.listen(port, host);
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new PortInUse(
      `端口 ${port} 已被其他程序占用。请用 --port 指定其他端口（0 为自动选择）。 ` +
        `Port ${port} is used by another program; name another with --port (0 chooses a free one).`,
      { cause },
    );
  });
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;

  return {
    url: `http://${host}:${listening}`,
    /** Lets requests under way finish for a moment, then cuts them off. */
    async close(graceMs = 2_000): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

async function authorizationFor(
  { auth }: FunctionRoute,
  header: string | undefined,
  authorize: ReturnType<typeof jwtAuthorizer>,
): Promise<Authorization | undefined> {
  if (auth === 'none' || (auth === 'optional' && header === undefined)) return undefined;
  return authorize(header);
}

/** Calls the function once; what it returns too late goes nowhere, as in the cloud. */
async function invoke(
  route: FunctionRoute,
  event: GatewayEvent,
  requestId: string,
  res: ServerResponse,
): Promise<void> {
  const name = route.pathPrefix.replaceAll('/', '') || 'default';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), route.timeoutMs ?? limits.timeoutMs);
  });
  try {
    const result = await Promise.race([route.handler(event, lambdaContext(requestId, name, Date.now())), late]);
    if (result === 'late') sendMessage(res, 503, 'Service Unavailable');
    else sendResult(res, result);
  } finally {
    clearTimeout(timer);
  }
}

function sendUnauthorized(res: ServerResponse, { reason }: Unauthorized): void {
  const challenge = reason ? `Bearer scope="" error="invalid_token" error_description="${reason}"` : 'Bearer';
  sendMessage(res, 401, 'Unauthorized', { 'www-authenticate': challenge });
}

const isUnder = (path: string, prefix: string): boolean =>
  prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
