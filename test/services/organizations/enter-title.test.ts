import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '#services/applications/create';
import { enterTitle } from '#services/organizations/enter-title';
import { keys } from '#store/keys';
import { applicant, checker, otherApplicant, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const former = { title: '市级学习型企业', source: '示学办〔2019〕5号' };

describe('a title from before this system', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  const enter = (year: number, actor = checker, organizationId = 'organization-a') =>
    enterTitle(world.as(actor), { organizationId, year, ...former });

  it('is entered by the office with its source, once a year, and by nobody else', async () => {
    const entered = await enter(2019);
    expect(entered.formerTitles).toEqual([
      { ...former, year: 2019, enteredBy: 'checker', at: '2026-03-02T09:00:00.000+08:00' },
    ]);
    expect((await world.store.get(keys.organization('organization-a'))).version).toBe(entered.version);
    await expect(enter(2019)).rejects.toMatchObject({ code: 'AlreadyExists' });
    await expect(enter(2018, recommender)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(enter(2027)).rejects.toMatchObject({ code: 'InvalidInput', fields: [{ path: 'year' }] });
    const officerOfTheUnit = person(
      'torn',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'organization-a' },
    );
    await expect(enter(2018, officerOfTheUnit)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
  });

  it('loses nothing when two are entered in the same moment', async () => {
    const both = await Promise.allSettled([
      enter(2015, checker, 'organization-b'),
      enter(2016, checker, 'organization-b'),
    ]);
    const years = (await world.store.get(keys.organization('organization-b'))).formerTitles?.map(({ year }) => year);
    const kept = both.flatMap((each, at) => (each.status === 'fulfilled' ? [2015 + at] : []));
    expect(years?.toSorted()).toEqual(kept);
  });

  it('keeps a unit from applying only while it is recent', async () => {
    const apply = (actor: typeof applicant, organizationId: string) =>
      createApplication(world.as(actor), { cycleId: 'cycle-2026', organizationId });
    expect((await apply(applicant, 'organization-a')).status).toBe('draft');
    await enter(2024, checker, 'organization-b');
    await expect(apply(otherApplicant, 'organization-b')).rejects.toMatchObject({ code: 'NotEligible' });
  });
});
