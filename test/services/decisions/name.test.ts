import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '#services/applications/withdraw';
import { concludeCycle } from '#services/decisions/conclude';
import { nameAwards } from '#services/decisions/name';
import { stageNaming } from '#services/decisions/stage-naming';
import { applications, cycles } from '#store/entities';
import { keys } from '#store/keys';
import { remove, save } from '#store/writes';
import {
  concluded,
  cycleId,
  itemsAt,
  named,
  publicized,
  seedResult,
  shortlisted,
  signed,
  unitOf,
} from '../../support/selection-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('naming', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    await shortlisted(world);
    await concluded(world, await publicized(world));
  });
  afterEach(() => world.end());

  const first = '示学证〔2026〕QY-0001';
  const items = async () => {
    const { itemsKey } = await stageNaming(world.as(system), { cycleId });
    return itemsAt<{ decisionId: string; position: number }>(world, itemsKey);
  };

  it('makes application, award and certificate true together, once, and concludes the cycle on equal counts', async () => {
    await expect(stageNaming(world.as(system), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    const decisionId = await signed(world);
    const rows = await items();
    expect(rows).toEqual([
      { decisionId, position: 1 },
      { decisionId, position: 2 },
    ]);
    await expect(concludeCycle(world.as(system), { cycleId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: 'certificates', code: 'CountsDiffer' }],
    });
    expect(await nameAwards(world.as(system), { items: rows })).toEqual({ named: 2 });
    expect(await nameAwards(world.as(system), { items: rows })).toEqual({ named: 0 });
    expect(await world.store.get(keys.application('application-1'))).toMatchObject({
      status: 'named',
      certificateNumber: first,
    });
    expect(await world.store.get(keys.award(first))).toMatchObject({
      status: 'valid',
      title: '学习型企业',
      namedOn: '2026-10-01',
      validUntil: '2029-10-01',
      reReviewAt: '2029-10-01T00:00:00.000+08:00',
      reReviews: 0,
    });
    expect((await world.store.get(keys.gate('conclusion/application-1/1'))).outcome).toMatchObject({
      decision: 'name',
    });
    expect(await concludeCycle(world.as(system), { cycleId })).toEqual({ certificates: 2 });
    expect(await concludeCycle(world.as(system), { cycleId })).toEqual({ certificates: 2 });
    expect((await world.store.get(keys.cycle(cycleId))).status).toBe('concluded');
  });

  it('names nobody with an open objection, nobody who left, and nobody outside of the naming', async () => {
    await signed(world);
    const rows = await items();
    const one = await world.store.get(keys.application('application-1'));
    await world.store.transact([save(applications, { ...one, openObjections: 1 })]);
    const name = () => nameAwards(world.as(system), { items: rows });
    await expect(name()).rejects.toMatchObject({ code: 'ObjectionsOpen' });
    await world.store.transact([save(applications, { ...one, status: 'withdrawn', version: one.version + 1 })]);
    await expect(name()).rejects.toMatchObject({ code: 'WrongState', values: { state: 'withdrawn' } });
    await world.store.transact([save(applications, { ...one, version: one.version + 2 })]);
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: 'deciding' })]);
    await expect(name()).rejects.toMatchObject({ code: 'WrongState', values: { state: 'not naming' } });
    expect(await world.store.find(keys.award(first))).toBeUndefined();
  });

  it('names each once when two workers have the same batch', async () => {
    await signed(world);
    const rows = await items();
    const both = await Promise.all([1, 2].map(() => nameAwards(world.as(system), { items: rows })));
    expect(both.reduce((all, batch) => all + batch.named, 0)).toBe(2);
  });

  it('follows the signature, after which nobody takes an application back', async () => {
    await signed(world);
    const withdrawal = { applicationId: 'application-1', reason: '单位合并' };
    await expect(withdrawApplication(world.as(unitOf(1)), withdrawal)).rejects.toMatchObject({
      code: 'WrongState',
      values: { state: 'naming' },
    });
    expect(await nameAwards(world.as(system), { items: await items() })).toEqual({ named: 2 });
  });

  it('does not conclude a cycle that lacks a certificate', async () => {
    await signed(world);
    await named(world);
    await world.store.transact([remove(keys.award(first))]);
    await expect(concludeCycle(world.as(system), { cycleId })).rejects.toMatchObject({ code: 'Incomplete' });
  });
});
