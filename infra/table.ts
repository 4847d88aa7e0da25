import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  type StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableSchema } from '#store/schema';

type KeyElement = { readonly AttributeName: string | undefined; readonly KeyType: string | undefined };

const keysOf = (elements: readonly KeyElement[] = []) => {
  const attribute = (type: 'HASH' | 'RANGE') => {
    const name = elements.find(({ KeyType }) => KeyType === type)?.AttributeName;
    if (!name) throw new Error(`the table's schema names no ${type} key`);
    return { name, type: AttributeType.STRING };
  };
  return { partitionKey: attribute('HASH'), sortKey: attribute('RANGE') };
};

/** The one table, declared from the same data that the box creates it from. */
export function declareTable(scope: Construct): Table {
  const { KeySchema, GlobalSecondaryIndexes = [], StreamSpecification } = tableSchema('');
  const table = new Table(scope, 'Table', {
    ...keysOf(KeySchema),
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamSpecification?.StreamViewType as StreamViewType, // one wire format under two type names
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const { IndexName = '', KeySchema: keys } of GlobalSecondaryIndexes) {
    table.addGlobalSecondaryIndex({ indexName: IndexName, ...keysOf(keys), projectionType: ProjectionType.ALL });
  }
  return table;
}
