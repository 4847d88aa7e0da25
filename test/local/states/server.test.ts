import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arnOf, type Box, call, credentials, gate, machineOf, openBox } from './support.ts';

let box: Box;
const states = { Work: call('work', { Next: 'Await' }), Await: gate({ End: true, TimeoutSeconds: 60 }) };
const tokens: string[] = [];
beforeEach(async () => {
  tokens.length = 0;
  box = await openBox({
    machines: { m: machineOf(states), other: machineOf(states) },
    functions: {
      work: () => ({ secret: 'payload' }),
      'open-gate': ({ token }: { token: string }) => tokens.push(token),
    },
  });
});
afterEach(() => box.close());

const clientWith = (secretAccessKey: string, accessKeyId = credentials.accessKeyId) =>
  new SFNClient({
    endpoint: box.server.endpoint,
    region: 'cn-local-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
const post = (target: string, body: string, headers = {}) =>
  fetch(box.server.endpoint, { method: 'POST', body, headers: { 'x-amz-target': target, ...headers } });

describe('the wire', () => {
  it.each([
    ['another secret', 'wrong', undefined, 'InvalidSignatureException'],
    ['another key', credentials.secretAccessKey, 'someone', 'UnrecognizedClientException'],
  ])('refuses calls signed with %s', async (_, secret, key, name) => {
    await expect(clientWith(secret, key).send(new ListStateMachinesCommand({}))).rejects.toMatchObject({ name });
  });

  it('refuses calls that are not signed', async () => {
    const response = await post('AWSStepFunctions.ListStateMachines', '{}');
    expect([response.status, await response.json()]).toMatchObject([400, { __type: 'MissingAuthenticationToken' }]);
  });

  it('lists the machines and describes one with its definition', async () => {
    const { stateMachines = [] } = await box.client.send(new ListStateMachinesCommand({}));
    expect(stateMachines.map(({ name }) => name)).toEqual(['m', 'other']);
    const described = await box.client.send(new DescribeStateMachineCommand({ stateMachineArn: arnOf('m') }));
    expect(described).toMatchObject({ name: 'm', status: 'ACTIVE', type: 'STANDARD' });
    expect(JSON.parse(described.definition ?? '')).toEqual(machineOf(states));
    const other = new DescribeStateMachineCommand({ stateMachineArn: arnOf('none') });
    await expect(box.client.send(other)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });

  it('tells what is wrong with a call', async () => {
    const bad = new ListExecutionsCommand({ stateMachineArn: arnOf('m'), maxResults: 1_001 });
    await expect(box.client.send(bad)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(box.client.send(new ListExecutionsCommand({}))).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('ListExecutions', () => {
  const list = async (more: object) => {
    const { executions = [], nextToken } = await box.client.send(
      new ListExecutionsCommand({ stateMachineArn: arnOf('m'), ...more }),
    );
    return { names: executions.map(({ name }) => name), nextToken };
  };

  it('tells the newest first, page by page, each machine for itself, over restarts', async () => {
    for (const name of ['a', 'b', 'c']) await box.start('m', {}, name);
    await box.start('other', {}, 'x');
    box = await box.reopen();
    await box.start('m', {}, 'd');
    const first = await list({ maxResults: 3 });
    expect(first.names).toEqual(['d', 'c', 'b']);
    const second = await list({ maxResults: 3, nextToken: first.nextToken });
    expect(second).toEqual({ names: ['a'], nextToken: undefined });
    const foreign = new ListExecutionsCommand({ stateMachineArn: arnOf('other'), nextToken: first.nextToken });
    await expect(box.client.send(foreign)).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('filters by status', async () => {
    for (const name of ['a', 'b', 'c']) await box.start('m', {}, name);
    await box.engine.sendTaskSuccess({ taskToken: tokens[1] ?? '', output: '1' });
    await box.engine.idle();
    expect((await list({ statusFilter: 'SUCCEEDED' })).names).toEqual(['b']);
    expect((await list({ statusFilter: 'RUNNING' })).names).toEqual(['c', 'a']);
  });
});

describe('GetExecutionHistory', () => {
  const finished = async () => {
    const arn = await box.start('m', { a: 1 });
    await box.engine.sendTaskSuccess({ taskToken: tokens[0] ?? '', output: '{"decision":"passed"}' });
    await box.engine.idle();
    return arn;
  };
  const historyOf = async (executionArn: string, more = {}) => {
    const all: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const page = await box.client.send(new GetExecutionHistoryCommand({ executionArn, nextToken, ...more }));
      all.push(...(page.events ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return all;
  };
  const types = [
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ];

  it('tells the events in order, in pages and in reverse', async () => {
    const arn = await finished();
    const events = await historyOf(arn);
    expect(events.map(({ type }) => type)).toEqual(types);
    expect(events.map(({ id }) => id)).toEqual(types.map((_, index) => index + 1));
    expect(events.map(({ previousEventId }) => previousEventId)).toEqual(types.map((_, index) => index));
    expect(events.at(-1)?.executionSucceededEventDetails?.output).toBe('{"decision":"passed"}');
    expect(await historyOf(arn, { maxResults: 5 })).toEqual(events);
    expect(await historyOf(arn, { maxResults: 5, reverseOrder: true })).toEqual(events.toReversed());
  });

  it('tells no payload without execution data', async () => {
    const text = JSON.stringify(await historyOf(await finished(), { includeExecutionData: false }));
    expect(text).not.toMatch(/passed|secret|"input"|"output"|"parameters"/);
  });

  it('never holds a token', async () => {
    const text = JSON.stringify(await historyOf(await finished()));
    expect(text).not.toContain(tokens[0]);
    expect(text).not.toContain(tokens[0]?.split('.')[1]);
  });
});
