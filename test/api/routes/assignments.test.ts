import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '#domain/reviews';
import { type Client, openClient } from '../../support/client.ts';
import { assignAll, cycleId, marksOf, panelOf, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { applicant, checker, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the API of the review', () => {
  let world: World;
  let client: Client;
  let mine: Assignment;
  let theirs: Assignment;
  beforeEach(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    await seedReview(world, { cases: 1, reviewers: 4 });
    await assignAll(world);
    [mine, theirs] = (await panelOf(world, 'case-1')) as [Assignment, Assignment];
    client = await openClient(world, [checker, applicant, supervisor]);
  });
  afterEach(() => world.end());

  it('takes a reviewer from the queue to the submission, marks as decimal text on the way', async () => {
    const me = reviewerActor(mine.reviewerId);
    const queue = await client(me, 'GET', '/assignments');
    expect(queue.body).toMatchObject({ items: [{ assignmentId: mine.assignmentId, status: 'pending' }] });
    const path = `/assignments/${mine.assignmentId}`;
    expect(await client(me, 'POST', `${path}/accept`, { body: {} })).toMatchObject({ status: 200 });
    const read = await client(me, 'GET', `${path}/sheet`);
    expect(read).toMatchObject({ status: 200, etag: '"1"' });
    const marks = await marksOf(world, 91.25);
    const saved = await client(me, 'PUT', `${path}/sheet`, { body: { marks, overall: '扎实' }, etag: '"1"' });
    expect(saved).toMatchObject({ status: 200, etag: '"2"', body: { marks, overall: '扎实' } });
    const key = 'submit-once';
    const submitted = await client(me, 'POST', `${path}/sheet/submit`, { body: {}, key });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'submitted', submissions: 1 } });
    expect((await client(me, 'POST', `${path}/sheet/submit`, { body: {}, key })).body).toEqual(submitted.body);
  });

  it('gives the material without the contact and without a word of the others', async () => {
    const answer = await client(reviewerActor(mine.reviewerId), 'GET', `/assignments/${mine.assignmentId}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      material: { standard: { standardId: 'example-enterprise', version: 1 }, form: { practices: '每周学习日' } },
    });
    const text = JSON.stringify(answer.body);
    for (const trace of [theirs.assignmentId, theirs.reviewerId, '010-8888']) expect(text).not.toContain(trace);
  });

  it('refuses the wrong person, an old ETag, none at all, a missing key and an unknown field', async () => {
    const me = reviewerActor(mine.reviewerId);
    const path = `/assignments/${mine.assignmentId}`;
    for (const actor of [reviewerActor(theirs.reviewerId), checker, applicant]) {
      expect(await client(actor, 'POST', `${path}/accept`, { body: {} })).toMatchObject({ status: 403 });
    }
    expect(await client(me, 'POST', `${path}/accept`, { body: {}, key: null })).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyRequired' },
    });
    await client(me, 'POST', `${path}/accept`, { body: {} });
    const sheet = `${path}/sheet`;
    expect(await client(me, 'PUT', sheet, { body: { marks: {} }, etag: '"7"' })).toMatchObject({ status: 412 });
    expect(await client(me, 'PUT', sheet, { body: { marks: {} } })).toMatchObject({ status: 428 });
    expect(await client(me, 'PUT', sheet, { body: { marks: {}, total: 100 }, etag: '"1"' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'total', code: 'UnknownField' }] },
    });
    expect(await client(me, 'POST', `${path}/recuse`, { body: { reason: 'tired' } })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'reason', code: 'NotOffered' }] },
    });
  });

  it('shows the draw to those who oversee it, and results not before the round is closed', async () => {
    expect(await client(checker, 'GET', `/cycles/${cycleId}/matching`)).toMatchObject({
      status: 200,
      body: { seed: 'test' },
    });
    expect(await client(reviewerActor(mine.reviewerId), 'GET', `/cycles/${cycleId}/matching`)).toMatchObject({
      status: 403,
    });
    const results = `/cycles/${cycleId}/results?categoryId=enterprise`;
    expect(await client(checker, 'GET', results)).toMatchObject({ status: 403, body: { code: 'RoundOpen' } });
    expect(await client(supervisor, 'GET', results)).toMatchObject({ status: 404 });
    const closing = await client(checker, 'POST', `/cycles/${cycleId}/close-round`, { body: {} });
    expect(closing).toMatchObject({ status: 422, body: { code: 'Incomplete' } });
  });

  it('records what is beside the sheets with marks as decimal text', async () => {
    const body = { kind: 'bonus', points: '2.5', reason: '市级品牌', source: '市教委文件' };
    const added = await client(checker, 'POST', '/applications/case-1/adjustments', { body });
    expect(added).toMatchObject({ status: 201, body: { points: '2.50' } });
    const survey = { component: 'satisfaction', score: 94.5, source: '问卷 2026-06' };
    const recorded = await client(checker, 'POST', '/applications/case-1/components', { body: survey });
    expect(recorded).toMatchObject({ status: 201, body: { score: '94.50' } });
    expect(await client(checker, 'GET', '/applications/case-1/entries')).toMatchObject({
      body: { components: [{ score: '94.50' }], adjustments: [{ points: '2.50' }], vetoes: [] },
    });
    expect(await client(reviewerActor(mine.reviewerId), 'GET', '/applications/case-1/entries')).toMatchObject({
      status: 403,
    });
  });
});
