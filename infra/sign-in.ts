import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { FeaturePlan, Mfa, OAuthScope, UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';
import type { Settings } from './settings.ts';

export type SignIn = { readonly issuer: string; readonly audience: readonly string[] };

/** Who vouches for a token: the provider that the office has, or else a user pool of the deployment's own. */
export const signInOf = (scope: Construct, { signIn }: Settings, console: string): SignIn =>
  signIn ?? ownUserPool(scope, console);

/** People are entered by the office; the console signs in by code flow with PKCE, and so has no secret. */
function ownUserPool(scope: Construct, console: string): SignIn {
  const pool = new UserPool(scope, 'People', {
    selfSignUpEnabled: false,
    signInAliases: { username: true, email: true },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    featurePlan: FeaturePlan.ESSENTIALS,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(
    pool,
    'Family members and village units sign in once a year from any phone; a second factor is theirs to choose.',
    'COG2',
  );
  acknowledge(pool, 'The plus plan bills each person monthly; the firewall limits the rate of attempts.', 'COG8');
  const { stackName, account } = Stack.of(scope);
  pool.addDomain('SignInPages', { cognitoDomain: { domainPrefix: `${stackName}-${account}` } });
  const client = new UserPoolClient(scope, 'Console', {
    userPool: pool,
    generateSecret: false,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: [`${console}/console/callback`],
      logoutUrls: [`${console}/console/`],
    },
    preventUserExistenceErrors: true,
  });
  new CfnOutput(scope, 'ClientId', { value: client.userPoolClientId });
  return { issuer: pool.userPoolProviderUrl, audience: [client.userPoolClientId] };
}
