import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getApplication } from '#services/applications/get';
import { listApplications } from '#services/applications/list';
import { ownApplications } from '#services/applications/own';
import { timelineOf } from '#services/applications/timeline';
import { applications, auditEvents, cycles, publicities } from '#store/entities';
import { keys } from '#store/keys';
import { create, overwrite, save } from '#store/writes';
import { cycleId, submitted } from '../../support/case.ts';
import { applicant, drafter, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the outcome before the list is published', () => {
  let world: World;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    applicationId = await submitted(world);
    const application = await world.store.get(keys.application(applicationId));
    const event = await world.store.get(keys.auditEvent(`application/${applicationId}`, 2));
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([
      save(cycles, { ...cycle, status: 'listing' }),
      save(applications, { ...application, status: 'shortlisted' }),
      overwrite(auditEvents, { ...event, sequence: 3, action: 'application.shortlisted' }),
    ]);
  });
  afterAll(() => world.end());

  const seenBy = async (who: typeof applicant) =>
    (await getApplication(world.as(who), { applicationId })).application.status;
  const told = async () =>
    (await timelineOf(world.as(applicant), { applicationId })).items.map((entry) => entry.action);

  it('is the office’s alone', async () => {
    expect(await seenBy(drafter)).toBe('shortlisted');
    expect(await seenBy(applicant)).toBe('under-review');
    expect(await seenBy(recommender)).toBe('under-review');
    expect((await ownApplications(world.as(applicant))).items.map((each) => each.status)).toEqual(['under-review']);
    const listed = async (who: typeof applicant, more: object = {}) =>
      (await listApplications(world.as(who), { cycleId, ...more })).items.map((each) => each.status);
    expect(await listed(recommender)).toEqual(['under-review']);
    expect(await listed(recommender, { status: 'shortlisted' })).toEqual([]);
    expect(await listed(drafter, { status: 'shortlisted' })).toEqual(['shortlisted']);
    expect(await told()).not.toContain('application.shortlisted');
  });

  it('is told once the notice is online', async () => {
    const text = '示例';
    const notice = {
      title: text,
      process: text,
      channels: text,
      requirements: text,
      notAdmitted: text,
      confidentiality: text,
      address: text,
      postcode: '100000',
      phone: '010-88886666',
      supervisorPhone: '010-88887777',
    };
    const publicity = {
      publicityId: 'publicity-1',
      cycleId,
      listId: 'list-1',
      number: 1,
      kind: 'initial' as const,
      status: 'checked' as const,
      notice,
      countsByCategory: {},
      total: 1,
      draftedBy: 'drafter',
      editedBy: [],
      openObjections: 0,
      materialChange: false,
    };
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([
      create(publicities, publicity),
      save(cycles, { ...cycle, publicityId: 'publicity-1' }),
    ]);
    expect(await seenBy(applicant)).toBe('under-review');
    await world.store.transact([overwrite(publicities, { ...publicity, publishedAt: world.clock.now() })]);
    expect(await seenBy(applicant)).toBe('shortlisted');
    expect(await told()).toContain('application.shortlisted');
  });
});
