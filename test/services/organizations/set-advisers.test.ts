import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setAdvisers } from '#services/organizations/set-advisers';
import {
  applicant,
  checker,
  otherApplicant,
  recommender,
  seedSeason,
  supervisor,
} from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the firms that advised a unit', () => {
  let world: World;
  const organizationId = 'organization-a';
  const firm = { name: '求是（咨询）事务所', creditCode: '51310105MJ0000018T' };
  const other = { name: '别家顾问公司' };
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  it('are said by the unit, or entered by the office without a stake in it', async () => {
    for (const who of [otherApplicant, recommender, supervisor]) {
      const refused = setAdvisers(world.as(who), { organizationId, version: 1, advisers: [firm] });
      await expect(refused).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const bound = { ...checker, workplace: { organizationName: '云锦甲企业' } };
    const byBound = setAdvisers(world.as(bound), { organizationId, version: 1, advisers: [firm] });
    await expect(byBound).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    expect(await setAdvisers(world.as(applicant), { organizationId, version: 1, advisers: [firm] })).toMatchObject({
      ...{ advisers: [firm], version: 2 },
    });
  });

  it('are added to by the unit, and taken away by the office only', async () => {
    const spelt = { ...firm, name: '求是(咨询)事务所' };
    expect(
      await setAdvisers(world.as(applicant), { organizationId, version: 2, advisers: [spelt, other] }),
    ).toMatchObject({ version: 3 });
    const fewer = { organizationId, version: 3, advisers: [spelt] };
    await expect(setAdvisers(world.as(applicant), fewer)).rejects.toMatchObject({
      fields: [{ path: 'advisers', code: 'OnlyTheOfficeRemoves' }],
    });
    expect(await setAdvisers(world.as(checker), fewer)).toMatchObject({ advisers: [spelt] });
  });

  it('are refused with a wrong code at its place, and over what somebody else changed', async () => {
    const wrong = setAdvisers(world.as(checker), {
      organizationId,
      version: 4,
      advisers: [other, { ...firm, creditCode: '51310105MJ0000018X' }],
    });
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: 'advisers.1.creditCode', code: 'CreditCodeCheck' }] });
    const late = setAdvisers(world.as(checker), { organizationId, version: 3, advisers: [] });
    await expect(late).rejects.toMatchObject({ code: 'StaleVersion' });
  });
});
