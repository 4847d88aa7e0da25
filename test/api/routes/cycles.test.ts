import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient } from '../../support/client.ts';
import { applicant, checker, cycle, drafter, seedSeason, supervisor } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const { cycleId: _, status: __, createdAt: ___, ...plan } = cycle;

describe('/cycles', () => {
  let world: World;
  let client: Client;
  beforeAll(async () => {
    world = await openWorld('2026-02-10T09:00:00+08:00');
    await seedSeason(world);
    client = await openClient(world, [applicant, checker, drafter, supervisor]);
  });
  afterAll(() => world.end());

  it('plans, corrects and announces a cycle', async () => {
    const made = await client(drafter, 'POST', '/cycles', { body: plan });
    expect(made).toMatchObject({ status: 201, etag: '"1"', body: { status: 'draft', version: 1 } });
    const path = `/cycles/${String(made.body['cycleId'])}`;
    const read = await client(drafter, 'GET', path);
    expect(read.body).toMatchObject({ planned: { firstDay: '2026-09-20', lastDay: '2026-09-24' } });
    const changed = { ...plan, title: '改题' };
    const saved = await client(drafter, 'PUT', path, { body: changed, etag: '"1"' });
    expect(saved).toMatchObject({ status: 200, etag: '"2"', body: { title: '改题' } });
    expect(await client(drafter, 'PUT', path, { body: changed, etag: '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'StaleVersion' },
    });
    expect(await client(drafter, 'PUT', path, { body: changed })).toMatchObject({
      status: 428,
      body: { code: 'PreconditionRequired' },
    });
    expect(await client(drafter, 'POST', `${path}/announce`)).toMatchObject({
      status: 200,
      body: { status: 'announced' },
    });
  });

  it('tells every wrong field with its path, its code and a sentence in both languages', async () => {
    const [category] = plan.categories;
    const weights = { documents: 60, site: 30, satisfaction: 9 };
    const refused = await client(drafter, 'POST', '/cycles', {
      body: { ...plan, categories: [{ ...category, weights, passLine: '90.123' }] },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: 'InvalidInput',
        title: expect.stringContaining('有误'),
        fields: [
          { path: 'categories.0.weights', code: 'WeightsNotHundred', zh: '各项权重之和应为 100，现为 99。' },
          { path: 'categories.0.passLine', code: 'TooManyDecimals' },
        ],
      },
    });
    expect(await client(drafter, 'POST', '/cycles', { body: { ...plan, colour: 'red' } })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'colour', code: 'UnknownField' }] },
    });
    const windows = { ...plan.windows, publicityOn: '2026-12-28' };
    expect(await client(drafter, 'POST', '/cycles', { body: { ...plan, windows } })).toMatchObject({
      status: 422,
      body: { code: 'CalendarNotLoaded', fields: [{ path: 'windows.publicityOn' }] },
    });
  });

  it('refuses the wrong role, nobody at all, and a request without an Idempotency-Key', async () => {
    expect(await client(checker, 'POST', '/cycles', { body: plan })).toMatchObject({
      status: 403,
      body: { code: 'NotAllowed' },
    });
    expect(await client({ kind: 'public' }, 'GET', '/cycles')).toMatchObject({
      status: 401,
      body: { code: 'NotSignedIn' },
    });
    expect(await client(drafter, 'POST', '/cycles', { body: plan, key: null })).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyRequired' },
    });
  });

  it('plans one cycle for a request that is sent twice', async () => {
    const send = () => client(drafter, 'POST', '/cycles', { body: plan, key: 'twice' });
    const [first, second] = [await send(), await send()];
    expect(second.body['cycleId']).toBe(first.body['cycleId']);
  });

  it('shows the board, lists by year and exports', async () => {
    expect((await client(checker, 'GET', '/cycles/cycle-2026/board')).body).toMatchObject({
      status: 'accepting',
      openFaults: 0,
    });
    const listed = await client(applicant, 'GET', '/cycles?year=2026&limit=1');
    expect(listed.body['items']).toHaveLength(1);
    expect(await client(drafter, 'GET', '/cycles?limit=0')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'limit', code: 'TooSmall' }] },
    });
    expect((await client(supervisor, 'GET', '/cycles/cycle-2026/export/summary')).body).toMatchObject({
      cycle: { cycleId: 'cycle-2026' },
    });
    expect((await client(supervisor, 'GET', '/cycles/cycle-2026/export/applications')).body).toEqual({ items: [] });
    expect((await client(applicant, 'GET', '/cycles/cycle-2026/export/summary')).status).toBe(403);
  });
});
