import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arnOf, type Box, call, gate, machineOf, openBox } from './support.ts';

/** A bit of everything that waits: a gate, timers, retries, branches, iterations, children of both kinds. */
const whole = machineOf({
  Begin: { Type: 'Pass', Assign: { units: [3, 1, 2] }, Next: 'Both' },
  Both: {
    Type: 'Parallel',
    Branches: [
      machineOf({ Await: gate({ HeartbeatSeconds: 1_000, Output: '{% $states.result %}', End: true }) }),
      machineOf({
        Hold: { Type: 'Wait', Seconds: 90, Next: 'Shaky' },
        Shaky: call('shaky', {
          Output: '{% $states.result.Payload %}',
          Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 30 }],
          End: true,
        }),
      }),
    ],
    Assign: { both: '{% $states.result %}' },
    Next: 'Each',
  },
  Each: {
    Type: 'Map',
    Items: '{% $units %}',
    MaxConcurrency: 2,
    ItemProcessor: machineOf({
      Pause: { Type: 'Wait', Seconds: '{% $states.input * 20 %}', Next: 'Double' },
      Double: call('double', { Output: '{% $states.result.Payload %}', End: true }),
    }),
    Assign: { each: '{% $states.result %}' },
    Next: 'Families',
  },
  Families: {
    Type: 'Map',
    Items: '{% $units %}',
    MaxConcurrency: 2,
    ItemProcessor: {
      ...machineOf({
        Rest: { Type: 'Wait', Seconds: 40, Next: 'Twice' },
        Twice: call('double', { Output: '{% $states.result.Payload %}', End: true }),
      }),
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    },
    Assign: { families: '{% $states.result %}' },
    Next: 'Child',
  },
  Child: {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn: arnOf('child'), Input: { n: 1 } },
    Output: {
      both: '{% $both %}',
      each: '{% $each %}',
      families: '{% $families %}',
      child: '{% $states.result.Output %}',
    },
    End: true,
  },
});
const child = machineOf({ Grow: { Type: 'Wait', Seconds: 60, Output: '{% $states.input.n + 1 %}', End: true } });

/** The output of the execution when the engine is reopened before each of these steps of ten seconds. */
async function outputWith(interruptions: ReadonlySet<number>): Promise<unknown> {
  let token = '';
  let failures = 2;
  const functions = {
    'open-gate': (payload: { token: string }) => {
      token = payload.token;
    },
    double: (n: number) => n * 2,
    shaky: () => {
      if (failures-- > 0) throw Object.assign(new Error('busy'), { name: 'Busy' });
      return 'steady';
    },
  };
  let box: Box = await openBox({ machines: { whole, child }, functions });
  try {
    const arn = await box.start('whole');
    for (let step = 0; step < 45; step += 1) {
      if (interruptions.has(step)) box = await box.reopen(10_000);
      else await box.advance(10_000);
      if (step === 20) await box.engine.sendTaskSuccess({ taskToken: token, output: '"decided"' });
      await box.engine.idle();
    }
    return (await box.describe(arn)).output;
  } finally {
    await box.close();
  }
}

describe('interruptions', () => {
  it('change nothing about how an execution ends, whenever they come', async () => {
    const expected = { both: ['decided', 'steady'], each: [6, 2, 4], families: [6, 2, 4], child: 2 };
    expect(await outputWith(new Set())).toEqual(expected);
    const steps = fc.uniqueArray(fc.nat({ max: 44 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (when) => {
        expect(await outputWith(new Set(when))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});
