import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IDistribution,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct, IConstruct } from 'constructs';
import { contentPolicy } from '#web/content-policy.ts';
import { logGroup } from './logs.ts';
import { acknowledge, acknowledgeWildcards } from './nag.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

/** Every address of the console that is no file is the one page; `/` leads to it until the office has a portal there. */
const toThePage = `function handler(event) {
  var request = event.request;
  if (request.uri === '/') {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/console/' } } };
  }
  if (/^\\/console(\\/|$)/.test(request.uri) && !/\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/console/index.html';
  return request;
}`;

/** The bucket with the pages, which nobody reads but CloudFront. */
export const consoleBucket = (scope: Construct, logs: IBucket): IBucket =>
  new Bucket(scope, 'ConsolePages', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    // The pages are made from the source at each deployment; nothing is lost with them.
    removalPolicy: RemovalPolicy.DESTROY,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'console/',
    // The library's class declares `policy?: T | undefined` where its interface says `policy?: T`.
  }) as IBucket;

/** Runs at the edge before every request. */
export const consoleRewrite = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'ToThePage', {
    code: FunctionCode.fromInline(toThePage),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'addresses of the console lead to its one page',
  });

export const onRequest = (rewrite: EdgeFunction) => ({
  functionAssociations: [{ function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST }],
});

/** Where the pages fetch from beside their own origin: the files' bucket and whoever signs people in. */
const elsewhere = ({ signIn }: Settings): string[] => [
  `https://*.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`,
  ...(signIn
    ? [new URL(signIn.issuer).origin]
    : [`https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`, `https://*.auth.${Aws.REGION}.amazoncognito.com`]),
];

/** How CloudFront serves `/console/*`. */
export const consoleBehavior = (
  scope: Construct,
  { bucket, rewrite, settings }: { bucket: IBucket; rewrite: EdgeFunction; settings: Settings },
): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  compress: true,
  responseHeadersPolicy: new ResponseHeadersPolicy(scope, 'ConsoleHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(elsewhere(settings)), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
    },
  }),
  ...onRequest(rewrite),
});

type DeployProps = {
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  /** What `npm run build` made. */
  readonly folder: string;
  readonly signIn: SignIn;
};

/**
 * Puts the pages into the bucket: first the files whose names carry a hash, for ever; then the page that names them,
 * asked for anew each time. Older files stay, for whoever has an older page open.
 */
export function deployConsole(scope: Construct, { bucket, distribution, folder, signIn }: DeployProps): void {
  const logs = { logGroup: logGroup(scope, 'ConsoleCopier') };
  const assets = new BucketDeployment(scope, 'ConsoleAssets', {
    ...logs,
    destinationBucket: bucket,
    destinationKeyPrefix: 'console',
    sources: [Source.asset(folder)],
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.immutable(), CacheControl.maxAge(Duration.days(365))],
    prune: false,
  });
  const config = {
    issuer: signIn.issuer,
    clientId: signIn.audience[0],
    scope: 'openid profile',
    register: false,
    demo: false,
  };
  const page = new BucketDeployment(scope, 'ConsolePage', {
    ...logs,
    destinationBucket: bucket,
    destinationKeyPrefix: 'console',
    sources: [Source.asset(folder), Source.jsonData('config.json', config)],
    exclude: ['assets/*'],
    cacheControl: [CacheControl.noCache()],
    prune: false,
    distribution,
    distributionPaths: ['/console/*'],
  });
  page.node.addDependency(assets);
  const copier = scope.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (copier) acknowledgeCopier(copier, bucket);
}

/** The library's own function, which runs at a deployment only; its rights are given to it by the library. */
function acknowledgeCopier(copier: IConstruct, bucket: IBucket): void {
  const reason = 'The function of the library that copies the pages at a deployment; its rights are the library’s.';
  const policy = 'service-role/AWSLambdaBasicExecutionRole';
  acknowledge(copier, reason, 'L1', `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`);
  const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
  acknowledge(copier, reason, ...actions.map((action) => `IAM5[Action::${action}]`));
  const assets = 'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*';
  acknowledge(copier, reason, `IAM5[Resource::${assets}]`, 'IAM5[Resource::*]');
  acknowledgeWildcards(copier, reason, bucket.arnForObjects('*'));
}
