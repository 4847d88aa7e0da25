import type { Machines } from '#store/executions';
import { definitions, placeholders, substituted, workflowNames } from '#workflows';

export const region = 'cn-local-1';
export const filesBucket = 'files';

const arnOf = (name: string): string => `arn:aws:states:${region}:000000000000:stateMachine:${name}`;

// Safe: made from exactly the names of the workflows.
export const machineArns = Object.fromEntries(workflowNames.map((name) => [name, arnOf(name)])) as Machines;

export type Definitions = Readonly<Record<string, object>>;

/** The definitions with every placeholder filled: a task's function is named as the task is. */
export const machinesOf = (from: Definitions = definitions): Record<string, { definition: object }> =>
  Object.fromEntries(
    Object.entries(from).map(([name, definition]) => {
      const tasks = Object.fromEntries(placeholders(definition).map((task) => [task, task]));
      const values = { ...tasks, FilesBucket: filesBucket, PublicityMachine: arnOf('publicity') };
      return [name, { definition: substituted(definition, values) }];
    }),
  );
