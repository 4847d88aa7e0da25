import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandard } from '#services/standards/create';
import { discardStandard } from '#services/standards/discard';
import { getStandard } from '#services/standards/get';
import { installExamples } from '#services/standards/install-examples';
import { publishStandard } from '#services/standards/publish';
import { retireStandard } from '#services/standards/retire';
import { updateStandard } from '#services/standards/update';
import { applicant, checker, drafter, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const from = { standardId: 'example-enterprise', standardVersion: 1 };

describe('a draft that is not wanted', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
  });
  afterAll(() => world.end());

  const draft = async () => {
    const { standardId, standardVersion } = await createStandard(world.as(drafter), { from, as: 'standard' });
    return { standardId, standardVersion, version: 1 };
  };

  it('is taken away by whoever administers, and by nobody else', async () => {
    const given = await draft();
    for (const who of [checker, supervisor, applicant]) {
      await expect(discardStandard(world.as(who), given)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const { version: _, ...ref } = given;
    expect(await discardStandard(world.as(drafter), given)).toEqual(ref);
    await expect(getStandard(world.as(drafter), ref)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(discardStandard(world.as(drafter), given)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('stays when it was published or retired', async () => {
    const { version: _, ...ref } = await draft();
    const published = await publishStandard(world.as(drafter), ref);
    const discard = (at: number) => discardStandard(world.as(drafter), { ...ref, version: at });
    await expect(discard(published.version)).rejects.toMatchObject({ code: 'StandardInUse' });
    const retired = await retireStandard(world.as(drafter), ref);
    await expect(discard(retired.version)).rejects.toMatchObject({ code: 'StandardInUse' });
  });

  it('stays when somebody changed it in the meantime, and is published or discarded but never both', async () => {
    const given = await draft();
    const { standardId, standardVersion } = given;
    const read = await getStandard(world.as(drafter), { standardId, standardVersion });
    const { label, fullMarks, indicators } = read;
    const changed = { standardId, standardVersion, name: '改', label, fullMarks, indicators, version: 1 };
    await updateStandard(world.as(drafter), changed);
    await expect(discardStandard(world.as(drafter), given)).rejects.toMatchObject({ code: 'StaleVersion' });
    const [discarded, published] = await Promise.allSettled([
      discardStandard(world.as(drafter), { ...given, version: 2 }),
      publishStandard(world.as(drafter), { standardId, standardVersion }),
    ]);
    expect([discarded.status, published.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const there = await getStandard(world.as(drafter), { standardId, standardVersion }).then(
      ({ status }) => status,
      (error: Error) => error.name,
    );
    expect(there).toBe(published.status === 'fulfilled' ? 'published' : 'NotFound');
  });
});
