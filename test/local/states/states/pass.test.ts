import { afterEach, describe, expect, it } from 'vitest';
import { type Box, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const run = async (states: Record<string, object>, input?: unknown) => {
  box = await openBox({ machines: { m: machineOf(states) } });
  return box.run('m', input);
};

describe('a Pass state', () => {
  it('passes its input on when it has no Output', async () => {
    const told = await run({ Note: { Type: 'Pass', End: true } }, { a: [1] });
    expect(told).toEqual({ status: 'SUCCEEDED', input: { a: [1] }, output: { a: [1] } });
  });

  it('evaluates whole strings only, and every depth of a template', async () => {
    const told = await run(
      {
        Note: { Type: 'Pass', End: true, Output: { deep: [{ sum: '{% $states.input.a + 1 %}' }], text: 'a {% 1 %}' } },
      },
      { a: 1 },
    );
    expect(told.output).toEqual({ deep: [{ sum: 2 }], text: 'a {% 1 %}' });
  });

  it('lets Output see the variables as they were before its own Assign', async () => {
    const told = await run({
      First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Second' },
      Second: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'Third' },
      Third: { Type: 'Pass', Output: '{% [$states.input, $n] %}', End: true },
    });
    expect(told.output).toEqual([1, 2]);
  });

  it('shows the context object', async () => {
    const told = await run({ Note: { Type: 'Pass', End: true, Output: '{% $states.context %}' } }, { a: 1 });
    expect(told.output).toMatchObject({
      Execution: { Input: { a: 1 }, StartTime: '2026-03-02T01:00:00.000Z' },
      State: { Name: 'Note', EnteredTime: '2026-03-02T01:00:00.000Z', RetryCount: 0 },
      StateMachine: { Id: 'arn:aws:states:cn-local-1:000000000000:stateMachine:m', Name: 'm' },
    });
  });

  it('fails the execution when its expression yields nothing', async () => {
    const told = await run({ Note: { Type: 'Pass', End: true, Output: '{% $states.input.missing %}' } });
    expect([told.status, told.error]).toEqual(['FAILED', 'States.QueryEvaluationError']);
  });
});
