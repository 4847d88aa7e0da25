import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSessions } from '#local/identity/adapter';

let dir: string;
let sessions: Awaited<ReturnType<typeof openSessions>>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sessions-'));
  sessions = await openSessions(dir);
});
afterEach(async () => {
  vi.useRealTimers();
  await sessions.close();
  await rm(dir, { recursive: true });
});

const reopen = async () => {
  await sessions.close();
  sessions = await openSessions(dir);
};

describe('the kept sessions', () => {
  it('are found by id and by their other keys after a restart', async () => {
    await sessions.createAdapter('Session').upsert('s1', { uid: 'u1', jti: 's1' }, 60);
    await reopen();
    const adapter = sessions.createAdapter('Session');
    expect(await adapter.find('s1')).toEqual({ uid: 'u1', jti: 's1' });
    expect(await adapter.findByUid('u1')).toEqual({ uid: 'u1', jti: 's1' });
    expect(await sessions.createAdapter('Grant').find('s1')).toBeUndefined();
  });

  it('are gone once their time is over, and stay so', async () => {
    const adapter = sessions.createAdapter('RefreshToken');
    await adapter.upsert('short', { jti: 'short' }, 60);
    await adapter.upsert('endless', { jti: 'endless' });
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    expect(await adapter.find('short')).toBeUndefined();
    await reopen();
    vi.useRealTimers();
    expect(await sessions.createAdapter('RefreshToken').find('short')).toBeUndefined();
    expect(await sessions.createAdapter('RefreshToken').find('endless')).toEqual({ jti: 'endless' });
  });

  it('remember that a code was used', async () => {
    const adapter = sessions.createAdapter('AuthorizationCode');
    await adapter.upsert('c', { jti: 'c' }, 60);
    await adapter.consume('c');
    await reopen();
    expect((await sessions.createAdapter('AuthorizationCode').find('c'))?.consumed).toEqual(expect.any(Number));
  });

  it('lose every token of a revoked grant, and of no other', async () => {
    const tokens = sessions.createAdapter('RefreshToken');
    const codes = sessions.createAdapter('AuthorizationCode');
    await tokens.upsert('t1', { grantId: 'g1' }, 60);
    await codes.upsert('c1', { grantId: 'g1' }, 60);
    await tokens.upsert('t2', { grantId: 'g10' }, 60);
    await tokens.revokeByGrantId('g1');
    expect([await tokens.find('t1'), await codes.find('c1'), await tokens.find('t2')]).toEqual([
      undefined,
      undefined,
      { grantId: 'g10' },
    ]);
  });
});
