import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Functions } from './functions.ts';
import type { DeployedMachine } from './machines.ts';

type Watched = {
  readonly functions: Functions;
  readonly machines: readonly DeployedMachine[];
  readonly deadLetters: readonly Queue[];
  readonly stage: HttpStage;
};

const period = Duration.minutes(5);

/** What somebody must look at, told to one topic. */
export function declareAlarms(scope: Construct, { functions, machines, deadLetters, stage }: Watched): void {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  new CfnOutput(scope, 'AlarmTopic', { value: topic.topicArn });
  const tell = new SnsAction(topic);
  const alarm = (id: string, description: string, metric: IMetric, threshold = 1) =>
    new Alarm(scope, `${id}Alarm`, {
      alarmDescription: description,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(tell);

  for (const queue of deadLetters) {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
    alarm(queue.node.id, 'Records of the stream were put aside.', metric);
  }
  for (const made of Object.values(functions)) {
    alarm(`${made.node.id}Errors`, 'A function failed.', made.metricErrors({ period }));
  }
  for (const { machine, logs } of machines) {
    const { id } = machine.node;
    alarm(`${id}Failed`, 'A workflow ended in failure.', machine.metricFailed({ period }));
    alarm(`${id}TimedOut`, 'A workflow lived for a year.', machine.metricTimedOut({ period }));
    alarm(
      `${id}Faults`,
      'A workflow waits for the office to repair it.',
      faults(machine.node.id, logs).metric({ period, statistic: 'Sum' }),
    );
  }
  const lag = functions.relay.metric('IteratorAge', { period, statistic: 'Maximum' });
  alarm('RelayLag', 'Workflows wait for signals that are ten minutes old.', lag, Duration.minutes(10).toMilliseconds());
  alarm('ServerErrors', 'The API failed on its side.', stage.metricServerError({ period }), 5);
}

/** A fault is seen in the log as a workflow that enters `AwaitRepair`; logs name states without the data in them. */
const faults = (id: string, logs: LogGroup): MetricFilter =>
  new MetricFilter(logs, 'Faults', {
    logGroup: logs,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.type', '=', 'TaskStateEntered'),
      FilterPattern.stringValue('$.details.name', '=', 'AwaitRepair'),
    ),
    metricNamespace: Stack.of(logs).stackName,
    metricName: `${id}Faults`,
    metricValue: '1',
  });
