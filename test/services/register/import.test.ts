import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRegister } from '#services/register/import';
import { listRegister } from '#services/register/list';
import { ratesOf } from '#services/register/rates';
import { keys } from '#store/keys';
import { add } from '#store/writes';
import { applicant, checker, drafter, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const of = { year: 2026, categoryId: 'enterprise' };

describe('the register of units', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  const unit = (name: string, status: 'registered' | 'creating' = 'registered', areaId = 'yunjin') => ({
    name,
    status,
    areaId,
  });
  const load = (units: object[], mode: 'replace' | 'append' = 'replace') =>
    importRegister(world.as(drafter), { ...of, mode, units: units as never });

  it('imports nothing when one row is wrong, and tells row by row', async () => {
    await expect(
      load([unit('甲'), { ...unit('乙'), creditCode: '91350100M000100Y4Z' }, { ...unit('丙'), colour: 'red' }]),
    ).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [
        { path: 'units.1.creditCode', code: 'CreditCodeCharacters' },
        { path: 'units.2.colour', code: 'UnknownField' },
      ],
    });
    await expect(load([unit('甲'), unit('乙', 'registered', 'nowhere')])).rejects.toMatchObject({
      fields: [{ path: 'units.1.areaId', code: 'UnknownArea' }],
    });
    await expect(load([unit('甲'), unit('乙'), unit('甲')])).rejects.toMatchObject({
      fields: [{ path: 'units.2', code: 'Duplicate' }],
    });
    await expect(load(Array.from({ length: 5001 }, (_, at) => unit(`单位${at}`)))).rejects.toMatchObject({
      fields: [{ path: 'units', code: 'TooLarge' }],
    });
    expect(await listRegister(world.as(checker), of)).toEqual({ units: [], total: 0 });
  });

  it('replaces the register as a whole and appends to it, each unit once', async () => {
    await load([unit('旧')]);
    await load([unit('甲', 'creating'), unit('乙', 'creating'), unit('丙')]);
    await expect(load([unit('丁'), unit('甲')], 'append')).rejects.toMatchObject({
      fields: [{ path: 'units.1', code: 'Duplicate' }],
    });
    expect((await load([unit('丁', 'registered', 'songling')], 'append')).units).toBe(4);
    const first = await listRegister(world.as(checker), { ...of, limit: '3' });
    expect(first).toMatchObject({ total: 4, next: 3 });
    const rest = await listRegister(world.as(checker), { ...of, from: first.next });
    expect([...first.units, ...rest.units].map((each) => each.name)).toEqual(['甲', '乙', '丙', '丁']);
    expect(rest).not.toHaveProperty('next');
  });

  it('gives each rate as the counts that it is made of, with its own denominator', async () => {
    await world.store.transact([add(keys.tally('cycle-2026', 1), 'tally', { 'enterprise:named': 1 })]);
    expect(await ratesOf(world.as(checker), of)).toEqual({
      registered: 4,
      creating: 2,
      named: 1,
      creationRate: { part: 2, whole: 4 },
      namingRate: { part: 1, whole: 2 },
      namedShare: { part: 1, whole: 4 },
      byArea: [
        { areaId: 'songling', creationRate: { part: 0, whole: 1 } },
        { areaId: 'yunjin', creationRate: { part: 2, whole: 3 } },
      ],
    });
    expect(await ratesOf(world.as(checker), { ...of, year: 2025 })).toEqual({
      registered: 0,
      creating: 0,
      named: 0,
      byArea: [],
    });
  });

  it('is written by whoever administers and read by those who oversee', async () => {
    await expect(importRegister(world.as(checker), { ...of, units: [unit('甲')] })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(listRegister(world.as(applicant), of)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(ratesOf(world.as(applicant), of)).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('becomes one of two imports of the same moment, never a mixture', async () => {
    const outcomes = await Promise.allSettled([load([unit('左')]), load([unit('右')])]);
    const { units } = await listRegister(world.as(checker), of);
    expect(units).toHaveLength(1);
    const codes = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(codes.every((code) => code === 'StaleVersion')).toBe(true);
  });
});
