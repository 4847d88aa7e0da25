import { expect, it } from 'vitest';
import { ORIGIN_HEADER } from '#infra/front';
import { throughFront } from '#lambda/origin';
import { onlyOne, synthesized, textOf } from './synthesized.ts';

const settings = {
  site: { domainName: 'xuechuang.example.cn', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a' },
  origin: { domainName: 'origin.example.cn', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/b' },
};

type Config = {
  readonly Origins: { readonly DomainName: unknown; readonly OriginCustomHeaders: Record<string, unknown>[] }[];
  readonly [name: string]: unknown;
};
const configOf = (given: object) => {
  const { system } = synthesized({ settings: { ...given } });
  return onlyOne(system, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'] as Config;
};
const config = configOf({});

it('shows the origin the secret by reference, under the header that the api reads', async () => {
  const [origin] = config.Origins;
  expect(textOf(origin?.DomainName)).toMatch(/^<HttpApi\w+>\.execute-api\.<AWS::Region>\.<AWS::URLSuffix>$/);
  const [header, ...more] = origin?.OriginCustomHeaders ?? [];
  expect(more).toEqual([]);
  expect(textOf(header?.['HeaderValue'])).toMatch(/^\{\{resolve:secretsmanager:<OriginSecret\w+>:SecretString:::\}\}$/);
  expect(header?.['HeaderName']).toBe(ORIGIN_HEADER);
  const api = throughFront('secret', async () => 'answered');
  expect(await api({ headers: { [ORIGIN_HEADER]: 'secret' } }, undefined)).toBe('answered');
});

it('takes the firewall that the deployment names, and none only where the name is empty', () => {
  const { system } = synthesized();
  expect(config['WebACLId']).toEqual({ 'Fn::If': ['FirewallGiven', { Ref: 'FirewallArn' }, { Ref: 'AWS::NoValue' }] });
  const { FirewallArn } = system.findParameters('FirewallArn');
  expect(FirewallArn).not.toHaveProperty('Default');
  const allowed = new RegExp(String(FirewallArn?.['AllowedPattern']));
  expect(allowed.test('arn:aws:wafv2:us-east-1:111122223333:global/webacl/WebAcl-a/0f')).toBe(true);
  expect(allowed.test('')).toBe(true);
  expect(allowed.test('none')).toBe(false);
});

it('goes to the names of the office where it has them', () => {
  const { Origins, Aliases, ViewerCertificate } = configOf(settings);
  const [api, pages] = Origins.map(({ DomainName }) => textOf(DomainName));
  expect(api).toBe('origin.example.cn');
  expect(pages).toMatch(/^<ConsolePages\w+\.RegionalDomainName>$/);
  expect(Aliases).toEqual(['xuechuang.example.cn']);
  expect(ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
});

it('caches nothing of the api and speaks TLS only', () => {
  expect(config['DefaultCacheBehavior']).toMatchObject({
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // AWS's CachingDisabled
    ViewerProtocolPolicy: 'redirect-to-https',
    AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  });
});
