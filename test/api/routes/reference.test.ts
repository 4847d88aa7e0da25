import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGate } from '#services/gates/open';
import { installExamples } from '#services/standards/install-examples';
import { pdf, sha256Of, upload } from '../../support/case.ts';
import { type Client, openClient } from '../../support/client.ts';
import { applicant, areas, checker, drafter, recommender, supervisor } from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const newcomer = person('newcomer');
const anybody = { kind: 'public' as const };

describe('what stands around the cycles', () => {
  let world: World;
  let client: Client;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
    client = await openClient(world, [applicant, checker, drafter, recommender, supervisor]);
  });
  afterAll(() => world.end());

  it('lets a person make themselves known and the office give them a role, gone as soon as it is taken', async () => {
    expect((await client(newcomer, 'GET', '/me')).status).toBe(404);
    const body = { name: '王梅', consentTextVersion: '1' };
    expect(await client(newcomer, 'POST', '/me', { body })).toMatchObject({
      status: 201,
      body: { personId: 'newcomer', username: 'newcomer' },
    });
    expect((await client(newcomer, 'GET', '/people')).status).toBe(403);
    const roles = (grants: object[]) => client(drafter, 'POST', '/people/newcomer/grants', { body: { grants } });
    expect((await roles([{ role: 'office', duties: ['check'] }])).status).toBe(200);
    expect((await client(newcomer, 'GET', '/people?username=new')).body['items']).toMatchObject([
      { personId: 'newcomer' },
    ]);
    await roles([]);
    expect((await client(newcomer, 'GET', '/people')).status).toBe(403);
    const { etag } = await client(newcomer, 'GET', '/me');
    expect(
      await client(newcomer, 'PUT', '/me/email', { body: { email: 'mei@example.cn' }, etag: etag ?? '' }),
    ).toMatchObject({ status: 200, body: { email: 'mei@example.cn' } });
  });

  it('saves areas and categories on the ETag that was read', async () => {
    const { etag } = await client(applicant, 'GET', '/areas');
    expect(etag).toBe('"0"');
    expect((await client(checker, 'PUT', '/areas', { body: { areas }, etag: '"0"' })).status).toBe(403);
    expect(await client(drafter, 'PUT', '/areas', { body: { areas }, etag: '"0"' })).toMatchObject({ etag: '"1"' });
    expect((await client(drafter, 'PUT', '/areas', { body: { areas }, etag: '"0"' })).status).toBe(412);
    const categories = (await client(applicant, 'GET', '/categories')).body['categories'];
    expect(await client(drafter, 'PUT', '/categories', { body: { categories }, etag: '"0"' })).toMatchObject({
      etag: '"1"',
    });
  });

  it('loads a coming year and a register, with the wrong rows told', async () => {
    const body = { year: 2027, holidays: ['2027-01-01'], workdays: [] };
    expect((await client(drafter, 'POST', '/calendar/years', { body })).status).toBe(201);
    expect((await client(applicant, 'GET', '/calendar/years/2027')).body).toEqual(body);
    expect((await client(applicant, 'GET', '/calendar/years/2026')).body['workdays']).toContain('2026-09-20');
    expect((await client(applicant, 'GET', '/calendar/years/2028')).status).toBe(404);
    expect((await client(applicant, 'GET', '/calendar/years')).body['items']).toContainEqual({
      year: 2027,
      source: 'imported',
    });
    const units = [{ name: '甲', areaId: 'yunjin', status: 'creating' }];
    expect((await client(drafter, 'POST', '/register/2026/enterprise', { body: { units } })).status).toBe(201);
    const wrong = { units: [...units, { ...units[0], areaId: 'nowhere' }] };
    expect(await client(drafter, 'POST', '/register/2026/enterprise', { body: wrong })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'units.1.areaId' }] },
    });
    expect((await client(checker, 'GET', '/register/2026/enterprise')).body).toMatchObject({ total: 1 });
    expect((await client(checker, 'GET', '/register/2026/enterprise/rates')).body).toMatchObject({
      creationRate: { part: 1, whole: 1 },
    });
    expect(await client(checker, 'GET', '/register/twenty/enterprise')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'year' }] },
    });
  });

  it('makes a standard out of an example', async () => {
    const from = { standardId: 'example-enterprise', standardVersion: 1 };
    const made = await client(drafter, 'POST', '/standards', { body: { from, as: 'version' } });
    expect(made).toMatchObject({ status: 201, etag: '"1"', body: { standardVersion: 2, status: 'draft' } });
    const path = '/standards/example-enterprise/2';
    expect((await client(applicant, 'GET', path)).status).toBe(404);
    const { name, label, fullMarks, indicators } = made.body;
    const body = { name, label, fullMarks, indicators };
    expect(await client(drafter, 'PUT', path, { body, etag: '"1"' })).toMatchObject({ etag: '"2"' });
    expect((await client(drafter, 'POST', `${path}/publish`)).body).toMatchObject({ status: 'published' });
    expect(await client(drafter, 'PUT', path, { body, etag: '"3"' })).toMatchObject({
      status: 409,
      body: { code: 'StandardInUse' },
    });
    expect((await client(applicant, 'GET', path)).body).toMatchObject({ problems: [] });
  });

  it('registers an organization and shows it to its recommender', async () => {
    const unit = {
      name: '云锦丙企业',
      creditCode: '91350100M000100Y43',
      categoryId: 'enterprise',
      areaId: 'yunjin',
      recommender: '经信局',
      contact: { name: '王梅', phone: '13800138000' },
    };
    const send = (changes: object) => client(newcomer, 'POST', '/organizations', { body: { ...unit, ...changes } });
    expect(await send({ name: '企业🎉' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'name', code: 'NameEmoji' }] },
    });
    expect((await send({})).status).toBe(201);
    expect((await send({ name: '同码企业' })).body).toMatchObject({ code: 'AlreadyExists' });
    expect((await client(recommender, 'GET', '/organizations')).body['items']).toHaveLength(1);
    expect((await client(newcomer, 'GET', '/me/organizations')).body['items']).toHaveLength(1);
  });

  it('takes an objector’s seal without a sign-in, and evidence never', async () => {
    const body = { fileName: '盖章件.pdf', contentType: 'application/pdf', size: pdf.length, sha256: sha256Of(pdf) };
    const announced = await client(anybody, 'POST', '/public/objection-seals', { body });
    const { file, upload: form } = announced.body as {
      file: { fileId: string; purpose: string };
      upload: Parameters<typeof upload>[0];
    };
    expect(file.purpose).toBe('seal');
    await upload(form, pdf);
    expect((await client(anybody, 'POST', `/public/objection-seals/${file.fileId}/confirm`)).status).toBe(200);
    expect(
      await client(anybody, 'POST', '/public/objection-seals', { body: { ...body, purpose: 'evidence' } }),
    ).toMatchObject({ status: 400, body: { fields: [{ path: 'purpose', code: 'UnknownField' }] } });
    expect((await client(anybody, 'POST', '/files', { body })).status).toBe(401);
  });

  it('shows audit and faults to those who oversee', async () => {
    const chain = await client(supervisor, 'GET', '/audit/chain?chainId=setting/areas');
    expect(chain.body).toMatchObject({ whole: true, events: [{ action: 'areas.saved' }] });
    expect((await client(applicant, 'GET', '/audit/chain?chainId=setting/areas')).status).toBe(403);
    expect((await client(supervisor, 'GET', '/audit/days/2026-03-02')).body['items']).not.toEqual([]);
    const fault = { execution: 'cycle:c', state: 'ComputeResults', error: 'Internal' };
    const { gateId } = await openGate(world.as(system), { kind: 'fault', subjectId: 'cycle:c', token: 't', fault });
    expect((await client(checker, 'GET', '/faults')).body['items']).toMatchObject([{ gateId }]);
    const decide = (decision: string) => client(drafter, 'POST', '/faults/decide', { body: { gateId, decision } });
    expect((await decide('ignore')).body).toMatchObject({ fields: [{ path: 'decision', code: 'NotOffered' }] });
    expect((await decide('retry')).status).toBe(200);
    expect((await client(checker, 'GET', '/faults')).body['items']).toEqual([]);
  });
});
