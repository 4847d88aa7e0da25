import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Publicity } from '#domain/publicity';
import type { ResultRow } from '#domain/selections';
import { withdrawApplication } from '#services/applications/withdraw';
import { getListVersion } from '#services/lists/get';
import { substituteEntry, voteOnSubstitute } from '#services/publicity/substitute';
import { listVacancies } from '#services/publicity/vacancies';
import { resultRows } from '#store/entities';
import { keys } from '#store/keys';
import { checker, committee, cycle, head } from '../../support/season-fixture.ts';
import {
  concluded,
  cycleId,
  publicized,
  resultId,
  seedResult,
  shortlisted,
  signed,
  unitOf,
} from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const [category] = cycle.categories;
if (!category) throw new Error('the fixture lost its category');
const categories = [{ ...category, quota: { total: 2 } }];

describe('substitution (递补)', () => {
  let world: World;
  let publicity: Publicity;
  const opened = async (changes: Parameters<typeof seedResult>[2]) => {
    await seedResult(world, [{}, {}, { selected: false }, { selected: false }, { selected: false, passed: false }], {
      ...{ categories, substitution: true },
      ...changes,
    });
    await shortlisted(world);
    publicity = await publicized(world);
  };
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const withdraw = (number: number) =>
    withdrawApplication(world.as(unitOf(number)), { applicationId: `application-${number}`, reason: '自愿放弃' });
  const substitute = (vacant: number, by: number, actor = checker) =>
    substituteEntry(world.as(actor), {
      ...{ cycleId, vacantId: `application-${vacant}`, substituteId: `application-${by}`, reason: '依次递补' },
    });
  const vacancies = async (ifVacant?: string) =>
    (await listVacancies(world.as(committee), { cycleId, ...(ifVacant && { ifVacant }) })).items;
  const refusal = (path: string, code: string) => ({ code: 'InvalidInput', fields: [{ path, code }] });

  it('puts the next in line into a vacant place, and the list into publicity again for a full period', async () => {
    await opened({});
    await expect(substitute(1, 3)).rejects.toMatchObject(refusal('vacantId', 'NotVacant'));
    expect(await vacancies()).toEqual([]);
    expect(await vacancies('application-2')).toMatchObject([
      { applicationId: 'application-2', status: 'in-publicity', next: [{ applicationId: 'application-3' }] },
    ]);
    await withdraw(1);
    expect(await vacancies()).toMatchObject([
      { applicationId: 'application-1', status: 'withdrawn', next: [{ applicationId: 'application-3' }], tied: [] },
    ]);
    await expect(listVacancies(world.as(unitOf(2)), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(substitute(1, 3, head)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(substitute(1, 3, committee)).rejects.toMatchObject({ code: 'NotAllowed' });
    const partial = person(
      'partial',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'organization-4' },
    );
    await expect(substitute(1, 3, partial)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    for (const other of [4, 5, 2]) {
      await expect(substitute(1, other)).rejects.toMatchObject(refusal('substituteId', 'NotNext'));
    }
    expect(await substitute(1, 3)).toMatchObject({ substituteId: 'application-3', by: 'checker' });
    expect(await vacancies()).toMatchObject([{ substituteId: 'application-3', next: [] }]);
    await expect(substitute(1, 4)).rejects.toMatchObject(refusal('substituteId', 'NotNext'));
    expect(await concluded(world, publicity)).toBe('changed');
    const second = await publicized(world);
    expect(second).toMatchObject({
      kind: 'supplementary',
      total: 2,
      status: 'open',
      supersedes: publicity.publicityId,
    });
    const version = (listId: string) => getListVersion(world.as(committee), { cycleId, listId });
    const { list, items } = await version(second.listId);
    expect([list.supersedes, items.map(({ applicationId }) => applicationId)]).toEqual([
      publicity.listId,
      ['application-2', 'application-3'],
    ]);
    expect((await version(publicity.listId)).items[0]?.applicationId).toBe('application-1');
    expect(Date.parse(second.endsAt ?? '')).toBeGreaterThan(Date.parse(publicity.graceUntil ?? ''));
    expect(await concluded(world, second)).toBe('clear');
    const { total } = await world.store.get(keys.decision(await signed(world)));
    expect(total).toBe(2);
    expect((await world.store.get(keys.application('application-3'))).status).toBe('cleared');
  });

  it('is not to be had where the cycle does not allow it, or once the publicity is concluded', async () => {
    await opened({ substitution: false });
    await withdraw(1);
    expect(await vacancies()).toEqual([]);
    await expect(substitute(1, 3)).rejects.toMatchObject({ code: 'NotEligible' });
    await concluded(world, publicity);
    await expect(substitute(1, 3)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('waits for the committee’s vote where equals compete for the place', async () => {
    await opened({});
    const row = (number: number) =>
      world.store.get<ResultRow>(keys.resultRow(resultId, 'enterprise', `application-${number}`));
    await world.store.stage(resultRows, [{ ...(await row(4)), rank: 3 }]);
    await withdraw(2);
    await expect(substitute(2, 3)).rejects.toMatchObject(refusal('substituteId', 'NeedsVote'));
    const [vacancy] = await vacancies();
    expect(vacancy?.tied.map(({ applicationId }) => applicationId)).toEqual(['application-3', 'application-4']);
    const vote = { cycleId, vacantId: 'application-2', minutes: '领导小组会议纪要 9 月 20 日' };
    const [third, fourth] = ['application-3', 'application-4'];
    const order = [fourth ?? '', third ?? ''];
    await expect(voteOnSubstitute(world.as(checker), { ...vote, order })).rejects.toMatchObject({ code: 'NotAllowed' });
    const wrong = { ...vote, order: ['application-4', 'application-5'] };
    await expect(voteOnSubstitute(world.as(committee), wrong)).rejects.toMatchObject(refusal('order', 'NotTheTie'));
    await voteOnSubstitute(world.as(committee), { ...vote, order });
    await expect(substitute(2, 3)).rejects.toMatchObject(refusal('substituteId', 'NotNext'));
    const both = await Promise.allSettled([substitute(2, 4), substitute(2, 4)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
