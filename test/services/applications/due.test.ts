import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '#services/applications/create';
import { getApplication } from '#services/applications/get';
import { ownApplications } from '#services/applications/own';
import { returnApplication } from '#services/applications/return';
import { beginAssessment } from '#services/assessments/begin';
import { extendDeadline } from '#services/cycles/extend';
import { accepted, cycleId, submitted } from '../../support/case.ts';
import { applicant, checker, cycle, otherApplicant, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('until when an applicant has to act', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  const dueIn = async (applicationId: string, who = applicant) =>
    (await getApplication(world.as(who), { applicationId })).dueBy;

  it('is the end of the window for a draft, with the extensions that cover the unit', async () => {
    const { applicationId } = await createApplication(world.as(applicant), {
      cycleId,
      organizationId: 'organization-a',
    });
    expect(await dueIn(applicationId)).toBe(cycle.windows.closesAt);
    const until = '2026-04-03T18:00:00.000+08:00';
    await extendDeadline(world.as(checker), {
      ...{ cycleId, stage: 'closesAt', until, reason: '停电' },
      scope: { kind: 'organization', organizationId: 'organization-a' },
    });
    expect(await dueIn(applicationId)).toBe(until);
    expect((await ownApplications(world.as(applicant))).items).toMatchObject([{ applicationId, dueBy: until }]);
  });

  it('is the return’s own date for a correction, told to the desk that returned it too', async () => {
    const applicationId = await submitted(world, otherApplicant, 'organization-b');
    expect(await dueIn(applicationId, otherApplicant)).toBeUndefined();
    const { returned } = await returnApplication(world.as(recommender), { applicationId, reason: '请修改' });
    expect(await dueIn(applicationId, otherApplicant)).toBe(returned?.deadline);
    expect(await dueIn(applicationId, recommender)).toBe(returned?.deadline);
  });

  it('is the date of the self-assessments while one is written', async () => {
    const another = await openWorld();
    await seedSeason(another);
    const applicationId = await accepted(another);
    await beginAssessment(another.as(system), { applicationId });
    expect((await getApplication(another.as(applicant), { applicationId })).dueBy).toBe(cycle.windows.assessBy);
    await another.end();
  });
});
