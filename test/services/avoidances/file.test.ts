import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelineOf } from '#services/applications/timeline';
import { fileAvoidance } from '#services/avoidances/file';
import { listAvoidances, ownAvoidances } from '#services/avoidances/list';
import { refuseAvoidance } from '#services/avoidances/refuse';
import { withdrawAvoidance } from '#services/avoidances/withdraw';
import { conflictsNow } from '#services/reviewers/pool';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const unit = person('applicant-1', { role: 'applicant', organizationId: 'unit-1' });
const otherUnit = person('applicant-2', { role: 'applicant', organizationId: 'unit-2' });
const applicationId = 'case-1';
const named = { expertName: ' 专家 １ ', expertOrganization: '评审单位１', reason: '曾有合同纠纷' };
const unknown = { expertName: '查无此人', expertOrganization: '查无此处', reason: '曾有合同纠纷' };

describe('an applicant who asks that an expert keep away', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('2026-06-20T09:00:00+08:00');
    await seedReview(world, { cases: 2, reviewers: 2, cycle: { status: 'assessing' } });
  });
  afterAll(() => world.end());

  const bound = async (reviewerId: string) => {
    const [reviewer, application, cycle] = await Promise.all([
      world.store.get(keys.reviewer(reviewerId)),
      world.store.get(keys.application(applicationId)),
      world.store.get(keys.cycle(cycleId)),
    ]);
    return (await conflictsNow(world, reviewer, application, cycle)).map(({ source }) => source);
  };
  const moveTo = async (status: 'assessing' | 'reviewing') => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status })]);
  };

  it('learns the same whether such an expert is in the pool or not', async () => {
    const hit = await fileAvoidance(world.as(unit), { applicationId, ...named });
    const miss = await fileAvoidance(world.as(unit), { applicationId, ...unknown });
    expect(Object.keys(hit)).toEqual(Object.keys(miss));
    expect({ ...hit, ...unknown, avoidanceId: '' }).toEqual({ ...miss, avoidanceId: '' });
    const seen = JSON.stringify(await ownAvoidances(world.as(unit), { applicationId }));
    expect(seen).not.toContain('reviewer-1');
  });

  it('binds from then on the expert who is meant, and nobody else', async () => {
    expect(await bound('reviewer-1')).toEqual(['avoidance']);
    expect(await bound('reviewer-2')).toEqual([]);
  });

  it('is read by the office and the supervisor, with whom it names', async () => {
    for (const who of [checker, supervisor]) {
      const { items } = await listAvoidances(world.as(who), { cycleId });
      expect(items.map((each) => [each.expertName, each.named])).toEqual([
        ['专家 １', [{ reviewerId: 'reviewer-1', name: '专家1' }]],
        ['查无此人', []],
      ]);
    }
  });

  it('is read by nobody else: not the expert, another applicant, the recommender, nor an officer who is bound', async () => {
    for (const who of [unit, otherUnit, recommender, committee, reviewerActor('reviewer-1')]) {
      await expect(listAvoidances(world.as(who), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    for (const who of [otherUnit, recommender, checker, reviewerActor('reviewer-1')]) {
      await expect(ownAvoidances(world.as(who), { applicationId })).rejects.toMatchObject({ code: 'NotFound' });
    }
    const officer = person(
      'officer',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'unit-1' },
    );
    expect((await listAvoidances(world.as(officer), { cycleId })).items).toEqual([]);
    const { items } = await timelineOf(world.as(recommender), { applicationId });
    expect(items.filter(({ action }) => action.startsWith('avoidance'))).toEqual([]);
  });

  it('asks for its own application only, and once for each expert', async () => {
    for (const who of [otherUnit, checker, reviewerActor('reviewer-2')]) {
      await expect(fileAvoidance(world.as(who), { applicationId, ...named })).rejects.toMatchObject({
        code: 'NotFound',
      });
    }
    const again = { ...named, expertName: '专家1', expertOrganization: '评审单位 1' };
    await expect(fileAvoidance(world.as(unit), { applicationId, ...again })).rejects.toMatchObject({
      code: 'AlreadyExists',
    });
    await expect(fileAvoidance(world.as(unit), { applicationId, ...named, reason: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'Blank' }],
    });
  });

  it('names five at most, also where it sends them all at once; one taken back makes room', async () => {
    const more = await Promise.allSettled(
      ['甲甲', '乙乙', '丙丙', '丁丁', '戊戊'].map((expertName) =>
        fileAvoidance(world.as(unit), { applicationId, ...unknown, expertName }),
      ),
    );
    expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const { items } = await ownAvoidances(world.as(unit), { applicationId });
    expect(items).toHaveLength(5);
    const { avoidanceId } = items.find(({ expertName }) => expertName === '查无此人') ?? expect.fail();
    await expect(withdrawAvoidance(world.as(otherUnit), { applicationId, avoidanceId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await withdrawAvoidance(world.as(unit), { applicationId, avoidanceId });
    await expect(withdrawAvoidance(world.as(unit), { applicationId, avoidanceId })).rejects.toMatchObject({
      code: 'WrongState',
    });
    expect(await fileAvoidance(world.as(unit), { applicationId, ...unknown, expertName: '己己' })).toMatchObject({
      status: 'filed',
    });
  });

  it('ends with the office’s refusal, which names its reason; nobody refuses who is meant or has a stake', async () => {
    const { items } = await ownAvoidances(world.as(unit), { applicationId });
    const { avoidanceId } =
      items.find(({ expertOrganization }) => expertOrganization === '评审单位１') ?? expect.fail();
    const refusal = { applicationId, avoidanceId, reason: '已核实，不构成利害关系' };
    for (const who of [unit, recommender, supervisor, reviewerActor('reviewer-1')]) {
      await expect(refuseAvoidance(world.as(who), refusal)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const meant = person('reviewer-1', { role: 'office', duties: ['check'] });
    const staked = person(
      'officer',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'unit-1' },
    );
    for (const who of [meant, staked]) {
      await expect(refuseAvoidance(world.as(who), refusal)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    }
    await refuseAvoidance(world.as(checker), refusal);
    expect(await bound('reviewer-1')).toEqual([]);
    const { items: seen } = await ownAvoidances(world.as(unit), { applicationId });
    expect(seen.find((each) => each.avoidanceId === avoidanceId)).toMatchObject({
      ...{ status: 'refused', refusal: { reason: '已核实，不构成利害关系', at: '2026-06-20T09:00:00.000+08:00' } },
    });
    expect(JSON.stringify(seen)).not.toContain('checker');
    await expect(refuseAvoidance(world.as(checker), refusal)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('asks in time: not once the review has started', async () => {
    await moveTo('reviewing');
    await expect(fileAvoidance(world.as(unit), { applicationId, ...unknown })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await moveTo('assessing');
  });
});
