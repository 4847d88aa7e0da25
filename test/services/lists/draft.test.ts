import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkList } from '#services/lists/check';
import { draftList } from '#services/lists/draft';
import { getList } from '#services/lists/get';
import { vetoes } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { applicant, checker, committee, cycle, drafter, head } from '../../support/season-fixture.ts';
import { cycleId, seedResult } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('drafting the proposed list', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-10T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const listed = async () =>
    (await getList(world.as(committee), { cycleId })).items.map(({ applicationId }) => applicationId);

  it('takes whom the result selected, less those left out with a reason', async () => {
    await seedResult(world, [{}, {}, { selected: false }]);
    const exclusions = [{ applicationId: 'application-2', reason: '单位已注销' }];
    const list = await draftList(world.as(drafter), { cycleId, exclusions });
    expect(list).toMatchObject({ status: 'drafted', total: 1, countsByCategory: { enterprise: 1 }, exclusions });
    expect(await listed()).toEqual(['application-1']);
    expect((await world.store.get(keys.cycle(cycleId))).listId).toBe(list.listId);
  });

  it('never takes whom a veto hit, not even one that came after the result', async () => {
    await seedResult(world, [{}, {}, { passed: false }]);
    const veto = {
      ...{ cycleId, vetoId: 'veto-1', applicationId: 'application-1', ground: 'safety-accident' as const },
      ...{ source: '应急管理局', evidence: '通报', occurredOn: '2026-08-30', enteredBy: 'checker' },
      at: '2026-09-09T09:00:00.000+08:00',
    };
    await world.store.transact([create(vetoes, veto)]);
    await draftList(world.as(drafter), { cycleId });
    expect(await listed()).toEqual(['application-2']);
  });

  it('waits for the vote on a tie across the cut', async () => {
    await seedResult(world, [{}, { selected: false, needsVote: true }]);
    await expect(draftList(world.as(drafter), { cycleId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: 'ties.enterprise.application-2', code: 'NeedsVote' }],
    });
  });

  it('refuses to leave out whom the result did not select, and more than there are seats', async () => {
    await seedResult(world, [{}, { selected: false }]);
    const exclusions = [{ applicationId: 'application-2', reason: '未入选' }];
    await expect(draftList(world.as(drafter), { cycleId, exclusions })).rejects.toMatchObject({
      fields: [{ path: 'exclusions.0.applicationId', code: 'NotSelected' }],
    });
  });

  it('holds the list to the seats of its category', async () => {
    await seedResult(world, [{}, {}, {}], { categories: cycle.categories });
    await expect(draftList(world.as(drafter), { cycleId })).rejects.toMatchObject({
      code: 'QuotaExceeded',
      values: { limit: 2 },
    });
  });

  it('is for an officer who drafts and has no stake, while the cycle is listing', async () => {
    await seedResult(world, [{}]);
    for (const actor of [applicant, checker, head, committee]) {
      await expect(draftList(world.as(actor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const torn = person(
      'torn',
      { role: 'office', duties: ['draft'] },
      { role: 'applicant', organizationId: 'organization-1' },
    );
    await expect(draftList(world.as(torn), { cycleId })).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    const { listId } = await draftList(world.as(drafter), { cycleId });
    await checkList(world.as(checker), { cycleId, listId });
    await expect(draftList(world.as(drafter), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(getList(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('lets one of two drafts at the same moment stand', async () => {
    await seedResult(world, [{}]);
    const both = await Promise.allSettled([1, 2].map(() => draftList(world.as(drafter), { cycleId })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'StaleVersion' } });
  });
});
