import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Extension } from '#domain/extensions';
import { createApplication } from '#services/applications/create';
import { returnApplication } from '#services/applications/return';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import type { Context } from '#services/context';
import { openGate } from '#services/gates/open';
import { planGate } from '#services/gates/plan';
import { applications, cycles, extensions } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create, save } from '#store/writes';
import { applicant, fullForm, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

/** Each test has a season of its own, in which one application was returned; its correction is due on 10 March. */
describe('planning a gate', () => {
  const deadline = '2026-03-10T00:00:00.000+08:00';
  const past = '2026-03-10T00:00:01.000+08:00';
  const worlds: World[] = [];
  afterAll(() => Promise.all(worlds.map((world) => world.end())));

  async function returned() {
    const world = await openWorld();
    worlds.push(world);
    await seedSeason(world);
    const input = { cycleId: 'cycle-2026', organizationId: 'organization-a' };
    const { applicationId } = await createApplication(world.as(applicant), input);
    await saveForm(world.as(applicant), { applicationId, version: 1, form: fullForm });
    await submitApplication(world.as(applicant), { applicationId });
    const gate = (kind: 'recommendation' | 'correction') => ({ kind, subjectId: applicationId, round: 1 });
    /** The workflow's context at an instant, whatever the time of everybody else. */
    const at = (now: string): Context => ({ ...world.as(system), clock: { now: () => now } });
    return {
      world,
      applicationId,
      at,
      correction: gate('correction'),
      recommendation: gate('recommendation'),
      sendBack: () => returnApplication(world.as(recommender), { applicationId, reason: '请补充成效数据' }),
      resubmit: () => submitApplication(world.as(applicant), { applicationId }),
      gateOf: (kind: string) => world.store.find(keys.gate(`${kind}/${applicationId}/1`)),
      status: async () => (await world.store.get(keys.application(applicationId))).status,
      events: (kind: string) =>
        world.store.all<StoredEvent>(keys.auditEvent(`gate/${kind}/${applicationId}/1`, 0).pk, 'EVENT'),
    };
  }
  type Returned = Awaited<ReturnType<typeof returned>>;

  describe('that may expire', () => {
    let scene: Returned;
    beforeAll(async () => {
      scene = await returned();
      await scene.sendBack();
    });

    it('waits until one second past the deadline, however often it is asked', async () => {
      const { at, correction, applicationId } = scene;
      const gateId = `correction/${applicationId}/1`;
      expect(await planGate(at('2026-03-09T23:59:00.000+08:00'), correction)).toEqual({
        gateId,
        deadline,
        timeoutSeconds: 61,
      });
      expect(await planGate(at(deadline), correction)).toEqual({ gateId, deadline, timeoutSeconds: 2 });
      expect(await scene.status()).toBe('returned');
    });

    it('waits longer when an extension was granted, also where the first wait ran out already', async () => {
      const extension: Extension = {
        extensionId: 'extension-1',
        cycleId: 'cycle-2026',
        stage: 'correction',
        scope: { kind: 'area', areaId: 'district' },
        until: '2026-03-20T18:00:00.000+08:00',
        reason: '系统停机',
        grantedBy: 'drafter',
        at: '2026-03-09T09:00:00.000+08:00',
      };
      await scene.world.store.transact([create(extensions, extension)]);
      expect(await planGate(scene.at('2026-03-20T17:00:00.000+08:00'), scene.correction)).toMatchObject({
        deadline: extension.until,
        timeoutSeconds: 3_601,
      });
      expect(await scene.status()).toBe('returned');
    });

    it('takes its way out once the deadline is past, and does so once', async () => {
      const late = '2026-03-20T18:00:01.000+08:00';
      const planned = await planGate(scene.at(late), scene.correction);
      expect(planned).toMatchObject({ deadline: late, timeoutSeconds: 2 });
      expect(await planGate(scene.at(late), scene.correction)).toEqual(planned);
      expect(await scene.status()).toBe('expired');
      expect(await scene.gateOf('correction')).toMatchObject({ outcome: { decision: 'expire' }, decidedAt: late });
      expect(await scene.events('correction')).toMatchObject([
        { action: 'gate.expired', cycleId: 'cycle-2026', actor: { kind: 'system' } },
      ]);
    });
  });

  it('leaves the decision to whoever decides in the moment of the expiry', async () => {
    const { world, at, correction, sendBack, resubmit, status, gateOf, events } = await returned();
    await sendBack();
    const ctx = at(past);
    let overtaken = false;
    const store: Context['store'] = {
      ...ctx.store,
      async transact(writes) {
        if (!overtaken) {
          overtaken = true;
          await resubmit();
        }
        return world.store.transact(writes);
      },
    };
    expect(await planGate({ ...ctx, store }, correction)).toMatchObject({ deadline: past, timeoutSeconds: 2 });
    expect(await status()).toBe('submitted');
    expect(await gateOf('correction')).toMatchObject({ outcome: { decision: 'resubmitToRecommender' } });
    expect(await events('correction')).toEqual([]);
  });

  it('lets a decision stand that was made in time, whenever it is asked', async () => {
    const { at, correction, sendBack, resubmit, status, events } = await returned();
    await sendBack();
    await resubmit();
    expect(await planGate(at(past), correction)).toMatchObject({ deadline: past, timeoutSeconds: 2 });
    expect(await status()).toBe('submitted');
    expect(await events('correction')).toEqual([]);
  });

  it('plans anew what only moved in the moment of the expiry without being decided', async () => {
    const { world, at, correction, applicationId, sendBack, status } = await returned();
    await sendBack();
    const ctx = at(past);
    const application = await world.store.get(keys.application(applicationId));
    let overtaken = false;
    const store: Context['store'] = {
      ...ctx.store,
      async transact(writes) {
        if (!overtaken) {
          overtaken = true;
          await world.store.transact([save(applications, { ...application, opinion: '补正中' })]);
        }
        return world.store.transact(writes);
      },
    };
    expect(await planGate({ ...ctx, store }, correction)).toMatchObject({ timeoutSeconds: 2 });
    expect(await status()).toBe('returned');
    await planGate(at(past), correction);
    expect(await status()).toBe('expired');
  });

  it('is a fault where the case left its gate without a decision: waiting again would never end', async () => {
    const { world, at, correction, applicationId, sendBack } = await returned();
    await sendBack();
    const application = await world.store.get(keys.application(applicationId));
    await world.store.transact([save(applications, { ...application, status: 'accepted' })]);
    await expect(planGate(at(past), correction)).rejects.toMatchObject({ code: 'WrongState' });
  });

  describe('at which nobody loses a right', () => {
    let scene: Returned;
    beforeAll(async () => {
      scene = await returned();
      await openGate(scene.world.as(system), { ...scene.recommendation, token: 'one' });
    });

    it('waits for two working days more, reminds, and decides nothing', async () => {
      // The window ends on Wednesday, 15 April.
      const planned = await planGate(scene.at('2026-04-15T18:00:01.000+08:00'), scene.recommendation);
      expect(planned).toMatchObject({ deadline: '2026-04-18T00:00:00.000+08:00' });
      expect(await scene.status()).toBe('submitted');
      expect((await scene.gateOf('recommendation'))?.outcome).toBeUndefined();
      expect(await scene.events('recommendation')).toMatchObject([
        { action: 'gate.reminded', details: { deadline: '2026-04-18T00:00:00.000+08:00' } },
      ]);
    });

    it('waits for two days where the holidays of the year are not known', async () => {
      expect(await planGate(scene.at('2040-01-05T09:00:00.000+08:00'), scene.recommendation)).toMatchObject({
        deadline: '2040-01-07T09:00:00.000+08:00',
        timeoutSeconds: 2 * 86_400 + 1,
      });
    });

    it('never waits longer than Step Functions can', async () => {
      const until = '2036-01-01T00:00:00.000+08:00';
      const extension = {
        extensionId: 'extension-2',
        cycleId: 'cycle-2026',
        stage: 'recommendBy' as const,
        scope: { kind: 'all' as const },
        until,
        reason: '测试',
        grantedBy: 'drafter',
        at: '2026-03-02T09:00:00.000+08:00',
      };
      await scene.world.store.transact([create(extensions, extension)]);
      expect(await planGate(scene.at('2026-03-02T09:00:00.000+08:00'), scene.recommendation)).toMatchObject({
        deadline: until,
        timeoutSeconds: 99_999_999,
      });
    });
  });

  it('reminds an office that owes a list, again and again, from the first opening on', async () => {
    const { world, at } = await returned();
    const list = { kind: 'list' as const, subjectId: 'cycle-2026' };
    const first = await planGate(at('2026-03-02T09:00:00.000+08:00'), list);
    expect(first.deadline).toBe('2026-03-09T09:00:00.000+08:00');
    await openGate(world.as(system), { ...list, token: 'one', deadline: first.deadline });
    const second = await planGate(at('2026-03-09T09:00:01.000+08:00'), list);
    expect(second.deadline).toBe('2026-03-12T00:00:00.000+08:00');
    await openGate(world.as(system), { ...list, token: 'two', deadline: second.deadline });
    await planGate(at('2026-03-12T00:00:01.000+08:00'), list);
    const chain = await world.store.all<StoredEvent>(keys.auditEvent('gate/list/cycle-2026/1', 0).pk, 'EVENT');
    expect(chain.map((event) => event.action)).toEqual(['gate.reminded', 'gate.reminded']);
  });

  it('ends an application whose cycle was given up, before any deadline', async () => {
    const { world, at, recommendation, status, gateOf } = await returned();
    const cycle = await world.store.get(keys.cycle('cycle-2026'));
    await world.store.transact([save(cycles, { ...cycle, status: 'abandoned' })]);
    await planGate(at('2026-03-02T10:00:00.000+08:00'), recommendation);
    expect(await status()).toBe('withdrawn');
    expect((await gateOf('recommendation'))?.outcome).toEqual({ decision: 'withdraw', round: 0 });
  });

  it('refuses a gate of no kind and a case that is not there', async () => {
    const { world } = await returned();
    const input = { kind: 'tea' as 'list', subjectId: 'a' };
    await expect(planGate(world.as(system), input)).rejects.toMatchObject({ code: 'InvalidInput' });
    await expect(planGate(world.as(system), { kind: 'review', subjectId: 'none' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
