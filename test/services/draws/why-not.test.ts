import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkDraw } from '#services/draws/link';
import { listDraws } from '#services/draws/list';
import { whyNotDrawn } from '#services/draws/why-not';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

describe('the record of a draw', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const why = (reviewerId: string, who = checker) =>
    whyNotDrawn(world.as(who), { cycleId, applicationId: 'case-1', reviewerId });

  it('tells of any pair why it is not: a conflict, another category, the pool, a better panel or the draw alone', async () => {
    await seedReview(world, {
      cases: 1,
      reviewers: 8,
      reviewer: (at) => ({
        expertise: at <= 2 ? ['组织管理', '工作成效'] : [],
        ...(at === 5 && { conflicts: [{ organizationId: 'unit-1', source: 'declared' as const, reason: '曾任顾问' }] }),
        ...(at === 6 && { categoryIds: ['school'] }),
        ...(at === 7 && { available: false }),
        ...(at === 8 && { expertise: ['载体建设'] }),
      }),
    });
    await expect(why('reviewer-1')).rejects.toMatchObject({ code: 'WrongState' });
    await assignAll(world);
    for (const who of [committee, reviewerActor('reviewer-1')]) {
      await expect(why('reviewer-5', who)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    await expect(why('reviewer-5', own)).rejects.toMatchObject({ code: 'ConflictOfInterest' });

    expect(await why('reviewer-5')).toMatchObject({
      kind: 'forbidden',
      sources: ['declared'],
      round: 'documents',
      number: 1,
    });
    expect(await why('reviewer-6', supervisor)).toMatchObject({ kind: 'forbidden', sources: ['other-category'] });
    expect(await why('reviewer-7')).toMatchObject({ kind: 'not-drawn-from' });
    expect((await panelOf(world, 'case-1')).map(({ reviewerId }) => reviewerId).toSorted()).toEqual([
      'reviewer-1',
      'reviewer-2',
      'reviewer-8',
    ]);
    expect(await why('reviewer-1')).toMatchObject({ kind: 'chosen', cost: 0 });
    const worse = await why('reviewer-3');
    expect(worse).toMatchObject({ kind: 'better', otherPanels: 0, zh: expect.stringContaining('示例企业1') });
    expect(worse.cost).toBeGreaterThan(0);
  });

  it('answers out of what was frozen, whatever became known since', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    await assignAll(world);
    const panel = (await panelOf(world, 'case-1')).map(({ reviewerId }) => reviewerId);
    const spare = [1, 2, 3, 4].map((at) => `reviewer-${at}`).find((id) => !panel.includes(id)) ?? '';
    const entry = await world.store.get(keys.reviewer(spare));
    await world.store.transact([save(reviewers, { ...entry, available: false })]);
    expect(await why(spare)).toMatchObject({ kind: 'draw', cost: 0, zh: expect.stringContaining('公开种子') });
  });

  it('is listed without the places of its files, which office and supervisor get by a link', async () => {
    await seedReview(world, { cases: 2, reviewers: 5 });
    await assignAll(world);
    const { items } = await listDraws(world.as(committee), { cycleId });
    expect(items).toMatchObject([{ round: 'documents', number: 1, withPanel: 2 }]);
    const wanted = { cycleId, round: 'documents', number: '1', file: 'inputs' } as const;
    await expect(linkDraw(world.as(committee), wanted)).rejects.toMatchObject({ code: 'NotAllowed' });
    const { url, inputHash } = await linkDraw(world.as(supervisor), wanted);
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(inputHash);
    await expect(linkDraw(world.as(supervisor), { ...wanted, number: '2' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
