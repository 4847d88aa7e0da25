import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#domain/people';
import { enrol } from '#services/people/enrol';
import { grant } from '#services/people/grant';
import { listPeople } from '#services/people/list';
import { me } from '#services/people/me';
import { setEmail } from '#services/people/set-email';
import { applicant, checker, drafter } from '../../support/season-fixture.ts';
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

  it('are found by what their name begins with as well, each once, page by page', async () => {
    const more = ['王芳', '王伟', '王家辉', '李王'];
    await Promise.all(
      more.map((name, at) => enrol(world.as(person(`n-${at}`)), `user-${at}`, { name, consentTextVersion: '1' })),
    );
    // Whose user name is their name is found by both.
    await enrol(world.as(person('n-9')), '王小明', { name: '王小明', consentTextVersion: '1' });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(world.as(checker), { find: '王', limit: 2, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map(({ name }) => name));
      cursor = page.cursor;
    } while (cursor);
    expect(found.toSorted()).toEqual(['王伟', '王家辉', '王小明', '王梅', '王芳'].toSorted());
    const by = async (find: string) =>
      (await listPeople(world.as(checker), { find })).items.map(({ username }) => username);
    expect(await by('李')).toEqual(['lihua', 'user-3']);
    expect(await by('lihua')).toEqual(['lihua']);
    expect(await by('华')).toEqual([]);
    // They are whole people, with the roles that they hold now.
    expect((await listPeople(world.as(checker), { find: '王梅' })).items).toMatchObject([
      { personId: 'p-1', username: 'wangmei', grants: [] },
    ]);
  });

  it('are found by the role that the office gave them, as they are now, page by page', async () => {
    const give = (personId: string, grants: Grant[]) => grant(world.as(drafter), { personId, grants });
    for (const personId of ['n-0', 'n-1', 'n-2', 'p-2']) await give(personId, [{ role: 'reviewer' }]);
    await give('n-2', [{ role: 'committee' }]);
    const reviewers = async (asked: object = {}) => listPeople(world.as(checker), { role: 'reviewer', ...asked });
    expect((await reviewers()).items.map(({ username }) => username)).toEqual(['lihua', 'user-0', 'user-1']);
    const first = await reviewers({ limit: 2 });
    expect(first.items.map(({ username }) => username)).toEqual(['lihua', 'user-0']);
    const next = await reviewers({ limit: 2, cursor: first.cursor });
    expect([next.items.map(({ username }) => username), next.cursor]).toEqual([['user-1'], undefined]);
    expect((await reviewers({ find: '王' })).items.map(({ name }) => name)).toEqual(['王芳', '王伟']);
    await expect(reviewers({ cursor: 'x' })).rejects.toMatchObject({ code: 'InvalidCursor' });
    await expect(listPeople(world.as(applicant), { role: 'reviewer' })).rejects.toMatchObject({ code: 'NotAllowed' });
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
