import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, openClient } from '../../support/client.ts';
import { applicant, checker, committee, drafter, head, supervisor } from '../../support/season-fixture.ts';
import {
  citizen,
  concluded,
  cycleId,
  named,
  notice,
  publicized,
  seedResult,
  shortlisted,
  signed,
} from '../../support/selection-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const anybody = { kind: 'public' as const };
const secrets = ['柏溪午', '19900009001', '88886666', '王梅'];

describe('from the list to the certificate, over HTTP', () => {
  let world: World;
  let client: Client;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    client = await openClient(world, [applicant, checker, committee, drafter, head, supervisor]);
  });
  afterEach(() => world.end());

  const draftList = (sent: object) => client(drafter, 'POST', `/cycles/${cycleId}/list`, sent);

  it('drafts and checks a list and a notice, the notice on the ETag that was read', async () => {
    expect((await client(applicant, 'POST', `/cycles/${cycleId}/list`, { body: {} })).status).toBe(403);
    expect(await draftList({ body: { listed: [] } })).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput', fields: [{ path: 'listed', code: 'UnknownField' }] },
    });
    const { body: list } = await draftList({ body: {} });
    expect(list).toMatchObject({ status: 'drafted', total: 2 });
    const check = { body: { listId: list['listId'] } };
    expect(await client(drafter, 'POST', `/cycles/${cycleId}/list/check`, check)).toMatchObject({
      status: 403,
      body: { code: 'ActedAlready' },
    });
    expect((await client(checker, 'POST', `/cycles/${cycleId}/list/check`, check)).status).toBe(200);
    const offered = await client(drafter, 'GET', `/cycles/${cycleId}/notice-offer`);
    expect(offered.body['title']).toBe('2026 年学习型组织创建拟命名名单公示');

    const { body: publicity } = await client(drafter, 'POST', `/cycles/${cycleId}/publicity`, { body: { notice } });
    const path = `/publicities/${publicity['publicityId']}`;
    const { etag } = await client(drafter, 'GET', path);
    const body = { notice: { ...notice, address: '示范区学习路 3 号' } };
    expect((await client(drafter, 'PUT', path, { body })).status).toBe(428);
    expect(await client(drafter, 'PUT', path, { body, etag: etag ?? '' })).toMatchObject({ status: 200, etag: '"2"' });
    expect((await client(drafter, 'PUT', path, { body, etag: etag ?? '' })).status).toBe(412);
    expect((await client(checker, 'POST', `${path}/check`, { etag: '"1"' })).status).toBe(412);
    expect((await client(anybody, 'GET', `/public${path.replace('publicities', 'notices')}`)).status).toBe(404);
    expect(await client(checker, 'POST', `${path}/check`, { etag: '"2"' })).toMatchObject({
      status: 200,
      body: { status: 'checked' },
    });
  });

  it('takes an objection from anybody, shows its objector to office and supervisor alone, and closes it', async () => {
    await shortlisted(world);
    const publicity = await publicized(world);
    const { publicityId } = publicity;
    const file = { target: { kind: 'procedure' }, grounds: '公示时间不足', objector: citizen };
    const inbox = `/public/notices/${publicityId}/objections`;
    expect(await client(anybody, 'POST', inbox, { body: file, key: null })).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyRequired' },
    });
    const filed = await client(anybody, 'POST', inbox, { body: file });
    expect(filed.status).toBe(201);
    expect(Object.keys(filed.body).toSorted()).toEqual(['admitBy', 'defects', 'objectionId', 'receivedAt', 'status']);
    const notices = [
      await client(anybody, 'GET', '/public/notices'),
      await client(anybody, 'GET', `/public/notices/${publicityId}`),
      await client(anybody, 'GET', `/public/notices/${publicityId}/entries`),
    ];
    expect(notices.map(({ status }) => status)).toEqual([200, 200, 200]);

    const path = `/objections/${filed.body['objectionId']}`;
    expect((await client(applicant, 'GET', path)).status).toBe(403);
    for (const actor of [checker, supervisor]) {
      expect((await client(actor, 'GET', path)).body['objector']).toEqual(citizen);
    }
    const asCommittee = [
      await client(committee, 'GET', path),
      await client(committee, 'GET', `/publicities/${publicityId}/objections`),
    ];
    const verbs: [string, object][] = [
      ['admit', {}],
      ['investigate', {}],
      ['determine', { verdict: 'dismiss', finding: '公示期符合规定。' }],
      ['answer', { answer: '公示期为 5 个工作日。' }],
    ];
    const handled = [];
    for (const [verb, body] of verbs) handled.push(await client(checker, 'POST', `${path}/${verb}`, { body }));
    expect(handled.map(({ body }) => body['status'])).toEqual(['admitted', 'investigating', 'dismissed', 'answered']);
    const text = JSON.stringify([filed.body, notices, asCommittee, handled]);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(await client(checker, 'POST', `${path}/answer`, { body: { answer: '再答' } })).toMatchObject({
      status: 409,
      body: { code: 'WrongState' },
    });

    await concluded(world, publicity);
    await signed(world);
    await named(world);
    const certificate = encodeURIComponent('示学证〔2026〕QY-0001');
    const checked = await client(anybody, 'GET', `/public/certificates/${certificate}`);
    expect(checked).toMatchObject({ status: 200, body: { status: 'valid', name: '云锦第1企业' } });
    expect((await client(anybody, 'GET', `/public/cycles/${cycleId}/awards`)).status).toBe(404);
    expect((await client(committee, 'GET', `/awards?cycleId=${cycleId}`)).body['items']).toHaveLength(2);
    const revoke = { body: { verdict: 'revoke', reason: '材料造假' } };
    expect((await client(checker, 'POST', `/awards/${certificate}/re-review`, revoke)).status).toBe(403);
    expect((await client(head, 'POST', `/awards/${certificate}/re-review`, revoke)).status).toBe(200);
    expect((await client(anybody, 'GET', `/public/certificates/${certificate}`)).body['status']).toBe('revoked');
  });
});
