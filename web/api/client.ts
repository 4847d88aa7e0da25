import type { z } from 'zod';
import type { routes } from '#api/app';
import { heard } from './clock.ts';
import { notSignedIn, refusalOf, Unreachable } from './problem.ts';
import { accessToken, forgetSession } from './session.ts';
import { withinTime } from './time-limit.ts';

type Operation = (typeof routes)[number];
export type Method = Operation['method'];

/** Every operation by its method and path, with what it takes and gives. */
type Api = {
  [M in Method]: {
    [O in Extract<Operation, { method: M }> as O['path']]: {
      readonly input: z.input<O['input']>;
      readonly answer: z.output<O['answer']>;
    };
  };
};

/** The addresses that take a method. */
export type PathOf<M extends Method> = keyof Api[M] & string;
/** What an operation takes: its path, query, body and, if it changes a document, the `version` that was read. */
export type InputOf<M extends Method, P extends PathOf<M>> = Api[M][P] extends { readonly input: infer Input }
  ? Input
  : never;
export type AnswerOf<M extends Method, P extends PathOf<M>> = Api[M][P] extends { readonly answer: infer Answer }
  ? Answer
  : never;

type Fields = Readonly<Record<string, unknown>>;

const queryOf = (fields: Fields): string => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** `/cycles/{cycleId}` with its parameters put in, and the fields that are left. */
function addressOf(path: string, input: Fields): { readonly address: string; readonly rest: Fields } {
  const rest = { ...input };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { address: `/api${address}`, rest };
}

/** An operation takes the version in a header where a document is replaced or approved as it was read. */
function headersOf(method: Method, rest: Fields, key: string | undefined, token: string | undefined): Headers {
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (method === 'post' || method === 'put') headers.set('content-type', 'application/json');
  if (method === 'post') headers.set('idempotency-key', key ?? crypto.randomUUID());
  if (typeof rest['version'] === 'number' && method !== 'get') headers.set('if-match', `"${rest['version']}"`);
  return headers;
}

export type CallOptions = {
  /** The same for the same act, so that one sent twice is done once. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Outlives the page: for a draft that is sent while the tab closes (at most 64 KB). */
  readonly keepalive?: boolean;
};

type Call = { readonly method: Method; readonly path: string; readonly input: Fields; readonly options: CallOptions };

async function call({ method, path, input, options }: Call, signal: AbortSignal): Promise<unknown> {
  const { address, rest } = addressOf(path, input);
  const token = await accessToken().catch((cause: unknown) => {
    throw new Unreachable('no connection to who signs people in', { cause });
  });
  if (!token && !path.startsWith('/public/')) throw notSignedIn();
  const inQuery = method === 'get' || method === 'delete';
  const { version: _, ...body } = rest;
  const response = await fetch(inQuery ? `${address}${queryOf(rest)}` : address, {
    method: method.toUpperCase(),
    headers: headersOf(method, rest, options.key, token),
    ...(!inQuery && { body: JSON.stringify(body) }),
    signal,
    ...(options.keepalive && { keepalive: true }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('no connection', { cause });
  });
  heard(response.headers.get('x-server-time'));
  if (response.ok) return response.json();
  if (response.status === 401) forgetSession();
  throw await refusalOf(response);
}

/** One call of the API, typed by its route: `call('get', '/cycles/{cycleId}', { cycleId })`. */
export const ask = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  input: InputOf<M, P>,
  options: CallOptions = {},
): Promise<AnswerOf<M, P>> =>
  // Safe: the server parses each answer by the schema that this type is of.
  withinTime((signal) => call({ method, path, input: input as Fields, options }, signal), options.signal) as Promise<
    AnswerOf<M, P>
  >;
