import { buildApi } from '#api/app';
import type { Actor } from '#domain/people';
import { people } from '#store/entities';
import { create } from '#store/writes';
import type { World } from './world.ts';

type Given = {
  readonly body?: unknown;
  readonly etag?: string;
  /** Absent: a new one for each POST. Null: none. */
  readonly key?: string | null;
};

export type Answer = { readonly status: number; readonly etag: string | null; readonly body: Record<string, unknown> };

/** Signs people in as the gateway would, and speaks to the API as a browser would. */
export type Client = (who: Actor, method: string, path: string, given?: Given) => Promise<Answer>;

/** The people are put into the table, because roles are read from there at each request. */
export async function openClient(world: World, actors: readonly Actor[]): Promise<Client> {
  await world.store.transact(
    actors.flatMap((actor) =>
      actor.kind === 'person'
        ? [
            create(people, {
              personId: actor.personId,
              name: actor.name,
              username: actor.personId,
              consent: { textVersion: '1', at: world.clock.now() },
              grants: [...actor.grants],
            }),
          ]
        : [],
    ),
  );
  const app = buildApi(world);
  let count = 0;
  return async (who, method, path, { body, etag, key } = {}) => {
    count += 1;
    const headers = new Headers();
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (etag !== undefined) headers.set('if-match', etag);
    if (method === 'POST' && key !== null) headers.set('idempotency-key', key ?? `key-${count}`);
    const now = Date.parse(world.clock.now()) / 1000;
    const claims =
      who.kind === 'person' ? { sub: who.personId, username: who.personId, auth_time: String(now) } : undefined;
    const event = {
      requestContext: { requestId: `request-${count}`, ...(claims && { authorizer: { jwt: { claims } } }) },
    };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await app.request(`/api${path}`, init, { event });
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: (await answer.json()) as Record<string, unknown>,
    };
  };
}
