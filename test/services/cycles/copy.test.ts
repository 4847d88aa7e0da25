import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { once } from '#services/commit';
import { copyCycle } from '#services/cycles/copy';
import { getCycle } from '#services/cycles/get';
import { importHolidays } from '#services/reference/import-holidays';
import { createStandard } from '#services/standards/create';
import { publishStandard } from '#services/standards/publish';
import { retireStandard } from '#services/standards/retire';
import { applicant, checker, cycle, drafter, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const { cycleId } = cycle;
const newYear = { cycleId, title: '2027 年学习型组织创建', year: 2027, drawSeed: '2027' };
const enterprise = { standardId: 'example-enterprise', standardVersion: 1 };

describe('a new year after an earlier one', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world, { status: 'concluded', resultId: 'result-1', decisionId: 'decision-1' });
  });
  afterAll(() => world.end());

  it('is refused while the calendar of the year is not loaded, and for who does not administer', async () => {
    for (const who of [checker, applicant]) {
      await expect(copyCycle(world.as(who), newYear)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    await expect(copyCycle(world.as(drafter), newYear)).rejects.toMatchObject({
      code: 'CalendarNotLoaded',
      fields: [{ path: 'windows.publicityOn' }],
    });
    await importHolidays(world.as(drafter), { year: 2027, holidays: ['2027-01-01'], workdays: [] });
  });

  it('is planned from any earlier cycle, with a seed of its own and nothing of what became of that one', async () => {
    const { changes, ...copy } = await copyCycle(world.as(drafter), newYear);
    expect(copy).toMatchObject({ status: 'draft', year: 2027, version: 1, categories: cycle.categories });
    expect(Object.keys(copy).filter((field) => ['basis', 'resultId', 'decisionId'].includes(field))).toEqual([]);
    expect(changes.map(({ path }) => path)).toContain('basis');
    expect(await getCycle(world.as(drafter), { cycleId: copy.cycleId })).toMatchObject({ title: newYear.title });
    await expect(copyCycle(world.as(drafter), { ...newYear, drawSeed: cycle.drawSeed })).rejects.toMatchObject({
      fields: [{ path: 'drawSeed', code: 'SeedReused' }],
    });
    await expect(copyCycle(world.as(drafter), { ...newYear, cycleId: 'none' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('pins the latest published version of each standard, no draft, and nothing that was retired', async () => {
    const next = () => createStandard(world.as(drafter), { from: enterprise, as: 'version' });
    const second = await next();
    await publishStandard(world.as(drafter), { ...enterprise, standardVersion: second.standardVersion });
    await next();
    const { categories, changes } = await copyCycle(world.as(drafter), newYear);
    expect(categories[0]?.standardVersion).toBe(2);
    expect(changes).toContainEqual({ path: 'categories.0.standardVersion', before: 1, after: 2 });
    for (const standardVersion of [1, 2]) await retireStandard(world.as(drafter), { ...enterprise, standardVersion });
    await expect(copyCycle(world.as(drafter), newYear)).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path: 'categories.0.standardId', code: 'StandardNotPublished' }],
    });
  });

  it('is refused with dates out of order, and with a year that is none', async () => {
    const windows = { ...cycle.windows, closesAt: cycle.windows.opensAt };
    await expect(copyCycle(world.as(drafter), { ...newYear, windows })).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'windows.closesAt', code: 'OutOfOrder' })]),
    });
    await expect(copyCycle(world.as(drafter), { ...newYear, year: 20_270 })).rejects.toMatchObject({
      fields: [{ path: 'year', code: 'TooLarge' }],
    });
  });

  it('is planned once for one request that is sent twice at the same time', async () => {
    const category = createStandard(world.as(drafter), { from: enterprise, as: 'version' });
    await publishStandard(world.as(drafter), { ...enterprise, standardVersion: (await category).standardVersion });
    const send = () => {
      const ctx = world.as(drafter, { key: 'copy', hash: 'same' });
      return once(ctx, () => copyCycle(ctx, newYear));
    };
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.answer.cycleId).toBe(other.answer.cycleId);
  });
});
