import { expect, it } from 'vitest';
import { tableSchema } from '#store/schema';
import { onlyOne, synthesized } from './synthesized.ts';

const { system } = synthesized();
const table = onlyOne(system, 'AWS::DynamoDB::Table');

it('declares one table with the keys, the indexes and the stream of the schema', () => {
  const { KeySchema, GlobalSecondaryIndexes, BillingMode, AttributeDefinitions, StreamSpecification } = tableSchema('');
  expect(table.Properties).toMatchObject({
    KeySchema,
    GlobalSecondaryIndexes,
    BillingMode,
    StreamSpecification: { StreamViewType: StreamSpecification?.StreamViewType },
  });
  expect(new Set(table.Properties['AttributeDefinitions'] as object[])).toEqual(new Set(AttributeDefinitions));
});

it('keeps the table from deletion and from the loss of its past', () => {
  expect(table).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    },
  });
});

it('lets no item expire by itself', () => {
  expect(table.Properties['TimeToLiveSpecification']).toBeUndefined();
});
