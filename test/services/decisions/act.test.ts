import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, millisOf } from '#domain/instants';
import { actOnDecision } from '#services/decisions/act';
import { draftDecision } from '#services/decisions/draft';
import { voidNumber } from '#services/decisions/number';
import { sendBackDecision } from '#services/decisions/send-back';
import { applications, publicities } from '#store/entities';
import { keys } from '#store/keys';
import type { IssuedNumber } from '#store/records';
import { save } from '#store/writes';
import { applicant, checker, committee, drafter, head, supervisor } from '../../support/season-fixture.ts';
import { concluded, cycleId, publicized, seedResult, shortlisted, signed } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('the approval chain of a decision', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    await shortlisted(world);
    await concluded(world, await publicized(world));
  });
  afterEach(() => world.end());

  const at = (now: string, by: number) => instantOf(millisOf(now) + by);
  const drafted = async () => (await draftDecision(world.as(drafter), { cycleId })).decisionId;
  const act = (decisionId: string, actor: typeof checker) =>
    actOnDecision(world.as(actor), { decisionId, opinion: '同意' });

  it('goes check, approve, sign, each by the right role, and nobody acts twice', async () => {
    const decisionId = await drafted();
    await expect(act(decisionId, drafter)).rejects.toMatchObject({ code: 'ActedAlready' });
    for (const actor of [applicant, head, committee, supervisor]) {
      await expect(act(decisionId, actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const both = person('both', { role: 'office', duties: ['check', 'approve'] }, { role: 'committee' });
    await act(decisionId, both);
    await expect(act(decisionId, both)).rejects.toMatchObject({ code: 'ActedAlready' });
    await act(decisionId, head);
    await expect(act(decisionId, both)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(act(decisionId, head)).rejects.toMatchObject({ code: 'NotAllowed' });
    const stake = person('stake', { role: 'committee' }, { role: 'applicant', organizationId: 'organization-2' });
    await expect(act(decisionId, stake)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    const decision = await act(decisionId, committee);
    expect(decision).toMatchObject({ status: 'signed', documentNumber: '示学〔2026〕1号' });
    expect(decision.acts.map(({ step, personId, opinion }) => [step, personId, opinion])).toEqual([
      ['draft', 'drafter', ''],
      ['check', 'both', '同意'],
      ['approve', 'head', '同意'],
      ['sign', 'committee', '同意'],
    ]);
    expect((await world.store.get(keys.cycle(cycleId))).status).toBe('naming');
    expect((await world.store.get(keys.gate(`decision/${cycleId}/1`))).outcome).toEqual({
      decision: 'signed',
      decisionId,
    });
    await expect(act(decisionId, person('late', { role: 'committee' }))).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('wants a sign-in of the last minutes from whoever signs, and from nobody before', async () => {
    const decisionId = await drafted();
    const signedIn = (actor: typeof checker, signedInAt?: string) => {
      const { signedInAt: _, ...request } = world.as(actor).request;
      return { ...world.as(actor), request: { ...request, ...(signedInAt && { signedInAt }) } };
    };
    await actOnDecision(signedIn(checker), { decisionId });
    await actOnDecision(signedIn(head, '2026-09-01T09:00:00.000+08:00'), { decisionId });
    const tooOld = at(world.clock.now(), -5 * 60_000 - 1);
    for (const signedInAt of [undefined, tooOld]) {
      await expect(actOnDecision(signedIn(committee, signedInAt), { decisionId })).rejects.toMatchObject({
        code: 'SignInTooOld',
      });
    }
    const { status } = await actOnDecision(signedIn(committee, at(world.clock.now(), -5 * 60_000)), { decisionId });
    expect(status).toBe('signed');
  });

  it('signs once when two of the committee sign at the same moment', async () => {
    const decisionId = await drafted();
    for (const actor of [checker, head]) await act(decisionId, actor);
    const second = person('second', { role: 'committee' });
    const both = await Promise.allSettled([act(decisionId, committee), act(decisionId, second)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await world.store.get(keys.serial('document/示学/2026'))).last).toBe(1);
  });

  it('numbers without a gap, a void one with its reason', async () => {
    const voided = { code: '示学', year: 2026, reason: '纸质文件已用' };
    await expect(voidNumber(world.as(checker), voided)).rejects.toMatchObject({ code: 'NotAllowed' });
    await Promise.all([voidNumber(world.as(drafter), voided), voidNumber(world.as(drafter), voided)]);
    await signed(world);
    const issued = await world.store.all<IssuedNumber>('NUMBERS#document/示学/2026');
    expect(issued.map(({ text, voidReason, decisionId }) => [text, voidReason ?? decisionId])).toEqual([
      ['示学〔2026〕1号', '纸质文件已用'],
      ['示学〔2026〕2号', '纸质文件已用'],
      ['示学〔2026〕3号', 'decision-1'],
    ]);
  });

  it('is not signed over somebody who withdrew, nor over an open objection', async () => {
    const decisionId = await drafted();
    for (const actor of [checker, head]) await act(decisionId, actor);
    const { publicityId = '' } = await world.store.get(keys.cycle(cycleId));
    const publicity = await world.store.get(keys.publicity(publicityId));
    await world.store.transact([save(publicities, { ...publicity, openObjections: 1 })]);
    await expect(act(decisionId, committee)).rejects.toMatchObject({ code: 'ObjectionsOpen' });
    await world.store.transact([save(publicities, { ...publicity, version: publicity.version + 1 })]);
    const second = await world.store.get(keys.application('application-2'));
    await world.store.transact([save(applications, { ...second, status: 'withdrawn' })]);
    await expect(act(decisionId, committee)).rejects.toMatchObject({
      code: 'WrongState',
      values: { state: 'withdrawn' },
    });
    expect((await world.store.get(keys.cycle(cycleId))).status).toBe('deciding');
  });

  it('is sent back by whoever acts next, with the reason, and is then over', async () => {
    const decisionId = await drafted();
    const back = (actor: typeof checker, reason = '表述不准确') =>
      sendBackDecision(world.as(actor), { decisionId, reason });
    await expect(back(head)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(back(drafter)).rejects.toMatchObject({ code: 'ActedAlready' });
    await expect(back(checker, ' ')).rejects.toMatchObject({ fields: [{ path: 'reason', code: 'Blank' }] });
    expect(await back(checker)).toMatchObject({ status: 'sent-back', sentBack: { personId: 'checker' } });
    await expect(act(decisionId, checker)).rejects.toMatchObject({ code: 'WrongState' });
    const again = await drafted();
    expect(again).not.toBe(decisionId);
    await expect(act(again, checker)).resolves.toMatchObject({ status: 'in-approval' });
  });
});
