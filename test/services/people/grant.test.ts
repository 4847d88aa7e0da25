import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#domain/people';
import { enrol } from '#services/people/enrol';
import { grant } from '#services/people/grant';
import { listPeople } from '#services/people/list';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { remove, save } from '#store/writes';
import { drafter, head } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

describe('granting roles', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await enrol(world.as(person('p1')), 'p1', { name: '吴芳', consentTextVersion: '1' });
  });
  afterAll(() => world.end());

  const holders = async (role: 'office' | 'reviewer') =>
    (await world.store.all<{ personId: string }>(keys.roleHolder(role, '').pk)).map(({ personId }) => personId);

  it('keeps the lists of those who hold a role true to the grants, in the same transaction', async () => {
    await grant(world.as(drafter), {
      personId: 'p1',
      grants: [{ role: 'office', duties: ['check'] }, { role: 'reviewer' }],
    });
    expect([await holders('office'), await holders('reviewer')]).toEqual([['p1'], ['p1']]);
    await grant(world.as(system), { personId: 'p1', grants: [{ role: 'reviewer' }] });
    expect([await holders('office'), await holders('reviewer')]).toEqual([[], ['p1']]);
  });

  it('lists by their name whoever was enrolled before people were', async () => {
    await enrol(world.as(person('p-early')), 'early', { name: '欧阳早', consentTextVersion: '1' });
    await world.store.transact([remove(keys.personName('p-early'))]);
    const found = async () =>
      (await listPeople(world.as(drafter), { find: '欧阳' })).items.map(({ personId }) => personId);
    expect(await found()).toEqual([]);
    await grant(world.as(drafter), { personId: 'p-early', grants: [{ role: 'supervisor' }] });
    expect(await found()).toEqual(['p-early']);
  });

  it('leaves alone what a recommender confirmed: for whom the person speaks', async () => {
    const before = await world.store.get<Person>(keys.person('p1'));
    const speaks = { role: 'applicant' as const, organizationId: 'organization-a' };
    await world.store.transact([save(people, { ...before, grants: [speaks, ...before.grants] })]);
    const after = await grant(world.as(drafter), { personId: 'p1', grants: [] });
    expect(after.grants).toEqual([speaks]);
    await expect(grant(world.as(drafter), { personId: 'p1', grants: [speaks] })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('is refused to whoever does not administer, and for somebody unknown', async () => {
    await expect(grant(world.as(head), { personId: 'p1', grants: [] })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(grant(world.as(drafter), { personId: 'nobody', grants: [] })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('lets one of two who grant at the same moment win, and its lists with it', async () => {
    const results = await Promise.allSettled([
      grant(world.as(drafter), { personId: 'p1', grants: [{ role: 'reviewer' }] }),
      grant(world.as(drafter), { personId: 'p1', grants: [{ role: 'office', duties: ['draft'] }] }),
    ]);
    const { grants } = await world.store.get(keys.person('p1'));
    const roles = grants.flatMap(({ role }) => (role === 'applicant' ? [] : [role]));
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect({ office: await holders('office'), reviewer: await holders('reviewer') }).toEqual({
      office: roles.includes('office') ? ['p1'] : [],
      reviewer: roles.includes('reviewer') ? ['p1'] : [],
    });
  });
});
