import type { Application } from '#domain/applications';
import { emptyReport } from '#domain/assessments';
import type { Cycle } from '#domain/cycles';
import type { Actor } from '#domain/people';
import type { Assignment, Reviewer } from '#domain/reviews';
import { leavesOf } from '#domain/standards';
import { acceptAssignment } from '#services/reviews/accept';
import { assignPanel } from '#services/reviews/assign-panel';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { saveSheet } from '#services/reviews/save-sheet';
import { submitSheet } from '#services/reviews/submit-sheet';
import { applications, memberships, organizations, people, reviewers, snapshots } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { caseAt, cycle, fullForm, seedSeason } from './season-fixture.ts';
import { person, system, type World } from './world.ts';

export const cycleId = cycle.cycleId;

/** The reviewer `reviewer-1`, signed in. */
export const reviewerActor = (reviewerId: string): Actor => person(reviewerId, { role: 'reviewer' });

const applicationOf = (at: number): Application =>
  caseAt(at, {
    status: 'self-assessed',
    statusSince: '2026-06-20T09:00:00.000+08:00',
    assessments: 1,
    rounds: { review: 1 },
  });

const submittedBy = (at: number) => ({
  applicationId: `case-${at}`,
  number: 1,
  at: '2026-06-20T09:00:00.000+08:00',
  by: `applicant-${at}`,
  evidence: [],
});

const reviewerOf = (at: number): Reviewer => ({
  reviewerId: `reviewer-${at}`,
  name: `专家${at}`,
  organizationName: `评审单位${at}`,
  categoryIds: ['enterprise'],
  areaIds: ['songling'],
  expertise: [],
  maximumLoad: 20,
  available: true,
  conflicts: [],
});

type Seeds = {
  readonly cases: number;
  readonly reviewers: number;
  readonly cycle?: Partial<Cycle>;
  readonly reviewer?: (at: number) => Partial<Reviewer>;
};

/** A cycle under review: self-assessed applications `case-1`… and a pool `reviewer-1`…. */
export async function seedReview(world: World, seeds: Seeds): Promise<void> {
  await seedSeason(world, { status: 'reviewing', ...seeds.cycle });
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  for (const at of numbers(seeds.cases)) {
    const application = applicationOf(at);
    const { applicationId, organizationId, categoryId } = application;
    await world.store.transact([
      create(applications, application),
      create(memberships, { cycleId, applicationId, categoryId }),
      create(snapshots, { ...submittedBy(at), what: 'form', content: fullForm }),
      create(snapshots, { ...submittedBy(at), what: 'assessment', content: { points: {}, report: emptyReport } }),
      create(organizations, {
        organizationId,
        name: application.organizationName,
        normalizedName: application.organizationName,
        categoryId,
        areaId: 'yunjin',
        areaPath: ['yunjin', 'district'],
        recommender: '经信局',
        contact: { name: '王梅', phone: '010-88886666' },
        registeredBy: `applicant-${at}`,
        status: 'confirmed',
        registeredAt: '2026-03-01T09:00:00.000+08:00',
      }),
    ]);
  }
  for (const at of numbers(seeds.reviewers)) {
    await world.store.transact([
      create(reviewers, { ...reviewerOf(at), ...seeds.reviewer?.(at) }),
      create(people, {
        personId: `reviewer-${at}`,
        name: `专家${at}`,
        username: `reviewer-${at}`,
        consent: { textVersion: '1', at: '2026-03-01T09:00:00.000+08:00' },
        grants: [{ role: 'reviewer' }],
      }),
    ]);
  }
}

/** Draws and assigns all panels, as the workflow does. */
export async function assignAll(world: World): Promise<void> {
  const { itemsKey } = await matchReviewers(world.as(system), { cycleId });
  for (const item of JSON.parse(await world.bucket.getText(itemsKey))) await assignPanel(world.as(system), item);
}

export async function panelOf(world: World, applicationId: string): Promise<Assignment[]> {
  const { pk, sk } = keys.assignment(applicationId, '');
  return (await world.store.all<Assignment>(pk, sk)).filter(
    ({ status }) => !['recused', 'reassigned'].includes(status),
  );
}

/** Marks that sum to `total` points by the pinned standard: full marks, the rest taken off from the first points on. */
export async function marksOf(
  world: World,
  total: number,
): Promise<Record<string, { score: string; comment: string }>> {
  const standard = await world.store.get(keys.standard('example-enterprise', 1));
  let off = standard.fullMarks - Math.round(total * 100);
  return Object.fromEntries(
    leavesOf(standard).map(({ pointId, fullMarks }) => {
      const taken = Math.min(off, fullMarks);
      off -= taken;
      return [pointId, { score: ((fullMarks - taken) / 100).toFixed(2), comment: '' }];
    }),
  );
}

/** One reviewer accepts, marks and submits. */
export async function score(world: World, assignment: Assignment, total: number): Promise<void> {
  const { assignmentId, reviewerId } = assignment;
  const as = () => world.as(reviewerActor(reviewerId));
  if (assignment.status === 'pending') await acceptAssignment(as(), { assignmentId });
  const { version } = await world.store.get(keys.sheet(assignmentId));
  await saveSheet(as(), { assignmentId, version, marks: await marksOf(world, total), overall: '' });
  await submitSheet(as(), { assignmentId });
}
