import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkList } from '#services/lists/check';
import { draftList } from '#services/lists/draft';
import { shortlistApplications } from '#services/lists/shortlist';
import { stageShortlist } from '#services/lists/stage-shortlist';
import { applications } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { checker, drafter } from '../../support/season-fixture.ts';
import { cycleId, itemsAt, seedResult } from '../../support/selection-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('telling the applications of the list', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-09-10T09:00:00+08:00');
    await seedResult(world, [{}, {}, { selected: false }]);
  });
  afterAll(() => world.end());

  it('moves each once, leaves those that withdrew, and may run again', async () => {
    const { listId } = await draftList(world.as(drafter), { cycleId });
    await expect(stageShortlist(world.as(system), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    await checkList(world.as(checker), { cycleId, listId });
    const { itemsKey } = await stageShortlist(world.as(system), { cycleId });
    const items = await itemsAt<{ applicationId: string; verb: 'shortlist' | 'passOver' }>(world, itemsKey);
    expect(items.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1))).toEqual([
      { applicationId: 'application-1', verb: 'shortlist' },
      { applicationId: 'application-2', verb: 'shortlist' },
      { applicationId: 'application-3', verb: 'passOver' },
    ]);
    const second = await world.store.get(keys.application('application-2'));
    await world.store.transact([save(applications, { ...second, status: 'withdrawn' })]);

    expect(await shortlistApplications(world.as(system), { items })).toEqual({ moved: 2 });
    expect(await shortlistApplications(world.as(system), { items })).toEqual({ moved: 0 });
    const statuses = await Promise.all([1, 2, 3].map((n) => world.store.get(keys.application(`application-${n}`))));
    expect(statuses.map(({ status }) => status)).toEqual(['shortlisted', 'withdrawn', 'not-selected']);
    expect((await world.store.get(keys.gate('conclusion/application-3/1'))).outcome).toEqual({
      decision: 'passOver',
      round: 0,
    });
  });
});
