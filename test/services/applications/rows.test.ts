import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getApplication } from '#services/applications/get';
import { listApplications } from '#services/applications/list';
import { returnApplication } from '#services/applications/return';
import { listApplicationRows } from '#services/applications/rows';
import { extendDeadline } from '#services/cycles/extend';
import { applications, cycles } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { cycleId, submitted } from '../../support/case.ts';
import { applicant, checker, drafter, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const stranger = { ...applicant, personId: 'somebody-else', grants: [] } as typeof applicant;

describe('the applications of a cycle as rows', () => {
  let world: World;
  let applicationId: string;
  const others = ['b', 'c', 'd', 'e', 'f', 'g'].map((each) => `other-${each}`);
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    applicationId = await submitted(world);
    const { version: _, ...application } = await world.store.get(keys.application(applicationId));
    await world.store.transact(
      others.map((id) => create(applications, { ...application, applicationId: id, organizationId: id })),
    );
  });
  afterAll(() => world.end());

  const rowsFor = async (who: typeof applicant, more: object = {}) =>
    (await listApplicationRows(world.as(who), { cycleId, ...more })).items;
  const row = async (who = drafter) => (await rowsFor(who)).find((each) => each.applicationId === applicationId);

  it('are those of the list, for whoever may see it', async () => {
    for (const who of [drafter, recommender]) {
      const listed = (await listApplications(world.as(who), { cycleId, limit: 200 })).items;
      expect((await rowsFor(who)).map((each) => each.applicationId).toSorted()).toEqual(
        listed.map((each) => each.applicationId).toSorted(),
      );
    }
    await expect(rowsFor(applicant)).rejects.toThrow('NotAllowed');
    await expect(rowsFor(stranger)).rejects.toThrow('NotAllowed');
  });

  it('carry no text that somebody wrote, and none of the panel', async () => {
    expect(Object.keys((await row()) ?? {}).toSorted()).toEqual([
      'applicationId',
      'areaId',
      'assessments',
      'categoryId',
      'deadline',
      'organizationId',
      'organizationName',
      'recommender',
      'status',
      'statusSince',
      'submissions',
    ]);
  });

  it('are all there once, however short the pages', async () => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listApplicationRows(world.as(drafter), { cycleId, limit: 2, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map((each) => each.applicationId));
      cursor = page.cursor;
    } while (cursor);
    expect(found.toSorted()).toEqual([applicationId, ...others].toSorted());
  });

  it('refuse a cursor that is none', async () => {
    for (const cursor of ['x', '9999.', '0.nonsense']) {
      await expect(listApplicationRows(world.as(drafter), { cycleId, cursor })).rejects.toThrow('InvalidCursor');
    }
  });

  it('tell the deadline that binds, with its extension, and who asked for a correction', async () => {
    const { windows } = await world.store.get(keys.cycle(cycleId));
    expect((await row())?.deadline).toBe(windows.recommendBy);
    const extend = (stage: 'recommendBy' | 'correction', until: string) =>
      extendDeadline(world.as(checker), {
        ...{ cycleId, stage, until, reason: '材料在途' },
        scope: { kind: 'organization', organizationId: 'organization-a' },
      });
    await extend('recommendBy', '2026-12-01T18:00:00.000+08:00');
    expect((await row())?.deadline).toBe('2026-12-01T18:00:00.000+08:00');
    await returnApplication(world.as(recommender), { applicationId, reason: '请补充', fields: [] });
    const { returned } = await world.store.get(keys.application(applicationId));
    expect(await row()).toMatchObject({
      status: 'returned',
      returnedBy: 'recommender',
      deadline: returned?.deadline,
    });
    await extend('correction', '2026-12-02T18:00:00.000+08:00');
    expect((await row())?.deadline).toBe('2026-12-02T18:00:00.000+08:00');
    for (const who of [applicant, recommender, drafter]) {
      const { dueBy } = await getApplication(world.as(who), { applicationId });
      expect(dueBy).toBe('2026-12-02T18:00:00.000+08:00');
    }
  });

  it('keep the outcome from a recommender, in their order too', async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    const outcomes = ['under-review', 'scored', 'shortlisted', 'not-selected', 'scored', 'under-review'] as const;
    const stored = await Promise.all(others.map((id) => world.store.get(keys.application(id))));
    await world.store.transact([
      save(cycles, { ...cycle, status: 'listing' }),
      ...stored.map((each, at) => save(applications, { ...each, status: outcomes[at] ?? 'scored' })),
    ]);
    const seen = (await rowsFor(recommender)).filter((each) => others.includes(each.applicationId));
    expect(new Set(seen.map(({ status, statusSince }) => `${status} ${statusSince}`))).toEqual(
      new Set([`under-review ${cycle.windows.assessBy}`]),
    );
    expect(seen).toHaveLength(others.length);
    const short = await listApplicationRows(world.as(recommender), { cycleId, limit: 1 });
    const ids = short.items.map((each) => each.applicationId);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set((await rowsFor(drafter)).map((each) => each.status))).toEqual(
      new Set(['returned', 'under-review', 'scored', 'shortlisted', 'not-selected']),
    );
  });
});
