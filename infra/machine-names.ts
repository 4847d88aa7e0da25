import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { type WorkflowName, workflowNames } from '#workflows';

/**
 * The machines have names of their own, because functions start machines that call functions: an arn made of a name
 * is no reference, and so closes no circle.
 */
export const machineName = (stack: Stack, workflow: WorkflowName): string => `${stack.stackName}-${workflow}`;

export const machineArn = (stack: Stack, workflow: WorkflowName): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(stack, workflow),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Arns of executions: `name:*` are the runs of a machine, `name/*` those of its maps. */
export const executionArns = (stack: Stack, workflow: WorkflowName, which: ':*' | '/*'): string =>
  stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machineName(stack, workflow)}${which}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const variable = (workflow: WorkflowName): string => `MACHINE_${workflow.toUpperCase().replaceAll('-', '_')}`;

/** `MACHINE_CYCLE` and the others, as the entry points read them. */
export const machineVariables = (stack: Stack): Record<string, string> =>
  Object.fromEntries(workflowNames.map((workflow) => [variable(workflow), machineArn(stack, workflow)]));
