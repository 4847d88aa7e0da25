import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DeployedFunction, Functions } from './functions.ts';
import { acknowledge, acknowledgeWildcards } from './nag.ts';

type Consumer = {
  readonly function: DeployedFunction;
  /** The change must match all of these. */
  readonly newImage: Readonly<Record<string, { readonly S: unknown }>>;
  readonly parallelizationFactor: number;
};

/** Undelivered gates and events stand in the sparse index `pending`: the others mean nothing to the workflows. */
const undelivered = {
  type: { S: FilterRule.or('gate', 'audit-event') },
  pendingPk: { S: FilterRule.exists() },
};
const acts = { type: { S: FilterRule.isEqual('audit-event') } };

/** Signals and mail read the stream apart, so that mail never holds up a token. */
export function connectStream(scope: Construct, table: Table, { relay, mail }: Functions): readonly Queue[] {
  return [
    consume(scope, 'Relay', table, { function: relay, newImage: undelivered, parallelizationFactor: 4 }),
    consume(scope, 'Mail', table, { function: mail, newImage: acts, parallelizationFactor: 1 }),
  ];
}

/** A record that fails again and again is put aside as a pointer, so that the others of its shard can pass. */
function consume(scope: Construct, id: string, table: Table, consumer: Consumer): Queue {
  const deadLetters = new Queue(scope, `${id}DeadLetters`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(deadLetters, 'This is the dead-letter queue, of an event source and not of a queue.', 'SQS3');
  readStream(consumer.function, table);
  const mapping = new EventSourceMapping(scope, `${id}Stream`, {
    target: consumer.function,
    eventSourceArn: streamArn(table),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    parallelizationFactor: consumer.parallelizationFactor,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 8,
    // A stream forgets after 24 hours: put aside before that.
    maxRecordAge: Duration.hours(20),
    onFailure: new SqsDlq(deadLetters),
    filters: [FilterCriteria.filter({ dynamodb: { NewImage: consumer.newImage } })],
  });
  mapping.node.addDependency(consumer.function.role);
  return deadLetters;
}

function streamArn(table: Table): string {
  if (!table.tableStreamArn) throw new Error('the table has no stream');
  return table.tableStreamArn;
}

function readStream({ role }: DeployedFunction, table: Table): void {
  const records = ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action}`);
  const streams = `${table.tableArn}/stream/*`;
  role.addToPolicy(new PolicyStatement({ actions: records, resources: [streamArn(table)] }));
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [streams] }));
  acknowledgeWildcards(role, 'Streams can be listed, but not one that is known already.', streams);
}
