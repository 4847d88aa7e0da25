import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#store/keys';
import { assignPanel } from '#tasks/assign-panel';
import { matchReviewers } from '#tasks/match-reviewers';
import { cycleId, panelOf, seedReview } from '../support/review-fixture.ts';
import { openWorld, system, type World } from '../support/world.ts';

describe('the tasks of the draw', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 2, reviewers: 4 });
  });
  afterAll(() => world.end());

  it('hand on nothing but a key, and a batch that comes twice assigns each panel once', async () => {
    const drawn = await matchReviewers(world.as(system), { cycleId });
    expect(drawn).toEqual({ itemsKey: expect.stringMatching(/^cycles\/cycle-2026\/draws\/documents-1\//) });
    const { itemsKey } = drawn as { itemsKey: string };
    const items = JSON.parse(await world.bucket.getText(itemsKey));
    const batches = [1, 2].map(() => assignPanel(world.as(system), { items }));
    expect(await Promise.all(batches)).toEqual([{ items: 2 }, { items: 2 }]);
    for (const applicationId of ['case-1', 'case-2']) {
      expect(await panelOf(world, applicationId)).toHaveLength(3);
      expect(await world.store.get(keys.panel(applicationId))).toMatchObject({ size: 3, vacant: 0, submitted: 0 });
    }
    const loads = await world.store.all<{ assigned: number }>(keys.load(cycleId, '').pk);
    expect(loads.reduce((all, { assigned }) => all + assigned, 0)).toBe(6);
  });
});
