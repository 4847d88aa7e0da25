import { expect, it } from 'vitest';
import { throughFront } from '#lambda/origin';

const handler = throughFront('secret', async (event: { headers: Record<string, string> }) => ({ saw: event.headers }));
const refused = { statusCode: 403, headers: { 'cache-control': 'no-store' }, body: '' };

it('answers what shows the secret of the origin', async () => {
  const headers = { 'x-origin-secret': 'secret', accept: '*/*' };
  expect(await handler({ headers }, undefined)).toEqual({ saw: headers });
});

it.each([{}, { 'x-origin-secret': '' }, { 'x-origin-secret': 'secret ' }, { 'x-origin-secret': 'wrong' }])(
  'turns away %j without asking the handler',
  async (headers) => {
    expect(await handler({ headers: headers as Record<string, string> }, undefined)).toEqual(refused);
  },
);

it('does not start without a secret to compare with', () => {
  expect(() => throughFront(undefined, async () => ({}))).toThrow('ORIGIN_SECRET');
  expect(() => throughFront('', async () => ({}))).toThrow('ORIGIN_SECRET');
});
