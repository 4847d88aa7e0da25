import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindNumber } from '#domain/blind-number';
import type { CycleCategory } from '#domain/cycles';
import { listOffered } from '#services/preferences/list';
import { setPreferences } from '#services/preferences/set';
import { preferencesOf } from '#services/reviewers/pool';
import { applications, avoidances, cycles, invitations, reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const [enterprise] = cycle.categories;
const blind: CycleCategory = { ...(enterprise ?? expect.fail()), blind: true, preferencePercent: 50 };
const expert = (at: number) => reviewerActor(`reviewer-${at}`);
const numberOf = (at: number): string => blindNumber(cycleId, `case-${at}`);

describe('what reviewers wish before the draw', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-06-20T09:00:00+08:00');
    await seedReview(world, {
      ...{ cases: 4, reviewers: 6 },
      cycle: { status: 'assessing', categories: [blind] },
      reviewer: (at) => (at === 1 ? { organizationName: '示例企业２' } : at === 6 ? { categoryIds: ['school'] } : {}),
    });
    const left = await world.store.get(keys.application('case-4'));
    await world.store.transact([
      save(applications, { ...left, status: 'withdrawn' }),
      create(avoidances, {
        ...{ cycleId, applicationId: 'case-3', avoidanceId: 'a', status: 'filed', expertName: '专家1' },
        ...{
          expertOrganization: '示例企业2',
          reason: '纠纷',
          filedBy: 'applicant-3',
          filedAt: '2026-06-01T09:00:00.000+08:00',
        },
      }),
    ]);
  });
  afterAll(() => world.end());

  const change = async (changes: Partial<typeof cycle>) => {
    const before = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...before, ...changes })]);
  };
  const wish = (
    who: ReturnType<typeof expert>,
    ...choices: { number: string; bid: 'want' | 'can' | 'rather-not' | 'none' }[]
  ) => setPreferences(world.as(who), { cycleId, choices });

  it('are made on numbers and areas where the category is blind, and nothing tells a unit', async () => {
    const { items } = await listOffered(world.as(expert(2)), { cycleId });
    expect(items).toEqual(
      [1, 2, 3]
        .map((at) => ({ number: numberOf(at), categoryId: 'enterprise', areaId: 'yunjin', bid: 'none' }))
        .toSorted((left, right) => (left.number < right.number ? -1 : 1)),
    );
    expect(JSON.stringify(items)).not.toMatch(/示例企业|unit-|case-/);
  });

  it('are not made on what one has a conflict with, and no gap shows it', async () => {
    const { items, cursor } = await listOffered(world.as(expert(1)), { cycleId, limit: 1 });
    expect([items.map(({ number }) => number), cursor]).toEqual([[numberOf(1)], undefined]);
  });

  it('are read page by page, each number once', async () => {
    const numbers: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOffered(world.as(expert(2)), { cycleId, limit: 1, ...(cursor && { cursor }) });
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.cursor;
    } while (cursor);
    expect(numbers).toEqual([1, 2, 3].map(numberOf).toSorted());
  });

  it('are refused alike for a conflict, for what left the cycle, and for a number that nobody has', async () => {
    for (const number of [numberOf(2), numberOf(3), numberOf(4), 'A-0000000']) {
      const refused = wish(expert(1), { number: numberOf(1), bid: 'want' }, { number, bid: 'want' });
      await expect(refused).rejects.toMatchObject({ fields: [{ path: 'choices.1.number', code: 'NotOffered' }] });
    }
    expect([...(await preferencesOf(world, cycleId)).keys()]).toEqual([]);
  });

  it('stay until they are taken back, also where two come at once', async () => {
    await Promise.all([
      wish(expert(2), { number: numberOf(1), bid: 'want' }),
      wish(expert(2), { number: numberOf(2), bid: 'can' }),
    ]);
    await wish(expert(2), { number: numberOf(3), bid: 'rather-not' }, { number: numberOf(2), bid: 'none' });
    const { items } = await listOffered(world.as(expert(2)), { cycleId });
    expect(Object.fromEntries(items.map(({ number, bid }) => [number, bid]))).toEqual({
      [numberOf(1)]: 'want',
      [numberOf(2)]: 'none',
      [numberOf(3)]: 'rather-not',
    });
    expect((await preferencesOf(world, cycleId)).get('reviewer-2')?.bids).toEqual({
      'case-1': 'want',
      'case-3': 'rather-not',
    });
  });

  it('are nobody’s else: an expert sees their own only, and only reviewers have any', async () => {
    const { items } = await listOffered(world.as(expert(3)), { cycleId });
    expect(items.every(({ bid }) => bid === 'none')).toBe(true);
    const both = person('reviewer-4', { role: 'reviewer' }, { role: 'office', duties: ['check'] });
    for (const who of [applicant, checker, supervisor, both]) {
      await expect(listOffered(world.as(who), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    expect((await listOffered(world.as(expert(6)), { cycleId })).items).toEqual([]);
  });

  it('are asked of those who may be drawn: of the invited where only they are, answered or not', async () => {
    await change({ invitedOnly: true });
    await expect(listOffered(world.as(expert(2)), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    const asked = {
      cycleId,
      reviewerId: 'reviewer-2',
      status: 'invited' as const,
      invitedBy: 'checker',
      invitedAt: '2026-06-01T09:00:00.000+08:00',
    };
    await world.store.transact([create(invitations, asked)]);
    expect((await listOffered(world.as(expert(2)), { cycleId })).items).toHaveLength(3);
    await change({ invitedOnly: false });
    const away = await world.store.get(keys.reviewer('reviewer-5'));
    await world.store.transact([save(reviewers, { ...away, available: false })]);
    await expect(listOffered(world.as(expert(5)), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('are shown names where the category is not blind, and nothing where it asks for no wishes', async () => {
    await change({ categories: [{ ...blind, blind: false }] });
    expect((await listOffered(world.as(expert(2)), { cycleId })).items[0]).toMatchObject({
      organizationName: expect.stringMatching(/^示例企业/),
    });
    await change({ categories: [{ ...blind, preferencePercent: 0 }] });
    expect((await listOffered(world.as(expert(2)), { cycleId })).items).toEqual([]);
    await change({ categories: [blind] });
  });

  it('end with the draw, which gives people rather what they want', async () => {
    const away = await world.store.get(keys.reviewer('reviewer-5'));
    await world.store.transact([save(reviewers, { ...away, available: true, categoryIds: ['enterprise'] })]);
    await wish(expert(3), { number: numberOf(1), bid: 'rather-not' }, { number: numberOf(2), bid: 'want' });
    await wish(expert(4), { number: numberOf(1), bid: 'want' });
    await wish(expert(5), { number: numberOf(1), bid: 'want' });
    await change({ status: 'reviewing' });
    await expect(wish(expert(3), { number: numberOf(1), bid: 'want' })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(listOffered(world.as(expert(3)), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    await assignAll(world);
    const panel = (await panelOf(world, 'case-1')).map(({ reviewerId }) => reviewerId).toSorted();
    expect(panel).toEqual(['reviewer-2', 'reviewer-4', 'reviewer-5']);
  });
});
