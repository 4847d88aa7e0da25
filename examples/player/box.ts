import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export type BoxInUse = { readonly url: string; readonly started: boolean; close(): Promise<void> };

type BoxOptions = { readonly port: number; readonly dataDir: string; readonly seed: string; readonly from: string };

/** How long a box may take to come up, in milliseconds. */
const PATIENCE = 60_000;

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/box/status.json`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The address that the box prints once it is up. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timeout = setTimeout(() => reject(new Error('the box did not come up')), PATIENCE);
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (!address) return;
      clearTimeout(timeout);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timeout);
      reject(new Error(`the box ended with ${code} before it was up`));
    });
  });
}

/** Ends it and waits until it has put everything away. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, pause(30_000)]);
}

/** The box on that port, or one of our own; the clock of a new folder begins before the season. */
export async function useBox({ port, dataDir, seed, from }: BoxOptions): Promise<BoxInUse> {
  const running = `http://127.0.0.1:${port}`;
  if (port !== 0 && (await answers(running))) return { url: running, started: false, close: async () => undefined };
  const options = ['--data', dataDir, '--port', String(port), '--seed', seed, '--from', from];
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...options], {
    cwd: `${import.meta.dirname}/../..`,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  process.once('exit', () => child.kill('SIGTERM'));
  return { url: await addressOf(child), started: true, close: () => end(child) };
}
