import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkList } from '#services/lists/check';
import { draftList } from '#services/lists/draft';
import { sendBackList } from '#services/lists/send-back';
import { requireUnlisted } from '#services/results/unlisted';
import { keys } from '#store/keys';
import { checker, committee, drafter, head } from '../../support/season-fixture.ts';
import { cycleId, seedResult } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const reason = '第 2 名与材料不符，请重新计算。';

describe('sending the proposed list back', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-10T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
  });
  afterEach(() => world.end());

  it('is done by whoever would check it, on the draft that they saw, with the reason', async () => {
    const seen = await draftList(world.as(drafter), { cycleId });
    const { listId } = await draftList(world.as(drafter), { cycleId });
    const back = (actor: typeof checker, id = listId) => sendBackList(world.as(actor), { cycleId, listId: id, reason });
    for (const actor of [head, committee]) await expect(back(actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    const both = person('drafter', { role: 'office', duties: ['draft', 'check'] });
    await expect(back(both)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(back(checker, seen.listId)).rejects.toMatchObject({ code: 'StaleVersion' });
    expect(await back(checker)).toMatchObject({ status: 'sent-back', sentBack: { personId: 'checker', reason } });
    await expect(checkList(world.as(checker), { cycleId, listId })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(back(checker)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('lets the result be computed anew, until there is another draft', async () => {
    const unlisted = async () => requireUnlisted(world, await world.store.get(keys.cycle(cycleId)));
    await expect(unlisted()).resolves.toBeUndefined();
    const { listId } = await draftList(world.as(drafter), { cycleId });
    await expect(unlisted()).rejects.toMatchObject({ code: 'WrongState' });
    await sendBackList(world.as(checker), { cycleId, listId, reason });
    await expect(unlisted()).resolves.toBeUndefined();
    const again = await draftList(world.as(drafter), { cycleId });
    expect(again).toMatchObject({ status: 'drafted', supersedes: listId });
    await expect(unlisted()).rejects.toMatchObject({ code: 'WrongState' });
  });
});
