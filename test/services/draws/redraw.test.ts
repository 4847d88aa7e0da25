import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { drawsOf } from '#services/draws/in-force';
import { previewMatching } from '#services/draws/preview';
import { redrawPanels } from '#services/draws/redraw';
import { reseatPanel } from '#services/draws/reseat';
import { unpinReviewer } from '#services/pins/unpin';
import { acceptAssignment } from '#services/reviews/accept';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { checker } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const silent = async (): Promise<void> => undefined;
const wanted = { withPins: true };

describe('a redraw', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
  });
  afterEach(() => world.end());

  const redraw = (jobId: string, reason = '专家退出') =>
    redrawPanels(world.as(system), { jobId, cycleId, input: { reason } }, silent);

  /** The reviewer is drawn no more. */
  async function leaves(reviewerId: string): Promise<void> {
    const entry = await world.store.get(keys.reviewer(reviewerId));
    await world.store.transact([save(reviewers, { ...entry, available: false })]);
  }

  const panels = async (): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      await Promise.all(
        [1, 2, 3, 4].map(async (at) => {
          const panel = await panelOf(world, `case-${at}`);
          return [`case-${at}`, panel.map(({ reviewerId }) => reviewerId).toSorted()];
        }),
      ),
    );

  it('changes nothing where nothing changed, and is recorded with its reason as the next draw', async () => {
    await seedReview(world, { cases: 4, reviewers: 6 });
    await expect(redraw('job-0')).rejects.toMatchObject({ code: 'WrongState' });
    await assignAll(world);
    const before = await panels();
    expect(await redraw('job-1', '核对')).toEqual({ number: 2, changed: 0, kept: 0 });
    expect(await panels()).toEqual(before);
    expect(await drawsOf(world, cycleId, 'documents')).toMatchObject([
      { number: 1 },
      { number: 2, reason: '核对', jobId: 'job-1' },
    ]);
    await expect(
      redrawPanels(world.as(checker), { jobId: 'job-2', cycleId, input: { reason: '核对' } }, silent),
    ).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('gives the pending places of somebody who left to others, and leaves what was begun', async () => {
    await seedReview(world, { cases: 4, reviewers: 7 });
    await assignAll(world);
    const all = (await Promise.all([1, 2, 3, 4].map((at) => panelOf(world, `case-${at}`)))).flat();
    const gone = all.find(({ reviewerId }) => all.filter((each) => each.reviewerId === reviewerId).length > 1);
    const [begun, ...open] = all.filter(({ reviewerId }) => reviewerId === gone?.reviewerId) as Assignment[];
    await acceptAssignment(world.as(reviewerActor(begun?.reviewerId ?? '')), {
      assignmentId: begun?.assignmentId ?? '',
    });
    const others = all.filter(({ reviewerId }) => reviewerId !== gone?.reviewerId);
    await score(world, others[0] as Assignment, 88);
    await leaves(gone?.reviewerId ?? '');

    const done = await redraw('job-1');
    expect(done.changed).toBeGreaterThanOrEqual(open.length);
    const now = await panels();
    expect(now[begun?.applicationId ?? '']).toContain(gone?.reviewerId);
    for (const { applicationId } of open) expect(now[applicationId]).not.toContain(gone?.reviewerId);
    expect(Object.values(now).every((panel) => new Set(panel).size === 3)).toBe(true);
    expect(await panelOf(world, others[0]?.applicationId ?? '')).toContainEqual(
      expect.objectContaining({ reviewerId: others[0]?.reviewerId, status: 'submitted' }),
    );
    const loads = await world.store.all<{ reviewerId: string; assigned: number }>(keys.load(cycleId, '').pk);
    const counted = Object.values(now).flat();
    for (const { reviewerId, assigned } of loads) {
      expect(assigned).toBe(counted.filter((id) => id === reviewerId).length);
    }
    // The same job again finds everything done, however it was interrupted.
    expect(await redraw('job-1')).toMatchObject({ number: 2, kept: 0 });
    expect(await panels()).toEqual(now);
    expect(await drawsOf(world, cycleId, 'documents')).toHaveLength(2);
  });

  it('keeps a panel on which somebody began after the redraw was made', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    await assignAll(world);
    const before = await panelOf(world, 'case-1');
    const [first] = before as [Assignment];
    const spare = [1, 2, 3, 4]
      .map((at) => `reviewer-${at}`)
      .find((id) => !before.some((each) => each.reviewerId === id));
    await acceptAssignment(world.as(reviewerActor(first.reviewerId)), { assignmentId: first.assignmentId });
    const others = before.slice(1).map(({ reviewerId }) => reviewerId);
    const item = { cycleId, applicationId: 'case-1', reviewerIds: [...others, `${spare}`], number: 1 };
    expect(await reseatPanel(world.as(system), item)).toBe('kept');
    expect((await panelOf(world, 'case-1')).map(({ reviewerId }) => reviewerId).toSorted()).toEqual(
      before.map(({ reviewerId }) => reviewerId).toSorted(),
    );
  });

  it('is refused in words while there is nobody to take a place, and nothing is recorded', async () => {
    await seedReview(world, { cases: 1, reviewers: 3 });
    await assignAll(world);
    await leaves('reviewer-2');
    await expect(redraw('job-1')).rejects.toMatchObject({
      code: 'PanelTooSmall',
      fields: [{ path: 'applications.case-1', code: 'TooFewFree' }],
    });
    expect(await drawsOf(world, cycleId, 'documents')).toHaveLength(1);
    const preview = await previewMatching(world.as(checker), cycleId, wanted);
    expect(preview).toMatchObject({ isRedraw: true, refusal: { code: 'PanelTooSmall' } });
  });

  it('waits until every panel of the draw before was handed out', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    await matchReviewers(world.as(system), { cycleId });
    await expect(redraw('job-1')).rejects.toMatchObject({ code: 'WrongState', values: { state: 'self-assessed' } });
    await expect(
      unpinReviewer(world.as(checker), { cycleId, applicationId: 'case-1', reviewerId: 'reviewer-1', reason: '无' }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });
});
