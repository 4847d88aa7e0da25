import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installExamples } from '#services/standards/install-examples';
import { type Client, openClient } from '../../support/client.ts';
import { applicant, drafter, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const example = '/standards/example-enterprise/1';

const treeOf = (depth: number): object => {
  let node: object = { indicatorId: '1', name: '层', fullMarks: 10_000, children: [] };
  for (let level = 1; level < depth; level += 1) node = { indicatorId: '1', name: '层', children: [node] };
  return { name: '深', label: '', fullMarks: 10_000, indicators: [node] };
};

describe('the standards editor over HTTP', () => {
  let world: World;
  let client: Client;
  beforeAll(async () => {
    world = await openWorld();
    await installExamples(world.as(system));
    client = await openClient(world, [applicant, drafter, supervisor]);
  });
  afterAll(() => world.end());

  it('goes from a blank draft through a workbook to a published version, and compares it', async () => {
    const { body: file } = await client(applicant, 'GET', `${example}/export?format=xlsx`);
    expect(file).toMatchObject({ fileName: '学习型企业评估标准-v1.xlsx' });
    const blank = { categoryId: 'enterprise', name: '新标准' };
    const { body, status } = await client(drafter, 'POST', '/standards/blank', { body: blank });
    expect(status).toBe(201);
    const path = `/standards/${body['standardId']}/1`;
    const workbook = file['base64'];
    expect((await client(drafter, 'PUT', `${path}/import`, { body: { workbook } })).status).toBe(428);
    const etag = '"1"';
    expect(await client(drafter, 'PUT', `${path}/import`, { body: { workbook }, etag })).toMatchObject({
      status: 200,
      etag: '"2"',
    });
    expect((await client(drafter, 'POST', `${path}/publish`)).body).toMatchObject({ status: 'published' });
    const query = 'withStandardId=example-enterprise&withVersion=1';
    expect((await client(applicant, 'GET', `${path}/compare?${query}`)).body).toEqual({
      head: [],
      indicators: [],
      points: [],
      unchanged: 14,
    });
  });

  it('imports a new draft, and discards it on the ETag that was read', async () => {
    const { body: file } = await client(drafter, 'GET', `${example}/export?format=json`);
    const document = JSON.parse(Buffer.from(String(file['base64']), 'base64').toString());
    const made = await client(drafter, 'POST', '/standards/import', { body: { categoryId: 'street', document } });
    expect(made).toMatchObject({ status: 201, etag: '"1"', body: { status: 'draft', categoryId: 'street' } });
    const path = `/standards/${made.body['standardId']}/1`;
    expect((await client(supervisor, 'GET', path)).body['problems']).toEqual([]);
    expect((await client(drafter, 'POST', `${path}/discard`)).status).toBe(428);
    expect((await client(drafter, 'POST', `${path}/discard`, { etag: '"9"' })).status).toBe(412);
    expect((await client(supervisor, 'POST', `${path}/discard`, { etag: '"1"' })).status).toBe(403);
    expect((await client(drafter, 'POST', `${path}/discard`, { etag: '"1"' })).status).toBe(200);
    expect((await client(drafter, 'GET', path)).status).toBe(404);
  });

  it.each([
    [4, 'indicators.0.children.0.children.0.children', 'TreeTooDeep'],
    [50, `indicators${'.0.children'.repeat(16)}`, 'TooDeep'],
    [1_000, `indicators${'.0.children'.repeat(16)}`, 'TooDeep'],
  ])('refuses a tree of %i levels with where it is too deep', async (depth, path, code) => {
    const { status, body } = await client(drafter, 'PUT', example, { body: treeOf(depth), etag: '"1"' });
    expect({ status, fields: body['fields'] }).toMatchObject({ status: 400, fields: [{ path, code }] });
  });
});
