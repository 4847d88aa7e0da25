import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReviewer } from '#services/reviewers/add';
import { changeReviewer } from '#services/reviewers/change';
import { declare } from '#services/reviewers/declare';
import { getReviewer } from '#services/reviewers/get';
import { listReviewers } from '#services/reviewers/list';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { reviewerActor } from '../../support/review-fixture.ts';
import { applicant, checker, committee } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the pool of reviewers', () => {
  let world: World;
  const reviewerId = 'expert';
  const profile = {
    reviewerId,
    name: '陈专家',
    organizationName: '示范大学',
    categoryIds: ['enterprise'],
    expertise: ['工作成效'],
    maximumLoad: 12,
    keepApart: [{ organizationId: 'unit-1', reason: '同一系统' }],
  };
  beforeAll(async () => {
    world = await openWorld();
    const consent = { textVersion: '1', at: world.clock.now() };
    await world.store.transact([
      create(people, {
        personId: reviewerId,
        name: '陈专家',
        username: 'expert',
        consent,
        grants: [{ role: 'reviewer' }],
      }),
    ]);
  });
  afterAll(() => world.end());

  it('is kept by the office, and holds only people who made themselves known', async () => {
    await expect(addReviewer(world.as(applicant), profile)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(addReviewer(world.as(checker), { ...profile, reviewerId: 'nobody' })).rejects.toMatchObject({
      code: 'NotFound',
    });
    expect(await addReviewer(world.as(checker), profile)).toMatchObject({ available: true, version: 1 });
    await expect(addReviewer(world.as(checker), profile)).rejects.toMatchObject({ code: 'AlreadyExists' });
  });

  it('lets a reviewer declare conflicts, which the office’s changes do not take away, nor the other way round', async () => {
    const own = { reviewerId, available: false, conflicts: [{ organizationId: 'unit-2', reason: '曾任顾问' }] };
    await expect(declare(world.as(checker), { ...own, version: 1 })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(declare(world.as(reviewerActor('other')), { ...own, version: 1 })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const declared = await declare(world.as(reviewerActor(reviewerId)), { ...own, version: 1 });
    expect(declared).toMatchObject({ available: false, version: 2 });
    await expect(changeReviewer(world.as(checker), { ...profile, version: 1 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    const changed = await changeReviewer(world.as(checker), { ...profile, keepApart: [], version: 2 });
    expect(changed.conflicts).toEqual([{ organizationId: 'unit-2', source: 'declared', reason: '曾任顾问' }]);
  });

  it('is kept from a unit that is named by what its reviewer knows of it: name or code', async () => {
    const { version } = await world.store.get(keys.reviewer(reviewerId));
    const own = { reviewerId, version, available: true };
    const say = (conflict: object) =>
      declare(world.as(reviewerActor(reviewerId)), { ...own, conflicts: [{ reason: '亲属', ...conflict }] });
    await expect(say({})).rejects.toMatchObject({
      fields: [{ path: 'conflicts.0.organizationName', code: 'Required' }],
    });
    await expect(say({ creditCode: '11310105MB0000019J' })).rejects.toMatchObject({
      fields: [{ path: 'conflicts.0.creditCode', code: 'CreditCodeCheck' }],
    });
    const declared = { organizationName: '云锦甲企业', creditCode: '11310105MB0000019K' };
    expect(await say(declared)).toMatchObject({ conflicts: [{ ...declared, source: 'declared', reason: '亲属' }] });
  });

  it('is seen by those who oversee the cycle, an entry by its reviewer too', async () => {
    expect((await listReviewers(world.as(committee), { categoryId: 'enterprise' })).items).toHaveLength(1);
    expect((await listReviewers(world.as(committee), { categoryId: 'school' })).items).toEqual([]);
    await expect(listReviewers(world.as(reviewerActor(reviewerId)), {})).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await getReviewer(world.as(reviewerActor(reviewerId)), { reviewerId })).toMatchObject({ name: '陈专家' });
    await expect(getReviewer(world.as(applicant), { reviewerId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });
});
