import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

/** Where the other buckets and CloudFront write who came. Logs outlive the six months that the law asks for. */
export const accessLogs = (scope: Construct): IBucket =>
  new Bucket(scope, 'AccessLogs', {
    ...closed,
    // CloudFront's standard logs still come with an access control list.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(365) }],
    // The library's class declares `policy?: T | undefined` where its interface says `policy?: T`.
  }) as IBucket;

/** Evidence, documents and the batches of the workflows. A browser uploads to it from the console's origin only. */
export const filesBucket = (scope: Construct, logs: IBucket, origin: string): Bucket =>
  new Bucket(scope, 'Files', {
    ...closed,
    // Snapshots pin the versions of their evidence, so no version may expire.
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'files/',
    cors: [
      {
        allowedMethods: [HttpMethods.POST, HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
        allowedOrigins: [origin],
        allowedHeaders: ['*'],
        exposedHeaders: ['ETag', 'Accept-Ranges', 'Content-Range', 'x-amz-version-id', 'x-amz-checksum-sha256'],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      { prefix: 'maps/', expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) },
      // A large upload that broke may go on for two days.
      { abortIncompleteMultipartUploadAfter: Duration.days(2) },
    ],
  });

/**
 * The daily roots of the audit chains. Compliance mode, so that not even the account's root rewrites history: a seal is
 * a few hundred bytes and holds no personal data, so nobody will ever need it gone.
 */
export const sealsBucket = (scope: Construct, logs: IBucket): Bucket =>
  new Bucket(scope, 'Seals', {
    ...closed,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(3653)),
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'seals/',
  });
