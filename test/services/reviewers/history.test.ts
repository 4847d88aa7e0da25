import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentStatus } from '#domain/reviews';
import { reviewerHistory } from '#services/reviewers/history';
import { assignments, cycles, feedbacks } from '#store/entities';
import { create } from '#store/writes';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, cycle, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('what an expert did', () => {
  let world: World;
  const reviewerId = 'reviewer-1';
  const at = '2026-07-01T09:00:00.000+08:00';

  const assignment = (
    number: number,
    status: AssignmentStatus,
    more: { submissions?: number; reason?: string; of?: string } = {},
  ) =>
    create(assignments, {
      ...{ assignmentId: `assignment-${number}`, applicationId: `case-${number}`, categoryId: 'enterprise', status },
      ...{ organizationName: `示例企业${number}`, reviewerId, reviewerName: '专家1', dueAt: at, assignedAt: at },
      cycleId: more.of ?? cycleId,
      submissions: more.submissions ?? 0,
      ...(more.reason && { reason: more.reason }),
    });
  const feedback = (number: number, useful: 1 | 2 | 3, late: boolean, thin: boolean, flagged: boolean) =>
    create(feedbacks, {
      ...{ reviewerId, cycleId, assignmentId: `assignment-${number}`, applicationId: `case-${number}` },
      ...{ useful, late, thin, flagged, note: '只给学习办看的话', ratedBy: 'checker', at },
    });

  beforeAll(async () => {
    world = await openWorld(at);
    await seedReview(world, { cases: 0, reviewers: 2 });
    await world.store.transact([
      create(cycles, { ...cycle, cycleId: 'cycle-2025', title: '上一届', year: 2025 }),
      assignment(1, 'submitted', { submissions: 1 }),
      assignment(2, 'submitted', { submissions: 3 }),
      assignment(3, 'unlocked', { submissions: 1 }),
      assignment(4, 'recused', { reason: 'family' }),
      assignment(5, 'reassigned', { reason: 'overdue' }),
      assignment(6, 'reassigned', { reason: '调整分工' }),
      assignment(7, 'pending'),
      assignment(8, 'submitted', { submissions: 1, of: 'cycle-2025' }),
      feedback(1, 3, false, false, false),
      feedback(2, 1, true, true, true),
    ]);
  });
  afterAll(() => world.end());

  const nothing = { useful: [0, 0, 0], late: 0, thin: 0, flagged: 0 };

  it('is told cycle by cycle, in counts', async () => {
    const { items } = await reviewerHistory(world.as(checker), { reviewerId });
    expect(items).toEqual([
      {
        ...{ cycleId, title: '2026 年学习型组织创建', year: 2026, assigned: 7, submitted: 2, recused: 1 },
        ...{ replacedForBeingLate: 1, reassigned: 1, unlocked: 3 },
        rated: { useful: [1, 0, 1], late: 1, thin: 1, flagged: 1 },
      },
      {
        ...{ cycleId: 'cycle-2025', title: '上一届', year: 2025, assigned: 1, submitted: 1, recused: 0 },
        ...{ replacedForBeingLate: 0, reassigned: 0, unlocked: 0, rated: nothing },
      },
    ]);
  });

  it('is the office’s, the supervisor’s and the expert’s to see, and holds no word that was written', async () => {
    for (const who of [checker, supervisor, reviewerActor(reviewerId)]) {
      const answer = await reviewerHistory(world.as(who), { reviewerId });
      expect(answer.items).toHaveLength(2);
      expect(JSON.stringify(answer)).not.toMatch(/只给学习办看的话|checker|示例企业/);
    }
    for (const who of [applicant, recommender, committee, reviewerActor('reviewer-2')]) {
      await expect(reviewerHistory(world.as(who), { reviewerId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    await expect(reviewerHistory(world.as(checker), { reviewerId: 'nobody' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
