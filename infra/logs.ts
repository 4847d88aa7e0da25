import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * Logs are kept for six months at least (网络安全法 art. 21). CloudWatch's `SIX_MONTHS` is 180 days and may fall four
 * days short of that, so the next longer term is taken.
 */
export const logGroup = (scope: Construct, id: string): LogGroup =>
  new LogGroup(scope, id, { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN });
