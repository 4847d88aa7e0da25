import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const both = (...branches: Record<string, object>[]) => ({
  Type: 'Parallel',
  Branches: branches.map((states) => machineOf(states)),
});
const run = async (states: Record<string, object>, input: unknown = {}, functions = {}) => {
  box = await openBox({ machines: { m: machineOf(states) }, functions });
  return box.run('m', input);
};

describe('a Parallel state', () => {
  it('gives all branches its input and collects their outputs in order', async () => {
    const told = await run(
      {
        Both: {
          ...both(
            { Slow: call('slow', { Output: '{% $states.result.Payload %}', End: true }) },
            { Fast: { Type: 'Pass', End: true } },
          ),
          End: true,
        },
      },
      { n: 1 },
      { slow: async () => 'slow' },
    );
    expect(told.output).toEqual(['slow', { n: 1 }]);
  });

  it('lets branches read the variables around them and keep their own to themselves', async () => {
    const inner = {
      Set: { Type: 'Pass', Assign: { own: '{% $outer & "-own" %}' }, Next: 'Show' },
      Show: { Type: 'Pass', Output: '{% $own %}', End: true },
    };
    const told = await run({
      First: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'Both' },
      Both: { ...both(inner, inner), Next: 'Look' },
      Look: { Type: 'Pass', Output: '{% [$states.input, $exists($own)] %}', End: true },
    });
    expect(told.output).toEqual(['o-own', 'o-own', false]);
  });

  it('fails with the error of the branch that fails, and ends the others', async () => {
    const told = await run({
      Both: {
        ...both(
          { Hold: { Type: 'Wait', Seconds: 60, End: true } },
          { Refuse: { Type: 'Fail', Error: 'NotEligible', Cause: 'c' } },
        ),
        End: true,
        Catch: [{ ErrorEquals: ['NotEligible'], Next: 'Caught' }],
      },
      Caught: { Type: 'Succeed' },
    });
    expect(told).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'NotEligible', Cause: 'c' } });
  });

  it('starts all branches anew on a retry', async () => {
    let failures = 1;
    const work = () => {
      if (failures-- > 0) throw Object.assign(new Error('busy'), { name: 'Busy' });
      return 'done';
    };
    const states = {
      Both: {
        ...both({ Note: { Type: 'Pass', Output: 1, End: true } }, { Work: call('work', { Output: 2, End: true }) }),
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }],
        End: true,
      },
    };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work } });
    const arn = await box.start('m');
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(5_000);
    expect((await box.describe(arn)).output).toEqual([1, 2]);
  });

  it('nests', async () => {
    const inner = {
      Inner: {
        ...both({ A: { Type: 'Pass', Output: 'a', End: true } }, { B: { Type: 'Pass', Output: 'b', End: true } }),
        End: true,
      },
    };
    expect((await run({ Outer: { ...both(inner, inner), Arguments: { x: 1 }, End: true } })).output).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});
