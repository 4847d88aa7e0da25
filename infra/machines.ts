import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { definitions, placeholders, substituted, type WorkflowName, workflowNames } from '#workflows';
import type { Functions } from './functions.ts';
import { logGroup } from './logs.ts';
import { executionArns, machineArn, machineName } from './machine-names.ts';
import { acknowledgeWildcards } from './nag.ts';

/** Tasks that read or write a whole cycle in one call, where the others handle one case or one batch. */
const heavy: readonly string[] = ['MatchReviewers', 'ComputeResults', 'StageShortlist', 'StageNaming', 'RunJob'];

export type DeployedMachine = { readonly machine: StateMachine; readonly logs: LogGroup };
type Runs = { readonly functions: Functions; readonly files: Bucket };

const values = (stack: Stack, names: readonly string[], { functions, files }: Runs): Record<string, string> => {
  const { tasks, heavyTasks } = functions;
  return {
    ...Object.fromEntries(names.map((name) => [name, (heavy.includes(name) ? heavyTasks : tasks).functionArn])),
    FilesBucket: files.bucketName,
    PublicityMachine: machineArn(stack, 'publicity'),
  };
};

/** The files name integrations as `arn:aws:states:::…`; in the China regions the partition is another. */
const inThisPartition = (definition: object): object =>
  JSON.parse(JSON.stringify(definition).replaceAll('"arn:aws:states:::', `"arn:${Aws.PARTITION}:states:::`)) as object;

/** The state machines, from the same files that the box runs. */
export const declareMachines = (scope: Construct, runs: Runs): readonly DeployedMachine[] =>
  workflowNames.map((workflow) => declareMachine(scope, workflow, runs));

function declareMachine(scope: Construct, workflow: WorkflowName, runs: Runs): DeployedMachine {
  const stack = Stack.of(scope);
  const id = `${workflow
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Machine`;
  const names = placeholders(definitions[workflow]);
  const definition = substituted(definitions[workflow], values(stack, names, runs));
  const logs = logGroup(scope, `${id}Logs`);
  const machine = new StateMachine(scope, id, {
    stateMachineName: machineName(stack, workflow),
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(stack.toJsonString(inThisPartition(definition))),
    // Inputs hold tokens, which are keys to the workflow: no log may have them.
    logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
    tracingEnabled: true,
    // Cases run for months: taking the machine away would end them.
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledgeWildcards(machine, 'The delivery of logs and X-Ray know no resources to narrow the right to.', '*');
  invokeTasks(machine, names, runs);
  if (names.includes('FilesBucket')) runMaps(machine, workflow, runs.files);
  if (names.includes('PublicityMachine')) runPublicity(machine);
  return { machine, logs };
}

const allow = (machine: StateMachine, actions: string[], ...resources: string[]): void =>
  machine.addToRolePolicy(new PolicyStatement({ actions, resources }));

function invokeTasks(machine: StateMachine, names: readonly string[], { functions }: Runs): void {
  const called = names.some((name) => heavy.includes(name))
    ? [functions.tasks, functions.heavyTasks]
    : [functions.tasks];
  allow(machine, ['lambda:InvokeFunction'], ...called.map(({ functionArn }) => functionArn));
}

/** A distributed map starts runs of its own machine, reads its items from the bucket and writes its results there. */
function runMaps(machine: StateMachine, workflow: WorkflowName, files: Bucket): void {
  const stack = Stack.of(machine);
  const runs = executionArns(stack, workflow, ':*');
  const mapRuns = executionArns(stack, workflow, '/*');
  const items = files.arnForObjects('*');
  const results = files.arnForObjects('maps/*');
  allow(machine, ['states:StartExecution'], machineArn(stack, workflow));
  allow(machine, ['states:DescribeExecution', 'states:StopExecution'], runs, mapRuns);
  allow(machine, ['states:RedriveExecution'], mapRuns);
  allow(machine, ['s3:GetObject'], items);
  allow(machine, ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], results);
  acknowledgeWildcards(machine, 'Runs and the objects of maps are named at run time.', runs, mapRuns, items, results);
}

/** `startExecution.sync` watches the run that it started through a rule which Step Functions keeps in the account. */
function runPublicity(machine: StateMachine): void {
  const stack = Stack.of(machine);
  const runs = executionArns(stack, 'publicity', ':*');
  const resourceName = 'StepFunctionsGetEventsForStepFunctionsExecutionRule';
  const rule = stack.formatArn({ service: 'events', resource: 'rule', resourceName });
  allow(machine, ['states:StartExecution'], machineArn(stack, 'publicity'));
  allow(machine, ['states:DescribeExecution', 'states:StopExecution'], runs);
  allow(machine, ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], rule);
  acknowledgeWildcards(machine, 'A run is named when it starts; its machine is fixed.', runs);
}
