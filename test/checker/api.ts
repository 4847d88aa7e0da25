import { signIn } from '#examples/sign-in';

/** Reads the public HTTP API; a page of a list at a time where it is long. */
export type Api = {
  get<T>(path: string): Promise<T>;
  /** Undefined where there is nothing of the kind. */
  find<T>(path: string): Promise<T | undefined>;
  /** All items of a paged list. */
  all<T>(path: string): Promise<T[]>;
};

export type Account = { readonly username: string; readonly password: string };

/** Requests under way at a time. */
const HANDS = 6;

export async function apiOf(url: string, account: Account): Promise<Api> {
  const options = { ...account, issuer: `${url}/identity`, clientId: 'console', redirectUri: `${url}/callback` };
  let session = await signIn(options);
  const send = async (path: string): Promise<Response> => {
    if (session.expiresAt - Date.now() < 60_000) session = await signIn(options);
    return fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${session.accessToken}` } });
  };
  const find = async <T>(path: string): Promise<T | undefined> => {
    const response = await send(path);
    const text = await response.text();
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  };
  const get = async <T>(path: string): Promise<T> => {
    const found = await find<T>(path);
    if (found === undefined) throw new Error(`GET ${path}: 404`);
    return found;
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await get<{ items: T[]; cursor?: string }>(
        `${path}${path.includes('?') ? '&' : '?'}limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return items;
  };
  return { get, find, all };
}

/** The answers in the order of the items, a few requests at a time. */
export async function each<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of waiting) answers[at] = await read(item);
  };
  await Promise.all(Array.from({ length: HANDS }, worker));
  return answers;
}
