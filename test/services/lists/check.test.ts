import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkList } from '#services/lists/check';
import { draftList } from '#services/lists/draft';
import { keys } from '#store/keys';
import { checker, drafter, head } from '../../support/season-fixture.ts';
import { cycleId, seedResult } from '../../support/selection-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('checking the proposed list', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-09-10T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
  });
  afterAll(() => world.end());

  it('is done by another officer, on the draft that they saw, once', async () => {
    const seen = await draftList(world.as(drafter), { cycleId });
    const { listId } = await draftList(world.as(drafter), { cycleId });
    await expect(checkList(world.as(head), { cycleId, listId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(checkList(world.as(drafter), { cycleId, listId })).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(checkList(world.as(checker), { cycleId, listId: seen.listId })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    const checks = await Promise.allSettled([1, 2].map(() => checkList(world.as(checker), { cycleId, listId })));
    expect(checks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await world.store.get(keys.list(listId))).toMatchObject({ status: 'checked', checkedBy: 'checker' });
    expect((await world.store.get(keys.gate(`list/${cycleId}/1`))).outcome).toEqual({ decision: 'checked', listId });
    await expect(checkList(world.as(checker), { cycleId, listId })).rejects.toMatchObject({ code: 'WrongState' });
  });
});
