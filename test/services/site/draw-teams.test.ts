import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteSheet, SiteTeam } from '#domain/reviews';
import { drawsOf } from '#services/draws/in-force';
import { declare } from '#services/reviewers/declare';
import { recuse } from '#services/reviews/recuse';
import { assignSiteTeam } from '#services/site/assign-team';
import { drawSiteTeams } from '#services/site/draw-teams';
import { replaceVisitor } from '#services/site/replace-visitor';
import { keys } from '#store/keys';
import { remove } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, cycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const category = cycle.categories[0] as (typeof cycle.categories)[number];
const silent = async (): Promise<void> => undefined;

describe('the site teams', () => {
  let world: World;
  const seed = async (reviewers: number, siteTeam = 2): Promise<void> => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 2, reviewers, cycle: { categories: [{ ...category, siteTeam }] } });
  };
  beforeEach(() => seed(8));
  afterEach(() => world.end());

  const drawTeams = () => drawSiteTeams(world.as(system), { cycleId }, silent);
  const teamOf = (applicationId: string) => world.store.get(keys.siteTeam(cycleId, applicationId));
  const sheetsOf = async (applicationId: string): Promise<SiteSheet[]> => {
    const { pk, sk } = keys.siteSheet(cycleId, applicationId, '');
    return world.store.all<SiteSheet>(pk, sk);
  };

  it('are drawn once, after the panels, of people whom the panel does not know, and each is asked for a sheet', async () => {
    await expect(drawTeams()).rejects.toMatchObject({ code: 'WrongState' });
    await assignAll(world);
    await expect(drawSiteTeams(world.as(checker), { cycleId }, silent)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await drawTeams()).toEqual({ number: 1, teams: 2, short: 0 });
    const teams: SiteTeam[] = [];
    for (const applicationId of ['case-1', 'case-2']) {
      const team = await teamOf(applicationId);
      const panel = await world.store.get(keys.panel(applicationId));
      expect(team).toMatchObject({ size: 2, former: [] });
      expect(team.members.filter((id) => panel.members.includes(id))).toEqual([]);
      const sheets = await sheetsOf(applicationId);
      expect(sheets.map(({ reviewerId, status }) => [reviewerId, status]).toSorted()).toEqual(
        team.members.map((id) => [id, 'asked']).toSorted(),
      );
      teams.push(team);
    }
    expect(await drawTeams()).toEqual({ number: 1, teams: 2, short: 0 });
    expect(await Promise.all(['case-1', 'case-2'].map(teamOf))).toEqual(teams);
    expect(await drawsOf(world, cycleId, 'site')).toMatchObject([{ round: 'site', number: 1, withPanel: 2, pairs: 4 }]);
  });

  it('go on where they were interrupted, and replace who declared a conflict since the draw', async () => {
    await assignAll(world);
    await drawTeams();
    const drawn = await teamOf('case-1');
    const [gone = '', other = ''] = drawn.members;
    // A team of a world in which nothing was handed out yet: the draw stands, one conflict came after it.
    await world.store.transact([
      remove(keys.siteTeam(cycleId, 'case-1')),
      ...drawn.members.map((id) => remove(keys.siteSheet(cycleId, 'case-1', id))),
    ]);
    const { version } = await world.store.get(keys.reviewer(gone));
    const conflicts = [{ organizationId: 'unit-1', reason: '亲属任职' }];
    await declare(world.as(reviewerActor(gone)), { reviewerId: gone, version, available: true, conflicts });
    expect(await drawTeams()).toEqual({ number: 1, teams: 2, short: 0 });
    const team = await teamOf('case-1');
    expect(team.former).toEqual([gone]);
    expect(team.members).toContain(other);
    expect(team.members).toHaveLength(2);
    const panel = await world.store.get(keys.panel('case-1'));
    expect(team.members.some((id) => panel.members.includes(id))).toBe(false);
    const item = { cycleId, applicationId: 'case-1', reviewerIds: drawn.members };
    expect(await assignSiteTeam(world.as(system), item)).toEqual(team);
  });

  it('keep their members off the panel, also when a seat of it changes hands', async () => {
    await world.end();
    await seed(6, 3);
    await assignAll(world);
    await drawTeams();
    const [first] = await panelOf(world, 'case-1');
    if (!first) throw new Error('the panel is empty');
    const { assignmentId, reviewerId } = first;
    expect(await recuse(world.as(reviewerActor(reviewerId)), { assignmentId, reason: 'family' })).toMatchObject({
      seatVacant: true,
    });
  });

  it('are changed by the office with its reason: a silent visitor, or a seat that is vacant', async () => {
    await assignAll(world);
    await drawTeams();
    const team = await teamOf('case-1');
    const panel = await world.store.get(keys.panel('case-1'));
    const [leaving = ''] = team.members;
    const change = { applicationId: 'case-1', reviewerId: leaving, reason: '联系不上' };
    await expect(replaceVisitor(world.as(supervisor), change)).rejects.toMatchObject({ code: 'NotAllowed' });
    for (const wantedId of [panel.members[0] ?? '', team.members[1] ?? '', 'nobody']) {
      await expect(replaceVisitor(world.as(checker), { ...change, wantedId })).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'wantedId', code: 'NotEligible' }],
      });
    }
    await expect(replaceVisitor(world.as(checker), { applicationId: 'case-1', reason: '补足' })).rejects.toMatchObject({
      code: 'WrongState',
    });
    const changed = await replaceVisitor(world.as(checker), change);
    expect(changed.former).toEqual([leaving]);
    expect(changed.members).toHaveLength(2);
    expect((await sheetsOf('case-1')).find((sheet) => sheet.reviewerId === leaving)).toMatchObject({
      status: 'withdrawn',
      reason: '联系不上',
    });
    await expect(replaceVisitor(world.as(checker), change)).rejects.toMatchObject({ code: 'WrongState' });
  });
});

describe('a cycle without site teams', () => {
  it('is told so', async () => {
    const world = await openWorld('2026-07-01T09:00:00+08:00');
    try {
      await seedReview(world, { cases: 1, reviewers: 4 });
      await assignAll(world);
      await expect(drawSiteTeams(world.as(system), { cycleId }, silent)).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'categories', code: 'NoSiteTeam' }],
      });
    } finally {
      await world.end();
    }
  });
});
