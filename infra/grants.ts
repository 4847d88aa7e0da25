import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { indexNames } from '#store/schema';
import { workflowNames } from '#workflows';
import { executionArns, machineArn } from './machine-names.ts';
import { acknowledgeWildcards } from './nag.ts';

const writes = ['BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'];
const reads = ['BatchGetItem', 'GetItem', 'Query'];
const actions = (service: string, names: readonly string[]): string[] => names.map((name) => `${service}:${name}`);

/** What the store sends. A transaction needs the rights of the writes in it; nobody scans, or touches the table. */
export function useTable(role: Role, table: Table): void {
  const indexes = indexNames.map((index) => `${table.tableArn}/index/${index}`);
  role.addToPolicy(
    new PolicyStatement({ actions: actions('dynamodb', [...reads, ...writes]), resources: [table.tableArn] }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }));
}

/** Reads and writes objects of any key and version. Without the list, S3 says 403 where it should say 404. */
export function useFiles(role: Role, files: Bucket): void {
  const objects = files.arnForObjects('*');
  role.addToPolicy(
    new PolicyStatement({
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
        's3:PutObject',
        's3:ListMultipartUploadParts',
        's3:AbortMultipartUpload',
      ],
      resources: [objects],
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] }));
  acknowledgeWildcards(role, 'Objects are named by ids that arise at run time.', objects);
}

/** Adds seals; the lock of the bucket keeps everybody from changing them. */
export function addSeals(role: Role, seals: Bucket): void {
  const objects = seals.arnForObjects('*');
  role.addToPolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: [objects] }));
  acknowledgeWildcards(role, 'A seal is named for its day or its publication.', objects);
}

/** Starts workflows and answers those that wait. */
export function signalMachines(role: Role): void {
  const stack = Stack.of(role);
  role.addToPolicy(
    new PolicyStatement({
      actions: ['states:StartExecution', 'states:SendTaskSuccess'],
      resources: workflowNames.map((workflow) => machineArn(stack, workflow)),
    }),
  );
  // A cycle that is given up ends its own run.
  const runs = executionArns(stack, 'cycle', ':*');
  role.addToPolicy(new PolicyStatement({ actions: ['states:StopExecution'], resources: [runs] }));
  acknowledgeWildcards(role, 'The runs of a machine are named when they start.', runs);
}
