import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '#domain/audit';
import type { ResultRow } from '#domain/selections';
import { computeResults } from '#services/results/compute';
import { getResults } from '#services/results/get';
import { recomputeResults } from '#services/results/recompute';
import { recordVote } from '#services/results/record-vote';
import { closeRound } from '#services/reviews/close-round';
import { enterVeto } from '#services/reviews/enter-veto';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { keys } from '#store/keys';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

describe('the results of a cycle', () => {
  let world: World;
  const categoryId = 'enterprise';
  const [category] = cycle.categories;
  if (!category) throw new Error('the fixture lost its category');
  const own = { ...category, weights: { documents: 100, site: 0, satisfaction: 0 }, quota: { total: 2 } };
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 3, reviewers: 6, cycle: { categories: [own] } });
    await assignAll(world);
    for (const [at, total] of [95, 91, 91].entries()) {
      for (const assignment of await panelOf(world, `case-${at + 1}`)) await score(world, assignment, total);
    }
  });
  afterAll(() => world.end());

  const rowsOf = async (resultId: string) => {
    const { pk, sk } = keys.resultRow(resultId, categoryId, '');
    return world.store.all<ResultRow>(pk, sk);
  };

  it('are frozen once the round is closed, once, with a hash that anyone can recompute', async () => {
    await expect(computeResults(world.as(system), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    const [assignment] = await panelOf(world, 'case-1');
    const { assignmentId = '' } = assignment ?? {};
    await unlockSheet(world.as(checker), { assignmentId, reason: '计分有误' });
    if (assignment) await score(world, { ...assignment, status: 'unlocked' }, 92);
    for (const actor of [checker, committee]) {
      await expect(getResults(world.as(actor), { cycleId, categoryId })).rejects.toMatchObject({ code: 'RoundOpen' });
    }
    await closeRound(world.as(checker), { cycleId });
    await expect(computeResults(world.as(checker), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });

    const [first, second] = await Promise.all([1, 2].map(() => computeResults(world.as(system), { cycleId })));
    expect(second).toMatchObject({ resultId: first?.resultId, hash: first?.hash });
    expect(await computeResults(world.as(system), { cycleId })).toMatchObject({ resultId: first?.resultId });
    expect(await world.store.get(keys.cycle(cycleId))).toMatchObject({ status: 'listing', resultId: first?.resultId });
    const rows = await rowsOf(first?.resultId ?? '');
    expect(hashOf(rows.map(({ version: _, resultId: __, ...row }) => row))).toBe(first?.hash);
    expect(rows.map((row) => [row.applicationId, row.composite, row.rank, row.selected, row.whyNot])).toEqual([
      ['case-1', '94', 1, true, undefined],
      ['case-2', '91', 2, false, 'tied'],
      ['case-3', '91', 2, false, 'tied'],
    ]);
    expect(rows[0]?.sheets.map(({ total }) => total).toSorted()).toEqual([9200, 9500, 9500]);
  });

  it('are shown to office, committee and supervisor, by rank, and to nobody else', async () => {
    for (const actor of [checker, committee, supervisor]) {
      const page = await getResults(world.as(actor), { cycleId, categoryId, limit: 1 });
      expect(page.items.map((row) => row.applicationId)).toEqual(['case-1']);
      const rest = await getResults(world.as(actor), { cycleId, categoryId, cursor: page.cursor });
      expect(rest.items.map((row) => row.rank)).toEqual([2, 2]);
    }
    for (const actor of [reviewerActor('reviewer-1'), person('nobody')]) {
      await expect(getResults(world.as(actor), { cycleId, categoryId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('are superseded by the committee’s vote on the whole tie, and the vote by none but the committee', async () => {
    const before = (await world.store.get(keys.cycle(cycleId))).resultId;
    const vote = { cycleId, categoryId, order: ['case-3', 'case-2'], minutes: '领导小组会议纪要 9 月 1 日，5:2' };
    await expect(recordVote(world.as(checker), vote)).rejects.toMatchObject({ code: 'NotAllowed' });
    for (const order of [
      ['case-3', 'case-1'],
      ['case-3', 'case-3'],
      ['case-3', 'case-2', 'case-1'],
    ]) {
      await expect(recordVote(world.as(committee), { ...vote, order })).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'order', code: 'NotTheTie' }],
      });
    }
    const partial = person('partial', { role: 'committee' }, { role: 'applicant', organizationId: 'unit-2' });
    await expect(recordVote(world.as(partial), vote)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    const result = await recordVote(world.as(committee), vote);
    expect(result).toMatchObject({ supersedes: before, reason: vote.minutes, voteId: expect.any(String) });
    expect((await rowsOf(result.resultId)).map((row) => [row.rank, row.tieBrokenBy, row.selected])).toEqual([
      [1, undefined, true],
      [3, 'committee-vote', false],
      [2, 'committee-vote', true],
    ]);
    await expect(recordVote(world.as(committee), vote)).rejects.toMatchObject({ code: 'InvalidInput' });
  });

  it('are computed anew with a reason when a veto is entered late', async () => {
    await enterVeto(world.as(checker), {
      applicationId: 'case-3',
      ground: 'fabrication',
      source: '举报核查',
      evidence: '核查报告',
      occurredOn: '2026-06-01',
    });
    await expect(recomputeResults(world.as(committee), { cycleId, reason: '否决' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const result = await recomputeResults(world.as(checker), { cycleId, reason: '新增一票否决' });
    const rows = await rowsOf(result.resultId);
    expect(rows.map((row) => [row.applicationId, row.selected, row.whyNot])).toEqual([
      ['case-1', true, undefined],
      ['case-2', true, undefined],
      ['case-3', false, 'vetoed'],
    ]);
  });
});
