import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmOrganization } from '#services/organizations/confirm';
import { registerOrganization } from '#services/organizations/register';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const unit = {
  name: '云锦丁企业',
  creditCode: '91350100M000100Y43',
  categoryId: 'enterprise',
  areaId: 'yunjin',
  recommender: '经信局',
  contact: { name: '王梅', phone: '13800138000' },
};

describe('a unit that is refused', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    const consent = { textVersion: '1', at: world.clock.now() };
    await world.store.transact(
      ['founder', 'other'].map((personId) =>
        create(people, { personId, name: '王梅', username: personId, consent, grants: [] }),
      ),
    );
  });
  afterAll(() => world.end());

  const register = (personId: string) => registerOrganization(world.as(person(personId)), unit);

  it('keeps the reason, and can register again with the same code', async () => {
    const { organizationId } = await register('founder');
    await expect(register('other')).rejects.toMatchObject({ code: 'AlreadyExists' });
    const reason = '授权函没有盖章';
    await confirmOrganization(world.as(recommender), { organizationId, verdict: 'refuse', reason });
    expect(await world.store.get(keys.organization(organizationId))).toMatchObject({ status: 'refused', reason });
    const again = await register('founder');
    expect(again).toMatchObject({ status: 'pending', creditCode: unit.creditCode });
    await expect(register('other')).rejects.toMatchObject({ code: 'AlreadyExists' });
  });
});
