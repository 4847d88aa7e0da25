import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
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

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a TCP server has one
  server.close();
  await once(server, 'close');
  return address.port;
}

/** Waits until the box answers; what keeps it from that it has told by itself. */
async function isUp(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the box ended with ${child.exitCode} before it was up`);
    if (Date.now() > giveUpAt) throw new Error('the box did not come up');
    await pause(100);
  }
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
  const url = `http://127.0.0.1:${port === 0 ? await freePort() : port}`;
  if (port !== 0 && (await answers(url))) return { url, started: false, close: async () => undefined };
  const options = ['--data', resolve(dataDir), '--port', new URL(url).port, '--seed', seed, '--from', from];
  // Its words go nowhere but its complaints to our own: a box that outlives a killed player has nothing to choke on.
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...options], {
    cwd: `${import.meta.dirname}/../..`,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  process.once('exit', () => child.kill('SIGTERM'));
  await isUp(child, url);
  return { url, started: true, close: () => end(child) };
}
