import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const thrower =
  (name: string, message = 'why') =>
  () => {
    throw Object.assign(new Error(message), { name });
  };

describe('a Task state that invokes a function', () => {
  it('hands it the payload and wraps what it returns', async () => {
    const add = ({ a, b }: { a: number; b: number }) => ({ sum: a + b });
    box = await openBox({ machines: { m: machineOf({ Add: call('add', { End: true }) }) }, functions: { add } });
    const told = await box.run('m', { a: 1, b: 2 });
    expect(told.output).toEqual({ ExecutedVersion: '$LATEST', Payload: { sum: 3 }, StatusCode: 200 });
  });

  it('shows the result to Output and Assign', async () => {
    const states = {
      Add: call('add', {
        Assign: { kept: '{% $states.result.Payload %}' },
        Output: '{% $states.result.StatusCode %}',
        Next: 'Done',
      }),
      Done: { Type: 'Succeed', Output: '{% [$states.input, $kept] %}' },
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { add: () => 7 } });
    expect((await box.run('m')).output).toEqual([200, 7]);
  });

  it('returns null for a function that returns nothing', async () => {
    const states = { Tell: call('tell', { Output: '{% $states.result.Payload %}', End: true }) };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { tell: () => undefined } });
    expect((await box.run('m')).output).toBeNull();
  });

  it('fails with the name and the message of what the function threw', async () => {
    const functions = { refuse: thrower('NotEligible', 'holds the title already') };
    box = await openBox({ machines: { m: machineOf({ Refuse: call('refuse', { End: true }) }) }, functions });
    const told = await box.run('m');
    expect(told).toMatchObject({ status: 'FAILED', error: 'NotEligible', cause: 'holds the title already' });
  });

  it('catches by name, shows the error to the catcher and goes where it leads', async () => {
    const states = {
      Refuse: call('refuse', {
        End: true,
        Catch: [
          { ErrorEquals: ['WindowClosed'], Next: 'Wrong' },
          {
            ErrorEquals: ['NotEligible', 'WrongState'],
            Next: 'Right',
            Assign: { error: '{% $states.errorOutput.Error %}' },
            Output: '{% $states.errorOutput %}',
          },
        ],
      }),
      Wrong: { Type: 'Fail' },
      Right: { Type: 'Succeed', Output: '{% [$error, $states.input] %}' },
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { refuse: thrower('NotEligible') } });
    expect((await box.run('m')).output).toEqual(['NotEligible', { Error: 'NotEligible', Cause: 'why' }]);
  });

  it('retries with growing pauses on the clock, then catches', async () => {
    const calls: number[] = [];
    const states = {
      Work: call('work', {
        End: true,
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 60 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Fault' }],
      }),
      Fault: { Type: 'Succeed' },
    };
    const work = () => {
      calls.push((box.clock.now() - start) / 1_000);
      return thrower('Busy')();
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work } });
    const start = box.clock.now();
    const arn = await box.start('m');
    for (let second = 0; second < 100; second += 5) await box.advance(5_000);
    expect(calls).toEqual([0, 10, 40, 100]);
    expect((await box.describe(arn)).output).toEqual({ Error: 'Busy', Cause: 'why' });
  });

  it('counts its retries in the context and forgets them in the next state', async () => {
    let failures = 2;
    const seen: unknown[] = [];
    const work = (count: unknown) => {
      seen.push(count);
      if (failures-- > 0) thrower('Busy')();
    };
    const retry = { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, BackoffRate: 1 }] };
    const count = '{% $states.context.State.RetryCount %}';
    const states = {
      One: call('work', { ...retry, Next: 'Two' }, count),
      Two: call('work', { ...retry, End: true }, count),
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work } });
    await box.start('m');
    await box.advance(1_000);
    await box.advance(1_000);
    expect(seen).toEqual([0, 1, 2, 0]);
  });

  it('catches an Output that cannot be evaluated', async () => {
    const states = {
      Work: call('work', {
        End: true,
        Output: '{% $states.result.Payload.missing %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Fault' }],
      }),
      Fault: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work: () => ({}) } });
    expect((await box.run('m')).output).toBe('States.QueryEvaluationError');
  });

  it('times out a function that does not answer', async () => {
    const states = {
      Work: call('work', { End: true, TimeoutSeconds: 1, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }] }),
      Late: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    };
    box = await openBox({
      machines: { m: machineOf(states) },
      functions: { work: () => new Promise(() => undefined) },
    });
    expect((await box.run('m')).output).toBe('States.Timeout');
  });

  it('does not time out running code because the calendar was moved', async () => {
    const work = async () => {
      await box.clock.advanceBy(86_400_000);
      return 'done';
    };
    const states = { Work: call('work', { End: true, TimeoutSeconds: 60, Output: '{% $states.result.Payload %}' }) };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work } });
    expect((await box.run('m')).output).toBe('done');
  });
});
