import type { Context as HonoContext } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { hashOf } from '#domain/audit';
import { AwardError, invalidField } from '#domain/errors';
import { type Instant, instantOf } from '#domain/instants';
import type { Actor } from '#domain/people';
import type { Context, Dependencies } from '#services/context';
import { workplaceOf } from '#services/reviewers/workplace';
import { keys } from '#store/keys';
import { requireSound } from './document.ts';
import type { Route, SignIn } from './route.ts';

export type ApiEnv = { Bindings: { event: LambdaEvent; lambdaContext: LambdaContext } };

/** The limit of a JSON document; files go to the bucket, not through here. */
const BODY_LIMIT = 1_000_000;
const BODY_LIMIT_TEXT = '1 MB';

type Claims = Readonly<Record<string, unknown>>;

const claimsOf = (c: HonoContext<ApiEnv>): Claims | undefined => {
  const requestContext = c.env?.event?.requestContext as { authorizer?: { jwt?: { claims?: Claims } } } | undefined;
  return requestContext?.authorizer?.jwt?.claims;
};

export const requestIdOf = (c: HonoContext<ApiEnv>): string => {
  const requestContext = c.env?.event?.requestContext as { requestId?: string } | undefined;
  return requestContext?.requestId ?? c.req.header('x-request-id') ?? crypto.randomUUID();
};

/** Who signed in; a route that needs nobody gets an anonymous one. */
function signInOf(c: HonoContext<ApiEnv>, route: Route): SignIn | undefined {
  const claims = claimsOf(c);
  const personId = claims?.['sub'];
  if (typeof personId === 'string' && personId !== '') {
    const username = String(claims?.['username'] ?? personId);
    return { personId, username, name: String(claims?.['name'] ?? username) };
  }
  if (route.access === 'public') return undefined;
  throw new AwardError('NotSignedIn');
}

/** `auth_time`: seconds since 1970, which the gateway hands over as text. */
function signedInAtOf(c: HonoContext<ApiEnv>): Instant | undefined {
  const seconds = Number(claimsOf(c)?.['auth_time']);
  return Number.isSafeInteger(seconds) && seconds > 0 ? instantOf(seconds * 1000) : undefined;
}

/** A token says who; what they may do, and what binds them, is read at each request: a removed role is gone at once. */
async function actorOf(on: Dependencies, signIn: SignIn | undefined): Promise<Actor> {
  if (!signIn) return { kind: 'public' };
  const person = await on.store.find(keys.person(signIn.personId));
  const actor = {
    kind: 'person' as const,
    personId: signIn.personId,
    name: person?.name ?? signIn.name,
    grants: person?.grants ?? [],
  };
  return { ...actor, workplace: await workplaceOf(on, actor) };
}

async function bodyOf(c: HonoContext<ApiEnv>, route: Route): Promise<Record<string, unknown>> {
  if (route.method === 'get' || route.method === 'delete') return { ...c.req.query() };
  const text = await c.req.text();
  if (Buffer.byteLength(text) > BODY_LIMIT)
    throw new AwardError('BodyTooLarge', { values: { limit: BODY_LIMIT_TEXT } });
  if (text === '') return {};
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new AwardError('UnsupportedMediaType');
  const parsed: unknown = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalidField('', 'NotAnObject', '请求内容应为 JSON 对象。', 'The body must be a JSON object.');
  }
  requireSound(parsed);
  return parsed as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AwardError('MalformedJson', { cause });
  }
}

/** The version that `If-Match` names: `"7"`. */
function versionOf(c: HonoContext<ApiEnv>): number {
  const given = c.req.header('if-match');
  if (!given) throw new AwardError('PreconditionRequired');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  if (!version) throw new AwardError('StaleVersion');
  return Number(version);
}

const idempotencyOf = (c: HonoContext<ApiEnv>, body: unknown): { key: string; hash: string } => {
  const key = c.req.header('idempotency-key');
  if (!key) throw new AwardError('IdempotencyKeyRequired');
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw invalidField(
      'Idempotency-Key',
      'BadHeader',
      '应为 1 至 128 个可见 ASCII 字符。',
      'Use 1 to 128 visible ASCII characters.',
    );
  }
  return { key, hash: hashOf([c.req.method, c.req.path, body]) };
};

/** A request as a verb wants it: who asks, and the input out of path, query, header and body. */
export async function understood(c: HonoContext<ApiEnv>, on: Dependencies, route: Route) {
  const signIn = signInOf(c, route);
  const body = await bodyOf(c, route);
  const signedInAt = signedInAtOf(c);
  const request = {
    id: requestIdOf(c),
    ...(signedInAt && { signedInAt }),
    ...(route.method === 'post' && { idempotency: idempotencyOf(c, body) }),
  };
  const ctx: Context = { ...on, actor: await actorOf(on, signIn), request };
  const input = { ...body, ...(route.conditional && { version: versionOf(c) }), ...c.req.param() };
  return { ctx, input, signIn: signIn ?? { personId: '', username: '', name: '' } };
}
