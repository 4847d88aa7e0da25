import { afterEach, describe, expect, it } from 'vitest';
import { type Box, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const rules = [
  { Condition: '{% $states.input.score >= 90 %}', Next: 'Named', Assign: { by: 'rule' }, Output: { passed: true } },
  { Condition: '{% $states.input.score >= 60 %}', Next: 'Named' },
];
const machine = (more: object) =>
  machineOf({
    Judge: { Type: 'Choice', Choices: rules, ...more },
    Named: { Type: 'Succeed', Output: { was: '{% $states.input %}', by: "{% $exists($by) ? $by : 'none' %}" } },
  });
const run = async (more: object, input: unknown) => {
  box = await openBox({ machines: { m: machine(more) } });
  return box.run('m', input);
};

describe('a Choice state', () => {
  it('takes the first rule that holds, with its Assign and Output', async () => {
    expect((await run({}, { score: 95 })).output).toEqual({ was: { passed: true }, by: 'rule' });
  });

  it('passes the input on by a rule without Output', async () => {
    expect((await run({}, { score: 70 })).output).toEqual({ was: { score: 70 }, by: 'none' });
  });

  it('takes the Default with the Output of the state when no rule holds', async () => {
    const told = await run({ Default: 'Named', Output: 'default', Assign: { by: 'state' } }, { score: 1 });
    expect(told.output).toEqual({ was: 'default', by: 'state' });
  });

  it('fails with States.NoChoiceMatched without a Default', async () => {
    const told = await run({}, { score: 1 });
    expect([told.status, told.error]).toEqual(['FAILED', 'States.NoChoiceMatched']);
  });

  it('refuses a condition that is neither true nor false', async () => {
    const told = await run({ Choices: [{ Condition: '{% $states.input.score %}', Next: 'Named' }] }, { score: 1 });
    expect(told.error).toBe('States.QueryEvaluationError');
  });
});
