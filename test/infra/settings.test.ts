import { expect, it } from 'vitest';
import { settingsFrom } from '#infra/settings';

const signIn = { issuer: 'https://id.example.cn', audience: ['console'] };
const from = (context: Record<string, unknown>) => settingsFrom((key) => context[key]);

it('needs nothing', () => {
  expect(from({})).toEqual({});
});

it('reads what cdk.context.json holds and what the command line gives as text alike', () => {
  expect(from({ signIn })).toEqual({ signIn });
  expect(from({ signIn: JSON.stringify(signIn) })).toEqual({ signIn });
});

it.each([
  { signIn: { ...signIn, issuer: 'http://id.example.cn' } },
  { signIn: { ...signIn, audience: [] } },
  { signIn: { issuer: signIn.issuer } },
  { site: { domainName: 'xuechuang.example.cn' } },
  { origin: { domainName: 'origin.example.cn', certificateArn: 'none' } },
  { origin: 'origin.example.cn' },
])('refuses what is half given or wrong: %j', (context) => {
  expect(() => from(context)).toThrow();
});
