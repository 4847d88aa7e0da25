import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessing, cycleId, fullPoints, fullReport, pdf, sha256Of, upload } from '../../support/case.ts';
import { type Client, openClient } from '../../support/client.ts';
import {
  applicant,
  checker,
  elsewhere,
  otherApplicant,
  recommender,
  seedSeason,
  supervisor,
} from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('/applications', () => {
  let world: World;
  let client: Client;
  let path: string;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    client = await openClient(world, [applicant, checker, elsewhere, otherApplicant, recommender, supervisor]);
    applicationId = await assessing(world);
    path = `/applications/${applicationId}`;
  });
  afterAll(() => world.end());

  it('gives the self-assessment with an ETag and takes it back on that condition', async () => {
    const read = await client(applicant, 'GET', `${path}/assessment`);
    expect(read).toMatchObject({ status: 200, etag: '"1"' });
    const body = { points: { '1.1.1': { score: 6.5, justification: '有' } }, report: fullReport };
    expect(await client(applicant, 'PUT', `${path}/assessment`, { body, etag: '"1"' })).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { points: { '1.1.1': { score: '6.50' } } },
    });
    expect(await client(applicant, 'PUT', `${path}/assessment`, { body, etag: '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'StaleVersion' },
    });
    expect(await client(otherApplicant, 'PUT', `${path}/assessment`, { body, etag: '"2"' })).toMatchObject({
      status: 403,
    });
  });

  it.each([
    [{ score: '7.01' }, 'points.1.1.1.score', 'AboveMaximum'],
    [{ score: 6.123 }, 'points.1.1.1.score', 'TooManyDecimals'],
    [{ score: -1 }, 'points.1.1.1.score', 'BelowMinimum'],
    [{ score: 'NaN' }, 'points.1.1.1.score', 'NotANumber'],
    [{ score: [7] }, 'points.1.1.1.score', 'WrongKind'],
    [{ note: 'x' }, 'points.1.1.1.note', 'UnknownField'],
  ])('answers %j with 400 and the path', async (point, field, code) => {
    const body = { points: { ...fullPoints(), '1.1.1': point }, report: fullReport };
    expect(await client(applicant, 'PUT', `${path}/assessment`, { body, etag: '"2"' })).toMatchObject({
      status: 400,
      body: {
        code: 'InvalidInput',
        fields: [{ path: field, code, zh: expect.any(String), en: expect.any(String) }],
      },
    });
  });

  it('takes evidence through a form of the bucket and gives no keys of it away', async () => {
    const body = {
      purpose: 'evidence',
      subjectId: applicationId,
      fileName: '台账.pdf',
      contentType: 'application/pdf',
      size: pdf.length,
      sha256: sha256Of(pdf),
    };
    expect((await client(otherApplicant, 'POST', '/files', { body })).status).toBe(403);
    expect(await client(applicant, 'POST', '/files', { body: { ...body, size: 0 } })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'size', code: 'TooSmall' }] },
    });
    const { body: announced } = await client(applicant, 'POST', '/files', { body });
    const { file, upload: form } = announced as {
      file: { fileId: string };
      upload: Parameters<typeof upload>[0];
    };
    expect(await client(applicant, 'POST', `/files/${file.fileId}/confirm`)).toMatchObject({
      status: 422,
      body: { code: 'UploadMissing' },
    });
    await upload(form, pdf);
    const confirmed = await client(applicant, 'POST', `/files/${file.fileId}/confirm`);
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    expect(confirmed.body).not.toHaveProperty('objectKey');
    expect((await client(checker, 'GET', `${path}/evidence`)).body['items']).toHaveLength(1);
    expect((await client(elsewhere, 'GET', `/files/${file.fileId}/link`)).status).toBe(404);
    expect((await client(applicant, 'DELETE', `/files/${file.fileId}`)).body['status']).toBe('removed');
    expect((await client(checker, 'GET', `${path}/evidence`)).body['items']).toEqual([]);
  });

  it('lists, shows and tells an application to those who may see it', async () => {
    const listed = await client(recommender, 'GET', `/cycles/${cycleId}/applications?status=self-assessing`);
    expect(listed.body['items']).toMatchObject([{ applicationId, version: expect.any(Number) }]);
    expect((await client(elsewhere, 'GET', path)).status).toBe(404);
    expect((await client(supervisor, 'GET', path)).body).toMatchObject({ application: { applicationId } });
    expect((await client(applicant, 'GET', '/me/applications')).body['items']).toMatchObject([{ applicationId }]);
    expect((await client(applicant, 'GET', `${path}/timeline`)).body['items']).toMatchObject([
      { zh: '开始申报' },
      {},
      {},
      {},
      {},
    ]);
    expect(await client(checker, 'GET', `/cycles/${cycleId}/applications?status=lost`)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'status', code: 'NotOffered' }] },
    });
    expect(await client(checker, 'GET', `/cycles/${cycleId}/applications?cursor=x`)).toMatchObject({
      status: 400,
      body: { code: 'InvalidCursor' },
    });
  });

  it('withdraws with a reason, and not twice', async () => {
    expect(await client(applicant, 'POST', `${path}/withdraw`, { body: {} })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'reason', code: 'Required' }] },
    });
    const body = { reason: '改制' };
    expect((await client(checker, 'POST', `${path}/withdraw`, { body })).status).toBe(403);
    expect((await client(applicant, 'POST', `${path}/withdraw`, { body })).body['status']).toBe('withdrawn');
    expect(await client(applicant, 'POST', `${path}/withdraw`, { body })).toMatchObject({
      status: 409,
      body: { code: 'WrongState', title: expect.stringContaining('已撤回') },
    });
  });
});
