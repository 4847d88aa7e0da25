import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditChain } from '#services/audit/chain';
import { auditDay } from '#services/audit/day';
import { auditEvents } from '#store/entities';
import { keys } from '#store/keys';
import { overwrite, remove } from '#store/writes';
import { submitted } from '../../support/case.ts';
import { applicant, drafter, seedSeason, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the audit', () => {
  let world: World;
  let chainId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    chainId = `application/${await submitted(world)}`;
  });
  afterAll(() => world.end());

  it('shows a chain with its words, and that it is whole', async () => {
    const chain = await auditChain(world.as(supervisor), { chainId });
    expect(chain).toMatchObject({ whole: true, events: [{ zh: '开始申报' }, { zh: '提交申报表' }] });
    expect(chain.events[1]).not.toHaveProperty('start');
    await expect(auditChain(world.as(applicant), { chainId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(auditChain(world.as(drafter), { chainId: 'application/none' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('lists a day over all chains, page by page', async () => {
    const page = await auditDay(world.as(drafter), { day: '2026-03-02', limit: '1' });
    const rest = await auditDay(world.as(drafter), { day: '2026-03-02', cursor: page.cursor });
    expect([...page.items, ...rest.items].map((event) => event.action)).toEqual([
      'application.created',
      'application.submitted',
    ]);
    expect((await auditDay(world.as(drafter), { day: '2026-03-03' })).items).toEqual([]);
    await expect(auditDay(world.as(applicant), { day: '2026-03-02' })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(auditDay(world.as(drafter), { day: '2026-02-30' })).rejects.toMatchObject({
      fields: [{ path: 'day', code: 'WrongFormat' }],
    });
  });

  it('finds an event that was rewritten, and one that was cut off', async () => {
    const first = await world.store.get(keys.auditEvent(chainId, 1));
    await world.store.transact([overwrite(auditEvents, { ...first, action: 'application.forged' })]);
    expect(await auditChain(world.as(supervisor), { chainId })).toMatchObject({ whole: false, brokenAt: 1 });
    await world.store.transact([overwrite(auditEvents, first), remove(keys.auditEvent(chainId, 2))]);
    expect(await auditChain(world.as(supervisor), { chainId })).toMatchObject({ whole: false, brokenAt: 2 });
  });
});
