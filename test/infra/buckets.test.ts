import { expect, it } from 'vitest';
import { resourcesOf, synthesized } from './synthesized.ts';

const site = { domainName: 'xuechuang.example.cn', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a' };
const { system } = synthesized({ settings: { site } });
const buckets = resourcesOf(system, 'AWS::S3::Bucket');
const bucket = (name: string) => Object.entries(buckets).find(([id]) => id.startsWith(name))?.[1].Properties ?? {};

it('keeps every bucket private and encrypted, and what cannot be made anew beyond the life of the stack', () => {
  expect(Object.keys(buckets)).toHaveLength(4);
  for (const [id, { Properties, DeletionPolicy }] of Object.entries(buckets)) {
    // The pages are made anew at each deployment.
    expect(DeletionPolicy).toBe(id.startsWith('ConsolePages') ? 'Delete' : 'Retain');
    expect(Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties['BucketEncryption']).toBeDefined();
  }
});

it('refuses whoever comes without TLS, at every bucket', () => {
  const policies = Object.values(resourcesOf(system, 'AWS::S3::BucketPolicy'));
  const refusing = policies.filter(({ Properties }) =>
    JSON.stringify(Properties).includes('{"Bool":{"aws:SecureTransport":"false"}}'),
  );
  expect(refusing).toHaveLength(Object.keys(buckets).length);
});

it('keeps the versions of files for ever, and takes posts of the console only', () => {
  const files = bucket('Files');
  expect(files['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
  const { CorsRules } = files['CorsConfiguration'] as { CorsRules: object[] };
  expect(CorsRules).toMatchObject([{ AllowedOrigins: ['https://xuechuang.example.cn'] }]);
  const { Rules } = files['LifecycleConfiguration'] as { Rules: { Prefix?: string; ExpirationInDays?: number }[] };
  const expiring = Rules.filter((rule) => Object.keys(rule).some((key) => key.includes('Expiration')));
  expect(expiring.map(({ Prefix }) => Prefix)).toEqual(['maps/']);
});

it('locks seals so that nobody rewrites them', () => {
  expect(bucket('Seals')).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } },
  });
});
