import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { startS3 } from '#local/s3/server';

export const s3Credentials = { accessKeyId: 'box', secretAccessKey: 'only on this machine' };
export const evidence = 'evidence';
export const seals = 'seals';

type Started = Awaited<ReturnType<typeof startS3>> & {
  readonly dataDir: string;
  readonly client: S3Client;
  /** A client of another making: other credentials, another clock. */
  clientWith(config: S3ClientConfig): S3Client;
  /** Stops it and starts another on the same folder. */
  restart(): Promise<Started>;
  end(): Promise<void>;
};

/** A client that takes no second try, so that a refusal is seen as it is. */
export const clientOf = (endpoint: string, config: S3ClientConfig = {}): S3Client =>
  new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: s3Credentials,
    maxAttempts: 1,
    ...config,
  });

/** A server on a free port and a folder of its own, with a client of the real SDK. `evidence` is plain, `seals` locked. */
export async function startTestS3(options: { dataDir?: string; clock?: () => number } = {}): Promise<Started> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 's3-')));
  const server = await startS3({
    ...options,
    dataDir,
    credentials: s3Credentials,
    buckets: [evidence],
    lockedBuckets: [seals],
  });
  const clientWith = (config: S3ClientConfig): S3Client => clientOf(server.endpoint, config);
  const client = clientWith({});
  const stop = async (): Promise<void> => {
    client.destroy();
    await server.close();
  };
  return {
    ...server,
    dataDir,
    client,
    clientWith,
    restart: async () => {
      await stop();
      return await startTestS3({ ...options, dataDir });
    },
    end: async () => {
      await stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** The name under which the SDK reports a refusal, and its status. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const [outcome] = await Promise.allSettled([attempt]);
  if (outcome.status === 'fulfilled') return 'not refused';
  const { name, $metadata } = outcome.reason as { name: string; $metadata?: { httpStatusCode?: number } }; // the SDK's errors
  return `${$metadata?.httpStatusCode ?? ''} ${name}`.trim();
}
