import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOf } from '#services/reviewers/barriers';
import { applicationConflicts, reviewerConflicts } from '#services/reviewers/conflicts';
import { requireNoConflict, wholePool } from '#services/reviewers/pool';
import { avoidances, organizations, people, reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { overwrite } from '#store/writes';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, drafter, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const secret = '评委曾收受该单位礼品';

describe('what stands between a pool and an application', () => {
  let world: World;
  const applicationId = 'case-1';
  const consent = { textVersion: '1', at: '2026-03-01T09:00:00.000+08:00' };

  /** Each expert of the pool is bound by another source, the last one by none. */
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    const profiles = [
      { organizationCode: '11310105MB0000019K' },
      { organizationName: '示例企业１' },
      { formerOrganizations: [{ name: '示例企业1', until: '2025-01-01' }] },
      { formerOrganizations: [{ name: '同事学校', until: '2025-01-01' }] },
      {},
      { recommender: '经信局' },
      { areaIds: ['yunjin'] },
      {},
      { thirdParty: { name: '辅导事务所' } },
      { conflicts: [{ organizationId: 'unit-1', source: 'keep-apart' as const, reason: '关系密切' }] },
      { conflicts: [{ organizationId: 'unit-1', source: 'declared' as const, reason: '亲属任职' }] },
      {},
      {},
    ];
    await seedReview(world, {
      cases: 2,
      reviewers: profiles.length,
      reviewer: (at) => ({ ...profiles[at - 1] }),
      cycle: { avoidSameArea: true, avoidSameRecommender: true, avoidSameMailDomain: true },
    });
    const unit = await world.store.get(keys.organization('unit-1'));
    const entry = await world.store.get(keys.reviewer('reviewer-13'));
    const known = (personId: string, email: string, organizationId?: string) =>
      overwrite(people, {
        ...{ personId, name: personId, username: personId, email, consent },
        grants: organizationId ? [{ role: 'applicant', organizationId }] : [],
      });
    await world.store.transact([
      overwrite(organizations, {
        ...unit,
        creditCode: '11310105MB0000019K',
        advisers: [{ name: '辅导事务所' }],
      }),
      overwrite(reviewers, { ...entry, reviewerId: 'applicant-1', name: '经办人', organizationName: '同事学校' }),
      known('applicant-1', 'wang@unit.example.cn'),
      known('reviewer-5', 'five@qq.com', 'unit-1'),
      known('reviewer-8', 'eight@mail.unit.example.cn'),
      overwrite(avoidances, {
        ...{ cycleId, applicationId, avoidanceId: 'avoidance-1', status: 'filed' },
        ...{ expertName: '专家 12', expertOrganization: '评审单位１２', reason: secret },
        ...{ filedBy: 'applicant-1', filedAt: '2026-06-01T09:00:00.000+08:00' },
      }),
    ]);
  });
  afterAll(() => world.end());

  const expected = {
    'reviewer-1': ['same-organization'],
    'reviewer-2': ['same-organization'],
    'reviewer-3': ['former-organization'],
    'reviewer-4': ['co-employment'],
    'reviewer-5': ['speaks-for'],
    'reviewer-6': ['same-recommender'],
    'reviewer-7': ['same-area'],
    'reviewer-8': ['same-mail-domain'],
    'reviewer-9': ['third-party'],
    'reviewer-10': ['keep-apart'],
    'reviewer-11': ['declared'],
    'reviewer-12': ['avoidance'],
    'applicant-1': ['speaks-for', 'co-employment', 'same-mail-domain'],
  };

  it('is told to the office for the whole pool, every source with what it rests on', async () => {
    const { items } = await applicationConflicts(world.as(checker), { applicationId });
    const found = items.map(
      ({ reviewerId, conflicts }) => [reviewerId, conflicts.map(({ source }) => source)] as const,
    );
    expect(Object.fromEntries(found)).toEqual(expected);
    const told = items.flatMap(({ conflicts }) => conflicts);
    expect(told.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
    const street = told.find(({ source }) => source === 'same-area');
    expect(street?.zh).toBe('专家与该单位在同一街镇或社区（云锦街道）。');
  });

  it('is the same for one expert alone, and nothing where nothing binds', async () => {
    for (const [reviewerId, sources] of Object.entries(expected)) {
      const { items } = await reviewerConflicts(world.as(supervisor), { reviewerId, applicationId });
      expect(items.map(({ source }) => source)).toEqual(sources);
    }
    const free = await reviewerConflicts(world.as(supervisor), { reviewerId: 'reviewer-13', applicationId });
    expect(free.items).toEqual([]);
  });

  it('is the same where many applications are asked about at once', async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    const cases = await world.store.getMany(['case-1', 'case-2'].map((id) => keys.application(id)));
    const pool = await wholePool(world);
    const barriers = await barriersOf(world, cycle, cases, pool);
    const barred = cases.map((each) => pool.filter(({ reviewerId }) => barriers.isBarred(each, reviewerId)).length);
    expect(barred).toEqual([13, 2]);
    expect([...barriers.barred(cases[0] ?? expect.fail()).keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it('binds the office too; it learns why, and the expert does not', async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    const application = await world.store.get(keys.application(applicationId));
    const refusal = (who: typeof checker) =>
      requireNoConflict(world.as(who), 'reviewer-12', application, cycle).catch((error: unknown) => error);
    expect(await refusal(checker)).toMatchObject({ code: 'ConflictOfInterest', fields: [{ code: 'avoidance' }] });
    const own = await refusal(reviewerActor('reviewer-12'));
    expect(own).toMatchObject({ code: 'ConflictOfInterest', fields: [] });
    expect(JSON.stringify(own)).not.toContain(secret);
    await expect(requireNoConflict(world.as(checker), 'reviewer-13', application, cycle)).resolves.toBeUndefined();
  });

  it('is told to nobody else, and not to an officer who is bound in the case', async () => {
    for (const who of [applicant, recommender, committee, reviewerActor('reviewer-12')]) {
      const asked = applicationConflicts(world.as(who), { applicationId });
      await expect(asked).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const bound = person(
      'bound',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'unit-1' },
    );
    const worksThere = { ...drafter, workplace: { organizationName: '示例企业１' } };
    for (const who of [bound, worksThere]) {
      const asked = reviewerConflicts(world.as(who), { reviewerId: 'reviewer-1', applicationId });
      await expect(asked).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    }
  });
});
