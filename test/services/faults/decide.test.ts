import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abandonCase } from '#services/faults/abandon-case';
import { decideFault } from '#services/faults/decide';
import { listFaults } from '#services/faults/list';
import { openGate } from '#services/gates/open';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { applicant, checker, drafter, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('a run that failed', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const fail = (round: number) =>
    openGate(world.as(system), {
      kind: 'fault',
      subjectId: 'cycle:cycle-1',
      round,
      token: `token-${round}`,
      fault: { execution: 'cycle:cycle-1', state: 'ComputeResults', error: 'Internal' },
    });

  it('waits in the office’s list for its retry or its end', async () => {
    const { gateId } = await fail(1);
    expect((await listFaults(world.as(supervisor))).items).toMatchObject([{ gateId, state: 'ComputeResults' }]);
    await expect(listFaults(world.as(applicant))).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(decideFault(world.as(checker), { gateId, decision: 'retry' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await decideFault(world.as(drafter), { gateId, decision: 'retry' });
    expect((await world.store.get(keys.gate(gateId))).outcome).toEqual({ decision: 'retry' });
    expect((await listFaults(world.as(drafter))).items).toEqual([]);
    await expect(decideFault(world.as(drafter), { gateId, decision: 'abandon' })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it('is decided anew when it fails again', async () => {
    const { gateId } = await fail(2);
    await decideFault(world.as(drafter), { gateId, decision: 'abandon' });
    expect((await world.store.get(keys.gate('fault/cycle:cycle-1/2'))).outcome).toEqual({ decision: 'abandon' });
  });

  it('is no other gate', async () => {
    await openGate(world.as(system), { kind: 'list', subjectId: 'cycle-1', token: 'token' });
    await expect(decideFault(world.as(drafter), { gateId: 'list/cycle-1/1', decision: 'retry' })).rejects.toMatchObject(
      { code: 'NotFound' },
    );
  });

  it('is recorded as given up once, however often the task runs', async () => {
    const given = { workflow: 'application' as const, subjectId: 'a1', state: 'PlanReview', error: 'Internal' };
    await abandonCase(world.as(system), given);
    await abandonCase(world.as(system), given);
    const events = await world.store.all<StoredEvent>('AUDIT#application/a1', 'EVENT');
    expect(events.map((event) => event.action)).toEqual(['case.abandoned']);
    await expect(abandonCase(world.as(drafter), given)).rejects.toMatchObject({ code: 'NotAllowed' });
  });
});
