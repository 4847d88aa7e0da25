import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recommendApplication } from '#services/applications/recommend';
import { applications, memberships } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { caseAt, cycle, elsewhere, recommender, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const { cycleId } = cycle;

describe('recommending under an equal quota (等额)', () => {
  let world: World;
  const recommend = (at: number) =>
    recommendApplication(world.as(recommender), { applicationId: `case-${at}`, verdict: 'recommend' });
  const exceeded = {
    code: 'QuotaExceeded',
    values: { limit: 2 },
    fields: [expect.objectContaining({ path: 'quota.byRecommender.经信局', code: 'TooManySent' })],
  };

  beforeAll(async () => {
    world = await openWorld('2026-04-02T09:00:00+08:00');
    const [category] = cycle.categories;
    if (!category) throw new Error('the fixture lost its category');
    const quota = { total: 3, mode: 'equal' as const, byRecommender: { 经信局: 2, 总工会: 1 } };
    await seedSeason(world, { categories: [{ ...category, quota }] });
    const cases = [1, 2, 3, 4].map((at) => caseAt(at));
    const others = [
      caseAt(5, { recommender: '总工会', status: 'accepted' }),
      caseAt(6, { status: 'rejected' }),
      caseAt(7, { status: 'returned' }),
    ];
    for (const application of [...cases, ...others]) {
      const { applicationId, categoryId } = application;
      await world.store.transact([
        create(applications, application),
        create(memberships, { cycleId, applicationId, categoryId }),
      ]);
    }
  });
  afterAll(() => world.end());

  it('sends as many as there are seats, however many are sent in the same moment', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(recommend));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toEqual([expect.objectContaining(exceeded)]);
    const statuses = await Promise.all([1, 2, 3].map((at) => world.store.get(keys.application(`case-${at}`))));
    expect(statuses.filter(({ status }) => status === 'recommended')).toHaveLength(2);
  });

  it('declines without counting, and refuses whoever may not recommend', async () => {
    await expect(recommend(4)).rejects.toMatchObject(exceeded);
    const decline = { applicationId: 'case-4', verdict: 'decline' as const, opinion: '名额已满' };
    await expect(recommendApplication(world.as(elsewhere), decline)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await recommendApplication(world.as(recommender), decline)).toMatchObject({ status: 'declined' });
    await expect(recommend(4)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('has a seat again when one that was sent leaves the process', async () => {
    const all = await Promise.all([1, 2, 3].map((at) => world.store.get(keys.application(`case-${at}`))));
    const sent = all.find(({ status }) => status === 'recommended');
    const waiting = all.find(({ status }) => status === 'submitted');
    if (!sent || !waiting) throw new Error('the case above left nobody');
    await world.store.transact([save(applications, { ...sent, status: 'rejected' })]);
    const { applicationId } = waiting;
    const answer = await recommendApplication(world.as(recommender), { applicationId, verdict: 'recommend' });
    expect(answer).toMatchObject({ status: 'recommended' });
  });
});
