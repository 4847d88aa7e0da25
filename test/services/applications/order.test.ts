import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/applications';
import type { Actor } from '#domain/people';
import { getApplication } from '#services/applications/get';
import { orderRecommendations } from '#services/applications/order';
import { recommendationsOf } from '#services/applications/recommendations';
import { listApplicationRows } from '#services/applications/rows';
import { auditDay } from '#services/audit/day';
import { extendDeadline } from '#services/cycles/extend';
import { applications, forms, memberships, ownApplications, snapshots } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { openClient } from '../../support/client.ts';
import {
  caseAt,
  checker,
  cycle,
  elsewhere,
  fullForm,
  head,
  recommender,
  seedSeason,
  supervisor,
} from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const { cycleId } = cycle;

/** A colleague of the same department who answers for the other street. */
const colleague = elsewhere;
const everywhere = person('everywhere', { role: 'recommender', department: '经信局', categoryIds: ['enterprise'] });
const otherDepartment = person('union', { role: 'recommender', department: '总工会', categoryIds: ['enterprise'] });
/** Checks forms, and speaks for the first unit. */
const bound = person('bound', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
const applicant = person('applicant-1', { role: 'applicant', organizationId: 'unit-1' });

describe('putting in order what a department recommends (推荐顺序)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-04-02T09:00:00+08:00');
    await seedSeason(world);
    const songling = { areaId: 'songling', areaPath: ['songling', 'district'] };
    const cases = [
      ...[1, 2, 3].map((at) => caseAt(at)),
      caseAt(4, songling),
      caseAt(5, songling),
      caseAt(6, { recommender: '总工会' }),
      caseAt(7, { status: 'draft' }),
    ];
    for (const application of cases) {
      const { applicationId, categoryId } = application;
      await world.store.transact([
        create(applications, application),
        create(memberships, { cycleId, applicationId, categoryId }),
        create(ownApplications, { organizationId: application.organizationId, applicationId, cycleId }),
        create(forms, { applicationId, form: fullForm }),
        create(snapshots, {
          ...{ applicationId, what: 'form', number: 1, content: fullForm, evidence: [] },
          ...{ at: '2026-04-01T09:00:00.000+08:00', by: 'applicant' },
        }),
      ]);
    }
    await openClient(world, [recommender, checker, bound, applicant]);
  });
  afterAll(() => world.end());

  const place = (actor: Actor, ids: readonly number[], version: number, department = '经信局') =>
    orderRecommendations(world.as(actor), {
      ...{ cycleId, categoryId: 'enterprise', department, version },
      applicationIds: ids.map((at) => `case-${at}`),
    });
  const cellOf = async (actor: Actor) =>
    (await recommendationsOf(world.as(actor), { cycleId })).items.find(({ department }) => department === '经信局');
  const ranks = async (actor: Actor) =>
    Object.fromEntries(
      (await listApplicationRows(world.as(actor), { cycleId })).items.flatMap(({ applicationId, rank }) =>
        rank === undefined ? [] : [[applicationId, rank]],
      ),
    );

  it('begins without one, and takes the first', async () => {
    expect(await cellOf(recommender)).toMatchObject({ order: [], orderVersion: 0 });
    expect(await ranks(checker)).toEqual({});
    expect(await place(recommender, [2, 1], 0)).toMatchObject({ applicationIds: ['case-2', 'case-1'], version: 1 });
    expect(await cellOf(recommender)).toMatchObject({ order: ['case-2', 'case-1'], orderVersion: 1 });
  });

  it('leaves to a colleague of other areas their own places, and tells neither what the other has', async () => {
    await place(colleague, [5, 4], 1);
    expect((await cellOf(colleague))?.order).toEqual(['case-5', 'case-4']);
    expect((await cellOf(recommender))?.order).toEqual(['case-2', 'case-1']);
    await place(recommender, [1, 2], 2);
    expect((await cellOf(everywhere))?.order).toEqual(['case-1', 'case-2', 'case-5', 'case-4']);
    expect(await ranks(colleague)).toEqual({ 'case-5': 3, 'case-4': 4 });
  });

  it('is seen by the office and the supervisor, in the list and with the case, and not by the unit', async () => {
    const all = { 'case-1': 1, 'case-2': 2, 'case-5': 3, 'case-4': 4 };
    expect(await ranks(checker)).toEqual(all);
    expect(await ranks(supervisor)).toEqual(all);
    const rank = async (actor: Actor) => (await getApplication(world.as(actor), { applicationId: 'case-1' })).rank;
    expect([await rank(checker), await rank(recommender), await rank(applicant)]).toEqual([1, 1, undefined]);
  });

  it('is not told to an officer with a stake in the case, nowhere', async () => {
    expect(await ranks(bound)).toEqual({ 'case-2': 2, 'case-5': 3, 'case-4': 4 });
    expect((await cellOf(bound))?.order).toEqual(['case-2', 'case-5', 'case-4']);
    expect((await getApplication(world.as(bound), { applicationId: 'case-1' })).rank).toBeUndefined();
    const acts = async (actor: Actor) =>
      (await auditDay(world.as(actor), { day: '2026-04-02' })).items.filter(
        ({ action }) => action === 'recommendations.ordered',
      );
    expect((await acts(bound)).length).toBe(0);
    expect((await acts(supervisor)).at(-1)).toMatchObject({
      zh: '排定推荐顺序',
      details: { applicationIds: ['case-1', 'case-2', 'case-5', 'case-4'] },
    });
    await expect(place(bound, [1, 2], 3)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
  });

  it('is refused on a version that a colleague has changed meanwhile, and lets one of two win', async () => {
    await expect(place(recommender, [2, 1], 2)).rejects.toMatchObject({ code: 'StaleVersion' });
    const both = await Promise.allSettled([place(recommender, [2, 1], 3), place(colleague, [4, 5], 3)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await cellOf(everywhere))?.orderVersion).toBe(4);
  });

  it('is refused for what is not in one’s queue, told alike whether it exists or not, and for one put twice', async () => {
    const problems = (actor: Actor, ids: readonly number[], department?: string) =>
      place(actor, ids, 4, department).catch((error) => error.fields ?? error.code);
    expect(await problems(recommender, [1, 4])).toMatchObject([{ path: 'applicationIds.1', code: 'NotInQueue' }]);
    expect(await problems(recommender, [99])).toMatchObject([{ path: 'applicationIds.0', code: 'NotInQueue' }]);
    expect(await problems(recommender, [6])).toMatchObject([{ code: 'NotInQueue' }]);
    expect(await problems(recommender, [6], '总工会')).toMatchObject([{ code: 'NotInQueue' }]);
    expect(await problems(otherDepartment, [1])).toMatchObject([{ code: 'NotInQueue' }]);
    expect(await problems(recommender, [1, 2, 1])).toMatchObject([{ path: 'applicationIds.2', code: 'PlacedTwice' }]);
    for (const actor of [head, supervisor, applicant]) {
      await expect(place(actor, [1], 4)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    expect(await place(otherDepartment, [6], 0, '总工会')).toMatchObject({ version: 1 });
  });

  it('holds those that were sent too, drops who left the process, and skips who never was in it', async () => {
    const moved = async (at: number, status: Application['status']) =>
      world.store.transact([
        save(applications, { ...(await world.store.get(keys.application(`case-${at}`))), status }),
      ]);
    await moved(1, 'recommended');
    await moved(5, 'withdrawn');
    await place(recommender, [3, 1, 2], 4);
    const { applicationIds } = await world.store.get(keys.recommendationOrder(cycleId, 'enterprise', '经信局'));
    expect(applicationIds).toHaveLength(4);
    expect(applicationIds.filter((id) => id !== 'case-4')).toEqual(['case-3', 'case-1', 'case-2']);
    await place(everywhere, [7, 2], 5);
    expect(await world.store.get(keys.recommendationOrder(cycleId, 'enterprise', '经信局'))).toMatchObject({
      applicationIds: expect.not.arrayContaining(['case-7']),
    });
  });

  it('ends with the window, which an extension keeps open for whom it covers', async () => {
    await world.time.advanceTo(Date.parse('2026-04-16T09:00:00+08:00'));
    await expect(place(recommender, [1, 2, 3], 6)).rejects.toMatchObject({ code: 'WindowClosed' });
    await extendDeadline(world.as(checker), {
      ...{ cycleId, stage: 'recommendBy', reason: '材料核实' },
      until: '2026-04-20T18:00:00+08:00',
      scope: { kind: 'area', areaId: 'songling' },
    });
    await expect(place(recommender, [1, 2, 3], 6)).rejects.toMatchObject({ code: 'WindowClosed' });
    expect(await place(colleague, [4], 6)).toMatchObject({ version: 7 });
  });
});
