import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/applications';
import type { Award } from '#domain/decisions';
import { beginReReview } from '#services/awards/begin-re-review';
import { checkCertificate } from '#services/awards/check';
import { decideReReview } from '#services/awards/decide-re-review';
import { getOwnAward } from '#services/awards/get-own';
import { listAwards, listPublicAwards } from '#services/awards/list';
import { startDueReReviews } from '#services/awards/start-due';
import { planGate } from '#services/gates/plan';
import { applications, awards, cycles } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { applicant, checker, committee, drafter, head, seedSeason } from '../../support/season-fixture.ts';
import { applicationOf, cycleId, unitOf } from '../../support/selection-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const anybody = { kind: 'public' } as const;
const numberOf = (serial: number) => `示学证〔2026〕QY-${String(serial).padStart(4, '0')}`;

const award = (serial: number, changes: Partial<Award> = {}): Award => ({
  certificateNumber: numberOf(serial),
  applicationId: `application-${serial}`,
  organizationId: `organization-${serial}`,
  organizationName: '云锦甲企业',
  cycleId,
  categoryId: 'enterprise',
  areaId: 'yunjin',
  title: '学习型企业',
  namedOn: '2026-10-01',
  validUntil: '2029-10-01',
  status: 'valid',
  statusSince: '2026-10-01T09:00:00.000+08:00',
  reReviewAt: '2029-10-01T00:00:00.000+08:00',
  reReviews: 0,
  ...changes,
});

const named = (serial: number, certificateNumber: string): Application => ({
  ...applicationOf(serial, {}),
  status: 'named',
  certificateNumber,
});

describe('what becomes of a title', () => {
  let world: World;
  let serial = 0;
  let certificateNumber = '';
  beforeAll(async () => {
    world = await openWorld('2029-10-01T09:00:00+08:00');
    await seedSeason(world, { status: 'concluded' });
  });
  beforeEach(async () => {
    serial += 1;
    certificateNumber = numberOf(serial);
    await world.store.transact([create(awards, award(serial))]);
  });
  afterAll(() => world.end());

  const begin = (round = 1) => beginReReview(world.as(system), { certificateNumber, round });
  type Verdict = Omit<Parameters<typeof decideReReview>[1], 'certificateNumber' | 'reason'>;
  const decide = (how: Verdict, actor = head) =>
    decideReReview(world.as(actor), { certificateNumber, reason: '复评结论', ...how });
  const shown = async () => (await checkCertificate(world.as(anybody), { certificateNumber })).status;
  const outcome = async (kind: string, round = 1) =>
    (await world.store.find(keys.gate(`${kind}/${certificateNumber}/${round}`)))?.outcome;

  it('is kept for another term, and re-reviewed again after it', async () => {
    await begin();
    await begin();
    expect(await world.store.get(keys.award(certificateNumber))).toMatchObject({
      status: 'under-re-review',
      reReviews: 1,
    });
    expect(await shown()).toBe('valid');
    expect(await decide({ verdict: 'keep' })).toMatchObject({
      status: 'valid',
      validUntil: '2032-10-01',
      reReviewAt: '2032-10-01T00:00:00.000+08:00',
    });
    expect(await outcome('re-review')).toEqual({ decision: 'keep', round: 1 });
    await begin(2);
    await decide({ verdict: 'revoke' });
    expect(await outcome('re-review', 2)).toEqual({ decision: 'revoke', round: 2 });
  });

  it('is rectified within a deadline, and then kept or revoked', async () => {
    await begin();
    const rectifyBy = '2029-12-31T18:00:00.000+08:00';
    for (const how of [{ verdict: 'rectify' as const }, { verdict: 'keep' as const, rectifyBy }]) {
      await expect(decide(how)).rejects.toMatchObject({ fields: [{ path: 'rectifyBy', code: 'WrongDeadline' }] });
    }
    await decide({ verdict: 'rectify', rectifyBy });
    expect(await shown()).toBe('under-rectification');
    const plan = await planGate(world.as(system), { kind: 'rectification', subjectId: certificateNumber });
    expect(plan.deadline).toBe(rectifyBy);
    await decide({ verdict: 'revoke' });
    expect(await shown()).toBe('revoked');
    const { since } = await checkCertificate(world.as(anybody), { certificateNumber });
    expect(since).toBe('2029-10-01');
    const published = await listPublicAwards(world.as(anybody), { cycleId });
    expect(published.items.find((each) => each.certificateNumber === certificateNumber)?.status).toBe('revoked');
    expect(await outcome('re-review')).toEqual({ decision: 'rectify', round: 1 });
    expect(await outcome('rectification')).toEqual({ decision: 'revoke', round: 1 });
  });

  it('tells its holder and those who oversee what is asked and why, and nobody else', async () => {
    const applicationId = `application-${serial}`;
    await begin();
    await decide({ verdict: 'rectify', rectifyBy: '2029-12-31T18:00:00.000+08:00' });
    const own = (actor: Parameters<typeof world.as>[0], id = applicationId) =>
      getOwnAward(world.as(actor), { applicationId: id });
    await expect(own(committee)).rejects.toMatchObject({ code: 'NotFound' });
    await world.store.transact([create(applications, named(serial, certificateNumber))]);
    for (const actor of [unitOf(serial), head, committee]) {
      expect(await own(actor)).toMatchObject({
        ...{ certificateNumber, status: 'rectifying', reason: '复评结论' },
        rectifyBy: '2029-12-31T18:00:00.000+08:00',
      });
    }
    for (const actor of [unitOf(serial + 1), anybody])
      await expect(own(actor)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('may be revoked at any time, by the head of the office without a conflict, once', async () => {
    for (const actor of [anybody, applicant, checker, drafter, committee]) {
      await expect(decide({ verdict: 'revoke' }, actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const torn = person(
      'torn',
      { role: 'office', duties: ['approve'] },
      { role: 'applicant', organizationId: `organization-${serial}` },
    );
    await expect(decide({ verdict: 'revoke' }, torn)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    await expect(decide({ verdict: 'keep' })).rejects.toMatchObject({ code: 'WrongState' });
    const both = await Promise.allSettled([decide({ verdict: 'revoke' }), decide({ verdict: 'revoke' })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await outcome('re-review', 0)).toBeUndefined();
  });

  it('is told to the public by number as people type it, copies included, without personal data', async () => {
    const typed = `示学证[2026]QY-${String(serial).padStart(4, '0')} 补`;
    expect(await checkCertificate(world.as(anybody), { certificateNumber: typed })).toEqual({
      certificateNumber,
      status: 'valid',
      title: '学习型企业',
      name: '云锦甲企业',
      namedOn: '2026-10-01',
      validUntil: '2029-10-01',
    });
    await expect(checkCertificate(world.as(anybody), { certificateNumber: 'QY-1' })).rejects.toMatchObject({
      fields: [{ path: 'certificateNumber', code: 'CertificateNumber' }],
    });
    await expect(
      checkCertificate(world.as(anybody), { certificateNumber: '示学证〔2026〕QY-9999' }),
    ).rejects.toMatchObject({ code: 'NotFound' });
    await world.store.transact([
      create(awards, award(9000, { categoryId: 'family', organizationName: '王小明家庭', title: '学习型家庭' })),
    ]);
    const family = await checkCertificate(world.as(anybody), { certificateNumber: numberOf(9000) });
    expect(family.name).toBe('王**家庭（云锦街道）');
  });

  it('is listed for those who oversee, and masked for the public once the cycle is concluded', async () => {
    const all = await listAwards(world.as(committee), { cycleId });
    expect(all.items.map((each) => each.certificateNumber)).toContain(certificateNumber);
    await expect(listAwards(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    const published = await listPublicAwards(world.as(anybody), { cycleId });
    expect(Object.keys(published.items[0] ?? {}).toSorted()).toEqual([
      ...['areaName', 'categoryId', 'certificateNumber', 'name', 'namedOn', 'status', 'title'],
    ]);
    expect(JSON.stringify(published)).not.toContain('小明');
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: 'naming' })]);
    await expect(listPublicAwards(world.as(anybody), { cycleId })).rejects.toMatchObject({ code: 'NotFound' });
    await world.store.transact([save(cycles, { ...cycle, version: cycle.version + 1 })]);
  });
});

describe('the schedule', () => {
  it('starts what is due and valid, under names that Step Functions takes, and nothing else', async () => {
    const world = await openWorld('2029-10-01T00:00:00+08:00');
    const due = [award(1), award(2, { reReviews: 1 })];
    const others = [
      award(3, { status: 'revoked' }),
      award(4, { reReviewAt: '2029-10-01T00:00:00.001+08:00' }),
      award(5, { status: 'under-re-review', reReviews: 1 }),
    ];
    await world.store.transact([...due, ...others].map((each) => create(awards, each)));
    const starts: unknown[] = [];
    const executions = {
      ...world.executions,
      start: async (start: unknown) => {
        starts.push(start);
      },
    };
    const ctx = { ...world.as(system), executions };
    expect(await startDueReReviews(ctx)).toEqual({ started: 2 });
    const follow = (serial: number, round: string) => ({
      workflow: 'follow-up',
      name: `re-review-application-${serial}-${round}`,
      input: { certificateNumber: numberOf(serial), round },
    });
    expect(starts).toHaveLength(2);
    expect(starts).toEqual(expect.arrayContaining([follow(1, '1'), follow(2, '2')]));
    await world.end();
  });
});
