import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtConsole } from '#local/console/build';
import { runBoxProcess, startBoxProcess } from '../support/box-process.ts';

const Clock = z.object({ now: z.string() });
const clockOf = async (url: string): Promise<string> =>
  Clock.parse(await (await fetch(`${url}/box/clock.json`)).json()).now;

const emulatorPid = (dataDir: string): number =>
  z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(join(dataDir, 'dynamodb/pid.json'), 'utf8'))).pid;

/** An orphan that nobody reaps stays in the table of processes as a zombie, which is as dead as the others. */
const isZombie = (pid: number): boolean => {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
};

describe('starting and stopping the box', { timeout: 120_000 }, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'starting-'));
    // Built by the first start otherwise, which is not what is tried here.
    await builtConsole(() => undefined);
  }, 300_000);
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('explains itself, and a mistyped option', async () => {
    const help = await runBoxProcess('--help');
    expect(help).toMatchObject({ code: 0 });
    for (const option of ['--port', '--data', '--fresh', '--from', '--help']) expect(help.output).toContain(option);
    const wrong = await runBoxProcess('--prot', '1');
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('无法识别的选项');
    expect(wrong.output).not.toContain('    at ');
  });

  it('prints where it is and who may sign in, answers, and ends with everything on Ctrl-C', async () => {
    const box = await startBoxProcess('--data', dataDir, '--port', '0', '--from', '2026-03-02');
    expect(box.output()).toContain('xuechuang-demo');
    expect((await clockOf(box.url)).slice(0, 10)).toBe('2026-03-02');
    expect((await fetch(`${box.url}/api/openapi.json`)).status).toBe(200);
    expect((await fetch(`${box.url}/api/me`)).status).toBe(401);
    const emulator = emulatorPid(dataDir);
    expect(isAlive(emulator)).toBe(true);

    const second = await runBoxProcess('--data', dataDir, '--port', '0');
    expect(second.code).toBe(1);
    expect(second.output).toContain(String(box.child.pid));
    expect(second.output).toContain(box.url);
    const fresh = await runBoxProcess('--data', dataDir, '--port', '0', '--fresh');
    expect(fresh.code).toBe(1);
    expect(fresh.output).toContain('--yes');

    await box.kill('SIGINT');
    expect(isAlive(emulator)).toBe(false);
  });

  it('takes over after a kill -9 of the parent alone, and keeps the clock where it was moved to', async () => {
    const box = await startBoxProcess('--data', dataDir, '--port', '0');
    const moved = await fetch(`${box.url}/box/clock.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceTo: '2026-05-01T08:00:00+08:00' }),
    });
    expect(moved.status).toBe(200);
    const emulator = emulatorPid(dataDir);
    await box.kill('SIGKILL');
    expect(isAlive(emulator)).toBe(true);

    const next = await startBoxProcess('--data', dataDir, '--port', '0');
    expect(isAlive(emulator)).toBe(false);
    expect((await clockOf(next.url)) >= '2026-05-01T00:00:00.000Z').toBe(true);
    await next.kill('SIGTERM');
  });

  it('begins anew on --fresh --yes, a leftover emulator ended first', async () => {
    const box = await startBoxProcess('--data', dataDir, '--port', '0');
    const emulator = emulatorPid(dataDir);
    await box.kill('SIGKILL');
    const anew = await startBoxProcess('--data', dataDir, '--port', '0', '--fresh', '--yes', '--from', '2026-03-02');
    expect(isAlive(emulator)).toBe(false);
    expect((await clockOf(anew.url)).slice(0, 10)).toBe('2026-03-02');
    await anew.kill('SIGTERM');
  });

  it('never empties a folder that it did not make', async () => {
    const foreign = await runBoxProcess('--data', join(import.meta.dirname, '..'), '--port', '0', '--fresh', '--yes');
    expect(foreign.code).toBe(1);
    expect(foreign.output).toContain('不是学创的数据目录');
  });
});
