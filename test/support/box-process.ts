import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type BoxProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed so far, both streams. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
};

const printed = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
};

/** The box's own process, not npm's around it, so that a kill -9 hits what a crash would hit. */
const spawnBox = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Starts the box as a user does and waits until it says where it is. */
export async function startBoxProcess(...args: string[]): Promise<BoxProcess> {
  const child = spawnBox(args);
  const output = printed(child);
  const exited = once(child, 'exit');
  // The first start after a change builds the console before.
  const deadline = Date.now() + 90_000;
  for (;;) {
    const url = /is running: (http:\S+)/.exec(output())?.[1];
    if (url) {
      return {
        url,
        child,
        output,
        async kill(signal) {
          child.kill(signal);
          await exited;
        },
      };
    }
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the box did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Runs the box until it ends by itself. */
export async function runBoxProcess(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawnBox(args);
  const output = printed(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}
