import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '#services/applications/create';
import { abandonCycle } from '#services/cycles/abandon';
import { announceCycle } from '#services/cycles/announce';
import { closeApplications } from '#services/cycles/close-applications';
import { createCycle } from '#services/cycles/create';
import { getCycle } from '#services/cycles/get';
import { listCycles } from '#services/cycles/list';
import { openApplications } from '#services/cycles/open-applications';
import { updateCycle } from '#services/cycles/update';
import { startPending } from '#services/delivery/start-pending';
import { importHolidays } from '#services/reference/import-holidays';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { applicant, checker, cycle, drafter, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const { cycleId: _, status: __, createdAt: ___, ...plan } = cycle;

describe('planning and announcing a cycle', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-02-10T09:00:00+08:00');
    await seedSeason(world, { status: 'concluded' });
  });
  afterAll(() => world.end());

  const draft = async (changes: object = {}) => createCycle(world.as(drafter), { ...plan, ...changes });

  it('is the work of whoever administers', async () => {
    await expect(createCycle(world.as(checker), plan)).rejects.toMatchObject({ code: 'NotAllowed' });
    const { cycleId } = await draft();
    await expect(announceCycle(world.as(checker), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(announceCycle(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('refuses a standard that is not published for the category, an unknown field, and weights that are not 100', async () => {
    const [category] = plan.categories;
    await expect(draft({ categories: [{ ...category, standardVersion: 9 }] })).rejects.toMatchObject({
      fields: [{ path: 'categories.0.standardId', code: 'StandardNotPublished' }],
    });
    await expect(draft({ categories: [{ ...category, categoryId: 'school' }] })).rejects.toMatchObject({
      fields: [{ path: 'categories.0.standardId', code: 'StandardNotPublished' }],
    });
    await expect(draft({ colour: 'red' })).rejects.toMatchObject({
      fields: [{ path: 'colour', code: 'UnknownField' }],
    });
    const weights = { documents: 50, site: 30, satisfaction: 10 };
    await expect(draft({ categories: [{ ...category, weights }] })).rejects.toMatchObject({
      fields: [{ path: 'categories.0.weights', code: 'WeightsNotHundred' }],
    });
  });

  it('refuses a publicity that runs into a year without a calendar, until the office has loaded it', async () => {
    const windows = { ...plan.windows, publicityOn: '2026-12-28' };
    await expect(draft({ windows })).rejects.toMatchObject({
      code: 'CalendarNotLoaded',
      values: { year: 2027 },
      fields: [{ path: 'windows.publicityOn', code: 'CalendarNotLoaded' }],
    });
    await importHolidays(world.as(drafter), { year: 2027, holidays: ['2027-01-01'], workdays: [] });
    const { cycleId } = await draft({ windows });
    expect((await getCycle(world.as(drafter), { cycleId })).planned).toEqual({
      firstDay: '2026-12-29',
      lastDay: '2027-01-05',
      endsAt: '2027-01-06T00:00:00.000+08:00',
    });
  });

  it('needs an approval basis to be announced, then starts the workflow and changes no more', async () => {
    const { basis, ...bare } = plan;
    const { cycleId, version } = await createCycle(world.as(drafter), bare);
    await expect(announceCycle(world.as(drafter), { cycleId })).rejects.toMatchObject({ code: 'NoBasis' });
    await expect(updateCycle(world.as(drafter), { ...plan, cycleId, version: 9 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    const updated = await updateCycle(world.as(drafter), { ...plan, cycleId, version });
    expect(updated).toMatchObject({ basis, version: 2 });
    const announced = await announceCycle(world.as(drafter), { cycleId });
    expect(announced).toMatchObject({ status: 'announced', version: 3 });
    const events = await world.store.all<StoredEvent>(`AUDIT#cycle/${cycleId}`, 'EVENT');
    expect(events.at(-1)).toMatchObject({
      action: 'cycle.announced',
      start: { workflow: 'cycle', name: cycleId, input: { cycleId, opensAt: '2026-03-02T01:00:00.000Z' } },
    });
    await expect(announceCycle(world.as(drafter), { cycleId })).rejects.toMatchObject({ code: 'WrongState' });
    await expect(updateCycle(world.as(drafter), { ...plan, cycleId, version: 3 })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it('opens and closes its window as often as the workflow asks', async () => {
    const { cycleId } = await draft();
    await expect(openApplications(world.as(system), cycleId)).rejects.toMatchObject({ code: 'WrongState' });
    await announceCycle(world.as(drafter), { cycleId });
    await expect(openApplications(world.as(drafter), cycleId)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect((await openApplications(world.as(system), cycleId)).status).toBe('accepting');
    expect((await openApplications(world.as(system), cycleId)).status).toBe('accepting');
    expect((await closeApplications(world.as(system), cycleId)).status).toBe('assessing');
    expect((await openApplications(world.as(system), cycleId)).status).toBe('assessing');
    expect((await closeApplications(world.as(system), cycleId)).status).toBe('assessing');
  });

  it('can be given up with a reason, and then takes nobody in', async () => {
    const { cycleId } = await draft();
    await announceCycle(world.as(drafter), { cycleId });
    await openApplications(world.as(system), cycleId);
    await expect(abandonCycle(world.as(checker), { cycleId, reason: '停办' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    expect(await abandonCycle(world.as(drafter), { cycleId, reason: '停办' })).toMatchObject({
      status: 'abandoned',
      reasons: [{ act: 'abandoned', reason: '停办', by: 'drafter' }],
    });
    const stopped: string[] = [];
    const executions = {
      ...world.executions,
      stop: async (workflow: string, name: string) => void stopped.push(`${workflow} ${name}`),
    };
    const chain = await world.store.all<StoredEvent>(`AUDIT#cycle/${cycleId}`, 'EVENT');
    await startPending({ ...world.as(system), executions }, `cycle/${cycleId}`, chain.length);
    expect(stopped).toEqual([`cycle ${cycleId}`]);
    expect(await world.store.get(keys.auditEvent(`cycle/${cycleId}`, chain.length))).not.toHaveProperty('pendingSince');
    await expect(closeApplications(world.as(system), cycleId)).rejects.toMatchObject({ code: 'WrongState' });
    await expect(
      createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' }),
    ).rejects.toMatchObject({ code: 'WindowClosed' });
  });

  it('shows drafts to the office only', async () => {
    const { cycleId } = await draft({ year: 2031 });
    await expect(getCycle(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotFound' });
    expect((await listCycles(world.as(applicant), { year: '2031' })).items).toEqual([]);
    expect((await listCycles(world.as(drafter), { year: '2031' })).items.map((each) => each.cycleId)).toEqual([
      cycleId,
    ]);
  });

  it('lets one of two announcements win', async () => {
    const { cycleId } = await draft();
    const outcomes = await Promise.allSettled([
      announceCycle(world.as(drafter), { cycleId }),
      abandonCycle(world.as(drafter), { cycleId, reason: '停办' }),
    ]);
    const lost = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    const { status, version } = await world.store.get(keys.cycle(cycleId));
    expect({ lost, status, version }).toEqual(
      lost.length === 0
        ? { lost: [], status: 'abandoned', version: 3 }
        : { lost: ['StaleVersion'], status: expect.stringMatching(/announced|abandoned/), version: 2 },
    );
  });
});
