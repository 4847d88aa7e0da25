import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const each = (states: Record<string, object>, more: object = {}) => ({
  Type: 'Map',
  ItemProcessor: machineOf(states),
  End: true,
  ...more,
});
const run = async (map: object, input: unknown = {}, functions = {}) => {
  box = await openBox({ machines: { m: machineOf({ Each: map }) }, functions });
  return box.run('m', input);
};

describe('an inline Map state', () => {
  it('runs once per item and keeps the order of the items', async () => {
    const double = async (n: number) => {
      for (let turns = 5 - n; turns > 0; turns -= 1) await Promise.resolve();
      return n * 2;
    };
    const told = await run(
      each({ Double: call('double', { Output: '{% $states.result.Payload %}', End: true }) }),
      [1, 2, 3, 4],
      { double },
    );
    expect(told.output).toEqual([2, 4, 6, 8]);
  });

  it('selects the input of each iteration with index and value', async () => {
    const told = await run(
      each(
        {
          Show: {
            Type: 'Pass',
            Output: '{% [$states.input.at, $states.input.who, $states.context.Map.Item.Index] %}',
            End: true,
          },
        },
        {
          Items: '{% $states.input.units %}',
          ItemSelector: {
            at: '{% $states.context.Map.Item.Index %}',
            who: '{% $states.context.Map.Item.Value.name %}',
          },
        },
      ),
      { units: [{ name: 'a' }, { name: 'b' }] },
    );
    expect(told.output).toEqual([
      [0, 'a', 0],
      [1, 'b', 1],
    ]);
  });

  it('goes over the members of an object', async () => {
    const told = await run(each({ Show: { Type: 'Pass', End: true } }), { a: 1, b: 2 });
    expect(told.output).toEqual([
      { Key: 'a', Value: 1 },
      { Key: 'b', Value: 2 },
    ]);
  });

  it('returns an empty array for no items', async () => {
    expect((await run(each({ Show: { Type: 'Pass', End: true } }), [])).output).toEqual([]);
  });

  it.each([
    [3, 3],
    [0, 40],
    [100, 40],
  ])('with MaxConcurrency %i runs %i iterations at once', async (asked, allowed) => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    const items = Array.from({ length: 50 }, (_, index) => index);
    const map = each(
      { Hold: { Type: 'Wait', Seconds: 1, Next: 'Work' }, Work: call('work', { Output: 1, End: true }) },
      { MaxConcurrency: asked },
    );
    box = await openBox({ machines: { m: machineOf({ Each: map }) }, functions: { work } });
    const arn = await box.start('m', items);
    const waves = Math.ceil(items.length / allowed);
    for (let wave = 0; wave < waves; wave += 1) await box.advance(1_000);
    expect((await box.describe(arn)).status).toBe('SUCCEEDED');
    const types = await box.eventTypes(arn);
    const firstEnd = types.indexOf('MapIterationSucceeded');
    expect(types.slice(0, firstEnd).filter((type) => type === 'MapIterationStarted')).toHaveLength(allowed);
    expect(most).toBeLessThanOrEqual(allowed);
  });

  it('fails with the error of the iteration that fails', async () => {
    const judge = each({
      Judge: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 2 %}', Next: 'Refuse' }], Default: 'Hold' },
      Refuse: { Type: 'Fail', Error: 'NotEligible' },
      Hold: { Type: 'Wait', Seconds: 60, End: true },
    });
    expect(await run(judge, [1, 2, 3])).toMatchObject({ status: 'FAILED', error: 'NotEligible' });
  });

  it('refuses what is no list', async () => {
    expect(await run(each({ Show: { Type: 'Pass', End: true } }), 7)).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });

  it('goes through many short iterations without holding up the others', async () => {
    const items = Array.from({ length: 300 }, (_, index) => index);
    expect((await run(each({ Show: { Type: 'Pass', End: true } }), items)).output).toEqual(items);
  });
});
