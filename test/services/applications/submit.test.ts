import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenAt } from '#domain/audit';
import { createApplication } from '#services/applications/create';
import { returnApplication } from '#services/applications/return';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { once } from '#services/commit';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { applicant, fullForm, otherApplicant, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('submitting an application', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  const cycleId = 'cycle-2026';

  it('freezes the form, starts the workflow, and goes back to the desk that returned it', async () => {
    const created = await createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' });
    const { applicationId } = created;
    await expect(submitApplication(world.as(applicant), { applicationId })).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [
        { path: 'form.profile' },
        { path: 'form.practices' },
        { path: 'form.results' },
        { path: 'form.contactName' },
        { path: 'form.contactPhone' },
      ],
    });
    await saveForm(world.as(applicant), { applicationId, version: 1, form: fullForm });
    const submitted = await submitApplication(world.as(applicant), { applicationId });
    expect(submitted).toMatchObject({ status: 'submitted', submissions: 1, rounds: { recommendation: 1 } });

    const returned = await returnApplication(world.as(recommender), { applicationId, reason: '请补充成效数据' });
    expect(returned.returned).toMatchObject({ by: 'recommender', deadline: '2026-03-10T00:00:00.000+08:00' });
    const again = await submitApplication(world.as(applicant), { applicationId });
    expect(again).toMatchObject({ status: 'submitted', submissions: 2, rounds: { recommendation: 2, correction: 1 } });
    expect(await world.store.get(keys.gate(`recommendation/${applicationId}/1`))).toMatchObject({
      outcome: { decision: 'returnByRecommender', round: 1 },
    });
    expect(await world.store.get(keys.gate(`correction/${applicationId}/1`))).toMatchObject({
      outcome: { decision: 'resubmitToRecommender', round: 2 },
    });
    expect((await world.store.get(keys.snapshot(applicationId, 'form', 1))).content).toEqual(fullForm);

    const chain = await world.store.all<StoredEvent>(`AUDIT#application/${applicationId}`, 'EVENT');
    expect(chain.map((event) => event.action)).toEqual([
      'application.created',
      'application.submitted',
      'application.returned',
      'application.resubmitted',
    ]);
    expect(chain.map((event) => event.start?.name)).toEqual([undefined, applicationId, undefined, undefined]);
    const bare = chain.map(({ start: _, pendingSince: __, version: ___, ...event }) => event);
    expect(brokenAt(bare)).toBeUndefined();
    expect(brokenAt(bare.map((event, at) => (at === 1 ? { ...event, action: 'application.forged' } : event)))).toBe(2);
  });

  it('gives a repeated request its first answer, and refuses the key for another request', async () => {
    const key = { key: 'one', hash: 'a' };
    const input = { cycleId, organizationId: 'organization-b' };
    const attempt = () => {
      const ctx = world.as(otherApplicant, key);
      return once(ctx, () => createApplication(ctx, input));
    };
    const [first, second] = await Promise.all([attempt(), attempt()]);
    expect(second.answer).toEqual(first.answer);
    expect((await attempt()).replayed).toBe(true);
    const other = world.as(otherApplicant, { key: 'one', hash: 'b' });
    await expect(once(other, () => createApplication(other, input))).rejects.toMatchObject({
      code: 'IdempotencyKeyReused',
    });
  });

  it('refuses a second application of the organization, a stranger, and a window that closed', async () => {
    await expect(
      createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' }),
    ).rejects.toMatchObject({ code: 'AlreadyExists' });
    await expect(
      createApplication(world.as(otherApplicant), { cycleId, organizationId: 'organization-a' }),
    ).rejects.toMatchObject({ code: 'NotAllowed' });
    await world.time.advanceTo(Date.parse('2026-03-31T18:00:01+08:00'));
    await expect(
      createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' }),
    ).rejects.toMatchObject({ code: 'WindowClosed' });
  });
});
