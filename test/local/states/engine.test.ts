import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { manualClock } from '#local/clock';
import { openEngine } from '#local/states/engine';
import { arnOf, type Box, call, day, gate, machineOf, openBox } from './support.ts';

let box: Box;

describe('a paused engine', () => {
  afterEach(() => box.close());

  it('takes everything down and advances nothing until it is resumed', async () => {
    const calls: string[] = [];
    const tokens: string[] = [];
    const states = {
      Await: gate({ Next: 'Hold' }),
      Hold: { Type: 'Wait', Seconds: 60, Next: 'Work' },
      Work: call('work', { End: true }, { id: '{% $states.context.Execution.Name %}' }),
    };
    box = await openBox({
      machines: { m: machineOf(states) },
      functions: {
        'open-gate': ({ token }: { token: string }) => tokens.push(token),
        work: ({ id }: { id: string }) => calls.push(id),
      },
    });
    const first = await box.start('m', {}, 'first');
    const second = await box.start('m', {}, 'second');
    await box.engine.sendTaskSuccess({ taskToken: tokens[0] ?? '', output: '1' });
    await box.engine.idle();

    box.engine.pause();
    const third = await box.start('m', {}, 'third');
    await box.engine.sendTaskSuccess({ taskToken: tokens[1] ?? '', output: '2' });
    await box.advance(5 * day);
    expect([calls, tokens.length]).toEqual([[], 2]);
    expect(await box.eventTypes(third)).toEqual(['ExecutionStarted']);
    expect((await box.eventTypes(second)).at(-1)).toBe('TaskSubmitted');

    box.engine.resume();
    await box.engine.idle();
    expect([calls, tokens.length]).toEqual([['first'], 3]);
    await box.advance(60_000);
    expect(calls).toEqual(['first', 'second']);
    expect((await box.describe(first)).status).toBe('SUCCEEDED');
  });

  it('forgets nothing that it took down when it is closed before it is resumed', async () => {
    const tokens: string[] = [];
    box = await openBox({
      machines: { m: machineOf({ Await: gate({ End: true }) }) },
      functions: { 'open-gate': ({ token }: { token: string }) => tokens.push(token) },
    });
    const first = await box.start('m');
    box.engine.pause();
    await box.engine.sendTaskSuccess({ taskToken: tokens[0] ?? '', output: '"yes"' });
    const second = await box.start('m');
    box = await box.reopen();
    await box.engine.idle();
    expect((await box.describe(first)).output).toBe('yes');
    expect([(await box.describe(second)).status, tokens.length]).toEqual(['RUNNING', 2]);
  });
});

describe('an engine', () => {
  afterEach(() => box.close());

  it('runs at most 64 functions at once', async () => {
    let running = 0;
    let most = 0;
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await opened;
      running -= 1;
    };
    box = await openBox({ machines: { m: machineOf({ Work: call('work', { End: true }) }) }, functions: { work } });
    await Promise.all(Array.from({ length: 200 }, () => box.engine.startExecution({ stateMachineArn: arnOf('m') })));
    await expect.poll(() => running).toBe(64);
    open();
    await box.engine.idle();
    expect([most, running]).toEqual([64, 0]);
  });

  it('takes 250 executions through 40 states each', async () => {
    let calls = 0;
    const steps = Array.from({ length: 40 }, (_, step) => {
      const way = step === 39 ? { End: true } : { Next: `S${step + 1}` };
      const pass = { Type: 'Pass', Assign: { [`v${step}`]: '{% $states.input.n + 1 %}' }, ...way };
      return [`S${step}`, step % 4 === 0 ? call('work', { Output: '{% $states.result.Payload %}', ...way }) : pass];
    });
    const work = ({ n }: { n: number }) => {
      calls += 1;
      return { n: n + 1 };
    };
    box = await openBox({ machines: { m: machineOf(Object.fromEntries(steps)) }, functions: { work } });
    const arns = await Promise.all(Array.from({ length: 250 }, () => box.start('m', { n: 0 })));
    const told = await Promise.all(arns.map(box.describe));
    expect(calls).toBe(2_500);
    expect(new Set(told.map(({ output }) => JSON.stringify(output)))).toEqual(new Set(['{"n":10}']));
  });

  it('keeps thousands of executions waiting', async () => {
    box = await openBox({
      machines: { m: machineOf({ Hold: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } }) },
    });
    const stateMachineArn = arnOf('m');
    const starts = Array.from({ length: 2_000 }, (_, index) =>
      box.engine.startExecution({ stateMachineArn, input: String((index % 2) * 100 + 60) }),
    );
    await Promise.all(starts);
    await box.engine.idle();
    await box.advance(60_000);
    const { executions } = await box.engine.listExecutions({
      stateMachineArn,
      statusFilter: 'RUNNING',
      maxResults: 1_000,
    });
    expect(executions).toHaveLength(1_000);
  });
});

describe('opening an engine', () => {
  it('is refused with a definition that it cannot run, and leaves the folder free', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'states-'));
    const options = { dataDir, clock: manualClock('2026-03-01T00:00:00Z'), invoke: async () => undefined };
    const bad = { StartAt: 'A', States: { A: { Type: 'Pass', Result: {}, End: true } } };
    await expect(openEngine({ ...options, machines: { m: { definition: bad } } })).rejects.toMatchObject({
      name: 'DefinitionRefused',
    });
    const engine = await openEngine({ ...options, machines: {} });
    await engine.close();
    await rm(dataDir, { recursive: true });
  });
});
