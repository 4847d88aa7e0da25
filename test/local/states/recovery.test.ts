import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openClock } from '#local/clock';
import { openEngine } from '#local/states/engine';
import { crashMachines } from './crash-machines.ts';
import { arnOf, type Box, call, day, gate, machineOf, openBox } from './support.ts';

describe('an engine that is closed and opened again', () => {
  let box: Box;
  afterEach(() => box.close());

  it('keeps tokens valid, with the variables of the execution', async () => {
    const tokens: string[] = [];
    const states = {
      Set: { Type: 'Pass', Assign: { kept: [1, { two: 2 }] }, Next: 'Await' },
      Await: gate({ Output: { kept: '{% $kept %}', result: '{% $states.result %}' }, End: true }),
    };
    const openGate = ({ token }: { token: string }) => tokens.push(token);
    box = await openBox({ machines: { m: machineOf(states) }, functions: { 'open-gate': openGate } });
    const arn = await box.start('m');
    box = await box.reopen();
    await box.engine.idle();
    await box.engine.sendTaskSuccess({ taskToken: tokens[0] ?? '', output: '"yes"' });
    await box.engine.idle();
    expect((await box.describe(arn)).output).toEqual({ kept: [1, { two: 2 }], result: 'yes' });
    expect(tokens).toHaveLength(1);
  });

  it('lets what became due in the meantime go on at once', async () => {
    box = await openBox({ machines: { m: machineOf({ Hold: { Type: 'Wait', Seconds: 90 * 86_400, End: true } }) } });
    const arn = await box.start('m');
    await box.advance(89 * day);
    box = await box.reopen(day - 1);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    box = await box.reopen(1);
    expect((await box.describe(arn)).status).toBe('SUCCEEDED');
  });

  it('goes on with the definition that the execution started with', async () => {
    const held = (output: string) =>
      machineOf({
        Hold: { Type: 'Wait', Seconds: 60, Next: 'Tell' },
        Tell: { Type: 'Pass', Output: output, End: true },
      });
    box = await openBox({ machines: { m: held('old') } });
    const arn = await box.start('m');
    const { clock, dataDir } = box;
    await box.server.close();
    await box.engine.close();
    box = await openBox({ machines: { m: held('new') }, clock, dataDir });
    await box.advance(60_000);
    expect((await box.describe(arn)).output).toBe('old');
  });

  it('goes on with a distributed Map where it stood', async () => {
    const map = {
      Type: 'Map',
      MaxConcurrency: 2,
      ItemProcessor: {
        ...machineOf({
          Hold: { Type: 'Wait', Seconds: 60, Next: 'Work' },
          Work: call('work', { Output: '{% $states.result.Payload %}', End: true }),
        }),
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      },
      End: true,
    };
    box = await openBox({ machines: { m: machineOf({ Each: map }) }, functions: { work: (n: number) => n * 10 } });
    const arn = await box.start('m', [1, 2, 3, 4, 5]);
    for (let wave = 0; wave < 3; wave += 1) {
      box = await box.reopen();
      await box.advance(60_000);
    }
    expect((await box.describe(arn)).output).toEqual([10, 20, 30, 40, 50]);
  });

  it('still knows the execution that a task waits for', async () => {
    const start = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: arnOf('child'), Input: {} },
      Output: '{% $states.result.Output %}',
      End: true,
    };
    const child = machineOf({ Hold: { Type: 'Wait', Seconds: 60, Output: 'grown', End: true } });
    box = await openBox({ machines: { m: machineOf({ Start: start }), child } });
    const arn = await box.start('m');
    box = await box.reopen();
    await box.advance(60_000);
    expect((await box.describe(arn)).output).toBe('grown');
  });

  it('waits for its retry as long as it would have', async () => {
    let failures = 1;
    const work = () => {
      if (failures-- > 0) throw Object.assign(new Error('busy'), { name: 'Busy' });
      return 'done';
    };
    const states = { Work: call('work', { End: true, Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 100 }] }) };
    box = await openBox({ machines: { m: machineOf(states) }, functions: { work } });
    const arn = await box.start('m');
    box = await box.reopen();
    await box.advance(99_999);
    expect((await box.describe(arn)).status).toBe('RUNNING');
    await box.advance(1);
    expect((await box.describe(arn)).status).toBe('SUCCEEDED');
  });
});

const childFile = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const executions = 30;
const walks = Array.from({ length: executions }, (_, index) => index).filter((index) => index % 2 === 0);
const waits = Array.from({ length: executions }, (_, index) => index).filter((index) => index % 2 === 1);

type Line = { readonly name: string; readonly payload: { id: string; step: number; token: string } };
const linesOf = async (log: string): Promise<Line[]> => {
  const text = await readFile(log, 'utf8').catch(() => '');
  // The last line may be cut off by the kill, or be written just now.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
};

/** Runs a process until all walks are within this step, which never answers there, and kills it. */
async function runUntilKilled(dataDir: string, log: string, toStart: number, stuckAt: number): Promise<void> {
  const args = ['--import', 'tsx', childFile, dataDir, log, String(toStart), String(stuckAt)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const isStuck = async () =>
    (await linesOf(log)).filter(({ payload }) => payload.step === stuckAt).length === walks.length &&
    (await linesOf(log)).filter(({ name }) => name === 'open-gate').length >= waits.length;
  while (!(await isStuck())) await pause(20);
  child.kill('SIGKILL');
  await ended;
}

describe('an engine that is killed', () => {
  it('loses no acknowledged execution, repeats only the step under way, and leaves its tokens valid', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'states-crash-'));
    const log = join(dataDir, 'calls.jsonl');
    await runUntilKilled(dataDir, log, executions, 3);
    await runUntilKilled(dataDir, log, 0, 7);

    const last: Line[] = [];
    const engine = await openEngine({
      dataDir,
      clock: await openClock(dataDir),
      machines: crashMachines,
      async invoke(name, payload) {
        last.push({ name, payload: payload as Line['payload'] });
      },
    });
    await engine.idle();
    const calls = [...(await linesOf(log)), ...last];
    for (const index of walks) {
      const steps = calls.filter(({ payload }) => payload.id === `e${index}`).map(({ payload }) => payload.step);
      expect(steps).toEqual([0, 1, 2, 3, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11]);
    }
    const statusOf = async (index: number) => {
      const machine = index % 2 === 0 ? 'walk' : 'wait';
      const executionArn = `arn:aws:states:cn-local-1:000000000000:execution:${machine}:e${index}`;
      return (await engine.describeExecution({ executionArn })) as { status: string };
    };
    for (const index of walks) expect((await statusOf(index)).status).toBe('SUCCEEDED');
    for (const index of waits) expect((await statusOf(index)).status).toBe('RUNNING');

    const tokens = new Set(calls.filter(({ name }) => name === 'open-gate').map(({ payload }) => payload.token));
    expect(tokens.size).toBe(waits.length);
    for (const taskToken of tokens) await engine.sendTaskSuccess({ taskToken, output: '1' });
    await engine.close();
    await rm(dataDir, { recursive: true });
  });
});
