import type { IncomingMessage, ServerResponse } from 'node:http';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for a name that is not this machine's own: a page elsewhere may have pointed its name at us (DNS rebinding). */
export const isForeignHost = (host: string | undefined): boolean => !loopbackNames.has(nameOf(`http://${host}`));

/** True for pages of this machine, on any port: the console runs on its own while it is being developed. */
export const isLoopbackOrigin = (origin: string): boolean => loopbackNames.has(nameOf(origin));

const nameOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/** The cross-origin answers of an HTTP API: it answers preflights itself. */
export function allowCrossOrigin(req: IncomingMessage, res: ServerResponse): 'answered' | 'go on' {
  const { origin } = req.headers;
  const isPreflight = req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;
  if (!origin) return 'go on';
  res.setHeader('vary', 'origin');
  if (isLoopbackOrigin(origin)) {
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader(
      'access-control-expose-headers',
      'etag, location, retry-after, content-disposition, x-request-id, x-server-time',
    );
    if (isPreflight) {
      res.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
      res.setHeader(
        'access-control-allow-headers',
        'authorization, content-type, idempotency-key, if-match, if-none-match',
      );
      res.setHeader('access-control-max-age', '600');
    }
  }
  if (!isPreflight) return 'go on';
  res.writeHead(204).end();
  return 'answered';
}
