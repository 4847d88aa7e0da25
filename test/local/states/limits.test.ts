import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, day, gate, machineOf, openBox } from './support.ts';

let box: Box;
afterEach(() => box.close());

const open = async (states: Record<string, object>, functions = {}, more = {}) => {
  box = await openBox({ machines: { m: machineOf(states, more) }, functions });
};
const kilobytes = (count: number) => 'x'.repeat(count * 1_024);
const all = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] };
const caught = { Caught: { Type: 'Succeed', Output: 'caught' } };

describe('the limit of 256 KB', () => {
  it.each([
    [255, 'SUCCEEDED'],
    [256, 'FAILED'],
  ])('lets an output of %i KB and its quotes be %s', async (size, status) => {
    await open({ Grow: { Type: 'Pass', Output: `{% $pad("", ${size * 1_024}, "x") %}`, End: true } });
    expect((await box.run('m')).status).toBe(status);
  });

  it('holds for what a function returns, which States.ALL does not catch', async () => {
    await open({ Work: call('work', { End: true, ...all }), ...caught }, { work: () => kilobytes(256) });
    expect(await box.run('m')).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('holds for Arguments, and can be caught by its own name', async () => {
    const args = { text: '{% $join($map([1..300], function() { $pad("", 1024, "x") })) %}' };
    const own = { Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }] };
    await open({ Work: call('work', { End: true, ...own }, args), ...caught }, { work: () => 1 });
    expect((await box.run('m')).output).toBe('caught');
  });

  it('counts bytes, not characters', async () => {
    await open({ Work: call('work', { End: true }) }, { work: () => '学'.repeat(100_000) });
    expect((await box.run('m')).error).toBe('States.DataLimitExceeded');
  });

  it('holds for one variable', async () => {
    const big = { Assign: { big: '{% $pad("", 262144, "x") %}' } };
    await open({ Set: { Type: 'Pass', ...big, Output: 1, End: true } });
    expect((await box.run('m')).error).toBe('States.DataLimitExceeded');
  });
});

describe('the limit of 25,000 events', () => {
  it('ends an execution that goes round for ever, and nothing catches it', async () => {
    const round = {
      Count: { Type: 'Pass', Assign: { n: '{% $exists($n) ? $n + 1 : 1 %}' }, Next: 'Again' },
      Again: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Done' }], Default: 'Count' },
      Done: { Type: 'Succeed' },
    };
    const branch = { Type: 'Parallel', Branches: [machineOf(round)], End: true, ...all };
    await open({ Both: branch, ...caught });
    const executionArn = await box.start('m');
    expect(await box.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const last = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 });
    const { events = [] } = await box.client.send(last);
    expect(events[0]).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
  });
});

describe('the time of an execution', () => {
  it('ends after a year, which nothing catches', async () => {
    await open({ Await: gate({ End: true, ...all }), ...caught }, { 'open-gate': () => 1 });
    const arn = await box.start('m');
    await box.advance(365 * day - 1);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(1);
    expect(await box.describe(arn)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect((await box.eventTypes(arn)).at(-1)).toBe('ExecutionTimedOut');
  });

  it('ends earlier where the machine says so, also over a restart', async () => {
    await open({ Hold: { Type: 'Wait', Seconds: 120, End: true } }, {}, { TimeoutSeconds: 60 });
    const arn = await box.start('m');
    box = await box.reopen();
    await box.advance(59_999);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(1);
    expect((await box.describe(arn)).status).toBe('TIMED_OUT');
  });
});
