import { expect, it } from 'vitest';
import { definitions, workflowNames } from '#workflows';
import { functionsOf, onlyOne, resourcesOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();
const alarms = Object.values(resourcesOf(system, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const watching = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric);

it('tells every alarm to the topic, which is published to over TLS', () => {
  const topic = onlyOne(system, 'AWS::SNS::Topic').id;
  for (const { AlarmActions } of alarms) expect((AlarmActions as unknown[]).map(textOf)).toEqual([`<${topic}>`]);
  expect(JSON.stringify(resourcesOf(system, 'AWS::SNS::TopicPolicy'))).toContain('"aws:SecureTransport":"false"');
});

it('watches every function, every dead letter, every machine and the lag of the relay', () => {
  expect(watching('Errors')).toHaveLength(Object.keys(functionsOf(system)).length);
  expect(watching('ApproximateNumberOfMessagesVisible')).toHaveLength(2);
  expect(watching('ExecutionsFailed')).toHaveLength(workflowNames.length);
  expect(watching('IteratorAge')).toMatchObject([{ Threshold: 600_000 }]);
});

it('sees a fault where a workflow enters the state that waits for repair', () => {
  const filters = Object.values(resourcesOf(system, 'AWS::Logs::MetricFilter')).map(({ Properties }) => Properties);
  expect(filters).toHaveLength(workflowNames.length);
  for (const { FilterPattern, MetricTransformations } of filters) {
    expect(FilterPattern).toBe('{ ($.type = "TaskStateEntered") && ($.details.name = "AwaitRepair") }');
    const [{ MetricName } = { MetricName: '' }] = MetricTransformations as { MetricName: string }[];
    expect(watching(MetricName)).toHaveLength(1);
  }
  for (const name of workflowNames) expect(definitions[name].States).toHaveProperty('AwaitRepair.Type', 'Task');
});
