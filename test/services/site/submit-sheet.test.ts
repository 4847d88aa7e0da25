import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeRound } from '#services/reviews/close-round';
import { recordComponent } from '#services/reviews/record-component';
import { confirmSiteSheet } from '#services/site/confirm-sheet';
import { getSiteTeam } from '#services/site/get-team';
import { listVisits } from '#services/site/list-visits';
import { recuseVisit } from '#services/site/recuse';
import { submitSiteSheet } from '#services/site/submit-sheet';
import { transcribeSiteSheet } from '#services/site/transcribe';
import { cycles, files, siteSheets, siteTeams } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { assignAll, cycleId, panelOf, reviewerActor, score, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, committee, cycle as seasonCycle, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const applicationId = 'case-1';
const visit = { applicationId, score: '88.5', comment: '现场查看了阅览室与学习记录' };

describe('a site visit', () => {
  let world: World;
  let visitors: string[];
  const as = (at: number) => world.as(reviewerActor(visitors[at] ?? ''));
  const sheetOf = (at: number) => world.store.get(keys.siteSheet(cycleId, applicationId, visitors[at] ?? ''));
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    const categories = seasonCycle.categories.map((category) => ({
      ...category,
      siteTeam: 2,
      weights: { documents: 70, site: 30, satisfaction: 0 },
    }));
    await seedReview(world, { cases: 1, reviewers: 6, cycle: { categories } });
    await assignAll(world);
    const seated = new Set((await panelOf(world, applicationId)).map(({ reviewerId }) => reviewerId));
    const free = [1, 2, 3, 4, 5, 6].map((at) => `reviewer-${at}`).filter((id) => !seated.has(id));
    visitors = free.slice(0, 2);
    const asked = { cycleId, applicationId, organizationName: '示例企业1', status: 'asked' as const, comment: '' };
    await world.store.transact([
      create(siteTeams, { cycleId, applicationId, size: 2, members: visitors, former: [] }),
      ...visitors.map((reviewerId) => create(siteSheets, { ...asked, reviewerId })),
      create(files, {
        fileId: 'scan',
        ownerId: `application/${applicationId}`,
        purpose: 'signed-sheet',
        fileName: '评分表.pdf',
        contentType: 'application/pdf',
        size: 10,
        sha256: '0'.repeat(64),
        status: 'confirmed',
        objectKey: 'scan',
        uploadedBy: 'checker',
        at: '2026-07-01T09:00:00.000+08:00',
      }),
    ]);
  });
  afterEach(() => world.end());

  it('is scored by each visitor for themselves, who may correct it, and what was before is kept', async () => {
    expect(await listVisits(as(0), {})).toMatchObject({ items: [{ applicationId, status: 'asked', version: 1 }] });
    expect(await submitSiteSheet(as(0), { ...visit, version: 1 })).toMatchObject({ status: 'submitted', score: 8850 });
    await expect(submitSiteSheet(as(0), { ...visit, version: 1 })).rejects.toMatchObject({ code: 'StaleVersion' });
    await submitSiteSheet(as(0), { ...visit, score: 90, comment: '补看了实训基地', version: 2 });
    expect(await sheetOf(0)).toMatchObject({
      score: 9000,
      corrections: [{ score: 8850, comment: visit.comment }],
    });
    expect(await sheetOf(1)).toMatchObject({ status: 'asked' });
  });

  it('takes a mark of at most a hundred with two decimals, and never without a comment', async () => {
    for (const [given, code] of [
      ['100.01', 'AboveMaximum'],
      ['6.125', 'TooManyDecimals'],
      ['1e400', 'NotANumber'],
      ['NaN', 'NotANumber'],
      ['８８', 'NotANumber'],
    ] as const) {
      await expect(submitSiteSheet(as(0), { ...visit, score: given, version: 1 })).rejects.toMatchObject({
        code: 'InvalidInput',
        fields: [{ path: 'score', code }],
      });
    }
    await expect(submitSiteSheet(as(0), { ...visit, comment: ' ', version: 1 })).rejects.toMatchObject({
      fields: [{ path: 'comment', code: 'Blank' }],
    });
  });

  it('is for those who were asked: not for the panel, the office, or a visitor who serves the office', async () => {
    const [panelist] = await panelOf(world, applicationId);
    const twofold = person(visitors[0] ?? '', { role: 'reviewer' }, { role: 'office', duties: ['check'] });
    for (const actor of [reviewerActor(panelist?.reviewerId ?? ''), checker, applicant, supervisor, twofold]) {
      await expect(submitSiteSheet(world.as(actor), { ...visit, version: 1 })).rejects.toMatchObject({
        code: 'NotAllowed',
      });
    }
    await expect(listVisits(world.as(checker), {})).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await listVisits(world.as(twofold), {})).toEqual({ items: [] });
  });

  it('transcribed by the office needs the scan, and counts once the visitor has confirmed what they saw', async () => {
    const given = { ...visit, reviewerId: visitors[0] ?? '', fileId: 'scan' };
    await expect(transcribeSiteSheet(as(1), given)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(transcribeSiteSheet(world.as(checker), { ...given, fileId: 'none' })).rejects.toMatchObject({
      fields: [{ path: 'fileId', code: 'NotASignedSheet' }],
    });
    await expect(transcribeSiteSheet(world.as(checker), { ...given, reviewerId: 'nobody' })).rejects.toMatchObject({
      fields: [{ path: 'reviewerId', code: 'NotAVisitor' }],
    });
    await expect(confirmSiteSheet(as(0), { applicationId, version: 1 })).rejects.toMatchObject({ code: 'WrongState' });
    await transcribeSiteSheet(world.as(checker), given);
    await transcribeSiteSheet(world.as(checker), { ...given, score: '89' });
    expect(await sheetOf(0)).toMatchObject({ status: 'asked', score: 8900, version: 3 });
    await expect(confirmSiteSheet(as(0), { applicationId, version: 2 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    await expect(confirmSiteSheet(as(1), { applicationId, version: 3 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    const confirmed = await confirmSiteSheet(as(0), { applicationId, version: 3 });
    expect(confirmed).toMatchObject({ status: 'submitted', transcribed: { fileId: 'scan', by: 'checker' } });
    await expect(transcribeSiteSheet(world.as(checker), given)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('has no single sheet that the office could enter instead', async () => {
    await expect(
      recordComponent(world.as(checker), {
        applicationId,
        component: 'site',
        score: 99,
        reviewerId: visitors[0] ?? '',
        fileId: 'scan',
        source: '考察记录',
      }),
    ).rejects.toMatchObject({ fields: [{ path: 'component', code: 'TeamScores' }] });
  });

  it('passes to the next in line when a visitor recuses themselves, and falls vacant when there is nobody', async () => {
    await expect(recuseVisit(world.as(checker), { applicationId, reason: 'other' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    expect(await recuseVisit(as(0), { applicationId, reason: 'family' })).toEqual({ applicationId, seatVacant: false });
    const team = await world.store.get(keys.siteTeam(cycleId, applicationId));
    expect(team.members).not.toContain(visitors[0]);
    expect(team).toMatchObject({ size: 2, former: [visitors[0]] });
    const [next = ''] = team.members.filter((id) => !visitors.includes(id));
    expect(await world.store.get(keys.siteSheet(cycleId, applicationId, next))).toMatchObject({ status: 'asked' });
    expect(await sheetOf(0)).toMatchObject({ status: 'withdrawn', reason: 'family' });
    await expect(submitSiteSheet(as(0), { ...visit, version: 2 })).rejects.toMatchObject({ code: 'WrongState' });
    expect(await recuseVisit(as(1), { applicationId, reason: 'other' })).toMatchObject({ seatVacant: true });
  });

  it('cannot be left once the sheet is in', async () => {
    await submitSiteSheet(as(0), { ...visit, version: 1 });
    await expect(recuseVisit(as(0), { applicationId, reason: 'other' })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('must be whole before the round closes, and nothing of it changes from then on', async () => {
    for (const assignment of await panelOf(world, applicationId)) await score(world, assignment, 90);
    await submitSiteSheet(as(0), { ...visit, version: 1 });
    const closing = () => closeRound(world.as(checker), { cycleId });
    await expect(closing()).rejects.toMatchObject({
      code: 'Incomplete',
      fields: [{ path: `applications.${applicationId}.site`, code: 'SheetsMissing' }],
    });
    await transcribeSiteSheet(world.as(checker), { ...visit, reviewerId: visitors[1] ?? '', fileId: 'scan' });
    await expect(closing()).rejects.toMatchObject({ fields: [{ code: 'SheetsMissing' }] });
    await confirmSiteSheet(as(1), { applicationId, version: 2 });
    const team = await world.store.get(keys.siteTeam(cycleId, applicationId));
    await world.store.transact([save(siteTeams, { ...team, size: 3 })]);
    await expect(closing()).rejects.toMatchObject({ fields: [{ code: 'SeatVacant' }] });
    await world.store.transact([save(siteTeams, { ...team, version: team.version + 1 })]);
    await closing();
    await expect(submitSiteSheet(as(0), { ...visit, version: 2 })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('is not corrected in the moment in which the round closes', async () => {
    await submitSiteSheet(as(0), { ...visit, version: 1 });
    const closing = async () => {
      const cycle = await world.store.get(keys.cycle(cycleId));
      await world.store.transact([save(cycles, { ...cycle, status: 'ranking' })]);
    };
    const stuck = {
      ...as(0),
      store: {
        ...world.store,
        transact: async (writes: Parameters<typeof world.store.transact>[0]) => {
          await closing();
          return world.store.transact(writes);
        },
      },
    };
    await expect(submitSiteSheet(stuck, { ...visit, score: 1, version: 2 })).rejects.toMatchObject({
      code: 'StaleVersion',
    });
    expect(await sheetOf(0)).toMatchObject({ score: 8850 });
  });

  it('tells the office who handed in, and what only once the round is closed', async () => {
    await submitSiteSheet(as(0), { ...visit, version: 1 });
    await expect(getSiteTeam(as(1), { applicationId })).rejects.toMatchObject({ code: 'NotAllowed' });
    for (const actor of [checker, committee]) {
      const shown = await getSiteTeam(world.as(actor), { applicationId });
      expect(shown.sheets.map(({ status }) => status).toSorted()).toEqual(['asked', 'submitted']);
      expect(JSON.stringify(shown)).not.toMatch(/8850|现场查看/);
    }
    const { sheets } = await getSiteTeam(world.as(supervisor), { applicationId });
    expect(sheets.find(({ status }) => status === 'submitted')).toMatchObject({ score: 8850, comment: visit.comment });
  });
});
