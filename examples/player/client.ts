import { setTimeout as pause } from 'node:timers/promises';

/** How long a box that restarts is waited for, in milliseconds. */
const PATIENCE = 60_000;

/** A refusal of the API, as its problem+json tells it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(what: string, status: number, problem: Problem) {
    const fields = (problem.fields ?? []).map(({ path, en }) => ` [${path}: ${en}]`).join('');
    super(
      `${what}: ${status} ${problem.code ?? ''} ${problem.titleEn ?? ''}${fields} (request ${problem.requestId ?? '?'})`,
    );
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code ?? '';
  }
}

type Problem = {
  readonly code?: string;
  readonly titleEn?: string;
  readonly fields?: readonly { readonly path: string; readonly en: string }[];
  readonly requestId?: string;
};

/** What a document that can be replaced is read with. */
export type Versioned<T> = T & { readonly version: number };

/** The API as one person sees it. A POST names its step: the same step is the same request, however often it is sent. */
export type Client = {
  get<T>(path: string, query?: Readonly<Record<string, string | number>>): Promise<T>;
  post<T>(path: string, step: string, body?: object): Promise<T>;
  /** A POST on condition of the version that was read. */
  postOn<T>(path: string, step: string, version: number): Promise<T>;
  /** A POST, and whether its answer is the one that was kept from an earlier run. */
  posted<T>(path: string, step: string, body?: object): Promise<{ answer: T; replayed: boolean }>;
  put<T>(path: string, version: number, body: object): Promise<T>;
};

type ClientOptions = {
  readonly url: string;
  /** Who asks; undefined for the public. */
  readonly token?: (renew: boolean) => Promise<string>;
  /** Sets this season's steps apart from another one's in the same box. */
  readonly season: string;
};

const isTransient = (status: number): boolean => [429, 502, 503, 504].includes(status);

/** Waits out a box that is being restarted: the request is sent again, under the same key, until it is answered. */
export async function patiently(send: () => Promise<Response>): Promise<Response> {
  const giveUpAt = Date.now() + PATIENCE;
  for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
    const isLast = Date.now() > giveUpAt;
    const response = isLast ? await send() : await unlessCutOff(send());
    if (response && (isLast || !isTransient(response.status))) return response;
    await response?.arrayBuffer();
    await pause(wait * (0.5 + Math.random()));
  }
}

export function clientOf({ url, token, season }: ClientOptions): Client {
  const send = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const once = async (renew: boolean): Promise<Response> => {
      const authorization = token && { authorization: `Bearer ${await token(renew)}` };
      const type = sent !== undefined && { 'content-type': 'application/json' };
      const init = { method, headers: { ...headers, ...authorization, ...type } };
      return fetch(`${url}/api${path}`, sent === undefined ? init : { ...init, body: sent });
    };
    const first = await patiently(() => once(false));
    const response = first.status === 401 && token ? await patiently(() => once(true)) : first;
    const text = await response.text();
    if (!response.ok) throw new Refused(`${method} ${path}`, response.status, problemOf(text));
    return { answer: JSON.parse(text) as unknown, replayed: response.headers.get('idempotency-replayed') === 'true' };
  };
  const keyOf = (step: string) => ({ 'idempotency-key': `${season}/${step}` });
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const posted = async <T>(path: string, step: string, body: object = {}) => {
    const { answer, replayed } = await send('POST', path, keyOf(step), body);
    return { answer: answer as T, replayed };
  };
  return {
    posted,
    get: async <T>(path: string, query: Readonly<Record<string, string | number>> = {}) => {
      const named = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
      const search = new URLSearchParams(named).toString();
      return (await send('GET', search ? `${path}?${search}` : path, {})).answer as T;
    },
    post: async <T>(path: string, step: string, body?: object) => (await posted<T>(path, step, body)).answer,
    postOn: async <T>(path: string, step: string, version: number) =>
      (await send('POST', path, { ...keyOf(step), ...ifMatch(version) }, {})).answer as T,
    put: async <T>(path: string, version: number, body: object) =>
      (await send('PUT', path, ifMatch(version), body)).answer as T,
  };
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { titleEn: text.slice(0, 200) };
  }
}

/** Every item of a long list, page by page. */
export async function everything<T>(
  client: Client,
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.get<{ items: T[]; cursor?: string }>(path, {
      limit: 200,
      ...query,
      ...(cursor && { cursor }),
    });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}

/** Undefined instead of one refusal that says that there is nothing to do. */
export async function unless<T>(code: string, doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Refused && error.code === code) return undefined;
    throw error;
  }
}

/** Undefined instead of a connection that was refused or broken, which fetch tells as a TypeError. */
export async function unlessCutOff<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
