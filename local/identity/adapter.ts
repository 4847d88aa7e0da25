import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import type { Adapter, AdapterPayload } from 'oidc-provider';

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number | null };

/** Sessions, grants, codes and refresh tokens on disk: a restart, even after kill -9, signs nobody out. */
export async function openSessions(dataDir: string) {
  const level = new ClassicLevel<string, Entry>(join(dataDir, 'sessions'), { valueEncoding: 'json' });
  const references = level.sublevel<string, string>('references', { valueEncoding: 'utf8' });
  const entries = level.sublevel<string, Entry>('entries', { valueEncoding: 'json' });
  await level.open();
  await forgetExpired();

  async function forgetExpired(): Promise<void> {
    const now = Date.now();
    for await (const [key, { expiresAt }] of entries.iterator()) {
      if (expiresAt !== null && expiresAt < now) await entries.del(key);
    }
    for await (const [reference, key] of references.iterator()) {
      if (!(await entries.has(key))) await references.del(reference);
    }
  }

  const read = async (key: string): Promise<AdapterPayload | undefined> => {
    const entry = await entries.get(key);
    return entry && (entry.expiresAt === null || entry.expiresAt > Date.now()) ? entry.payload : undefined;
  };

  const follow = async (reference: string): Promise<AdapterPayload | undefined> => {
    const key = await references.get(reference);
    return key === undefined ? undefined : read(key);
  };

  /** Other keys by which the provider looks an entry up. */
  const referencesTo = (key: string, { uid, userCode, grantId }: AdapterPayload): string[] => [
    ...(uid ? [`uid:${uid}`] : []),
    ...(userCode ? [`userCode:${userCode}`] : []),
    ...(grantId ? [`grant:${grantId}:${key}`] : []),
  ];

  const createAdapter = (model: string): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        const key = keyOf(id);
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : null;
        await references.batch(
          referencesTo(key, payload).map((reference) => ({ type: 'put', key: reference, value: key })),
        );
        await entries.put(key, { payload, expiresAt });
      },
      find: (id) => read(keyOf(id)),
      findByUid: (uid) => follow(`uid:${uid}`),
      findByUserCode: (userCode) => follow(`userCode:${userCode}`),
      async consume(id) {
        const entry = await entries.get(keyOf(id));
        if (!entry) return;
        const payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
        await entries.put(keyOf(id), { ...entry, payload });
      },
      destroy: (id) => entries.del(keyOf(id)),
      async revokeByGrantId(grantId) {
        const prefix = `grant:${grantId}:`;
        const revoked = await references.iterator({ gte: prefix, lt: `${prefix}\uffff` }).all();
        await entries.batch(revoked.map(([, key]) => ({ type: 'del', key })));
        await references.batch(revoked.map(([reference]) => ({ type: 'del', key: reference })));
      },
    };
  };

  return { createAdapter, close: () => level.close() };
}
