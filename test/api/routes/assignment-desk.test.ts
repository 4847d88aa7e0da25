import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGate } from '#services/gates/open';
import { matchReviewers } from '#services/reviews/match-reviewers';
import { type Client, openClient } from '../../support/client.ts';
import { assignAll, cycleId, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

describe('the assignment desk over HTTP', () => {
  let world: World;
  let client: Client;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    client = await openClient(world, [checker, supervisor, committee]);
  });
  afterEach(() => world.end());

  const at = (path: string): string => `/cycles/${cycleId}${path}`;

  it('pins, previews, draws and answers why, without telling where files lie', async () => {
    await seedReview(world, { cases: 2, reviewers: 5 });
    const pin = { applicationId: 'case-1', reviewerId: 'reviewer-5', reason: '指定' };
    expect(await client(checker, 'POST', at('/pins'), { body: pin })).toMatchObject({
      status: 201,
      body: { reviewerId: 'reviewer-5', by: 'checker' },
    });
    expect(await client(checker, 'POST', at('/pins'), { body: { ...pin, reviewerId: 'reviewer-99' } })).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput', fields: [{ path: 'reviewerId', code: 'NotEligible' }] },
    });
    expect(await client(committee, 'GET', at('/pins'))).toMatchObject({ status: 200, body: { items: [pin] } });
    expect(await client(checker, 'POST', at('/matching/preview'), { body: { withPins: true } })).toMatchObject({
      status: 200,
      body: { pins: 1, withPanel: 2, outcome: { certified: true } },
    });
    expect(await client(supervisor, 'POST', at('/matching/preview'), { body: {} })).toMatchObject({ status: 403 });
    expect(await client(checker, 'POST', at('/matching/preview'), { body: { aim: 'luck' } })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'aim' }] },
    });

    await assignAll(world);
    const draws = await client(supervisor, 'GET', at('/draws'));
    expect(draws).toMatchObject({ status: 200, body: { items: [{ round: 'documents', number: 1, pins: 1 }] } });
    expect(JSON.stringify(draws.body)).not.toContain('cycles/');
    expect(await client(committee, 'GET', at('/draws/documents/1/panels'))).toMatchObject({ status: 403 });
    expect(await client(supervisor, 'GET', at('/draws/documents/1/certificate'))).toMatchObject({
      status: 200,
      body: { url: expect.stringContaining('certificate.json') },
    });
    const asked = at('/matching/why-not?applicationId=case-1&reviewerId=reviewer-5');
    expect(await client(checker, 'GET', asked)).toMatchObject({ status: 200, body: { kind: 'chosen' } });
    expect(await client(committee, 'GET', asked)).toMatchObject({ status: 403 });
    expect(await client(committee, 'GET', at('/assignment-board'))).toMatchObject({
      status: 200,
      body: { categories: [{ categoryId: 'enterprise', assigned: 6 }] },
    });
    expect(await client(checker, 'POST', at('/remind-overdue'), { body: {} })).toMatchObject({
      status: 200,
      body: { reminded: [], toldToday: [] },
    });
    expect(await client(checker, 'POST', at('/pins/release'), { body: { ...pin, reason: '改由抽取' } })).toMatchObject({
      status: 200,
      body: { released: { reason: '改由抽取' } },
    });
  });

  it('shows nothing of the desk to a reviewer, their own panel included', async () => {
    await seedReview(world, { cases: 1, reviewers: 4 });
    await assignAll(world);
    const [mine] = await panelOf(world, 'case-1');
    const who = reviewerActor(mine?.reviewerId ?? '');
    const reads = ['/pins', '/draws', '/assignment-board', '/draws/documents/1/inputs'];
    const asked = [...reads, `/matching/why-not?applicationId=case-1&reviewerId=${mine?.reviewerId}`];
    for (const path of asked) expect((await client(who, 'GET', at(path))).status).toBe(403);
    for (const path of ['/matching/preview', '/remind-overdue']) {
      expect((await client(who, 'POST', at(path), { body: {} })).status).toBe(403);
    }
    for (const kind of ['preview-matching', 'draw-site-teams', 'redraw']) {
      const body = { kind, input: kind === 'redraw' ? { reason: '重抽' } : {} };
      expect((await client(who, 'POST', at('/jobs'), { body })).status).toBe(403);
    }
  });

  it('tells the office beside the fault what is in the way of the draw', async () => {
    await seedReview(world, { cases: 1, reviewers: 2 });
    await expect(matchReviewers(world.as(system), { cycleId })).rejects.toMatchObject({ code: 'PanelTooSmall' });
    const fault = { execution: `cycle:${cycleId}`, state: 'MatchReviewers', error: 'PanelTooSmall' };
    await openGate(world.as(system), { kind: 'fault', subjectId: `cycle:${cycleId}`, token: 't', fault });
    expect(await client(supervisor, 'GET', '/faults')).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            state: 'MatchReviewers',
            refusal: {
              zh: expect.stringContaining('示例企业1'),
              en: expect.stringContaining('Add reviewers'),
              fields: [{ path: 'applications.case-1', code: 'TooFewFree' }],
            },
          },
        ],
      },
    });
  });
});
