import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardBook } from '#documents/standard-book';
import { columns } from '#documents/standard-rows';
import { workbookOf } from '#documents/table';
import { exampleStandards } from '#domain/example-standards/index';
import { exportStandard } from '#services/standards/export';
import { getStandard } from '#services/standards/get';
import { importStandard } from '#services/standards/import';
import { installExamples } from '#services/standards/install-examples';
import { listStandards } from '#services/standards/list';
import { publishStandard } from '#services/standards/publish';
import { applicant, checker, drafter } from '../../support/season-fixture.ts';
import { soundStandard } from '../../support/sound-standard.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const { standardId: _, categoryId: __, version: ___, status: ____, ...content } = soundStandard;
const document = { format: 'xuechuang-standard/1' as const, ...content };
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('a standard from a file', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
  });
  afterAll(() => world.end());

  const drafts = async () =>
    (await listStandards(world.as(drafter), { categoryId: 'street' })).items.map(({ name }) => name);

  it.each(['xlsx', 'json'] as const)('comes back as it was exported, as a draft: .%s', async (format) => {
    for (const { standardId, version, ...example } of exampleStandards) {
      const file = await exportStandard(world.as(applicant), { standardId, standardVersion: version, format });
      const bytes = Buffer.from(file.base64, 'base64');
      const sent = format === 'xlsx' ? { workbook: file.base64 } : { document: JSON.parse(bytes.toString()) };
      const { standardVersion, ...imported } = await importStandard(world.as(drafter), {
        categoryId: 'school',
        ...sent,
      });
      const draft = { standardId: imported.standardId, status: 'draft', categoryId: 'school', version: 1 };
      expect(imported).toEqual({ ...example, ...draft });
      const ref = { standardId: imported.standardId, standardVersion };
      expect((await getStandard(world.as(drafter), ref)).problems).toEqual([]);
      expect((await publishStandard(world.as(drafter), ref)).status).toBe('published');
    }
  });

  it('is named after the standard, without what a file system refuses', async () => {
    const named = { ...document, name: '标准/试行:2026?' };
    const { standardId } = await importStandard(world.as(drafter), { categoryId: 'school', document: named });
    const ref = { standardId, standardVersion: '1', format: 'json' as const };
    expect(await exportStandard(world.as(drafter), ref)).toMatchObject({
      fileName: '标准_试行_2026_-v1.json',
      contentType: 'application/json',
    });
    await expect(exportStandard(world.as(applicant), ref)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is the work of whoever administers', async () => {
    for (const who of [checker, applicant]) {
      await expect(importStandard(world.as(who), { categoryId: 'street', document })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
  });

  it('is kept unsound, with what is wrong told, and not published', async () => {
    const spoiled = structuredClone(content);
    const point = spoiled.indicators[1]?.children[0]?.children[0];
    if (point) point.fullMarks = 2_900;
    const workbook = base64(await standardBook(spoiled));
    const { standardId } = await importStandard(world.as(drafter), { categoryId: 'party', workbook });
    const ref = { standardId, standardVersion: 1 };
    const expected = [{ path: 'indicators.1.children.0.fullMarks', code: 'SumDiffers' }];
    expect((await getStandard(world.as(drafter), ref)).problems).toMatchObject(expected);
    await expect(publishStandard(world.as(drafter), ref)).rejects.toMatchObject({ fields: expected });
  });

  it('is not made at all when one row is wrong, and the row is told', async () => {
    const rows = [
      ['标准', null, '标准', 100, null, null, null, null, null, null],
      ['标签', null, '', null, null, null, null, null, null, null],
      ['一级指标', '1', '甲', '１００', null, null, null, null, null, null],
    ];
    const workbook = base64(await workbookOf([{ name: '评估标准', columns, rows }]));
    await expect(importStandard(world.as(drafter), { categoryId: 'street', workbook })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'rows.4.分值', code: 'NotANumber' }],
    });
    expect(await drafts()).toEqual([]);
  });

  it.each([
    ['nothing', {}, 'workbook OneOfBoth'],
    ['both', { workbook: 'AAAA', document }, 'workbook OneOfBoth'],
    ['what is no base64', { workbook: '工作簿' }, 'workbook WrongFormat'],
    ['what is no workbook', { workbook: base64(Buffer.from('编号,名称\n')) }, 'workbook NotAWorkbook'],
    ['a workbook beyond 700 KB', { workbook: 'A'.repeat(960_004) }, 'workbook TooLarge'],
    ['a document of another format', { document: { ...document, format: 'x' } }, 'document.format NotOffered'],
    ['a mark of a half hundredth', { document: { ...document, fullMarks: 100.5 } }, 'document.fullMarks WrongKind'],
    ['a mark beyond numbers', { document: JSON.parse('{"fullMarks":1e400}') }, 'document.fullMarks WrongKind'],
    ['a mark as text', { document: { ...document, fullMarks: '100' } }, 'document.fullMarks WrongKind'],
    ['an unknown field', { document: { ...document, weight: 1 } }, 'document.weight UnknownField'],
  ])('is refused for %s', async (_, sent, expected) => {
    const refused = importStandard(world.as(drafter), { categoryId: 'street', ...(sent as object) });
    const told = await refused.then(
      () => [],
      ({ fields }) => fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    );
    expect(told).toContain(expected);
    expect(await drafts()).toEqual([]);
  });

  it('is refused without a category, and for one that nobody knows', async () => {
    const refused = (categoryId: unknown) =>
      importStandard(world.as(drafter), { document, ...(categoryId !== undefined && { categoryId }) } as never);
    await expect(refused(undefined)).rejects.toMatchObject({ fields: [{ path: 'categoryId', code: 'Required' }] });
    await expect(refused('moon')).rejects.toMatchObject({ fields: [{ path: 'categoryId', code: 'UnknownCategory' }] });
  });

  it.each([4, 50])('is refused for a tree of %i levels, at the level that is one too many', async (depth) => {
    let node: object = { indicatorId: 'x', name: 'x', fullMarks: 100, children: [] };
    for (let level = 1; level < depth; level += 1) {
      node = { indicatorId: 'x', name: 'x', fullMarks: 100, children: [node] };
    }
    const deep = { ...document, indicators: [node] } as unknown as typeof document;
    await expect(importStandard(world.as(drafter), { categoryId: 'street', document: deep })).rejects.toMatchObject({
      fields: [{ path: 'document.indicators.0.children.0.children.0.children', code: 'TreeTooDeep' }],
    });
  });

  it('is refused when it is too long to be kept', async () => {
    const long = structuredClone(document);
    const points = long.indicators[0]?.children[0]?.children ?? [];
    for (let at = 0; at < 40; at += 1) {
      const items = Array.from({ length: 30 }, () => ({ label: '长'.repeat(100), marks: 1 }));
      const [first] = points;
      if (first) points.push({ ...first, rule: { kind: 'deduction', items } });
    }
    await expect(importStandard(world.as(drafter), { categoryId: 'street', document: long })).rejects.toMatchObject({
      fields: [{ path: 'document', code: 'StandardTooLong' }],
    });
    const workbook = base64(await standardBook(long));
    await expect(importStandard(world.as(drafter), { categoryId: 'street', workbook })).rejects.toMatchObject({
      fields: [{ path: 'workbook', code: 'StandardTooLong' }],
    });
  });
});
