import { afterEach, describe, expect, it } from 'vitest';
import { type Box, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

describe('a Fail state', () => {
  it('fails the execution with its error and cause, which may be expressions', async () => {
    const states = { Refuse: { Type: 'Fail', Error: 'NotEligible', Cause: '{% "because " & $states.input.why %}' } };
    box = await openBox({ machines: { m: machineOf(states) } });
    const told = await box.run('m', { why: 'of the veto' });
    expect(told).toMatchObject({ status: 'FAILED', error: 'NotEligible', cause: 'because of the veto' });
  });
});

describe('a Succeed state', () => {
  it('ends with its Output', async () => {
    box = await openBox({ machines: { m: machineOf({ Done: { Type: 'Succeed', Output: { ok: '{% 1 = 1 %}' } } }) } });
    expect(await box.run('m')).toMatchObject({ status: 'SUCCEEDED', output: { ok: true } });
  });
});
