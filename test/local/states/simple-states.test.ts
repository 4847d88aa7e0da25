import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, machineOf, openBox } from './support.ts';

let box: Box;
afterEach(() => box.close());

const outcomeOf = async (states: Record<string, object>, input?: unknown, functions = {}) => {
  box = await openBox({ machines: { m: machineOf(states) }, functions });
  return box.run('m', input);
};

describe('a Pass state', () => {
  it('passes its input on when it has no Output', async () => {
    const told = await outcomeOf({ Note: { Type: 'Pass', End: true } }, { a: [1] });
    expect(told).toEqual({ status: 'SUCCEEDED', input: { a: [1] }, output: { a: [1] } });
  });
});

describe('a Task state', () => {
  it('hands the function its payload and wraps what it returns', async () => {
    const told = await outcomeOf(
      { Add: call('add', { End: true, Output: '{% $states.result %}' }) },
      { a: 1, b: 2 },
      { add: ({ a, b }: { a: number; b: number }) => ({ sum: a + b }) },
    );
    expect(told.output).toEqual({ ExecutedVersion: '$LATEST', Payload: { sum: 3 }, StatusCode: 200 });
  });
});
