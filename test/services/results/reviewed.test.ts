import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/applications';
import { resultsOf } from '#domain/results';
import { type Assignment, assignmentStatuses } from '#domain/reviews';
import { leavesOf } from '#domain/standards';
import { reviewedOf } from '#services/results/reviewed';
import { computedRows } from '#services/results/rows';
import {
  adjustments,
  applications,
  assignments,
  components,
  memberships,
  panels,
  siteSheets,
  siteTeams,
  submittedSheets,
} from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { cycle, seedSeason } from '../../support/season-fixture.ts';
import { slowPanel, slowShown } from '../../support/slow-rational.ts';
import { openWorld, type World } from '../../support/world.ts';

const { cycleId } = cycle;
const [category] = cycle.categories;
if (!category) throw new Error('the fixture lost its category');
const categories = [{ ...category, weights: { documents: 100, site: 0, satisfaction: 0 } }];

/** One seat as it might have come about: who sat there, what became of it, and the total on the sheet. */
type Seat = { readonly status: Assignment['status']; readonly total: number; readonly isMember: boolean };

const applicationOf = (applicationId: string): Application => ({
  ...{ applicationId, cycleId, categoryId: 'enterprise', organizationId: `unit-${applicationId}` },
  ...{ organizationName: `示例企业${applicationId}`, areaId: 'yunjin', areaPath: ['yunjin', 'district'] },
  ...{ recommender: '经信局', standardId: 'example-enterprise', standardVersion: 1, status: 'scored' as const },
  ...{ statusSince: '2026-08-20T09:00:00.000+08:00', submissions: 1, assessments: 1, rounds: {}, openObjections: 0 },
});

describe('the sheets that a result is made of', () => {
  let world: World;
  let points: { pointId: string; fullMarks: number }[] = [];
  let made = 0;
  beforeAll(async () => {
    world = await openWorld('2026-09-01T09:00:00+08:00');
    await seedSeason(world, { status: 'ranking', categories });
    points = leavesOf(await world.store.get(keys.standard('example-enterprise', 1)));
  });
  afterAll(() => world.end());

  const marksOf = (total: number) => {
    let off = 10_000 - total;
    return Object.fromEntries(
      points.map(({ pointId, fullMarks }) => {
        const taken = Math.min(off, fullMarks);
        off -= taken;
        return [pointId, { score: fullMarks - taken, comment: '' }];
      }),
    );
  };

  /** A case as it lies in the table: its panel, and assignments with sheets, written in this order. */
  const lay = async (seats: readonly Seat[], order: readonly number[], size: number): Promise<string> => {
    made += 1;
    const applicationId = `case-${made}`;
    const reviewerOf = (at: number) => `reviewer-${at}`;
    const members = seats.flatMap(({ isMember }, at) => (isMember ? [reviewerOf(at)] : []));
    await world.store.transact([
      create(applications, applicationOf(applicationId)),
      create(memberships, { cycleId, applicationId, categoryId: 'enterprise' }),
      create(panels, { ...{ applicationId, cycleId, size, submitted: size, vacant: 0 }, members, former: [] }),
    ]);
    for (const [place, at] of order.entries()) {
      const { status, total } = seats[at] as Seat;
      const assignmentId = `${applicationId}-assignment-${place}-${at}`;
      const reviewerId = reviewerOf(at);
      await world.store.transact([
        create(assignments, {
          ...{ assignmentId, cycleId, applicationId, categoryId: 'enterprise', organizationName: '', reviewerId },
          ...{ reviewerName: '', status, dueAt: '', submissions: 2 },
          assignedAt: `2026-07-01T09:00:0${at}.000+08:00`,
        }),
        // The first submission was taken back; only the last one counts.
        ...[0, total].map((sum, number) =>
          create(submittedSheets, {
            ...{ assignmentId, applicationId, reviewerId, marks: marksOf(sum), overall: '' },
            ...{ number: number + 1, at: '2026-08-01T09:00:00.000+08:00', dueAt: '' },
          }),
        ),
      ]);
    }
    return applicationId;
  };

  const resultOf = async (applicationId: string) => {
    const asked = { has: (application: Application) => application.applicationId === applicationId };
    const [reviewed] = await reviewedOf(world, { ...cycle, categories }, asked);
    return reviewed?.sheets?.map(({ reviewerId }) => reviewerId);
  };

  const shownOf = async (applicationId: string): Promise<string | undefined> => {
    const asked = { has: (application: Application) => application.applicationId === applicationId };
    const standard = await world.store.get(keys.standard('example-enterprise', 1));
    const own = { ...cycle, categories };
    const reviewed = await reviewedOf(world, own, asked);
    return resultsOf(reviewed, { category: categories[0] ?? category, bonusCap: '5', standard })[0]?.shown;
  };

  const total = fc.integer({ min: 0, max: 10_000 });
  const counting: fc.Arbitrary<Seat> = fc.record({
    ...{ status: fc.constant('submitted' as const), total, isMember: fc.constant(true) },
  });
  const idle: fc.Arbitrary<Seat> = fc.oneof(
    // Unlocked, recused, reassigned, not handed in; or handed in by one who no longer sits there.
    fc.record({
      ...{ status: fc.constantFrom(...assignmentStatuses.filter((status) => status !== 'submitted')), total },
      isMember: fc.boolean(),
    }),
    fc.record({ status: fc.constant('submitted' as const), total, isMember: fc.constant(false) }),
  );
  const panel = fc.tuple(
    fc.array(counting, { minLength: 3, maxLength: 6 }),
    fc.array(idle, { maxLength: 3 }),
    fc.infiniteStream(fc.nat({ max: 1_000_000 })),
  );

  it('are the same in whatever order they lie, and whatever else lies beside them', async () => {
    await fc.assert(
      fc.asyncProperty(panel, async ([valid, others, chance]) => {
        const seats = [...valid, ...others];
        const places = [...seats.keys()];
        const shuffled = places
          .map((at) => [chance.next().value ?? 0, at] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, at]) => at);
        const slow = slowPanel(
          valid.map((seat) => seat.total),
          3,
          5,
        );
        const expected = slow && slowShown(slow);
        const duplicated = [...shuffled, ...shuffled.filter((at) => at % 2 === 0)];
        for (const order of [places, shuffled, duplicated]) {
          expect(await shownOf(await lay(seats, order, valid.length))).toBe(expected);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('are never averaged over a subset: one sheet that does not count leaves no result', async () => {
    await fc.assert(
      fc.asyncProperty(panel, idle, async ([valid, others], lost) => {
        const seats = [...valid.slice(1), { ...lost, isMember: true, status: 'unlocked' as const }, ...others];
        const applicationId = await lay(seats, [...seats.keys()], valid.length);
        await expect(resultOf(applicationId)).rejects.toMatchObject({
          code: 'Incomplete',
          fields: [{ path: `applications.${applicationId}.panel`, code: 'SheetsMissing' }],
        });
      }),
      { numRuns: 4 },
    );
  });
});

describe('what is entered beside the sheets', () => {
  let world: World;
  const applicationId = 'case-1';
  const team = { ...category, siteTeam: 2, weights: { documents: 0, site: 100, satisfaction: 0 } };
  beforeAll(async () => {
    world = await openWorld('2026-09-01T09:00:00+08:00');
    await seedSeason(world, { status: 'ranking', categories: [team] });
    const standard = await world.store.get(keys.standard('example-enterprise', 1));
    const marks = Object.fromEntries(
      leavesOf(standard).map(({ pointId, fullMarks }) => [pointId, { score: fullMarks, comment: '' }]),
    );
    const members = ['reviewer-1', 'reviewer-2', 'reviewer-3'];
    await world.store.transact([
      create(applications, applicationOf(applicationId)),
      create(memberships, { cycleId, applicationId, categoryId: 'enterprise' }),
      create(panels, { ...{ applicationId, cycleId, size: 3, submitted: 3, vacant: 0 }, members, former: [] }),
      create(siteTeams, {
        cycleId,
        applicationId,
        size: 2,
        members: ['visitor-1', 'visitor-2'],
        former: ['visitor-3'],
      }),
      // An agreed sheet does not count where a team's own sheets do.
      create(components, {
        ...{ cycleId, applicationId, component: 'site' as const, score: 100, source: '', enteredBy: '' },
        ...{ enteredAt: '', confirmedAt: '2026-08-01T09:00:00.000+08:00' },
      }),
    ]);
    for (const reviewerId of members) {
      const assignmentId = `assignment-${reviewerId}`;
      await world.store.transact([
        create(assignments, {
          ...{ assignmentId, cycleId, applicationId, categoryId: 'enterprise', organizationName: '', reviewerId },
          ...{ reviewerName: '', status: 'submitted' as const, dueAt: '', assignedAt: '', submissions: 1 },
        }),
        create(submittedSheets, {
          ...{ assignmentId, applicationId, reviewerId, marks, overall: '' },
          number: 1,
          at: '',
          dueAt: '',
        }),
      ]);
    }
  });
  afterAll(() => world.end());

  const visit = (reviewerId: string, status: 'asked' | 'submitted' | 'withdrawn', score?: number) =>
    world.store.stage(siteSheets, [
      {
        ...{ cycleId, applicationId, organizationName: '', reviewerId, status, comment: '' },
        ...(score !== undefined && { score }),
      },
    ]);
  const rows = () => computedRows(world, { ...cycle, categories: [team] });

  it('waits for every visitor’s sheet, and is their exact mean', async () => {
    await visit('visitor-1', 'submitted', 9001);
    await visit('visitor-2', 'asked', 9000);
    await visit('visitor-3', 'submitted', 100);
    await expect(rows()).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: `applications.${applicationId}.site.visitor-2`, code: 'VisitMissing' }],
    });
    await visit('visitor-2', 'submitted', 9002);
    const [row] = await rows();
    expect(row?.visits).toEqual([
      { reviewerId: 'visitor-1', score: 9001 },
      { reviewerId: 'visitor-2', score: 9002 },
    ]);
    const steps = Object.fromEntries(row?.steps.map(({ name, fraction }) => [name, fraction]) ?? []);
    expect(steps).toMatchObject({
      ...{ 'site.sheets': '2', 'site.sum': '18003/100', 'site.mean': '18003/200', 'line.pass': '90' },
      composite: '18003/200',
    });
  });

  it('does not count a bonus that was withdrawn', async () => {
    const bonus = {
      ...{
        cycleId,
        applicationId,
        kind: 'bonus' as const,
        points: 100,
        reason: '品牌',
        source: '',
        enteredBy: '',
        at: '',
      },
    };
    const withdrawn = { reason: '误录', by: 'checker', at: '2026-09-01T09:00:00.000+08:00' };
    await world.store.stage(adjustments, [
      { ...bonus, adjustmentId: 'a' },
      { ...bonus, adjustmentId: 'b', withdrawn },
    ]);
    expect((await rows())[0]?.composite).toBe('18203/200');
  });
});
