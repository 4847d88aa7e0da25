import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recommendApplication } from '#services/applications/recommend';
import { withdrawApplication } from '#services/applications/withdraw';
import { keys } from '#store/keys';
import { submitted } from '../../support/case.ts';
import { applicant, otherApplicant, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('withdrawing an application', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  it('ends the case with its reason, and tells the workflow at the gate where it waits', async () => {
    const applicationId = await submitted(world);
    const input = { applicationId, reason: '单位改制' };
    await expect(withdrawApplication(world.as(otherApplicant), input)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(withdrawApplication(world.as(recommender), input)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(withdrawApplication(world.as(applicant), { applicationId, reason: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'Blank' }],
    });
    expect(await withdrawApplication(world.as(applicant), input)).toMatchObject({
      status: 'withdrawn',
      reason: '单位改制',
    });
    expect(await world.store.get(keys.gate(`recommendation/${applicationId}/1`))).toMatchObject({
      outcome: { decision: 'withdraw' },
    });
    await expect(withdrawApplication(world.as(applicant), input)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('and the recommendation of the same moment do not both happen unseen', async () => {
    const applicationId = await submitted(world, otherApplicant, 'organization-b');
    const outcomes = await Promise.allSettled([
      withdrawApplication(world.as(otherApplicant), { applicationId, reason: '改制' }),
      recommendApplication(world.as(recommender), { applicationId, verdict: 'recommend' }),
    ]);
    const lost = outcomes.filter((each) => each.status === 'rejected');
    const { status, rounds } = await world.store.get(keys.application(applicationId));
    const { outcome } = await world.store.get(keys.gate(`recommendation/${applicationId}/1`));
    if (lost.length === 0) {
      expect({ status, rounds }).toEqual({ status: 'withdrawn', rounds: { recommendation: 1, 'formal-check': 1 } });
    } else {
      // Which refusal it is depends on who read before the other had written.
      const codes = lost.map((each) => each.reason.code);
      expect([['StaleVersion'], ['WrongState']]).toContainEqual(codes);
      expect(outcome?.['decision']).toBe(status === 'withdrawn' ? 'withdraw' : 'recommend');
    }
  });
});
