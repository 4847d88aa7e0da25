import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleStandards } from '#domain/example-standards/index';
import { createStandard } from '#services/standards/create';
import { getStandard } from '#services/standards/get';
import { installExamples } from '#services/standards/install-examples';
import { listStandards } from '#services/standards/list';
import { publishStandard } from '#services/standards/publish';
import { retireStandard } from '#services/standards/retire';
import { standardAt } from '#services/standards/stored';
import { updateStandard } from '#services/standards/update';
import { applicant, checker, drafter, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const from = { standardId: 'example-enterprise', standardVersion: 1 };

describe('a standard from draft to retirement', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
  });
  afterAll(() => world.end());

  const edited = (draft: Awaited<ReturnType<typeof createStandard>>, name: string) => {
    const { standardId, standardVersion, label, fullMarks, indicators } = draft;
    return { standardId, standardVersion, name, label, fullMarks, indicators };
  };

  it('begins with the examples, which are installed once', async () => {
    expect((await installExamples(world.as(drafter))).installed).toEqual([]);
    await expect(installExamples(world.as(checker))).rejects.toMatchObject({ code: 'NotAllowed' });
    expect((await listStandards(world.as(applicant), {})).items.length).toBe(exampleStandards.length);
    const example = exampleStandards.find((each) => each.standardId === from.standardId);
    expect(await standardAt(world, from.standardId, 1)).toEqual(example);
  });

  it('is copied as a draft, of another category where it is wanted, seen by the office only', async () => {
    await expect(createStandard(world.as(checker), { from, as: 'standard' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const draft = await createStandard(world.as(drafter), { from, as: 'standard', categoryId: 'street', name: '街道' });
    expect(draft).toMatchObject({ standardVersion: 1, categoryId: 'street', name: '街道', status: 'draft' });
    const of = { categoryId: 'street' };
    expect((await listStandards(world.as(applicant), of)).items).toEqual([]);
    expect((await listStandards(world.as(supervisor), of)).items).toMatchObject([{ standardId: draft.standardId }]);
    await expect(getStandard(world.as(applicant), draft)).rejects.toMatchObject({ code: 'InvalidInput' });
    const { standardId, standardVersion } = draft;
    await expect(getStandard(world.as(applicant), { standardId, standardVersion })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('is saved unsound but not published unsound, and refuses a stale version', async () => {
    const draft = await createStandard(world.as(drafter), { from, as: 'version' });
    const { standardId, standardVersion } = draft;
    expect(standardVersion).toBe(2);
    const [first, ...rest] = draft.indicators;
    if (!first) throw new Error('the example has no indicators');
    const short = { ...edited(draft, '学习型企业(修订)'), indicators: rest };
    expect(await updateStandard(world.as(drafter), { ...short, version: 1 })).toMatchObject({ version: 2 });
    await expect(updateStandard(world.as(drafter), { ...short, version: 1 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    expect((await getStandard(world.as(drafter), { standardId, standardVersion })).problems).toMatchObject([
      { path: 'fullMarks', code: 'SumDiffers' },
    ]);
    await expect(publishStandard(world.as(drafter), { standardId, standardVersion })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'fullMarks', code: 'SumDiffers' }],
    });
    await updateStandard(world.as(drafter), { ...edited(draft, '学习型企业(修订)'), version: 2 });
    await expect(publishStandard(world.as(checker), { standardId, standardVersion })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const published = await publishStandard(world.as(drafter), { standardId, standardVersion: '2' });
    expect(published).toMatchObject({ status: 'published', version: 4, standardVersion: 2 });
  });

  it('never changes once published: a change is a new version, and retirement leaves it readable', async () => {
    const published = await getStandard(world.as(drafter), { ...from, standardVersion: 2 });
    await expect(updateStandard(world.as(drafter), { ...edited(published, '改'), version: 4 })).rejects.toMatchObject({
      code: 'StandardInUse',
    });
    await expect(publishStandard(world.as(drafter), { ...from, standardVersion: 2 })).rejects.toMatchObject({
      code: 'WrongState',
    });
    const retired = await retireStandard(world.as(drafter), { ...from, standardVersion: 2 });
    expect(retired.status).toBe('retired');
    expect((await getStandard(world.as(applicant), { ...from, standardVersion: 2 })).name).toBe('学习型企业(修订)');
    const [left, right] = await Promise.allSettled([
      createStandard(world.as(drafter), { from, as: 'version' }),
      createStandard(world.as(drafter), { from, as: 'version' }),
    ]);
    const versions = [left, right].flatMap((each) => (each.status === 'fulfilled' ? [each.value.standardVersion] : []));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions).toContain(3);
  });
});
