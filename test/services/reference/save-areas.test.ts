import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCategories } from '#domain/categories';
import { importHolidays } from '#services/reference/import-holidays';
import { readAreas, readCategories } from '#services/reference/read';
import { saveAreas } from '#services/reference/save-areas';
import { saveCategories } from '#services/reference/save-categories';
import { loadedYears } from '#services/reference/years';
import { areas, checker, drafter } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('what the office keeps as data', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  it('saves the areas as a whole, on condition of the version that was read', async () => {
    expect(await readAreas(world.as(checker))).toEqual({ areas: [], version: 0 });
    await expect(saveAreas(world.as(checker), { version: 0, areas })).rejects.toMatchObject({ code: 'NotAllowed' });
    expect((await saveAreas(world.as(drafter), { version: 0, areas })).version).toBe(1);
    await expect(saveAreas(world.as(drafter), { version: 0, areas })).rejects.toMatchObject({ code: 'StaleVersion' });
    const [left, right] = await Promise.allSettled([
      saveAreas(world.as(drafter), { version: 1, areas }),
      saveAreas(world.as(drafter), { version: 1, areas }),
    ]);
    expect([left.status, right.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await readAreas(world.as(checker))).version).toBe(2);
  });

  it('tells what is wrong with a tree, each at its field', async () => {
    const orphan = { areaId: 'x', name: '某街道', level: 'street' as const, parentId: 'nowhere' };
    await expect(saveAreas(world.as(drafter), { version: 2, areas: [...areas, orphan] })).rejects.toMatchObject({
      fields: [{ path: 'areas.3.parentId', code: 'ParentUnknown' }],
    });
  });

  it('begins with the default taxonomy and refuses one code for two categories', async () => {
    expect((await readCategories(world.as(checker))).categories).toEqual(defaultCategories);
    const [first, second] = defaultCategories;
    if (!first || !second) throw new Error('there are no default categories');
    const twice = [first, { ...second, code: first.code }];
    await expect(saveCategories(world.as(drafter), { version: 0, categories: twice })).rejects.toMatchObject({
      fields: [{ path: 'categories.1.code', code: 'Duplicate' }],
    });
    await expect(saveCategories(world.as(checker), { version: 0, categories: [first] })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await saveCategories(world.as(drafter), { version: 0, categories: [first] });
    expect(await readCategories(world.as(checker))).toEqual({ categories: [first], version: 1 });
  });
});

describe('the holiday table of a coming year', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const table = { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-03'] };

  it('is loaded by the office, corrected by loading it again, and listed', async () => {
    await expect(importHolidays(world.as(checker), table)).rejects.toMatchObject({ code: 'NotAllowed' });
    await importHolidays(world.as(drafter), table);
    await importHolidays(world.as(drafter), { ...table, holidays: ['2027-01-01', '2027-02-08'] });
    const years = await loadedYears(world);
    expect(years.filter((each) => each.source === 'imported')).toEqual([{ year: 2027, source: 'imported' }]);
    const audit = await world.store.all<{ details: { holidays: string[] } }>('AUDIT#setting/holidays', 'EVENT');
    expect(audit.map((event) => event.details.holidays)).toEqual([['2027-01-01'], ['2027-01-01', '2027-02-08']]);
  });

  it('cannot take the place of a year that ships with the system, nor be wrong in itself', async () => {
    await expect(
      importHolidays(world.as(drafter), { year: 2026, holidays: ['2026-01-01'], workdays: [] }),
    ).rejects.toMatchObject({ fields: [{ path: 'year', code: 'AlreadyOfficial' }] });
    await expect(
      importHolidays(world.as(drafter), { year: 2028, holidays: ['2027-05-01'], workdays: ['2028-01-03'] }),
    ).rejects.toMatchObject({
      fields: [
        { path: 'holidays.0', code: 'WrongYear' },
        { path: 'workdays.0', code: 'NotAWeekend' },
        { path: 'holidays', code: 'NoNewYear' },
      ],
    });
  });
});
