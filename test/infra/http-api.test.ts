import { expect, it } from 'vitest';
import { onlyOne, resourcesOf, synthesized, textOf } from './synthesized.ts';

const signIn = { issuer: 'https://id.example.cn', audience: ['console'] };
const origin = {
  domainName: 'origin.example.cn',
  certificateArn: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/a',
};
const { system } = synthesized({ settings: { signIn, origin } });
const withoutSettings = synthesized().system;

it('asks for a token on every route but the public ones', () => {
  const routes = Object.values(resourcesOf(system, 'AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
    Properties['RouteKey'],
    Properties['AuthorizationType'],
  ]);
  expect(Object.fromEntries(routes)).toEqual({
    'ANY /api/{proxy+}': 'JWT',
    'ANY /api/public/{proxy+}': 'NONE',
    'GET /api/openapi.json': 'NONE',
    'GET /api/docs': 'NONE',
  });
});

it('believes the provider that the office has', () => {
  expect(onlyOne(system, 'AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://id.example.cn', Audience: ['console'] },
  });
});

it('leaves no way around CloudFront where the origin has a name', () => {
  expect(onlyOne(system, 'AWS::ApiGatewayV2::Api').Properties).toMatchObject({ DisableExecuteApiEndpoint: true });
  expect(onlyOne(system, 'AWS::ApiGatewayV2::DomainName').Properties).toMatchObject({
    DomainName: 'origin.example.cn',
    DomainNameConfigurations: [{ CertificateArn: origin.certificateArn }],
  });
});

it('stays reachable for CloudFront where it has none', () => {
  expect(onlyOne(withoutSettings, 'AWS::ApiGatewayV2::Api').Properties).toMatchObject({
    DisableExecuteApiEndpoint: false,
  });
  expect(resourcesOf(withoutSettings, 'AWS::ApiGatewayV2::DomainName')).toEqual({});
});

it('logs neither queries nor tokens', () => {
  const { Format } = onlyOne(system, 'AWS::ApiGatewayV2::Stage').Properties['AccessLogSettings'] as { Format: string };
  expect(Object.keys(JSON.parse(textOf(Format)) as object)).toEqual([
    'requestId',
    'time',
    'method',
    'path',
    'status',
    'authorizerError',
    'integrationLatency',
    'responseLength',
  ]);
});
