import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlankStandard } from '#services/standards/create-blank';
import { getStandard } from '#services/standards/get';
import { publishStandard } from '#services/standards/publish';
import { checker, drafter } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('a standard that begins from nothing', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  it('is an empty draft of its category, which cannot be published as it is', async () => {
    const given = { categoryId: 'street', name: ' 学习型街道评估标准 ' };
    await expect(createBlankStandard(world.as(checker), given)).rejects.toMatchObject({ code: 'NotAllowed' });
    const { standardId, standardVersion } = await createBlankStandard(world.as(drafter), given);
    const draft = await getStandard(world.as(drafter), { standardId, standardVersion });
    expect(draft).toMatchObject({
      name: '学习型街道评估标准',
      categoryId: 'street',
      status: 'draft',
      fullMarks: 10_000,
      indicators: [],
      problems: [{ path: 'fullMarks', code: 'SumDiffers' }],
    });
    await expect(publishStandard(world.as(drafter), { standardId, standardVersion })).rejects.toMatchObject({
      fields: [{ path: 'fullMarks', code: 'SumDiffers' }],
    });
  });

  it('is refused without a name, and for a category that nobody knows', async () => {
    await expect(createBlankStandard(world.as(drafter), { categoryId: 'street', name: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'name', code: 'TooSmall' }],
    });
    await expect(createBlankStandard(world.as(drafter), { categoryId: 'moon', name: '标准' })).rejects.toMatchObject({
      fields: [{ path: 'categoryId', code: 'UnknownCategory' }],
    });
  });
});
