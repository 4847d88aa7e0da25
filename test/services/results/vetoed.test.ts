import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listVetoed } from '#services/results/vetoed';
import { vetoes } from '#store/entities';
import { create } from '#store/writes';
import { applicant, checker, committee } from '../../support/season-fixture.ts';
import { cycleId, seedResult, unitOf } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const veto = (vetoId: string, applicationId: string) => ({
  ...{ cycleId, vetoId, applicationId, ground: 'safety-accident' as const },
  ...{ source: '应急管理局', evidence: '通报', occurredOn: '2026-08-30', enteredBy: 'checker' },
  at: '2026-09-09T09:00:00.000+08:00',
});

describe('whom a veto meets now', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-09-10T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    const withdrawn = { reason: '查无此事', by: 'checker', at: '2026-09-09T10:00:00.000+08:00' };
    await world.store.transact([
      create(vetoes, veto('veto-1', 'application-1')),
      create(vetoes, { ...veto('veto-2', 'application-2'), withdrawn }),
    ]);
  });
  afterAll(() => world.end());

  it('is told without ground and source to those who see the ranking, and to nobody with a stake', async () => {
    const items = [{ applicationId: 'application-1', at: '2026-09-09T09:00:00.000+08:00' }];
    for (const actor of [checker, committee]) expect(await listVetoed(world.as(actor), { cycleId })).toEqual({ items });
    for (const actor of [applicant, unitOf(1)]) {
      await expect(listVetoed(world.as(actor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const torn = person(
      'torn',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'organization-1' },
    );
    await expect(listVetoed(world.as(torn), { cycleId })).rejects.toMatchObject({ code: 'ConflictOfInterest' });
  });
});
