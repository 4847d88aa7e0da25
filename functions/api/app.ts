import { Hono } from 'hono';
import { AwardError } from '#domain/errors';
import { once } from '#services/commit';
import type { Dependencies } from '#services/context';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';
import { problemResponse } from './problem.ts';
import { type ApiEnv, requestIdOf, understood } from './request.ts';
import type { Route } from './route.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { applicationRoutes } from './routes/applications.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { assignmentDeskRoutes } from './routes/assignment-desk.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { awardRoutes } from './routes/awards.ts';
import { cycleRoutes } from './routes/cycles.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { entryRoutes } from './routes/entries.ts';
import { expertRoutes } from './routes/experts.ts';
import { fileRoutes } from './routes/files.ts';
import { jobRoutes } from './routes/jobs.ts';
import { listRoutes } from './routes/lists.ts';
import { objectionRoutes } from './routes/objections.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { peopleRoutes } from './routes/people.ts';
import { publicityRoutes } from './routes/publicities.ts';
import { referenceRoutes } from './routes/reference.ts';
import { registerRoutes } from './routes/register.ts';
import { resultRoutes } from './routes/results.ts';
import { reviewerRoutes } from './routes/reviewers.ts';
import { similarityRoutes } from './routes/similarity.ts';
import { siteRoutes } from './routes/site.ts';
import { standardRoutes } from './routes/standards.ts';

/** Every operation of the API. Their types stay exact, so that the console's client is made from them. */
export const routes = [
  ...applicationRoutes,
  ...standardRoutes,
  ...registerRoutes,
  ...referenceRoutes,
  ...peopleRoutes,
  ...oversightRoutes,
  ...organizationRoutes,
  ...fileRoutes,
  ...cycleRoutes,
  ...assessmentRoutes,
  ...reviewerRoutes,
  ...expertRoutes,
  ...assignmentRoutes,
  ...assignmentDeskRoutes,
  ...entryRoutes,
  ...siteRoutes,
  ...discussionRoutes,
  ...similarityRoutes,
  ...resultRoutes,
  ...analysisRoutes,
  ...listRoutes,
  ...publicityRoutes,
  ...objectionRoutes,
  ...decisionRoutes,
  ...awardRoutes,
  ...jobRoutes,
  ...dossierRoutes,
] as const satisfies readonly Route[];

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** The kept answer is the verb's own; what of it leaves the house is decided here, each time alike. */
const shown = (route: Route, answer: unknown): object => route.answer.parse(answer) as object;

const etagOf = (answer: unknown): Record<string, string> => {
  const version = (answer as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? { etag: `"${version}"` } : {};
};

function addRoute(app: Hono<ApiEnv>, on: Dependencies, route: Route): void {
  app.on(route.method.toUpperCase(), honoPath(route.path), async (c) => {
    const { ctx, input, signIn } = await understood(c, on, route);
    // Safe: every verb parses its input before it does anything.
    const run = () => route.run(ctx, input as never, signIn);
    const { answer, replayed } =
      route.method === 'post' ? await once(ctx, run) : { answer: await run(), replayed: false };
    return c.json(shown(route, answer), route.status, {
      ...etagOf(answer),
      'x-request-id': ctx.request.id,
      'cache-control': 'no-store',
      ...(replayed && { 'idempotency-replayed': 'true' }),
    });
  });
}

/** What was thrown, as an answer: a refusal as it is, anything else without a word of the inside. */
function answerTo(error: Error, on: Dependencies, requestId: string): Response {
  if (error instanceof AwardError && error.code !== 'Internal') return problemResponse(error, requestId);
  on.logger.error('request failed', { requestId, error: error.name, message: error.message, stack: error.stack });
  return problemResponse(error instanceof AwardError ? error : new AwardError('Internal', { cause: error }), requestId);
}

/** The API for the console: `/api/...`. */
export function buildApi(on: Dependencies): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>().basePath('/api');
  // Deadlines are the server's: the console counts down by this clock.
  app.use(async (c, next) => {
    await next();
    c.header('x-server-time', on.clock.now());
  });
  for (const route of routes) addRoute(app, on, route);
  app.get('/openapi.json', (c) => c.json(openApiDocument(routes)));
  app.get('/docs', (c) => c.html(docsPage(routes)));
  app.notFound((c) => problemResponse(new AwardError('NotFound'), requestIdOf(c)));
  app.onError((error, c) => answerTo(error, on, requestIdOf(c)));
  return app;
}
