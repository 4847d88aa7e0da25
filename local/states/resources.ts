/** How a task waits: for the response, for the execution to end, or for its token to come back. */
export type Pattern = 'request' | 'sync:2' | 'waitForTaskToken';

export type TaskResource = {
  readonly service: 'lambda' | 'states';
  readonly action: string;
  readonly pattern: Pattern;
};

const known: Readonly<Record<string, TaskResource>> = {
  'lambda:invoke': { service: 'lambda', action: 'invoke', pattern: 'request' },
  'lambda:invoke.waitForTaskToken': { service: 'lambda', action: 'invoke', pattern: 'waitForTaskToken' },
  'states:startExecution': { service: 'states', action: 'startExecution', pattern: 'request' },
  'states:startExecution.sync:2': { service: 'states', action: 'startExecution', pattern: 'sync:2' },
  'states:startExecution.waitForTaskToken': {
    service: 'states',
    action: 'startExecution',
    pattern: 'waitForTaskToken',
  },
};

/** What the Resource of a Task names, or undefined where this box does not have it. */
export const taskResource = (resource: string): TaskResource | undefined => known[integration(resource) ?? ''];

/** The part of an integration's arn that names it: `lambda:invoke`. */
const integration = (resource: string): string | undefined =>
  /^arn:aws(?:-[a-z]+)*:states:[a-z0-9-]*:\d*:(.+)$/.exec(resource)?.[1];
