import { expect, it } from 'vitest';
import { onlyOne, resourcesOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();
const distribution = onlyOne(system, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'] as {
  CacheBehaviors: Record<string, unknown>[];
};

/** The function at the edge, run as CloudFront runs it. */
function rewritten(uri: string): unknown {
  const { FunctionCode } = onlyOne(system, 'AWS::CloudFront::Function').Properties;
  const handler = new Function(`${String(FunctionCode)}; return handler;`)() as (event: object) => unknown;
  return handler({ request: { uri } });
}

it.each([
  ['/console', '/console/index.html'],
  ['/console/', '/console/index.html'],
  ['/console/cycles/a1/results', '/console/index.html'],
  ['/console/assets/index-1.js', '/console/assets/index-1.js'],
  ['/console/config.json', '/console/config.json'],
  ['/api/cycles', '/api/cycles'],
  ['/consoles', '/consoles'],
])('leads %s to %s', (uri, to) => {
  expect(rewritten(uri)).toEqual({ uri: to });
});

it('leads the bare address to the console, until there is a portal', () => {
  expect(rewritten('/')).toMatchObject({ statusCode: 302, headers: { location: { value: '/console/' } } });
});

it('serves the pages from a bucket that only CloudFront reads, and lets them load nothing from elsewhere', () => {
  expect(distribution.CacheBehaviors).toMatchObject([{ PathPattern: '/console/*', Compress: true }]);
  expect(Object.keys(resourcesOf(system, 'AWS::CloudFront::OriginAccessControl'))).toHaveLength(1);
  const [headers] = Object.values(resourcesOf(system, 'AWS::CloudFront::ResponseHeadersPolicy'));
  const policy = JSON.stringify(headers?.Properties);
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'none'");
});

it('copies the files with a hash in their name for ever, and the page that names them never cached', () => {
  const copies = Object.values(resourcesOf(system, 'Custom::CDKBucketDeployment')).map(({ Properties }) => ({
    include: Properties['Include'],
    exclude: Properties['Exclude'],
    cache: Properties['SystemMetadata'],
    prune: Properties['Prune'],
  }));
  expect(copies).toEqual([
    { include: ['assets/*'], exclude: ['*'], cache: { 'cache-control': 'immutable, max-age=31536000' }, prune: false },
    { include: undefined, exclude: ['assets/*'], cache: { 'cache-control': 'no-cache' }, prune: false },
  ]);
});

it('lets the sign-in lead back to the console only', () => {
  const { CallbackURLs } = onlyOne(system, 'AWS::Cognito::UserPoolClient').Properties as { CallbackURLs: unknown[] };
  expect(CallbackURLs.map(textOf)).toEqual([
    expect.stringMatching(/^https:\/\/<Front\w+\.DomainName>\/console\/callback$/),
  ]);
});
