import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReviewer } from '#services/reviewers/add';
import { changeReviewer } from '#services/reviewers/change';
import { declare } from '#services/reviewers/declare';
import { wholePool } from '#services/reviewers/pool';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { reviewerActor } from '../../support/review-fixture.ts';
import { applicant, checker, committee, recommender, seedSeason, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const profile = {
  name: '陈明(大)',
  organizationName: '示范(集团)公司',
  organizationCode: '11310105MB0000019K',
  maximumLoad: 12,
};

describe('an entry of the pool', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    const consent = { textVersion: '1', at: world.clock.now() };
    await world.store.transact(
      ['a', 'b', 'c', 'd', 'e'].map((personId) =>
        create(people, { personId, name: personId, username: personId, consent, grants: [{ role: 'reviewer' }] }),
      ),
    );
    await addReviewer(world.as(checker), { ...profile, reviewerId: 'a' });
  });
  afterAll(() => world.end());

  const add = (changes: object) =>
    addReviewer(world.as(checker), { ...profile, reviewerId: 'b', ...changes }).then(
      () => 'added',
      (error: { fields: { path: string; code: string }[] }) => error.fields.map(({ path, code }) => `${path} ${code}`),
    );

  it.each([
    [
      'the same person in other widths and brackets',
      { name: '陈明〔大〕', organizationName: '示范［集团］公司' },
      ['name DuplicateExpert'],
    ],
    ['the same without the code', { organizationCode: undefined, name: '陈明（大）' }, ['name DuplicateExpert']],
    [
      'a code that belongs to another unit',
      { name: '王梅', organizationName: '别家' },
      ['organizationCode CodeOfAnotherUnit'],
    ],
    [
      'a code with a wrong digit',
      { name: '王梅', organizationCode: '11310105MB0000019J' },
      ['organizationCode CreditCodeCheck'],
    ],
    [
      'a firm with a wrong code',
      { name: '王梅', thirdParty: { name: '事务所', creditCode: '1' } },
      ['thirdParty.creditCode CreditCodeLength'],
    ],
    [
      'a former unit with a wrong code',
      { name: '王梅', formerOrganizations: [{ name: '学校', creditCode: 'I'.repeat(18) }] },
      ['formerOrganizations.0.creditCode CreditCodeCharacters'],
    ],
    [
      'a day that does not exist',
      { name: '王梅', formerOrganizations: [{ name: '学校', until: '2025-02-29' }] },
      ['formerOrganizations.0.until WrongFormat'],
    ],
    [
      'an end before the beginning',
      { name: '王梅', availableFrom: '2026-07-02', availableUntil: '2026-07-01' },
      ['availableUntil OutOfOrder'],
    ],
    ['an unknown area', { name: '王梅', areaIds: ['yunjin', 'nowhere'] }, ['areaIds.1 UnknownArea']],
    ['an unknown category', { name: '王梅', categoryIds: ['nothing'] }, ['categoryIds.0 UnknownCategory']],
    ['a department that leads nothing', { name: '王梅', recommender: '气象局' }, ['recommender NotALeadDepartment']],
    ['a load that is none', { name: '王梅', maximumLoad: 1.5 }, ['maximumLoad WrongKind']],
  ])('is refused for %s, with its field', async (_, changes, problems) => {
    expect(await add(changes)).toEqual(problems);
    expect(await world.store.find(keys.reviewer('b'))).toBeUndefined();
  });

  it('is taken with all that an expert is', async () => {
    const whole = {
      ...{
        name: '王梅',
        outside: true,
        recommender: '经信局',
        availableFrom: '2026-07-01',
        availableUntil: '2026-08-31',
      },
      formerOrganizations: [{ name: '学校', creditCode: '12310105MB00000A24', until: '2025-06-30' }],
      thirdParty: { name: '事务所', creditCode: '51310105MJ0000018T' },
    };
    expect(await add(whole)).toBe('added');
    expect(await world.store.get(keys.reviewer('b'))).toMatchObject({ ...profile, ...whole });
  });

  it('may stand beside its colleagues of the same code and of a name in other brackets', async () => {
    expect(await add({ reviewerId: 'c', name: '李雷', organizationName: '示范〔集团〕公司' })).toBe('added');
  });

  it('is kept apart from its double in a race: one of two that are taken in at once stays', async () => {
    const twins = await Promise.all(['d', 'e'].map((reviewerId) => add({ reviewerId, name: '双胞胎' })));
    expect(twins.toSorted()).toEqual([['name DuplicateExpert'], 'added'].toSorted());
    expect((await wholePool(world)).filter(({ name }) => name === '双胞胎')).toHaveLength(1);
  });

  it('is nobody’s own to make or change, and nobody’s who has no such duty', async () => {
    const self = {
      kind: 'person' as const,
      personId: 'a',
      name: 'a',
      grants: [{ role: 'office' as const, duties: ['check' as const] }],
    };
    const of = { ...profile, reviewerId: 'a' };
    await expect(changeReviewer(world.as(self), { ...of, version: 1 })).rejects.toMatchObject({
      code: 'ConflictOfInterest',
    });
    await expect(addReviewer(world.as(self), of)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    for (const who of [applicant, recommender, committee, supervisor, reviewerActor('a')]) {
      await expect(addReviewer(world.as(who), of)).rejects.toMatchObject({ code: 'NotAllowed' });
      await expect(changeReviewer(world.as(who), { ...of, version: 1 })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('is not changed into another’s double, nor over what somebody else changed', async () => {
    const { version } = await world.store.get(keys.reviewer('c'));
    const change = (name: string, on: number) =>
      changeReviewer(world.as(checker), { ...profile, reviewerId: 'c', name, version: on });
    await expect(change('陈明(大)', version)).rejects.toMatchObject({
      fields: [{ path: 'name', code: 'DuplicateExpert' }],
    });
    await change('韩梅', version);
    await expect(change('李雷', version)).rejects.toMatchObject({ code: 'StaleVersion' });
  });

  it('takes the days of availability from the expert, first before last', async () => {
    const { version } = await world.store.get(keys.reviewer('a'));
    const own = { reviewerId: 'a', version, conflicts: [], available: true };
    const days = { availableFrom: '2026-07-01', availableUntil: '2026-07-31' };
    await expect(
      declare(world.as(reviewerActor('a')), { ...own, availableFrom: '2026-08-01', availableUntil: '2026-07-31' }),
    ).rejects.toMatchObject({ fields: [{ path: 'availableUntil', code: 'OutOfOrder' }] });
    expect(await declare(world.as(reviewerActor('a')), { ...own, ...days })).toMatchObject(days);
  });
});
