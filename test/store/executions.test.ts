import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Executions, openExecutions } from '#store/executions';
import type { ExecutionStart } from '#store/records';
import { arnOf, type Box, gate, machineOf, openBox } from '../local/states/support.ts';

describe('executions', () => {
  let box: Box;
  let executions: Executions;
  let tokens: string[];
  beforeEach(async () => {
    tokens = [];
    box = await openBox({
      machines: { application: machineOf({ AwaitDecision: gate({ End: true, TimeoutSeconds: 60 }) }) },
      functions: {
        'open-gate': ({ token }: { token: string }) => {
          tokens.push(token);
          return {};
        },
      },
    });
    const application = arnOf('application');
    executions = openExecutions(box.client, {
      application,
      cycle: arnOf('cycle'),
      publicity: arnOf('publicity'),
      'follow-up': arnOf('follow-up'),
      job: arnOf('job'),
    });
  });
  afterEach(() => box.close());

  const start: ExecutionStart = { workflow: 'application', name: 'a', input: { applicationId: 'a' } };
  const started = async () => {
    await executions.start(start);
    await box.engine.idle();
  };

  it('starts one execution however often it is asked, also after that one ended', async () => {
    await started();
    await started();
    expect(tokens).toHaveLength(1);
    await executions.succeed(tokens[0] ?? '', {});
    await box.engine.idle();
    await started();
    expect(tokens).toHaveLength(1);
    expect(await executions.describe('application', 'a')).toEqual({ status: 'SUCCEEDED' });
  });

  it('hands an outcome over once, and says when nobody waits for it any more', async () => {
    await started();
    expect(await executions.succeed(tokens[0] ?? '', { decision: 'recommend', round: 1 })).toBe('delivered');
    await box.engine.idle();
    expect(await executions.succeed(tokens[0] ?? '', { decision: 'recommend', round: 1 })).toBe('gone');
    const described = await box.describe(`${arnOf('application').replace('stateMachine', 'execution')}:a`);
    expect(described.output).toEqual({ decision: 'recommend', round: 1 });
  });

  it('says that a wait which timed out is gone', async () => {
    await started();
    await box.advance(61_000);
    expect(await executions.succeed(tokens[0] ?? '', {})).toBe('gone');
    expect(await executions.describe('application', 'a')).toMatchObject({
      status: expect.stringMatching(/FAILED|TIMED/),
    });
  });

  it('does not take a token that never was for a delivery', async () => {
    await expect(executions.succeed('no token at all', {})).rejects.toThrow();
  });

  it('tells how an execution stands and what happened in it, and stops it', async () => {
    expect(await executions.describe('application', 'unknown')).toBeUndefined();
    await started();
    expect(await executions.describe('application', 'a')).toEqual({ status: 'RUNNING' });
    await executions.stop('application', 'a', '单位撤回申报');
    expect(await executions.describe('application', 'a')).toEqual({ status: 'ABORTED' });
    const types = (await executions.history('application', 'a')).map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['ExecutionStarted', 'ExecutionAborted']);
  });

  it('lets other refusals of the workflows through', async () => {
    await expect(executions.start({ ...start, workflow: 'cycle' })).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });
});
