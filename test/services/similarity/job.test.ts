import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyReport } from '#domain/assessments';
import { getSimilarPair } from '#services/similarity/get-pair';
import { compareTexts, similarityJob } from '#services/similarity/job';
import { listSimilar } from '#services/similarity/list';
import { lookAtPair } from '#services/similarity/look';
import { applications, cycles, memberships, organizations, snapshots } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { syntheticText } from '../../domain/similarity/synthetic.ts';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const passage = syntheticText(99, 200);
const quiet = async () => undefined;

describe('the comparison of a cycle’s self-reports', () => {
  let world: World;
  const write = async (applicationId: string, practices: string) => {
    const snapshot = await world.store.get(keys.snapshot(applicationId, 'assessment', 1));
    await world.store.transact([
      save(snapshots, { ...snapshot, content: { points: {}, report: { ...emptyReport, practices } } }),
    ]);
  };
  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 6, reviewers: 0 });
    for (const at of [1, 2, 3, 4, 5, 6]) await write(`case-${at}`, syntheticText(at, 500));
    await write('case-2', `${syntheticText(2, 300)}${passage}`);
    await write('case-5', `${passage}${syntheticText(5, 300)}`);
    await write('case-6', passage);
    const [five, six, cycle] = [
      await world.store.get(keys.application('case-5')),
      await world.store.get(keys.application('case-6')),
      await world.store.get(keys.cycle(cycleId)),
    ];
    const { version: _, ...planned } = cycle;
    const old = {
      ...five,
      applicationId: 'old-2',
      cycleId: 'cycle-2025',
      organizationId: 'unit-2',
      organizationName: '示例企业2',
    };
    const { version: __, ...oldApplication } = old;
    const { version: ___, ...unit } = await world.store.get(keys.organization('unit-2'));
    await world.store.transact([
      save(applications, { ...six, status: 'withdrawn' }),
      create(cycles, { ...planned, cycleId: 'cycle-2025', year: 2025, status: 'concluded' }),
      create(applications, oldApplication),
      create(memberships, { cycleId: 'cycle-2025', applicationId: 'old-2', categoryId: 'enterprise' }),
      create(organizations, { ...unit, organizationId: 'unit-old' }),
      create(snapshots, {
        applicationId: 'old-2',
        what: 'assessment',
        number: 1,
        at: '2025-06-20T09:00:00.000+08:00',
        by: 'applicant-2',
        content: {
          points: {},
          report: { ...emptyReport, practices: `${syntheticText(2, 300)}${syntheticText(77, 200)}` },
        },
        evidence: [],
      }),
    ]);
  });
  afterAll(() => world.end());

  it('finds who wrote the same, among this year’s units and in earlier years, but not in what was withdrawn', async () => {
    const told: string[] = [];
    const report = await compareTexts(world.as(system), { cycleId }, async (_done, _of, zh) => {
      told.push(zh);
    });
    expect(report).toMatchObject({ texts: 5, earlierTexts: 1, pairs: 2, algorithm: 'winnowing-8-8/1' });
    expect(new Set(told)).toEqual(new Set(['读取自评报告', '比对']));
    const { items, total } = await listSimilar(world.as(checker), { cycleId });
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { left: { applicationId: 'case-2' }, right: { applicationId: 'old-2', cycleId: 'cycle-2025' }, sameUnit: true },
      {
        left: { applicationId: 'case-2', organizationName: '示例企业2' },
        right: { applicationId: 'case-5', organizationName: '示例企业5' },
        sameUnit: false,
        passages: 1,
      },
    ]);
    expect(await listSimilar(world.as(checker), { cycleId, from: 1, limit: 1 })).toMatchObject({ items: [items[1]] });
  });

  it('finds the same again when it runs again, and nothing of another year when none is asked for', async () => {
    const first = await compareTexts(world.as(system), { cycleId }, quiet);
    expect(await compareTexts(world.as(system), { cycleId }, quiet)).toEqual(first);
    expect(await compareTexts(world.as(system), { cycleId, years: 0 }, quiet)).toMatchObject({
      earlierTexts: 0,
      pairs: 1,
    });
    await compareTexts(world.as(system), { cycleId }, quiet);
  });

  it('shows the passages side by side, whichever of the two is named first', async () => {
    const pair = await getSimilarPair(world.as(supervisor), { cycleId, left: 'case-5', right: 'case-2' });
    expect(pair.left.applicationId).toBe('case-2');
    const [same] = pair.passages;
    expect(same?.left).toMatchObject({ part: 'practices', text: same?.right.text });
    expect(same?.left.start).toBe(300);
    expect(same?.right.start).toBe(0);
    expect([...passage].filter((sign) => sign !== '，')).toHaveLength(same?.same ?? 0);
    await expect(
      getSimilarPair(world.as(supervisor), { cycleId, left: 'case-1', right: 'case-2' }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is for office and supervisor alone, and hides from them the pairs in which they have a stake', async () => {
    for (const actor of [applicant, recommender, committee, reviewerActor('reviewer-1')]) {
      await expect(listSimilar(world.as(actor), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
      const cycle = await world.store.get(keys.cycle(cycleId));
      expect(() => similarityJob.allow(world.as(actor), cycle)).toThrow('NotAllowed');
    }
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-5' });
    expect((await listSimilar(world.as(own), { cycleId })).items.map(({ right }) => right.applicationId)).toEqual([
      'old-2',
    ]);
    const named = { cycleId, left: 'case-2', right: 'case-5' };
    await expect(getSimilarPair(world.as(own), named)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(lookAtPair(world.as(own), { ...named, note: '无妨' })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is looked at with a note, from which nothing follows of itself', async () => {
    const named = { cycleId, left: 'case-5', right: 'case-2' };
    const before = await world.store.get(keys.application('case-5'));
    await expect(lookAtPair(world.as(supervisor), { ...named, note: '核看' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(lookAtPair(world.as(checker), { ...named, note: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'note', code: 'Blank' }],
    });
    await Promise.all(['初看', '再看'].map((note) => lookAtPair(world.as(checker), { ...named, note })));
    const { items } = await listSimilar(world.as(supervisor), { cycleId });
    expect(items.map(({ look }) => look?.by)).toEqual([undefined, 'checker']);
    expect(await world.store.get(keys.application('case-5'))).toEqual(before);
  });
});
