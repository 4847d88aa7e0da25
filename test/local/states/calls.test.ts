import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arnOf, type Box, day, gate, machineOf, openBox } from './support.ts';

let box: Box;
let tokens: string[];
beforeEach(() => {
  tokens = [];
});
afterEach(() => box.close());

const openGate = ({ token }: { token: string }) => {
  tokens.push(token);
  return { leaked: token };
};

const openWith = async (more: object, others: Record<string, object> = {}) => {
  const states = { AwaitDecision: gate({ End: true, ...more }), ...others };
  box = await openBox({ machines: { m: machineOf(states) }, functions: { 'open-gate': openGate } });
};
const succeed = (taskToken: string | undefined, output: unknown = {}) =>
  box.client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
const failWith = (taskToken: string | undefined, error: string, cause = '') =>
  box.client.send(new SendTaskFailureCommand({ taskToken, error, cause }));
const beat = (taskToken: string | undefined) => box.client.send(new SendTaskHeartbeatCommand({ taskToken }));

describe('a task token', () => {
  it('waits 90 days and goes on with the output that comes', async () => {
    await openWith({ TimeoutSeconds: 100 * 86_400, Output: '{% $states.result.decision %}' });
    const arn = await box.start('m');
    await box.advance(90 * day);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await succeed(tokens[0], { decision: 'passed' });
    await box.engine.idle();
    expect(await box.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'passed' });
  });

  it('is good once', async () => {
    await openWith({});
    await box.start('m');
    await succeed(tokens[0]);
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(failWith(tokens[0], 'Late')).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('lets one of two answers through that are sent at once', async () => {
    await openWith({});
    const arn = await box.start('m');
    const sent = await Promise.allSettled([1, 2, 3].map((answer) => succeed(tokens[0], answer)));
    await box.engine.idle();
    const winner = sent.findIndex(({ status }) => status === 'fulfilled');
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await box.describe(arn)).output).toBe(winner + 1);
  });

  it('brings a failure by name, which a catcher sees', async () => {
    const catcher = { Catch: [{ ErrorEquals: ['WrongState'], Next: 'Caught' }] };
    await openWith(catcher, { Caught: { Type: 'Succeed' } });
    const arn = await box.start('m');
    await failWith(tokens[0], 'WrongState', 'was withdrawn');
    await box.engine.idle();
    expect((await box.describe(arn)).output).toEqual({ Error: 'WrongState', Cause: 'was withdrawn' });
  });

  it('times out at its deadline, which the clock alone brings', async () => {
    const catcher = { Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'AskAgain' }] };
    await openWith(
      { TimeoutSeconds: '{% $states.input.days * 86400 %}', ...catcher },
      { AskAgain: { Type: 'Succeed' } },
    );
    const arn = await box.start('m', { days: 5 });
    await box.advance(5 * day - 1);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(1);
    expect((await box.describe(arn)).output).toMatchObject({ Error: 'States.Timeout' });
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(await box.eventTypes(arn)).toContain('TaskTimedOut');
  });

  it('refuses an answer after the deadline although the alarm has not been heard', async () => {
    await openWith({ TimeoutSeconds: 60 });
    await box.start('m');
    box.engine.pause();
    await box.clock.advanceBy(60_000);
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    box.engine.resume();
  });

  it('lives on heartbeats and dies without them', async () => {
    const catcher = { Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }] };
    await openWith(
      { HeartbeatSeconds: 60, TimeoutSeconds: 3_600, ...catcher },
      { Silent: { Type: 'Succeed', Output: 'silent' } },
    );
    const arn = await box.start('m');
    for (let minute = 0; minute < 5; minute += 1) {
      await box.advance(59_000);
      await beat(tokens[0]);
    }
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(60_000);
    expect((await box.describe(arn)).output).toBe('silent');
    await expect(beat(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(tokens).toHaveLength(1);
  });

  it('is another one for each attempt', async () => {
    await openWith({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1 }] });
    const arn = await box.start('m');
    await failWith(tokens[0], 'Again');
    await box.engine.idle();
    await box.advance(1_000);
    expect(new Set(tokens).size).toBe(2);
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await succeed(tokens[1], 'second');
    await box.engine.idle();
    expect((await box.describe(arn)).output).toBe('second');
  });

  it('is refused when it was not issued here, and when its execution is gone', async () => {
    await openWith({});
    const arn = await box.start('m');
    await expect(succeed('made-up')).rejects.toMatchObject({ name: 'InvalidToken' });
    const forged = `${tokens[0]?.slice(0, -2)}AA`;
    await expect(succeed(forged)).rejects.toMatchObject({ name: 'InvalidToken' });
    await box.client.send(new StopExecutionCommand({ executionArn: arn }));
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('takes JSON only', async () => {
    await openWith({});
    await box.start('m');
    const bad = new SendTaskSuccessCommand({ taskToken: tokens[0], output: 'not json' });
    await expect(box.client.send(bad)).rejects.toMatchObject({ name: 'InvalidOutput' });
    const long = new SendTaskSuccessCommand({ taskToken: tokens[0], output: JSON.stringify('x'.repeat(262_144)) });
    await expect(box.client.send(long)).rejects.toMatchObject({ name: 'ValidationException' });
    await succeed(tokens[0]);
  });

  it('that comes back before its function returns counts, whatever the function does then', async () => {
    const states = { AwaitDecision: gate({ End: true }) };
    const eager = async ({ token }: { token: string }) => {
      await succeed(token, 'early');
      throw new Error('too late to fail');
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { 'open-gate': eager } });
    expect(await box.run('m')).toMatchObject({ status: 'SUCCEEDED', output: 'early' });
  });

  it('fails with its function when that cannot take it', async () => {
    const states = { AwaitDecision: gate({ End: true }) };
    box = await openBox({ machines: { m: machineOf(states) } });
    expect(await box.run('m')).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
  });
});

const start = (name: string, input?: string, machine = 'm') =>
  box.client.send(new StartExecutionCommand({ stateMachineArn: arnOf(machine), name, input }));

describe('StartExecution', () => {
  it('is the same execution for the same name and input while it runs', async () => {
    await openWith({});
    const [one, two] = await Promise.all([start('申报-1', '{"a": 1}'), start('申报-1', '{"a":1}')]);
    expect(one.executionArn).toBe('arn:aws:states:cn-local-1:000000000000:execution:m:申报-1');
    expect(two.executionArn).toBe(one.executionArn);
    expect(two.startDate).toEqual(one.startDate);
    await box.engine.idle();
    expect(tokens).toHaveLength(1);
  });

  it('refuses the name for another input, and after the end', async () => {
    await openWith({});
    await start('a', '{}');
    await expect(start('a', '{"b":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await box.engine.idle();
    await succeed(tokens[0]);
    await box.engine.idle();
    await expect(start('a', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each([
    ['InvalidName', 'a b', '{}', 'm'],
    ['InvalidName', 'x'.repeat(81), '{}', 'm'],
    ['InvalidExecutionInput', 'a', 'no json', 'm'],
    ['InvalidExecutionInput', 'a', JSON.stringify('x'.repeat(262_144)), 'm'],
    ['StateMachineDoesNotExist', 'a', '{}', 'other'],
  ])('refuses with %s', async (name, given, input, machine) => {
    await openWith({});
    await expect(start(given, input, machine)).rejects.toMatchObject({ name });
  });
});

describe('StopExecution', () => {
  it('aborts with error and cause, and leaves a finished execution as it ended', async () => {
    await openWith({});
    const executionArn = await box.start('m');
    const stopped = await box.client.send(
      new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: 'by the unit' }),
    );
    expect(stopped.stopDate).toEqual(new Date(box.clock.now()));
    expect(await box.describe(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Withdrawn',
      cause: 'by the unit',
    });
    await box.client.send(new StopExecutionCommand({ executionArn, error: 'Again' }));
    expect(await box.describe(executionArn)).toMatchObject({ error: 'Withdrawn' });
    expect((await box.eventTypes(executionArn)).at(-1)).toBe('ExecutionAborted');
  });

  it('knows no execution by another arn', async () => {
    await openWith({});
    const unknown = 'arn:aws:states:cn-local-1:000000000000:execution:m:none';
    const stop = (executionArn: string) => box.client.send(new StopExecutionCommand({ executionArn }));
    await expect(stop(unknown)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    await expect(stop('none')).rejects.toMatchObject({ name: 'InvalidArn' });
  });
});
