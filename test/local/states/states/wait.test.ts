import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, day, machineOf, openBox } from '../support.ts';

let box: Box;
afterEach(() => box.close());

const open = async (wait: object) => {
  box = await openBox({
    machines: { m: machineOf({ Hold: { Type: 'Wait', ...wait, Next: 'Done' }, Done: { Type: 'Succeed' } }) },
  });
  return box;
};
const statusOf = async (arn: string) => (await box.describe(arn)).status;

describe('a Wait state', () => {
  it('waits 90 days of the clock, not a moment less', async () => {
    await open({ Seconds: '{% $states.input.days * 86400 %}' });
    const arn = await box.start('m', { days: 90 });
    await box.advance(90 * day - 1);
    expect(await statusOf(arn)).toBe('RUNNING');
    await box.advance(1);
    expect(await statusOf(arn)).toBe('SUCCEEDED');
  });

  it('waits until an instant with its zone', async () => {
    await open({ Timestamp: '{% $states.input.until %}' });
    const arn = await box.start('m', { until: '2026-03-07T00:00:00+08:00' });
    await box.clock.advanceTo(Date.parse('2026-03-06T23:59:59.999+08:00'));
    await box.engine.idle();
    expect(await statusOf(arn)).toBe('RUNNING');
    await box.advance(1);
    expect(await statusOf(arn)).toBe('SUCCEEDED');
  });

  it('does not wait for what is past', async () => {
    await open({ Timestamp: '2020-01-01T00:00:00Z' });
    expect((await box.run('m')).status).toBe('SUCCEEDED');
  });

  it.each(['2026-03-07T00:00:00', '2026-03-07', 'tomorrow', '2026-13-41T00:00:00Z'])(
    'refuses %s as an instant',
    async (until) => {
      await open({ Timestamp: '{% $states.input.until %}' });
      expect((await box.run('m', { until })).error).toBe('States.QueryEvaluationError');
    },
  );

  it.each([-1, 0.5, 100_000_000, '"60"'])('refuses %s as seconds', async (seconds) => {
    await open({ Seconds: `{% ${seconds} %}` });
    expect((await box.run('m')).error).toBe('States.QueryEvaluationError');
  });

  it('goes on in the order of instants when the clock jumps over several', async () => {
    const heard: number[] = [];
    const states = {
      Hold: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'Tell' },
      Tell: call('tell', { End: true }),
    };
    box = await openBox({
      machines: { m: machineOf(states) },
      functions: { tell: (seconds: number) => heard.push(seconds) },
    });
    for (const seconds of [30, 10, 20]) await box.start('m', seconds);
    await box.advance(30_000);
    expect(heard).toEqual([10, 20, 30]);
  });
});
