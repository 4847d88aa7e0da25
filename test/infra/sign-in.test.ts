import { expect, it } from 'vitest';
import { onlyOne, resourcesOf, synthesized, textOf } from './synthesized.ts';

const own = synthesized().system;

it('brings a user pool of its own where the office has no provider', () => {
  const pool = onlyOne(own, 'AWS::Cognito::UserPool');
  expect(pool.Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
  });
  const authorizer = onlyOne(own, 'AWS::ApiGatewayV2::Authorizer');
  const { Issuer, Audience } = authorizer.Properties['JwtConfiguration'] as { Issuer: unknown; Audience: unknown[] };
  expect(textOf(Issuer)).toBe(`<${pool.id}.ProviderURL>`);
  expect(Audience.map(textOf)).toEqual([`<${onlyOne(own, 'AWS::Cognito::UserPoolClient').id}>`]);
});

it('signs in by the code flow alone, without a secret in the browser', () => {
  const client = onlyOne(own, 'AWS::Cognito::UserPoolClient');
  expect(client.Properties).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
});

it('makes no user pool where a provider is given', () => {
  const signIn = { issuer: 'https://id.example.cn', audience: ['console'] };
  const { system } = synthesized({ settings: { signIn } });
  expect(resourcesOf(system, 'AWS::Cognito::UserPool')).toEqual({});
});
