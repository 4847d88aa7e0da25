import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerInvitation } from '#services/invitations/answer';
import { invite } from '#services/invitations/invite';
import { listInvitations, ownInvitations } from '#services/invitations/list';
import { reviewerPool } from '#services/invitations/pool';
import { withdrawInvitation } from '#services/invitations/withdraw';
import type { Mail } from '#services/notifications/mailer';
import { notify } from '#services/notifications/notify';
import { poolOf } from '#services/reviewers/pool';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const expert = (at: number) => reviewerActor(`reviewer-${at}`);
const all = Array.from({ length: 6 }, (_, at) => `reviewer-${at + 1}`);

describe('experts invited to a cycle', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, {
      ...{ cases: 1, reviewers: 7 },
      cycle: { invitedOnly: true },
      reviewer: (at) => (at === 6 ? { available: false } : {}),
    });
  });
  afterAll(() => world.end());

  const statusOf = async (stage: 'concluded' | 'reviewing') => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: stage })]);
  };

  it('are chosen by the office out of its pool, all of them or none', async () => {
    for (const who of [applicant, recommender, committee, supervisor, expert(1)]) {
      await expect(invite(world.as(who), { cycleId, reviewerIds: all })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const wrong = invite(world.as(checker), { cycleId, reviewerIds: ['reviewer-1', 'nobody'] });
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: 'reviewerIds.1', code: 'NotInPool' }] });
    expect((await listInvitations(world.as(checker), { cycleId })).items).toEqual([]);
    expect(await invite(world.as(checker), { cycleId, reviewerIds: [...all, 'reviewer-1'] })).toEqual({ invited: all });
    expect(await invite(world.as(checker), { cycleId, reviewerIds: all })).toEqual({ invited: [] });
  });

  it('are told by mail, each once, by which office and until when', async () => {
    const sent: Mail[] = [];
    const mailer = { send: async (mail: Mail) => void sent.push(mail) };
    const events = await world.store.all<StoredEvent>(`AUDIT#invitations/${cycleId}`, 'EVENT');
    for (const { chainId, sequence } of events) await notify(world.as(system), mailer, chainId, sequence);
    expect(sent.map(({ to }) => to)).toEqual(all);
    expect(sent[0]?.text).toContain(
      '示范区学习办邀请您担任“2026 年学习型组织创建”的评审专家，评审至2026年8月31日18:00',
    );
  });

  it('see their own invitation, and nobody else’s', async () => {
    const { items } = await ownInvitations(world.as(expert(1)));
    expect(items).toEqual([
      {
        ...{ cycleId, status: 'invited', invitedAt: '2026-07-01T09:00:00.000+08:00', version: 1 },
        ...{ title: '2026 年学习型组织创建', issuer: '示范区学习办', reviewBy: '2026-08-31T18:00:00.000+08:00' },
      },
    ]);
    expect((await ownInvitations(world.as(expert(7)))).items).toEqual([]);
    for (const who of [applicant, recommender, expert(1)]) {
      await expect(listInvitations(world.as(who), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
      await expect(reviewerPool(world.as(who), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('accept with a load of their own, or decline with a reason; whoever was not asked answers nothing', async () => {
    await answerInvitation(world.as(expert(1)), { cycleId, verdict: 'accept', maximumLoad: 2 });
    await answerInvitation(world.as(expert(2)), { cycleId, verdict: 'accept' });
    await expect(
      answerInvitation(world.as(expert(3)), { cycleId, verdict: 'decline', reason: ' ' }),
    ).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'Required' }],
    });
    await answerInvitation(world.as(expert(3)), { cycleId, verdict: 'decline', reason: '出差' });
    await expect(answerInvitation(world.as(expert(7)), { cycleId, verdict: 'accept' })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(answerInvitation(world.as(checker), { cycleId, verdict: 'accept' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('may be asked anew, and change their mind', async () => {
    expect(await invite(world.as(checker), { cycleId, reviewerIds: ['reviewer-3', 'reviewer-2'] })).toEqual({
      invited: ['reviewer-3'],
    });
    await answerInvitation(world.as(expert(3)), { cycleId, verdict: 'accept', maximumLoad: 5 });
    expect(
      await answerInvitation(world.as(expert(3)), { cycleId, verdict: 'decline', reason: '出差' }),
    ).not.toHaveProperty('maximumLoad');
  });

  it('lose the invitation when the office takes it back, with a reason', async () => {
    await answerInvitation(world.as(expert(5)), { cycleId, verdict: 'accept' });
    const withdrawal = { cycleId, reviewerId: 'reviewer-5', reason: '回避关系过多' };
    await expect(withdrawInvitation(world.as(supervisor), withdrawal)).rejects.toMatchObject({ code: 'NotAllowed' });
    await withdrawInvitation(world.as(checker), withdrawal);
    await expect(withdrawInvitation(world.as(checker), withdrawal)).rejects.toMatchObject({ code: 'WrongState' });
    await expect(answerInvitation(world.as(expert(5)), { cycleId, verdict: 'accept' })).rejects.toMatchObject({
      code: 'WrongState',
    });
    expect((await ownInvitations(world.as(expert(5)))).items[0]).toMatchObject({
      status: 'withdrawn',
      reason: '回避关系过多',
    });
  });

  it('are drawn when they accepted, up to their load; of everybody else the pool says why not', async () => {
    const pool = await poolOf(world, await world.store.get(keys.cycle(cycleId)));
    expect(pool.map(({ reviewerId, maximumLoad }) => [reviewerId, maximumLoad])).toEqual([
      ['reviewer-1', 2],
      ['reviewer-2', 20],
    ]);
    const { items } = await reviewerPool(world.as(checker), { cycleId });
    expect(items.map(({ reviewerId, reasons }) => [reviewerId, ...reasons.map(({ code }) => code)])).toEqual([
      ['reviewer-1'],
      ['reviewer-2'],
      ['reviewer-3', 'Declined'],
      ['reviewer-4', 'NotAnswered'],
      ['reviewer-5', 'Withdrawn'],
      ['reviewer-6', 'Unavailable', 'NotAnswered'],
      ['reviewer-7', 'NotInvited'],
    ]);
    expect(items[0]).toMatchObject({
      maximumLoad: 2,
      invitation: 'accepted',
      categories: [{ categoryId: 'enterprise', drawn: true, reasons: [] }],
    });
  });

  it('are drawn nobody else: with too few of them there is no draw', async () => {
    await expect(assignAll(world)).rejects.toMatchObject({ code: 'PanelTooSmall' });
    await answerInvitation(world.as(expert(4)), { cycleId, verdict: 'accept' });
    await assignAll(world);
    const panel = await panelOf(world, 'case-1');
    expect(panel.map(({ reviewerId }) => reviewerId).toSorted()).toEqual(['reviewer-1', 'reviewer-2', 'reviewer-4']);
  });

  it('are neither invited nor answer once the round is over', async () => {
    await statusOf('concluded');
    await expect(invite(world.as(checker), { cycleId, reviewerIds: ['reviewer-7'] })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await expect(
      answerInvitation(world.as(expert(4)), { cycleId, verdict: 'decline', reason: '晚了' }),
    ).rejects.toMatchObject({ code: 'WrongState' });
    await statusOf('reviewing');
  });

  it('answer once: of two answers at the same time that clash one is refused', async () => {
    const answers = await Promise.allSettled([
      answerInvitation(world.as(expert(4)), { cycleId, verdict: 'decline', reason: '出差' }),
      withdrawInvitation(world.as(checker), { cycleId, reviewerId: 'reviewer-4', reason: '名额已满' }),
    ]);
    const { status } = await world.store.get(keys.invitation(cycleId, 'reviewer-4'));
    expect(answers.filter((answer) => answer.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(status).toBe(answers[1].status === 'fulfilled' ? 'withdrawn' : 'declined');
  });
});
