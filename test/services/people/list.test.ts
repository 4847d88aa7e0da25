import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '#services/people/enrol';
import { listPeople } from '#services/people/list';
import { me } from '#services/people/me';
import { setEmail } from '#services/people/set-email';
import { applicant, checker } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const mei = person('p-1');
const li = person('p-2');

describe('people', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await enrol(world.as(mei), 'wangmei', { name: '王梅', consentTextVersion: '1' });
    await enrol(world.as(li), 'lihua', { name: '李华', consentTextVersion: '1' });
  });
  afterAll(() => world.end());

  it('know themselves, once they made themselves known', async () => {
    expect(await me(world.as(mei))).toMatchObject({ username: 'wangmei', grants: [], version: 1 });
    await expect(me(world.as(person('p-3')))).rejects.toMatchObject({ code: 'NotFound' });
    await expect(me(world.as({ kind: 'public' }))).rejects.toMatchObject({ code: 'NotSignedIn' });
  });

  it('are found by user name, by the office only', async () => {
    const found = async (username?: string) =>
      (await listPeople(world.as(checker), username === undefined ? {} : { username })).items.map(
        (each) => each.username,
      );
    expect(await found()).toEqual(['lihua', 'wangmei']);
    expect(await found('wang')).toEqual(['wangmei']);
    expect(await found('x')).toEqual([]);
    await expect(listPeople(world.as(applicant), {})).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('set their own address, on the version that they read', async () => {
    expect(await setEmail(world.as(mei), { email: 'mei@example.cn', version: 1 })).toMatchObject({
      email: 'mei@example.cn',
      version: 2,
    });
    await expect(setEmail(world.as(mei), { email: 'mei@example.cn', version: 1 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    await expect(setEmail(world.as(mei), { email: 'not an address', version: 2 })).rejects.toMatchObject({
      fields: [{ path: 'email', code: 'WrongFormat' }],
    });
  });
});
