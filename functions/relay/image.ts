import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

type Image = {
  readonly type?: string;
  readonly data?: {
    readonly gateId?: string;
    readonly outcome?: unknown;
    readonly token?: string;
    readonly deliveredAt?: string;
  } & {
    readonly chainId?: string;
    readonly sequence?: number;
    readonly pendingSince?: string;
  };
};

/** The item after a change, as far as the consumers look at it: gates and acts. Empty for a removal. */
export const imageOf = (record: DynamoDBRecord): Image => {
  const image = record.dynamodb?.NewImage;
  // Safe: the event's attribute values and the SDK's are one wire format under two type names.
  return image ? (unmarshall(image as Record<string, AttributeValue>) as Image) : {};
};
