import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccounts } from '#local/identity/accounts';

const people = [{ sub: 'person-1', username: 'office', displayName: '王', roleHint: '' }];
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'accounts-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('openAccounts', () => {
  it('keeps who registered, and takes a new demo password and name from the list at each start', async () => {
    const first = await openAccounts(dir, people, 'old-password');
    const registered = await first.register('citizen', 'my password', '李');
    const second = await openAccounts(dir, [{ ...people[0], displayName: '张' } as (typeof people)[0]], 'new-password');
    expect(await second.verify('citizen', 'my password')).toMatchObject(registered as object);
    expect(await second.verify('office', 'old-password')).toBeUndefined();
    expect(await second.verify('office', 'new-password')).toMatchObject({ sub: 'person-1', displayName: '张' });
    expect(second.find('person-1')?.displayName).toBe('张');
  });

  it('gives a name to one of two who ask for it at once', async () => {
    const accounts = await openAccounts(dir, [], 'demo-password');
    const outcomes = await Promise.all([1, 2].map(() => accounts.register('same', 'long enough', '甲')));
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
  });

  it.each([
    ['ab', 'long enough', '甲', 'badUsername'],
    ['has space', 'long enough', '甲', 'badUsername'],
    ['fine', 'short', '甲', 'badPassword'],
    ['fine', 'long enough', '  ', 'badName'],
    ['office', 'long enough', '甲', 'taken'],
  ])('refuses %s / %s / %s as %s', async (username, password, displayName, refusal) => {
    const accounts = await openAccounts(dir, people, 'demo-password');
    expect(await accounts.register(username, password, displayName)).toBe(refusal);
  });
});
