import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { computedRows } from '#services/results/rows';
import { addAdjustment } from '#services/reviews/add-adjustment';
import { missingIn } from '#services/reviews/completeness';
import { confirmComponent } from '#services/reviews/confirm-component';
import { enterVeto } from '#services/reviews/enter-veto';
import { listConfirmations } from '#services/reviews/list-confirmations';
import { listEntries } from '#services/reviews/list-entries';
import { recordComponent } from '#services/reviews/record-component';
import { withdrawAdjustment, withdrawComponent, withdrawVeto } from '#services/reviews/withdraw-entry';
import { components, cycles } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const applicationId = 'case-1';
const reason = '录入有误';
const veto = {
  applicationId,
  ground: 'credit-record' as const,
  source: '信用平台',
  evidence: '第 12 号',
  occurredOn: '2026-05-01',
};

describe('what was entered beside the sheets and is withdrawn', () => {
  let world: World;
  const ownChecker = person(
    'own',
    { role: 'office', duties: ['check'] },
    { role: 'applicant', organizationId: 'unit-1' },
  );
  const office = () => world.as(checker);
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 1, reviewers: 3 });
    await assignAll(world);
  });
  afterEach(() => world.end());

  const inStage = async (status: 'reviewing' | 'ranking' | 'listing' | 'publicizing') => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status })]);
  };

  it('stays on the record with the reason, the hour and the name, and is withdrawn once', async () => {
    const { adjustmentId } = await addAdjustment(office(), {
      applicationId,
      kind: 'bonus',
      points: 3,
      reason: '品牌',
      source: '文件',
    });
    await expect(withdrawAdjustment(office(), { applicationId, adjustmentId, reason: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'Blank' }],
    });
    const tries = await Promise.allSettled(
      [1, 2].map(() => withdrawAdjustment(office(), { applicationId, adjustmentId, reason })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await listEntries(office(), { applicationId })).toMatchObject({
      adjustments: [{ points: 300, withdrawn: { reason, by: 'checker', at: '2026-07-01T09:00:00.000+08:00' } }],
    });
  });

  it('is withdrawn by the office’s checker without a stake in the case, and by nobody else', async () => {
    const { vetoId } = await enterVeto(office(), veto);
    for (const actor of [applicant, committee, supervisor, reviewerActor('reviewer-1')]) {
      await expect(withdrawVeto(world.as(actor), { applicationId, vetoId, reason })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
    await expect(withdrawVeto(world.as(ownChecker), { applicationId, vetoId, reason })).rejects.toMatchObject({
      code: 'ConflictOfInterest',
    });
    await expect(withdrawVeto(office(), { applicationId, vetoId: 'none', reason })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('is a veto until the notice is out, anything else only while the round is open', async () => {
    const { vetoId } = await enterVeto(office(), veto);
    const added = { applicationId, kind: 'deduction' as const, points: 1, reason: '扣分', source: '文件' };
    const { adjustmentId } = await addAdjustment(office(), added);
    await inStage('ranking');
    await expect(withdrawAdjustment(office(), { applicationId, adjustmentId, reason })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await inStage('publicizing');
    await expect(withdrawVeto(office(), { applicationId, vetoId, reason })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await inStage('listing');
    expect(await withdrawVeto(office(), { applicationId, vetoId, reason })).toMatchObject({ withdrawn: { reason } });
  });

  it('counts no more: neither bonus nor deduction nor veto, and a component must be entered anew', async () => {
    for (const assignment of await panelOf(world, applicationId)) await score(world, assignment, 90);
    const satisfaction = { applicationId, component: 'satisfaction' as const, score: 94, source: '问卷' };
    await recordComponent(office(), satisfaction);
    const site = { cycleId, applicationId, component: 'site' as const, score: 8700, source: '考察' };
    const entered = { ...site, enteredBy: 'checker', enteredAt: world.clock.now(), confirmedAt: world.clock.now() };
    await world.store.transact([create(components, entered)]);
    const rowOf = async () => {
      const [row] = await computedRows(office(), await world.store.get(keys.cycle(cycleId)));
      return row;
    };
    const clean = await rowOf();
    const { adjustmentId } = await addAdjustment(office(), {
      applicationId,
      kind: 'bonus',
      points: 3,
      reason: '品牌',
      source: '文件',
    });
    const { vetoId } = await enterVeto(office(), veto);
    expect(await rowOf()).toMatchObject({ vetoed: true });
    expect((await rowOf())?.composite).not.toBe(clean?.composite);
    await withdrawAdjustment(office(), { applicationId, adjustmentId, reason });
    await withdrawVeto(office(), { applicationId, vetoId, reason });
    expect(await rowOf()).toEqual(clean);

    const missing = async () =>
      (await missingIn(office(), await world.store.get(keys.cycle(cycleId)))).map(({ code, path }) => [code, path]);
    expect(await missing()).toEqual([]);
    await withdrawComponent(office(), { applicationId, component: 'satisfaction', reason });
    expect(await missing()).toEqual([['NotRecorded', `applications.${applicationId}.satisfaction`]]);
    await recordComponent(office(), satisfaction);
    expect(await missing()).toEqual([]);
    expect(await rowOf()).toEqual(clean);
  });

  it('cannot be confirmed by the reviewer any more, and waits for nobody', async () => {
    const entered = {
      cycleId,
      applicationId,
      component: 'site' as const,
      score: 8700,
      source: '考察',
      reviewerId: 'reviewer-1',
      enteredBy: 'checker',
      enteredAt: world.clock.now(),
    };
    await world.store.transact([create(components, entered)]);
    const own = () => world.as(reviewerActor('reviewer-1'));
    const { organizationName } = await world.store.get(keys.application(applicationId));
    expect((await listConfirmations(own(), { cycleId })).items).toMatchObject([{ applicationId, organizationName }]);
    await withdrawComponent(office(), { applicationId, component: 'site', reason });
    expect((await listConfirmations(own(), { cycleId })).items).toEqual([]);
    await expect(confirmComponent(own(), { applicationId, component: 'site', version: 2 })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });
});
