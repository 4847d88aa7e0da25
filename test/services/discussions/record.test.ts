import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { listDiscussions } from '#services/discussions/list';
import { recordDiscussion } from '#services/discussions/record';
import { unlockSheet } from '#services/reviews/unlock-sheet';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, cycle as seasonCycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const applicationId = 'case-1';

describe('the discussion of a panel', () => {
  let world: World;
  let panel: Assignment[];
  const member = (position: number) => world.as(reviewerActor(panel[position]?.reviewerId ?? ''));
  const given = { applicationId, heldOn: '2026-07-01', present: ['评委甲', '评委丙'], summary: '示例企业1：意见一致' };
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    const categories = seasonCycle.categories.map((category) => ({ ...category, blind: true }));
    await seedReview(world, { cases: 1, reviewers: 4, cycle: { categories } });
    await assignAll(world);
    panel = await panelOf(world, applicationId);
  });
  afterEach(() => world.end());

  const allIn = async () => {
    for (const assignment of panel) await score(world, assignment, 90);
  };
  const close = async () => {
    const cycle = await world.store.get(keys.cycle(cycleId));
    await world.store.transact([save(cycles, { ...cycle, status: 'ranking' })]);
  };

  it('is recorded only once every sheet is in, and changes no mark', async () => {
    await score(world, panel[0] as Assignment, 90);
    await expect(recordDiscussion(member(0), given)).rejects.toMatchObject({ code: 'WrongState' });
    await score(world, panel[1] as Assignment, 90);
    await score(world, panel[2] as Assignment, 90);
    const before = await world.store.get(keys.sheet(panel[0]?.assignmentId ?? ''));
    const { present, summary } = await recordDiscussion(member(0), given);
    expect(present).toEqual([panel[0]?.assignmentId, panel[2]?.assignmentId]);
    expect(summary).toMatch(/^A-\w{8}：意见一致$/);
    expect(await world.store.get(keys.sheet(panel[0]?.assignmentId ?? ''))).toEqual(before);
    await unlockSheet(world.as(checker), { assignmentId: panel[0]?.assignmentId ?? '', reason: '合议后核对' });
    await expect(recordDiscussion(member(1), given)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('names members of the panel, each once, and a day that has come', async () => {
    await allIn();
    const refused = (change: object) => expect(recordDiscussion(member(0), { ...given, ...change })).rejects;
    await refused({ present: ['评委甲', '评委丁'] }).toMatchObject({
      fields: [{ path: 'present.1', code: 'NotOfThePanel' }],
    });
    await refused({ present: ['评委甲', panel[0]?.assignmentId] }).toMatchObject({
      fields: [{ path: 'present', code: 'Duplicate' }],
    });
    await refused({ heldOn: '2026-07-02' }).toMatchObject({ fields: [{ path: 'heldOn', code: 'InFuture' }] });
    await refused({ summary: ' ' }).toMatchObject({ fields: [{ path: 'summary', code: 'Blank' }] });
    await refused({ fileId: 'none' }).toMatchObject({ fields: [{ path: 'fileId', code: 'NotASignedSheet' }] });
  });

  it('is recorded by a member or the office, not by whoever has a stake or never sat there', async () => {
    await allIn();
    const own = person('own', { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId: 'unit-1' });
    await expect(recordDiscussion(world.as(own), given)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    const seated = new Set(panel.map(({ reviewerId }) => reviewerId));
    const outside = [1, 2, 3, 4].map((at) => `reviewer-${at}`).find((id) => !seated.has(id)) ?? '';
    for (const actor of [applicant, committee, supervisor, reviewerActor(outside)]) {
      await expect(recordDiscussion(world.as(actor), given)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    expect(await recordDiscussion(world.as(checker), given)).toMatchObject({ summary: given.summary });
  });

  it('is read by the panel under its numbers, by the supervisor at once, by office and committee after the round', async () => {
    await allIn();
    await recordDiscussion(world.as(checker), given);
    const { items } = await listDiscussions(member(1), { applicationId });
    expect(items).toMatchObject([{ present: ['评委甲', '评委丙'] }]);
    expect(JSON.stringify(items)).not.toMatch(/示例企业1|checker/);
    for (const actor of [checker, committee]) {
      await expect(listDiscussions(world.as(actor), { applicationId })).rejects.toMatchObject({ code: 'RoundOpen' });
    }
    await expect(listDiscussions(world.as(applicant), { applicationId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    expect(await listDiscussions(world.as(supervisor), { applicationId })).toMatchObject({
      items: [{ summary: given.summary, recordedBy: 'checker' }],
    });
    await close();
    expect((await listDiscussions(world.as(committee), { applicationId })).items).toHaveLength(1);
  });
});
