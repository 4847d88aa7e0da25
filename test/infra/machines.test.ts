import { expect, it } from 'vitest';
import { definitions, placeholders, workflowNames } from '#workflows';
import { resourcesOf, statementsOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();
const machines = Object.values(resourcesOf(system, 'AWS::StepFunctions::StateMachine')).map(({ Properties }) => ({
  properties: Properties,
  name: textOf(Properties['StateMachineName']),
  definition: textOf(Properties['DefinitionString']),
}));
const machineOf = (workflow: string) => machines.find(({ name }) => name === `xuechuang-${workflow}`);

/** A definition that is the file's again, once what was filled in is taken out. */
const restored = (definition: string): unknown =>
  JSON.parse(
    definition
      .replaceAll('arn:<AWS::Partition>:states:::', 'arn:aws:states:::')
      .replace(/"(FunctionName|Bucket|StateMachineArn)":"[^"]*"/g, '"$1":""'),
  );
const emptied = (definition: object): unknown =>
  JSON.parse(JSON.stringify(definition).replace(/"(FunctionName|Bucket|StateMachineArn)":"\$[^"]*"/g, '"$1":""'));

it.each(workflowNames)('deploys the %s workflow as it stands in its file', (workflow) => {
  expect(restored(machineOf(workflow)?.definition ?? '{}')).toEqual(emptied(definitions[workflow]));
});

it.each(workflowNames)('leaves no placeholder in the %s workflow', (workflow) => {
  expect(placeholders(definitions[workflow]).length).toBeGreaterThan(0);
  expect(machineOf(workflow)?.definition).not.toContain('${');
  expect(machineOf(workflow)?.definition).not.toContain('arn:aws:');
});

it('calls the larger function for what takes a whole cycle at once, and the other for all else', () => {
  const { definition = '' } = machineOf('cycle') ?? {};
  const calls = [...definition.matchAll(/"FunctionName":"<(Heavy)?Tasks\w+\.Arn>","Payload":\{"task":"(\w+)"/g)];
  const heavy = calls.filter(([, isHeavy]) => isHeavy).map(([, , task]) => task);
  expect(heavy).toEqual(['MatchReviewers', 'ComputeResults', 'StageShortlist', 'StageNaming']);
  expect(calls).toHaveLength(definition.match(/"FunctionName"/g)?.length ?? 0);
});

it('logs what happens and never the data with it', () => {
  expect(machines).toHaveLength(workflowNames.length);
  for (const { properties } of machines) {
    expect(properties).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  }
});

const rights = (machine: string, action: string): string[] =>
  statementsOf(system, new RegExp(`^${machine}Machine`))
    .filter(({ actions }) => actions.includes(action))
    .flatMap(({ resources }) => resources.map((each) => /(stateMachine|execution|rule)[:/].*/.exec(each)?.[0] ?? each))
    .sort();

it('lets a machine with maps run itself and use the bucket, and the cycle run publicities too', () => {
  expect(rights('Cycle', 'states:StartExecution')).toEqual([
    'stateMachine:xuechuang-cycle',
    'stateMachine:xuechuang-publicity',
  ]);
  expect(rights('Cycle', 'states:RedriveExecution')).toEqual(['execution:xuechuang-cycle/*']);
  expect(rights('Cycle', 'states:StopExecution')).toEqual([
    'execution:xuechuang-cycle/*',
    'execution:xuechuang-cycle:*',
    'execution:xuechuang-publicity:*',
  ]);
  expect(rights('Cycle', 'events:PutRule')).toEqual(['rule/StepFunctionsGetEventsForStepFunctionsExecutionRule']);
  expect(rights('Publicity', 'states:StartExecution')).toEqual(['stateMachine:xuechuang-publicity']);
  expect(rights('Publicity', 's3:PutObject')).toHaveLength(1);
});

it('lets a machine without maps start nothing and touch no file', () => {
  for (const machine of ['Application', 'FollowUp']) {
    expect(rights(machine, 'lambda:InvokeFunction')).toHaveLength(1);
    expect(rights(machine, 'states:StartExecution')).toEqual([]);
    expect(rights(machine, 's3:GetObject')).toEqual([]);
  }
});
