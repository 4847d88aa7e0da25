import { expect, it } from 'vitest';
import { onlyOne, statementsOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();

it('wakes the schedule function every minute and tells it the time', () => {
  const clock = onlyOne(system, 'AWS::Scheduler::Schedule');
  expect(clock.Properties).toMatchObject({
    ScheduleExpression: 'rate(1 minute)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}', RetryPolicy: { MaximumRetryAttempts: 0 } },
  });
  const { Arn } = clock.Properties['Target'] as { Arn: unknown };
  const may = statementsOf(system, /^ClockRole/);
  expect(may).toEqual([{ actions: ['lambda:InvokeFunction'], resources: [textOf(Arn)] }]);
  expect(textOf(Arn)).toMatch(/^<Schedule\w+\.Arn>$/);
});

it('does not do the work of a missed minute twice', () => {
  const invocation = onlyOne(system, 'AWS::Lambda::EventInvokeConfig');
  expect(invocation.Properties).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
});
