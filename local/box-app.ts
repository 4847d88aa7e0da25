import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { DeadLetter } from './dead-letters.ts';
import type { DemoPerson } from './identity/accounts.ts';
import type { KeptMail } from './mail.ts';
import type { Meter } from './metering.ts';
import { frontPage } from './pages/front.ts';
import { type Markup, pageHeaders } from './pages/layout.ts';
import { deadLettersPage, mailPage } from './pages/lists.ts';

export type EngineState = 'running' | 'paused';

/** What the box's own pages need of its parts. */
export type BoxDeps = {
  readonly people: readonly DemoPerson[];
  readonly demoPassword: string;
  /** Whether the console is served beside these pages. */
  readonly hasConsole: boolean;
  readonly clock: {
    now(): number;
    advanceTo(instant: number): Promise<void>;
    advanceBy(milliseconds: number): Promise<void>;
  };
  readonly engine: { state(): EngineState; pause(): Promise<void> | void; resume(): Promise<void> | void };
  readonly mail: { list(limit?: number): Promise<readonly KeptMail[]>; count(): Promise<number> };
  readonly deadLetters: { list(): Promise<readonly DeadLetter[]> };
  /** Calls and milliseconds of the requests, and of what they waited for in each emulator. */
  readonly meter: () => Meter;
};

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const moveSchema = z.union([
  z.strictObject({
    advanceBy: z
      .number()
      .int()
      .positive()
      .max(366 * 86_400_000),
  }),
  z.strictObject({ advanceTo: z.union([instant, z.number().int()]) }),
]);
type Move = z.infer<typeof moveSchema>;

/** The front page of the box, its clock, mail, engine and dead letters: pages for people, JSON twins for scripts. */
export function boxApp(deps: BoxDeps): Hono {
  const app = new Hono();
  const show = async (markup: Markup): Promise<Response> =>
    new Response(String(await markup), { headers: pageHeaders });

  app.use(async (c, next) => {
    if (c.req.method === 'POST' && isForeign(c.req.header('origin'), c.req.header('host'))) {
      throw new HTTPException(403, { message: '不接受来自其他网站的请求。 Requests from other sites are refused.' });
    }
    await next();
  });

  app.get('/', async () => show(frontPage({ ...deps, now: deps.clock.now(), status: await status(deps) })));
  app.get('/box/mail', async () => show(mailPage(await deps.mail.list())));
  app.get('/box/mail.json', async (c) => c.json(await deps.mail.list()));
  app.get('/box/dead-letters', async () => show(deadLettersPage(await deps.deadLetters.list())));
  app.get('/box/dead-letters.json', async (c) => c.json(await deps.deadLetters.list()));
  app.get('/box/status.json', async (c) => c.json(await status(deps)));

  app.get('/box/meter.json', (c) => c.json(deps.meter()));

  app.get('/box/clock.json', (c) => c.json(clockOf(deps)));
  app.post('/box/clock.json', async (c) => {
    const parsed = moveSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json({ message: 'send {"advanceBy": milliseconds} or {"advanceTo": instant}' }, 400);
    await move(deps, parsed.data);
    return c.json(clockOf(deps));
  });
  app.post('/box/clock', async (c) => {
    await move(deps, formMove(await c.req.parseBody()));
    return c.redirect('/', 303);
  });
  app.post('/box/engine', async (c) => {
    const { state } = await c.req.parseBody();
    if (state === 'paused') await deps.engine.pause();
    else if (state === 'running') await deps.engine.resume();
    else throw new HTTPException(400, { message: 'state 须为 running 或 paused。' });
    return c.redirect('/', 303);
  });
  return app;
}

const clockOf = ({ clock }: BoxDeps) => ({ now: new Date(clock.now()).toISOString() });

async function status(deps: BoxDeps) {
  const [mail, deadLetters] = await Promise.all([deps.mail.count(), deps.deadLetters.list()]);
  return { ...clockOf(deps), engine: deps.engine.state(), mail, deadLetters: deadLetters.length };
}

export type BoxStatus = Awaited<ReturnType<typeof status>>;

async function move({ clock }: BoxDeps, asked: Move): Promise<void> {
  if ('advanceBy' in asked) return clock.advanceBy(asked.advanceBy);
  if (asked.advanceTo < clock.now()) {
    throw new HTTPException(409, { message: '时钟只能向前调。 The clock only moves forward.' });
  }
  await clock.advanceTo(asked.advanceTo);
}

/** The forms send `advanceBy` as milliseconds, or `advanceTo` as a local time of Asia/Shanghai without its zone. */
function formMove({ advanceBy, advanceTo }: Record<string, unknown>): Move {
  const asked = advanceTo === undefined ? { advanceBy: Number(advanceBy) } : { advanceTo: `${advanceTo}:00+08:00` };
  const parsed = moveSchema.safeParse(asked);
  if (!parsed.success) throw new HTTPException(400, { message: '时间格式有误。 The time is not valid.' });
  return parsed.data;
}

/** A browser names the page's origin with each POST; scripts name none. */
const isForeign = (origin: string | undefined, host: string | undefined): boolean =>
  origin !== undefined && origin !== `http://${host}`;
