import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { arnOf, type Box, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const start = (pattern: string, more: object = {}, args: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::states:startExecution${pattern}`,
  Arguments: { StateMachineArn: arnOf('child'), Name: 'the-child', Input: { n: '{% $states.input.n %}' }, ...args },
  End: true,
  ...more,
});
const waits = {
  Hold: { Type: 'Wait', Seconds: 60, Next: 'Done' },
  Done: { Type: 'Succeed', Output: '{% $states.input.n + 1 %}' },
};
const fails = { Refuse: { Type: 'Fail', Error: 'NotEligible', Cause: 'c' } };
const child = 'arn:aws:states:cn-local-1:000000000000:execution:child:the-child';

const open = async (task: object, states: Record<string, object> = waits, more: Record<string, object> = {}) => {
  box = await openBox({ machines: { parent: machineOf({ Start: task, ...more }), child: machineOf(states) } });
};

describe('a Task that starts an execution', () => {
  it('goes on at once', async () => {
    await open(start(''));
    expect((await box.run('parent', { n: 1 })).output).toEqual({ ExecutionArn: child, StartDate: box.clock.now() });
    expect((await box.describe(child)).status).toBe('RUNNING');
  });

  it('waits for its end with .sync:2 and gets the output as JSON', async () => {
    await open(start('.sync:2', { Output: '{% $states.result.[Status, Output, Input.n] %}' }));
    const arn = await box.start('parent', { n: 1 });
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(60_000);
    expect((await box.describe(arn)).output).toEqual(['SUCCEEDED', 2, 1]);
  });

  it('fails with States.TaskFailed when the child fails, and tells how', async () => {
    await open(start('.sync:2'), fails);
    const told = await box.run('parent', { n: 1 });
    expect(told).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(told.cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'NotEligible', Cause: 'c' });
  });

  it('stops the child when it is stopped itself', async () => {
    await open(start('.sync:2'));
    const executionArn = await box.start('parent', { n: 1 });
    await box.client.send(new StopExecutionCommand({ executionArn }));
    await box.engine.idle();
    expect((await box.describe(child)).status).toBe('ABORTED');
  });

  it('stops the child when it times out', async () => {
    const late = { TimeoutSeconds: 30, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }] };
    await open(start('.sync:2', late), waits, { Late: { Type: 'Succeed' } });
    const arn = await box.start('parent', { n: 1 });
    await box.advance(30_000);
    expect((await box.describe(arn)).status).toBe('SUCCEEDED');
    expect((await box.describe(child)).status).toBe('ABORTED');
  });

  it('refuses a name that was used, and a machine that is not there', async () => {
    await open(start('.sync:2'));
    await box.start('child', { n: 9 }, 'the-child');
    expect((await box.run('parent', { n: 1 })).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
    await box.close();
    await open(start('', {}, { StateMachineArn: arnOf('other') }));
    expect((await box.run('parent', { n: 1 })).error).toBe('StepFunctions.StateMachineDoesNotExistException');
  });

  it('can wait for a token that it gives to the child', async () => {
    const args = { Input: { token: '{% $states.context.Task.Token %}' } };
    await open(start('.waitForTaskToken', { TimeoutSeconds: 600 }, args), {
      Keep: { Type: 'Wait', Seconds: 60, End: true },
    });
    const arn = await box.start('parent');
    const { token } = (await box.describe(child)).input as { token: string };
    await box.engine.sendTaskSuccess({ taskToken: token, output: '"from the child"' });
    await box.engine.idle();
    expect((await box.describe(arn)).output).toBe('from the child');
  });
});
