import { certify } from '#domain/matching/certificate';
import { type Core, isShortage, type Solution } from '#domain/matching/core';
import { type Change, changed, repair } from '#domain/matching/repair';
import { solve } from '#domain/matching/solver';
import { randomOf, yardstick } from '#test/support/instances';
import { machine, quantile } from './machine.ts';

/**
 * One change to a standing assignment of S5, a fifth of whose reviews have begun: time to the optimum again, standing
 * pairs that had to move, and for some of them the certificate and a solution from nothing beside it.
 * `npx tsx bench/assignment-repair.ts [changes=100] [checked=3]`
 */
const changes = Number(process.argv[2] ?? 100);
const checked = Number(process.argv[3] ?? 3);

const random = randomOf(11);
const below = (limit: number): number => Math.floor(random() * limit);

function solved(core: Core): Solution {
  const outcome = solve(core);
  if (isShortage(outcome)) throw new Error(`No assignment: ${outcome.kind}`);
  return outcome;
}

const plain = yardstick('S5');
const first = solved(plain);
const pairs = Array.from({ length: plain.rows }, (_, row) =>
  [...first.members.subarray(first.offsets[row], first.offsets[row + 1])].map((column) => [row, column] as const),
).flat();
const begun = pairs.filter(() => random() < 0.2);
const core: Core = { ...plain, pins: begun };
const standing = solved(core);
const isBegun = new Set(begun.map(([row, column]) => row * core.columns + column));
const open = pairs.filter(([row, column]) => !isBegun.has(row * core.columns + column));

/** An application like one of those there are. */
function arrival(): Change {
  const row = below(core.rows);
  const fit = core.fit.slice(row * core.columns, (row + 1) * core.columns);
  for (const [column, value] of fit.entries()) {
    if (value >= 0) fit[column] = Math.max(0, Math.min(1000, value + below(61) - 30));
  }
  return { kind: 'arrive', fit, size: 5, rowTie: below(2 ** 32) };
}

const kinds: Readonly<Record<string, () => Change>> = {
  'one seat to fill': () => ({ kind: 'seat', row: below(core.rows) }),
  'a pair is forbidden': () => {
    const [row, column] = open[below(open.length)] as readonly [number, number];
    return { kind: 'forbid', row, column };
  },
  'an application arrives': arrival,
  'an application is withdrawn': () => ({ kind: 'withdraw', row: below(core.rows) }),
  'a reviewer leaves': () => ({ kind: 'leave', column: below(core.columns) }),
};

console.log(machine());
console.log(
  `S5: ${core.rows} × ${core.columns} × 5, ${begun.length} of ${pairs.length} pairs begun; ${changes} changes of each kind`,
);
console.log('| change | ms, median | ms, 95 % | pairs touched, median | touched, 95 % | checked beside solving anew |');
console.log('|---|---|---|---|---|---|');
let missed = 0;
for (const [what, some] of Object.entries(kinds)) {
  const times: number[] = [];
  const touched: number[] = [];
  for (let done = 0; done < changes; done += 1) {
    const change = some();
    const began = performance.now();
    const outcome = repair(core, standing, change);
    times.push(performance.now() - began);
    if ('kind' in outcome) throw new Error(`No repair: ${outcome.kind}`);
    touched.push(outcome.touched);
    if (done >= checked) continue;
    const isProven = certify(outcome.core, outcome.solution, 'fit').holds;
    if (!isProven || outcome.solution.total !== solved(changed(core, change)).total) missed += 1;
  }
  const [ms, ms95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const [moved, moved95] = [quantile(touched, 0.5), quantile(touched, 0.95)];
  console.log(`| ${what} | ${ms.toFixed(2)} | ${ms95.toFixed(2)} | ${moved} | ${moved95} | ${checked} |`);
}
console.log(missed === 0 ? 'each as good as solving anew, proven' : `${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
