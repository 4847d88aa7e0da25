import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';
import { freePort } from './ports.ts';
import { prepareDatabase } from './stream-table.ts';

const version = '1.2.1';

export type LocalDynamoDb = {
  readonly endpoint: string;
  /** The emulator's process now; undefined where an endpoint was given from outside. */
  readonly pid: number | undefined;
  close(): Promise<void>;
};

type Start = { readonly dataDir: string; readonly host?: string; readonly log?: (line: string) => void };
type Command = { readonly file: string; readonly args: readonly string[] };
type Emulator = Command & { readonly endpoint: string; readonly pidFile: string; readonly log: (line: string) => void };

/** Starts the DynamoDB emulator on the folder's database and keeps it alive until `close()`. */
export async function startDynamoDb({
  dataDir,
  host = '127.0.0.1',
  log = console.error,
}: Start): Promise<LocalDynamoDb> {
  const command = findEmulator();
  if ('endpoint' in command) {
    await untilItAnswers(command.endpoint, () => true);
    return { endpoint: command.endpoint, pid: undefined, close: async () => undefined };
  }
  if (command.file === 'npx') {
    log(
      `本平台没有内置的 DynamoDB 模拟器，改用 npx dynoxide@${version}（此方式尚未在本平台验证）。 ` +
        `No bundled emulator for this platform: trying npx dynoxide@${version}, which has not been tried here.`,
    );
  }
  const database = databaseOf(dataDir);
  const pidFile = pidFileOf(dataDir);
  await mkdir(dirname(database), { recursive: true });
  await endLeftover(pidFile, database, log);
  await prepareDatabase(database);
  const on = (port: number): Emulator => {
    const args = [...command.args, 'serve', '--host', host, '--port', String(port), '--db-path', database];
    return { file: command.file, args, endpoint: `http://${host}:${port}`, pidFile, log };
  };
  // A port that was free may be somebody else's by the time the emulator listens.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await keepAlive(on(await freePort(host)));
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === ATTEMPTS) throw error;
    }
  }
}

const ATTEMPTS = 5;

class PortTaken extends Error {}

/** Ends an emulator that a parent left behind on this folder; nothing happens where there is none. */
export const endLeftoverDynamoDb = (dataDir: string, log: (line: string) => void = console.error): Promise<void> =>
  endLeftover(pidFileOf(dataDir), databaseOf(dataDir), log);

const databaseOf = (dataDir: string): string => resolve(dataDir, 'dynamodb', 'table.sqlite');
const pidFileOf = (dataDir: string): string => resolve(dataDir, 'dynamodb', 'pid.json');

/** Explicit settings first, then the package of this platform, then a download of the same version. */
function findEmulator(): Command | { readonly endpoint: string } {
  const binary = process.env['DYNOXIDE_BINARY'];
  if (binary) return { file: binary, args: [] };
  const endpoint = process.env['DYNAMODB_ENDPOINT'];
  if (endpoint) return { endpoint };
  const bundled = bundledBinary();
  return bundled ? { file: bundled, args: [] } : { file: 'npx', args: ['--yes', `dynoxide@${version}`] };
}

function bundledBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const file = join(dirname(manifest), 'dynoxide');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined; // an optional dependency: npm leaves it out on other platforms
  }
}

async function keepAlive(emulator: Emulator): Promise<LocalDynamoDb> {
  let closing = false;
  let child = await launch(emulator);
  const endWithParent = () => signalGroup(child, 'SIGKILL');
  process.once('exit', endWithParent);

  const relaunch = async () => {
    for (let delay = 100; !closing; delay = Math.min(delay * 2, 5_000)) {
      emulator.log('DynamoDB 模拟器意外退出，正在重启。 The DynamoDB emulator ended unexpectedly; restarting it.');
      await pause(delay);
      if (closing) return;
      try {
        child = await launch(emulator);
        watch();
        return;
      } catch (error) {
        emulator.log(String(error));
      }
    }
  };
  let relaunching: Promise<void> = Promise.resolve();
  const watch = () => {
    child.once('exit', () => {
      if (!closing) relaunching = relaunch();
    });
    if (hasEnded(child) && !closing) relaunching = relaunch();
  };
  watch();

  return {
    endpoint: emulator.endpoint,
    get pid() {
      return child.pid;
    },
    async close() {
      closing = true;
      process.off('exit', endWithParent);
      await relaunching;
      await end(child);
      await rm(emulator.pidFile, { force: true });
    },
  };
}

/** Starts the process in a group of its own: Ctrl-C must reach it through us, after the work under way is done. */
async function launch({ file, args, endpoint, pidFile, log }: Emulator): Promise<ChildProcess> {
  const child = spawn(file, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface(child.stderr);
  const listens = untilItListens(child, lines, endpoint);
  listens.catch(() => undefined);
  lines.on('line', (line) => reportTrouble(line, log));
  await once(child, 'spawn').catch((cause: unknown) => {
    throw new Error(`无法启动 DynamoDB 模拟器（${file}）。 The DynamoDB emulator could not be started.`, { cause });
  });
  await writeAtomically(pidFile, JSON.stringify({ pid: child.pid }));
  try {
    await listens;
    await untilItAnswers(endpoint, () => !hasEnded(child));
  } catch (error) {
    await end(child);
    throw error;
  }
  return child;
}

/** Until the process itself says so: at its address somebody else may answer meanwhile. */
async function untilItListens(child: ChildProcess, lines: Interface, endpoint: string): Promise<void> {
  let said = '';
  const heard = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      said += line;
      if (line.startsWith('Dynoxide listening')) resolve();
    });
  });
  const ended = once(child, 'close').then(() => {
    throw /already in use/i.test(said) ? new PortTaken(said) : silent(endpoint);
  });
  // Long enough for a download through npx; the bundled binary listens within 50 ms.
  const late = pause(60_000, undefined, { ref: false }).then(() => {
    throw silent(endpoint);
  });
  await Promise.race([heard, ended, late]);
}

const silent = (endpoint: string): Error =>
  new Error(`DynamoDB 在 ${endpoint} 没有应答。 DynamoDB does not answer at ${endpoint}.`);

function reportTrouble(line: string, log: (line: string) => void): void {
  if (line.trim() !== '' && !/^(Dynoxide listening|Shutting down)/.test(line)) log(`dynamodb: ${line}`);
}

async function untilItAnswers(endpoint: string, isAlive: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000 && isAlive(); waited += 20) {
    const answered = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) }).then(
      () => true, // any status will do: DynamoDB Local answers a bare GET with 400
      () => false,
    );
    if (answered) return;
    await pause(20);
  }
  throw silent(endpoint);
}

/** Ends what a parent that was killed left running, if the recorded pid is still our emulator on our database. */
async function endLeftover(pidFile: string, database: string, log: (line: string) => void): Promise<void> {
  const recorded = await readJsonFile(pidFile, z.object({ pid: z.int().positive() }));
  const mark = `--db-path ${database}`;
  if (!recorded || !commandLine(recorded.pid).includes(mark)) return;
  log(`结束上次遗留的 DynamoDB 模拟器 pid ${recorded.pid}。 Ending an emulator left over by an earlier run.`);
  process.kill(recorded.pid, 'SIGTERM');
  for (let waited = 0; commandLine(recorded.pid).includes(mark); waited += 20) {
    if (waited === 2_000) process.kill(recorded.pid, 'SIGKILL');
    await pause(20);
  }
}

/** Empty where there is no such process. */
function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 3_000);
  await ended;
  clearTimeout(force);
}

/** The whole group: npx runs the binary as a grandchild. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || hasEnded(child)) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it ended in the meantime
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
