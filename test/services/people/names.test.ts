import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleNames } from '#services/people/names';
import { openClient } from '../../support/client.ts';
import { applicant, checker, committee, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const reviewer = person('reviewer-1', { role: 'reviewer' });
/** Sits on the committee and reviews elsewhere. */
const both = person('both', { role: 'committee' }, { role: 'reviewer' });

describe('the names behind the ids of a record', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await openClient(world, [applicant, checker, committee, recommender, supervisor, reviewer, both]);
  });
  afterAll(() => world.end());

  const everybody = ['applicant', 'checker', 'committee', 'recommender', 'supervisor', 'reviewer-1', 'both'];
  const told = async (actor: typeof checker, ids: readonly string[]) =>
    (await peopleNames(world.as(actor), { ids: ids.join() })).items.map(({ personId }) => personId);

  it('are told to the office and the supervisor, each once, and nothing but the name', async () => {
    expect(await told(checker, everybody)).toEqual(everybody);
    expect(await told(supervisor, ['reviewer-1', 'nobody', 'reviewer-1'])).toEqual(['reviewer-1']);
    expect((await peopleNames(world.as(checker), { ids: 'committee' })).items).toEqual([
      { personId: 'committee', name: 'committee' },
    ]);
  });

  it('tell the committee who acted in the office’s name, and of nobody that they review', async () => {
    expect(await told(committee, everybody)).toEqual(['checker', 'committee', 'supervisor']);
  });

  it('are told to nobody else', async () => {
    for (const actor of [applicant, recommender, reviewer, { kind: 'public' } as const]) {
      await expect(peopleNames(world.as(actor), { ids: 'checker' })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('are asked for at most 100 at a time', async () => {
    const ids = Array.from({ length: 101 }, (_, at) => `p-${at}`).join();
    await expect(peopleNames(world.as(checker), { ids })).rejects.toMatchObject({ code: 'InvalidInput' });
    await expect(peopleNames(world.as(checker), { ids: 'a,,b' })).rejects.toMatchObject({ code: 'InvalidInput' });
  });
});
