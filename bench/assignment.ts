import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { certify } from '#domain/matching/certificate';
import { type Core, forbidden, isShortage, type Solution } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { highsTotal } from '#test/support/highs-oracle';
import { instanceOf, type Yardstick, yardstick } from '#test/support/instances';
import { machine } from './machine.ts';

/**
 * Speed of the exact assignment, in one run: ours beside HiGHS (S3), three greedy ways, and the floor, which is one pass
 * over the matrix that takes each row's best. L3 and L5 in processes of their own, where nothing is warm.
 *
 *   npx tsx bench/assignment.ts           all of it; HiGHS takes its time
 *   npx tsx bench/assignment.ts --no-highs
 */
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(3)} s`;

function timed<T>(act: () => T): { value: T; took: number } {
  const began = performance.now();
  const value = act();
  return { value, took: performance.now() - began };
}

const solved = (core: Core): Solution => {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error('the yardstick has no assignment');
  return outcome;
};

/** Each row's best columns by fit, whatever the loads: no exact method can look at less. */
function floorOf({ rows, columns, fit, sizes }: Core): number {
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const best = new Int16Array(sizes[row] as number).fill(forbidden);
    const last = best.length - 1;
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      const own = fit[at] as number;
      if (own <= (best[last] as number)) continue;
      let place = last;
      while (place > 0 && own > (best[place - 1] as number)) {
        best[place] = best[place - 1] as number;
        place -= 1;
      }
      best[place] = own;
    }
    for (const each of best) total += Math.max(0, each);
  }
  return total;
}

type Greedy = { readonly total: number; readonly missing: number };

/** Row by row in the order given; each takes the best of `order` that has room. */
function byRow(core: Core, order: (row: number, loads: Int32Array) => readonly number[]): Greedy {
  const loads = new Int32Array(core.columns);
  let [total, missing] = [0, 0];
  for (let row = 0; row < core.rows; row += 1) {
    let wanted = core.sizes[row] as number;
    for (const column of order(row, loads)) {
      if (wanted === 0) break;
      if ((loads[column] as number) >= (core.most[column] as number)) continue;
      loads[column] = (loads[column] as number) + 1;
      total += core.fit[row * core.columns + column] as number;
      wanted -= 1;
    }
    missing += wanted;
  }
  return { total, missing };
}

const allowedOf = ({ columns, fit }: Core, row: number): number[] =>
  Array.from({ length: columns }, (_, column) => column).filter((column) => fit[row * columns + column] !== forbidden);

const fitAt =
  ({ fit, columns }: Core, row: number) =>
  (column: number): number =>
    fit[row * columns + column] as number;

const byArrival = (core: Core): Greedy =>
  byRow(core, (row) => {
    const fitOf = fitAt(core, row);
    return allowedOf(core, row).sort((a, b) => fitOf(b) - fitOf(a));
  });

/** Whoever has least to do, the better fit among those. */
const leastLoaded = (core: Core): Greedy =>
  byRow(core, (row, loads) => {
    const fitOf = fitAt(core, row);
    return allowedOf(core, row).sort((a, b) => (loads[a] as number) - (loads[b] as number) || fitOf(b) - fitOf(a));
  });

/** All pairs from the best fit down, as long as row and column have room. */
function bestPairFirst({ rows, columns, fit, sizes, most }: Core): Greedy {
  const counts = new Int32Array(1002);
  for (const each of fit) if (each !== forbidden) counts[1000 - each + 1] = (counts[1000 - each + 1] as number) + 1;
  for (let at = 1; at < counts.length; at += 1) counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  const order = new Int32Array(counts[1001] as number);
  for (let at = 0; at < fit.length; at += 1) {
    const own = fit[at] as number;
    if (own === forbidden) continue;
    const place = counts[1000 - own] as number;
    counts[1000 - own] = place + 1;
    order[place] = at;
  }
  const [left, room] = [sizes.slice(), most.slice()];
  let total = 0;
  for (const at of order) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    if ((left[row] as number) === 0 || (room[column] as number) === 0) continue;
    left[row] = (left[row] as number) - 1;
    room[column] = (room[column] as number) - 1;
    total += fit[at] as number;
  }
  let missing = 0;
  for (let row = 0; row < rows; row += 1) missing += left[row] as number;
  return { total, missing };
}

function compare(name: Yardstick, core: Core, withHighs: boolean): void {
  const cold = timed(() => solved(core));
  const warm = timed(() => solved(core));
  const floor = timed(() => floorOf(core));
  const proof = timed(() => certify(core, cold.value));
  console.log(`\n${name}: ${core.rows} × ${core.columns} × ${core.sizes[0]}, total fit ${cold.value.total}`);
  const ratio = (took: number): string => `${(took / floor.took).toFixed(1)} × floor`;
  console.log(
    `  ours              ${seconds(cold.took)} first, ${seconds(warm.took)} again  ${ratio(warm.took)}  gap 0`,
  );
  console.log(`  certificate       ${seconds(proof.took)}  holds: ${proof.value.holds}`);
  console.log(`  floor             ${seconds(floor.took)}`);
  for (const [label, way] of [
    ['by arrival', byArrival],
    ['best pair first', bestPairFirst],
    ['least loaded', leastLoaded],
  ] as const) {
    const { value, took } = timed(() => way(core));
    const gap = ((100 * (cold.value.total - value.total)) / cold.value.total).toFixed(2);
    console.log(`  ${label.padEnd(17)} ${seconds(took)}  gap ${gap} %, ${value.missing} seats left empty`);
  }
  if (!withHighs) return;
  const oracle = timed(() => highsTotal(core));
  console.log(`  HiGHS (wasm)      ${seconds(oracle.took)}  equal: ${oracle.value === cold.value.total}`);
  console.log(`  ours : HiGHS      1 : ${Math.round(oracle.took / warm.took)}`);
}

/** One instance in a process that has done nothing before; what it prints is told. */
function inColdProcess(name: string): void {
  const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', name], {
    encoding: 'utf8',
  });
  console.log(run.stdout.trim() || run.stderr.trim());
}

function one(name: string): void {
  const alike = /^alike (\d+)x(\d+)x(\d+)$/.exec(name);
  const core = alike
    ? instanceOf({ seed: 1, rows: Number(alike[1]), columns: Number(alike[2]), size: Number(alike[3]), fits: 'alike' })
    : yardstick(name as Yardstick);
  const before = process.resourceUsage().maxRSS / 1024;
  const run = timed(() => solved(core));
  const after = process.resourceUsage().maxRSS / 1024;
  const floor = timed(() => floorOf(core));
  const { holds } = certify(core, run.value);
  console.log(
    `${name} in a cold process: ${seconds(run.took)}, ${(run.took / floor.took).toFixed(1)} × floor (${seconds(floor.took)}), total ${run.value.total}, certificate holds: ${holds}, memory ${Math.round(before)} MB with the matrix, ${Math.round(after)} MB at most`,
  );
}

const [flag, name] = process.argv.slice(2);
if (flag === '--one' && name) one(name);
else {
  console.log(machine());
  console.log(
    'instances of test/support/instances.ts, seed 1: fits 0 … 1000 of 24 topics, loads 85 … 115 % of the mean',
  );
  for (const size of ['S3', 'S5'] as const) compare(size, yardstick(size), size === 'S3' && flag !== '--no-highs');
  console.log('');
  for (const size of ['S5', 'L3', 'L5', 'alike 8000x300x5', 'alike 33055x500x3']) inColdProcess(size);
}
