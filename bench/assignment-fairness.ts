import { certify } from '#domain/matching/certificate';
import { isShortage } from '#domain/matching/core';
import { fairest } from '#domain/matching/fairness';
import { leastBound } from '#domain/matching/least-bound';
import { solve } from '#domain/matching/solver';
import { type Yardstick, yardstick } from '#test/support/instances';
import { machine } from './machine.ts';

/**
 * How far the worst-served application is raised, beside the proven bound of any assignment, and what it costs.
 * `npx tsx bench/assignment-fairness.ts [seeds=3] [yardsticks=S3,S5]`
 */
const seeds = Number(process.argv[2] ?? 3);
const names = (process.argv[3] ?? 'S3,S5').split(',') as Yardstick[];

const percent = (part: number, whole: number, digits: number): string => `${((100 * part) / whole).toFixed(digits)} %`;

console.log(machine());
console.log('aim: the least fit of any application at 99.5 % of the bound or more, for 0.1 % of the total or less');
console.log(
  '| instance | seed | least before | least | bound | share | level of the others | loss | panels given | s |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
let missed = 0;
for (const name of names) {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const core = yardstick(name, seed);
    const optimum = solve(core);
    if (isShortage(optimum)) throw new Error(`${name} has no assignment`);
    const began = performance.now();
    const fair = fairest(core, optimum);
    const seconds = (performance.now() - began) / 1000;
    const before = Math.min(
      ...Array.from({ length: core.rows }, (_, row) =>
        optimum.members
          .subarray(optimum.offsets[row], optimum.offsets[row + 1])
          .reduce((sum, column) => sum + (core.fit[row * core.columns + column] as number), 0),
      ),
    );
    const isProven = certify(fair.core, fair.solution, 'fit').holds && leastBound(core, fair.witness) === fair.bound;
    const given = new Set(fair.core.pins.map(([row]) => row)).size;
    const shares = [percent(fair.least, fair.bound, 2), percent(fair.loss, optimum.total, 4)] as const;
    if (!isProven || fair.least < 0.995 * fair.bound || fair.loss > 0.001 * optimum.total) missed += 1;
    console.log(
      `| ${name} | ${seed} | ${before} | ${fair.least} | ${fair.bound} | ${shares[0]} | ${fair.level} | ${shares[1]} | ${given} | ${seconds.toFixed(2)} |`,
    );
  }
}
console.log(missed === 0 ? 'all aims reached and proven' : `${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
