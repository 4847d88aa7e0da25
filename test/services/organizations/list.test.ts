import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOrganization } from '#services/organizations/get';
import { listOrganizations } from '#services/organizations/list';
import { ownOrganizations } from '#services/organizations/own';
import { registerOrganization } from '#services/organizations/register';
import { applicant, drafter, elsewhere, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const founder = person('founder');

const unit = {
  name: '云锦𠮷企业',
  creditCode: '91350100M000100Y43',
  categoryId: 'enterprise',
  areaId: 'yunjin',
  recommender: '经信局',
  contact: { name: '王梅', phone: '13800138000' },
};

describe('organizations', () => {
  let world: World;
  let organizationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    organizationId = (await registerOrganization(world.as(founder), unit)).organizationId;
  });
  afterAll(() => world.end());

  it.each([
    ['an emoji', '企业🎉', 'NameEmoji'],
    ['a mark that turns the reading direction', '企业\u202E甲', 'NameHiddenCharacter'],
    ['2,000 characters', '企'.repeat(2000), 'NameTooLong'],
    ['one character', '企', 'NameTooShort'],
  ])('are not registered under a name with %s', async (_, name, code) => {
    await expect(registerOrganization(world.as(founder), { ...unit, name })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'name', code, zh: expect.any(String), en: expect.any(String) }],
    });
  });

  it('keep a name with a character beyond the BMP as it is', async () => {
    expect((await getOrganization(world.as(founder), { organizationId })).name).toBe('云锦𠮷企业');
  });

  it('are found by who registered them before anybody confirmed them', async () => {
    expect((await ownOrganizations(world.as(founder))).items.map((each) => each.organizationId)).toEqual([
      organizationId,
    ]);
    expect((await ownOrganizations(world.as(applicant))).items.map((each) => each.organizationId)).toEqual([
      'organization-a',
    ]);
  });

  it('are listed for the recommender of their department and area, phones masked', async () => {
    const pending = await listOrganizations(world.as(recommender), {});
    expect(pending.items).toMatchObject([{ organizationId, contact: { phone: '138****8000' } }]);
    expect((await listOrganizations(world.as(elsewhere), {})).items).toEqual([]);
    const confirmed = await listOrganizations(world.as(drafter), { status: 'confirmed' });
    expect(confirmed.items.map((each) => each.organizationId)).toEqual(['organization-a', 'organization-b']);
    await expect(listOrganizations(world.as(applicant), {})).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('are shown to nobody else', async () => {
    for (const stranger of [applicant, elsewhere, { kind: 'public' as const }]) {
      await expect(getOrganization(world.as(stranger), { organizationId })).rejects.toMatchObject({ code: 'NotFound' });
    }
    expect((await getOrganization(world.as(recommender), { organizationId })).contact.phone).toBe('13800138000');
  });
});
