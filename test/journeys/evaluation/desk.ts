import { expect } from 'vitest';
import { signIn } from '#examples/sign-in';

/** A refusal as a user reads it. */
export type Told = {
  readonly status: number;
  readonly code: string;
  readonly paths: readonly string[];
  readonly codes: readonly string[];
  readonly title: string;
  readonly zh: readonly string[];
};

type Sent = { readonly body?: object | undefined; readonly raw?: string; readonly version?: number | undefined };

/** The API as one person sees it over HTTP. */
export type Desk = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object, version?: number): Promise<T>;
  put<T>(path: string, version: number, body: object): Promise<T>;
  /** What is refused; that it is said in Chinese and in English is part of every refusal. */
  refused(method: 'GET' | 'POST' | 'PUT', path: string, sent?: Sent): Promise<Told>;
};

type Problem = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly fields?: readonly {
    readonly path: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  }[];
};

const chinese = /[\u4e00-\u9fff]/;
const english = /[a-z]{2}/i;

function told(status: number, text: string): Told {
  const { code, title, titleEn, fields = [] } = JSON.parse(text) as Problem;
  for (const words of [{ zh: title, en: titleEn }, ...fields]) {
    expect([words, chinese.test(words.zh), english.test(words.en)]).toEqual([words, true, true]);
  }
  return {
    status,
    code,
    title,
    paths: fields.map(({ path }) => path),
    codes: fields.map((field) => field.code),
    zh: fields.map(({ zh }) => zh),
  };
}

let requests = 0;

/** `token` is undefined for the public. */
export function deskOf(url: string, token?: string): Desk {
  const send = async (method: string, path: string, { body, raw, version }: Sent = {}) => {
    requests += 1;
    const text = raw ?? (body && JSON.stringify(body)) ?? (method === 'POST' ? '{}' : undefined);
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': `evaluation-${requests}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(text !== undefined && { body: text }),
    });
    return { status: response.status, text: await response.text() };
  };
  const done = async <T>(method: string, path: string, sent?: Sent): Promise<T> => {
    const { status, text } = await send(method, path, sent);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    get: (path) => done('GET', path),
    post: (path, body, version) => done('POST', path, { body, version }),
    put: (path, version, body) => done('PUT', path, { body, version }),
    refused: async (method, path, sent) => {
      const { status, text } = await send(method, path, sent);
      if (status < 400) throw new Error(`${method} ${path} was not refused: ${status} ${text}`);
      return told(status, text);
    },
  };
}

const provider = (url: string) => ({
  issuer: `${url}/identity`,
  clientId: 'console',
  redirectUri: `${url}/callback`,
});

/** Signs one of the demo people in. */
export async function demoDesk(url: string, username: string): Promise<Desk> {
  const { accessToken } = await signIn({ ...provider(url), username, password: 'xuechuang-demo' });
  return deskOf(url, accessToken);
}

/** Makes an account, as anybody may. */
export async function newDesk(url: string, username: string, displayName: string): Promise<Desk> {
  const account = { ...provider(url), username, password: 'fair-evaluation', register: { displayName } };
  return deskOf(url, (await signIn(account)).accessToken);
}

/** Looks until something has come about that workflows and jobs do by themselves. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > giveUpAt) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** The work on every item, so many at a time. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>, hands = 4): Promise<void> {
  const waiting = items.values();
  const hand = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
