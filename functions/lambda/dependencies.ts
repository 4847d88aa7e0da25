import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { instantOf } from '#domain/instants';
import type { Dependencies } from '#services/context';
import { openBucket } from '#store/bucket';
import { openExecutions } from '#store/executions';
import { newId } from '#store/ids';
import { openStore } from '#store/store';

export const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
};

/** Reads the environment once and opens what the verbs run on. */
export function dependencies(service: string): Dependencies {
  const logger = new Logger({ serviceName: service });
  return {
    store: openStore({ client: new DynamoDBClient({}), name: required('TABLE_NAME') }),
    bucket: openBucket(new S3Client({}), required('FILES_BUCKET')),
    executions: openExecutions(new SFNClient({}), {
      cycle: required('MACHINE_CYCLE'),
      application: required('MACHINE_APPLICATION'),
      publicity: required('MACHINE_PUBLICITY'),
      'follow-up': required('MACHINE_FOLLOW_UP'),
      job: required('MACHINE_JOB'),
    }),
    clock: { now: () => instantOf(Date.now()) },
    ids: { next: newId },
    logger: {
      info: (message, details) => logger.info(message, details ?? {}),
      error: (message, details) => logger.error(message, details ?? {}),
    },
  };
}
