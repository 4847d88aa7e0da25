import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One season whose box is killed with -9 at random moments (every second time the player too) and started again, and
 * the same season undisturbed: the same table at the end. `npx tsx bench/season-kills.ts [kills=5] [seed=1]`
 */
const kills = Number(process.argv[2] ?? 5);
const seed = process.argv[3] ?? '1';
const root = join(import.meta.dirname, '..');
const port = 8741;

const run = (script: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });

async function startBox(dataDir: string): Promise<ChildProcess> {
  const box = run('local/main.ts', '--data', dataDir, '--port', String(port), '--from', '2026-02-26');
  box.stdout?.resume();
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/box/status.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return box;
    if (box.exitCode !== null) throw new Error(`the box ended with ${box.exitCode}`);
    await pause(100);
  }
}

const playSeason = (): ChildProcess =>
  run('examples/season.ts', 'examples/xicheng-2011', '--port', String(port), '--seed', seed);

/** What the player printed from the table on, without the times. */
function tableIn(printed: string): string {
  return printed
    .slice(printed.indexOf('category'))
    .split('\n')
    .filter((line) => !/wall time|share/.test(line))
    .join('\n')
    .trim();
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Plays to the end; `disturb` is told of box and player and may end either. */
async function season(times: number): Promise<{ table: string; seconds: number; moments: string[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'season-kills-'));
  const began = Date.now();
  const moments: string[] = [];
  let printed = '';
  let box = await startBox(dataDir);
  const listen = (player: ChildProcess) =>
    player.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  let player = playSeason();
  listen(player);
  for (let kill = 1; kill <= times; kill += 1) {
    await pause(5_000 + Math.random() * 70_000);
    if (player.exitCode !== null) break;
    const { now } = (await (await fetch(`http://127.0.0.1:${port}/box/status.json`)).json()) as { now: string };
    const both = kill % 2 === 0;
    moments.push(`${now.slice(0, 10)}${both ? ' (player too)' : ''}`);
    await killHard(box);
    if (both) {
      await killHard(player);
      printed = '';
    }
    box = await startBox(dataDir);
    if (both) {
      player = playSeason();
      listen(player);
    }
  }
  if (player.exitCode === null) await once(player, 'exit');
  if (player.exitCode !== 0) throw new Error(`the season ended with ${player.exitCode}:\n${printed}`);
  box.kill('SIGTERM');
  await once(box, 'exit');
  rmSync(dataDir, { recursive: true });
  return { table: tableIn(printed), seconds: (Date.now() - began) / 1000, moments };
}

const disturbed = await season(kills);
console.log(`killed ${disturbed.moments.length} times, at the box's dates ${disturbed.moments.join(', ')}`);
console.log(disturbed.table);
const undisturbed = await season(0);
console.log(`wall time ${disturbed.seconds.toFixed(0)} s killed, ${undisturbed.seconds.toFixed(0)} s undisturbed`);
const same = disturbed.table === undisturbed.table;
console.log(same ? 'the tables are the same' : `the undisturbed table differs:\n${undisturbed.table}`);
process.exit(same ? 0 : 1);
