import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { contentPolicy } from '#web/content-policy.ts';
import { consoleClientId } from '../identity/provider.ts';

type ConsoleOptions = {
  /** What `npm run build` made. */
  readonly folder: string;
  readonly issuer: string;
};

const day = 86_400;

/** The bucket of the box listens on a port of its own. */
const policy = contentPolicy(['http://127.0.0.1:*', 'http://localhost:*']);

const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** The console as CloudFront serves it: files with a hash in their name for ever, every other address the one page. */
export function consoleApp({ folder, issuer }: ConsoleOptions): Hono {
  const app = new Hono().basePath('/console');
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const isHashed = c.req.path.startsWith('/console/assets/') && c.res.status === 200;
    c.header('cache-control', isHashed ? `public, max-age=${365 * day}, immutable` : 'no-cache');
  });
  app.get('/config.json', (c) =>
    c.json({ issuer, clientId: consoleClientId, scope: 'openid profile api', register: true, demo: true }),
  );
  app.use(serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace(/^\/console/, '') }));
  // A chunk of an older build is gone; the page would be no answer for it.
  app.get('/assets/*', (c) => c.notFound());
  app.get('*', async (c) => c.html(await readFile(join(folder, 'index.html'), 'utf8')));
  return app;
}
