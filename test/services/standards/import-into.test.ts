import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardBook } from '#documents/standard-book';
import { createBlankStandard } from '#services/standards/create-blank';
import { exportStandard } from '#services/standards/export';
import { getStandard } from '#services/standards/get';
import { importIntoStandard } from '#services/standards/import-into';
import { publishStandard } from '#services/standards/publish';
import { checker, drafter } from '../../support/season-fixture.ts';
import { soundStandard } from '../../support/sound-standard.ts';
import { openWorld, type World } from '../../support/world.ts';

const { standardId: _, categoryId: __, version: ___, status: ____, ...content } = soundStandard;
const document = { format: 'xuechuang-standard/1' as const, ...content };

describe('a draft that is replaced by a file', () => {
  let world: World;
  let workbook = '';
  beforeAll(async () => {
    world = await openWorld();
    workbook = Buffer.from(await standardBook(content)).toString('base64');
  });
  afterAll(() => world.end());

  const blank = async () => {
    const { standardId, standardVersion } = await createBlankStandard(world.as(drafter), {
      categoryId: 'street',
      name: '空白',
    });
    return { standardId, standardVersion };
  };

  it('becomes what the file says and stays the draft that it is', async () => {
    const ref = await blank();
    await expect(importIntoStandard(world.as(checker), { ...ref, version: 1, workbook })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const replaced = await importIntoStandard(world.as(drafter), { ...ref, version: 1, workbook });
    expect(replaced).toEqual({ ...content, ...ref, categoryId: 'street', status: 'draft', version: 2 });
    expect(await getStandard(world.as(drafter), ref)).toEqual({ ...replaced, problems: [] });
    const { base64 } = await exportStandard(world.as(drafter), { ...ref, format: 'xlsx' });
    const again = await importIntoStandard(world.as(drafter), { ...ref, version: 2, workbook: base64 });
    expect(again).toEqual({ ...replaced, version: 3 });
  });

  it('stays as it was when the file is wrong, or another was faster', async () => {
    const ref = await blank();
    const wrong = { ...document, name: 7 } as unknown as typeof document;
    await expect(importIntoStandard(world.as(drafter), { ...ref, version: 1, document: wrong })).rejects.toMatchObject({
      fields: [{ path: 'document.name', code: 'WrongKind' }],
    });
    expect(await getStandard(world.as(drafter), ref)).toMatchObject({ name: '空白', version: 1 });
    const [one, other] = await Promise.allSettled([
      importIntoStandard(world.as(drafter), { ...ref, version: 1, document }),
      importIntoStandard(world.as(drafter), { ...ref, version: 1, workbook }),
    ]);
    expect([one, other].map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(importIntoStandard(world.as(drafter), { ...ref, version: 1, document })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
  });

  it('is a draft: what was published is not replaced', async () => {
    const ref = await blank();
    await importIntoStandard(world.as(drafter), { ...ref, version: 1, document });
    await publishStandard(world.as(drafter), ref);
    await expect(importIntoStandard(world.as(drafter), { ...ref, version: 3, document })).rejects.toMatchObject({
      code: 'StandardInUse',
    });
  });
});
