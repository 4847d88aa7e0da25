import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindNumber } from '#domain/blind-number';
import type { CycleCategory } from '#domain/cycles';
import { cycles, reviewers } from '#store/entities';
import { keys } from '#store/keys';
import { overwrite, save } from '#store/writes';
import { type Client, openClient } from '../../support/client.ts';
import { cycleId, reviewerActor, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const [enterprise] = cycle.categories;
const blind: CycleCategory = { ...(enterprise ?? expect.fail()), blind: true, preferencePercent: 20 };
const unit = person('unit-person', { role: 'applicant', organizationId: 'unit-1' });
const expert = reviewerActor('expert');
const officer = person('officer', { role: 'office', duties: ['check'] });

/** What each role gets over HTTP, with data in place that could leak. */
describe('/experts', () => {
  let world: World;
  let client: Client;
  beforeAll(async () => {
    world = await openWorld('2026-06-20T09:00:00+08:00');
    await seedReview(world, { cases: 2, reviewers: 1, cycle: { status: 'assessing', categories: [blind] } });
    client = await openClient(world, [checker, committee, recommender, supervisor, unit, expert, officer]);
    const entry = { ...(await world.store.get(keys.reviewer('reviewer-1'))), conflicts: [] };
    await world.store.transact([
      overwrite(reviewers, { ...entry, reviewerId: 'expert', name: '机密专家', organizationName: '机密单位' }),
      overwrite(reviewers, { ...entry, reviewerId: 'officer', name: '经办员', organizationName: '示例企业１' }),
    ]);
  });
  afterAll(() => world.end());

  const filed = { expertName: '机密专家', expertOrganization: '机密单位', reason: '不愿透露的纠纷' };

  it('answers an applicant the same for an expert of the pool and for nobody', async () => {
    const path = '/applications/case-1/avoidances';
    const hit = await client(unit, 'POST', path, { body: filed });
    const miss = await client(unit, 'POST', path, { body: { ...filed, expertName: '查无此人' } });
    expect([hit.status, miss.status]).toEqual([201, 201]);
    expect({ ...hit.body, avoidanceId: '', expertName: '' }).toEqual({ ...miss.body, avoidanceId: '', expertName: '' });
    const again = await client(unit, 'POST', path, { body: filed });
    expect(again).toMatchObject({ status: 409, body: { code: 'AlreadyExists' } });
  });

  it('tells an applicant nothing of pool, conflicts, invitations and histories', async () => {
    const paths = [
      '/reviewers',
      '/reviewers/expert',
      '/reviewers/export',
      '/reviewers/expert/history',
      '/applications/case-1/conflicts',
      '/reviewers/expert/conflicts?applicationId=case-1',
      `/cycles/${cycleId}/reviewer-pool`,
      `/cycles/${cycleId}/invitations`,
      `/cycles/${cycleId}/avoidances`,
      `/cycles/${cycleId}/preferences`,
    ];
    for (const path of paths) {
      for (const who of [unit, recommender]) {
        const { status, body } = await client(who, 'GET', path);
        expect([path, status]).toEqual([path, 403]);
        expect(JSON.stringify(body)).not.toMatch(/机密|不愿透露/);
      }
    }
  });

  it('tells the expert nothing of the applicant’s request: neither by what is offered nor by the refusal', async () => {
    const offered = await client(expert, 'GET', `/cycles/${cycleId}/preferences`);
    expect(offered.body).toEqual({
      items: [{ number: blindNumber(cycleId, 'case-2'), categoryId: 'enterprise', areaId: 'yunjin', bid: 'none' }],
    });
    const choices = [{ number: blindNumber(cycleId, 'case-1'), bid: 'want' }];
    const refused = await client(expert, 'POST', `/cycles/${cycleId}/preferences`, { body: { choices } });
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'choices.0.number', code: 'NotOffered' }] },
    });
    const own = await Promise.all(
      ['/reviewers/expert', '/reviewers/expert/history', '/me/invitations'].map((path) => client(expert, 'GET', path)),
    );
    const denied = await Promise.all(
      [
        '/applications/case-1/conflicts',
        '/applications/case-1/avoidances',
        `/cycles/${cycleId}/avoidances`,
        '/reviewers/expert/conflicts?applicationId=case-1',
        '/reviewers/reviewer-1',
        '/reviewers/reviewer-1/history',
      ].map((path) => client(expert, 'GET', path)),
    );
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(denied.map(({ status }) => status)).toEqual([403, 404, 403, 403, 403, 403]);
    expect(JSON.stringify([offered, refused, own, denied])).not.toMatch(/不愿透露|示例企业|avoidance"/);
  });

  it('tells the office and the supervisor every reason, in both languages', async () => {
    for (const who of [checker, supervisor]) {
      const { body } = await client(who, 'GET', '/reviewers/expert/conflicts?applicationId=case-1');
      expect(body['items']).toEqual([
        {
          ...{ source: 'avoidance', why: '不愿透露的纠纷', zh: '申报单位申请该专家回避：不愿透露的纠纷' },
          en: 'The applicant asked that the expert keep away: 不愿透露的纠纷',
        },
      ]);
    }
    expect((await client(committee, 'GET', '/applications/case-1/conflicts')).status).toBe(403);
  });

  it('binds an officer by where their own entry says that they work', async () => {
    const { status, body } = await client(officer, 'GET', '/applications/case-1/conflicts');
    expect([status, body['code']]).toEqual([403, 'ConflictOfInterest']);
    expect((await client(officer, 'GET', '/applications/case-2/conflicts')).status).toBe(200);
  });

  it('invites, is answered, and shows who may be drawn', async () => {
    await world.store.transact([save(cycles, { ...(await world.store.get(keys.cycle(cycleId))), invitedOnly: true })]);
    const sent = await client(checker, 'POST', `/cycles/${cycleId}/invitations`, { body: { reviewerIds: ['expert'] } });
    expect(sent).toMatchObject({ status: 201, body: { invited: ['expert'] } });
    const accepted = await client(expert, 'POST', `/me/invitations/${cycleId}`, {
      body: { verdict: 'accept', maximumLoad: 4 },
    });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', maximumLoad: 4 } });
    expect(accepted.body).not.toHaveProperty('invitedBy');
    const { body } = await client(committee, 'GET', `/cycles/${cycleId}/reviewer-pool`);
    expect(body['items']).toContainEqual(
      expect.objectContaining({ reviewerId: 'expert', maximumLoad: 4, reasons: [] }),
    );
  });

  it('gives the pool as a workbook and takes it back', async () => {
    const { body } = await client(supervisor, 'GET', '/reviewers/export');
    expect(body).toMatchObject({ fileName: '专家库.xlsx', contentType: expect.stringContaining('spreadsheetml') });
    const wrong = await client(checker, 'POST', '/reviewers/import', { body: { workbook: body['base64'] } });
    // Nobody was given the role by the office here, so that every row is told.
    expect(wrong).toMatchObject({
      status: 400,
      body: { fields: [{ code: 'NotAReviewer' }, { code: 'NotAReviewer' }, { code: 'NotAReviewer' }] },
    });
  });
});
