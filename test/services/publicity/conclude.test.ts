import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planGate } from '#services/gates/plan';
import { fileObjection } from '#services/objections/file';
import { clearEntries } from '#services/publicity/clear';
import { concludePublicity } from '#services/publicity/conclude';
import { expirePublicity } from '#services/publicity/expire';
import { openPublicity } from '#services/publicity/open';
import { keys } from '#store/keys';
import {
  citizen,
  concluded,
  cycleId,
  expired,
  itemsAt,
  publicized,
  seedResult,
  shortlisted,
} from '../../support/selection-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const publicActor = { kind: 'public' } as const;

describe('a publicity from its opening to its conclusion', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    await shortlisted(world);
  });
  afterEach(() => world.end());

  const statuses = async () =>
    (await Promise.all([1, 2].map((n) => world.store.get(keys.application(`application-${n}`))))).map(
      ({ status }) => status,
    );

  it('counts its window from the moment of publication, swaps included, and keeps it when the task runs again', async () => {
    const publicity = await publicized(world);
    expect(publicity).toMatchObject({
      status: 'open',
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      endsAt: '2026-09-25T00:00:00.000+08:00',
      graceUntil: '2026-10-01T00:00:00.000+08:00',
    });
    expect(await statuses()).toEqual(['in-publicity', 'in-publicity']);
    await world.time.advanceTo(Date.parse('2026-09-19T09:00:00+08:00'));
    const again = await openPublicity(world.as(system), { publicityId: publicity.publicityId });
    expect(again.endsAt).toBe('2026-09-24T16:00:00.000Z');
  });

  it('expires at 24:00 of the last day, not a second before', async () => {
    const publicity = await publicized(world);
    const { publicityId } = publicity;
    await world.time.advanceTo(Date.parse('2026-09-24T23:59:59+08:00'));
    await expect(expirePublicity(world.as(system), { publicityId })).rejects.toMatchObject({ code: 'WrongState' });
    await world.time.advanceTo(Date.parse('2026-09-25T00:00:00+08:00'));
    const expiry = { graceUntil: '2026-09-30T16:00:00.000Z' };
    expect(await expirePublicity(world.as(system), { publicityId })).toEqual(expiry);
    expect(await expirePublicity(world.as(system), { publicityId })).toEqual(expiry);
  });

  it('clears its entries and takes the cycle to its decision', async () => {
    const publicity = await publicized(world);
    await expect(concludePublicity(world.as(system), { publicityId: publicity.publicityId })).rejects.toMatchObject({
      code: 'WrongState',
    });
    expect(await concluded(world, publicity)).toBe('clear');
    expect(await statuses()).toEqual(['cleared', 'cleared']);
    expect((await world.store.get(keys.cycle(cycleId))).status).toBe('deciding');
    const again = await concludePublicity(world.as(system), { publicityId: publicity.publicityId });
    const items = await itemsAt<{ applicationId: string }>(world, again.itemsKey);
    expect(await clearEntries(world.as(system), { items })).toEqual({ moved: 0 });
  });

  it('neither settles, concludes nor clears while an objection is open', async () => {
    const publicity = await publicized(world);
    const { publicityId } = publicity;
    const target = { kind: 'entry' as const, applicationId: 'application-1' };
    await fileObjection(world.as(publicActor), { publicityId, target, grounds: '材料不实', objector: citizen });
    await expired(world, publicity);
    await world.time.advanceTo(Date.parse('2026-10-01T00:00:01+08:00'));
    const gate = { kind: 'objections-settled' as const, subjectId: publicityId };
    expect((await planGate(world.as(system), gate)).deadline).toBe('2026-10-02T00:00:01.000+08:00');
    expect(await world.store.find(keys.gate(`objections-settled/${publicityId}/1`))).toBeUndefined();
    await expect(concludePublicity(world.as(system), { publicityId })).rejects.toMatchObject({
      code: 'ObjectionsOpen',
    });
    const items = [{ applicationId: 'application-1' }];
    await expect(clearEntries(world.as(system), { items })).rejects.toMatchObject({ code: 'ObjectionsOpen' });
  });

  it('settles by itself once the mail grace is over, and waits for it until then', async () => {
    const publicity = await publicized(world);
    const { publicityId } = publicity;
    await expired(world, publicity);
    const gate = { kind: 'objections-settled' as const, subjectId: publicityId };
    const outcome = async () => (await world.store.find(keys.gate(`objections-settled/${publicityId}/1`)))?.outcome;
    expect((await planGate(world.as(system), gate)).deadline).toBe('2026-10-01T00:00:00.000+08:00');
    expect(await outcome()).toBeUndefined();
    await world.time.advanceTo(Date.parse('2026-10-01T00:00:01+08:00'));
    await planGate(world.as(system), gate);
    expect(await outcome()).toEqual({ decision: 'settled' });
  });
});
