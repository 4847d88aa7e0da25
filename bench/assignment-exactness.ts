import { certify } from '#domain/matching/certificate';
import { type Core, isShortage } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { highsTotal } from '#test/support/highs-oracle';
import { type InstanceOptions, instanceOf, variedInstance } from '#test/support/instances';
import { proves } from '#test/support/shortage-proof';
import { machine } from './machine.ts';

/**
 * Every outcome of the solver proven by separate code: an assignment by its certificate, a shortage by counting; and both
 * beside HiGHS wherever an instance is no larger than 300 applications × 60 reviewers × 3.
 * `npx tsx bench/assignment-exactness.ts [small=200] [middle=30]`
 */
const small = Number(process.argv[2] ?? 200);
const middle = Number(process.argv[3] ?? 30);

type Shape = { readonly name: string; readonly options: InstanceOptions };
type Tally = { instances: number; solved: number; short: number; beside: number; largest: number; missed: number };

const shapes: Shape[] = [
  ...Array.from({ length: small }, (_, number) => ({ name: 'small', options: variedInstance(number, [60, 24, 4]) })),
  ...Array.from({ length: middle }, (_, number) => ({
    name: 'to 300 × 60 × 3',
    options: variedInstance(1000 + number, [300, 60, 3]),
  })),
  ...Array.from({ length: 20 }, (_, number) => ({
    name: 'to 2,000 × 200 × 5',
    options: variedInstance(2000 + number, [2000, 200, 5]),
  })),
  ...[
    { rows: 1, columns: 1, size: 1 },
    { rows: 1, columns: 500, size: 5 },
    { rows: 500, columns: 1, size: 1 },
    { rows: 60, columns: 60, size: 1, loads: [100, 100] as const },
    { rows: 300, columns: 60, size: 3, fits: 'equal' as const },
    { rows: 300, columns: 60, size: 3, fits: 'binary' as const, loads: [100, 100] as const },
    { rows: 300, columns: 60, size: 3, loads: [100, 100] as const, conflicts: 0.7 },
    { rows: 300, columns: 60, size: 3, organizations: 3, outsiders: 1, loads: [95, 105] as const },
  ].map((each) => ({ name: 'edges', options: { seed: 1, ...each } })),
  ...(['topics', 'coarse', 'clustered', 'equal'] as const).flatMap((fits) => [
    { name: 'S3 and S5', options: { seed: 1, rows: 2000, columns: 200, size: 3, fits } },
    { name: 'S3 and S5', options: { seed: 1, rows: 2000, columns: 200, size: 5, fits } },
  ]),
  ...(['topics', 'coarse'] as const).flatMap((fits) => [
    { name: 'L3 and L5', options: { seed: 1, rows: 33_055, columns: 500, size: 3, fits } },
    { name: 'L3 and L5', options: { seed: 1, rows: 33_055, columns: 500, size: 5, fits } },
  ]),
];

/** What does not hold, or nothing. */
function fault(core: Core, tally: Tally): string | undefined {
  const outcome = solve(core);
  const isBeside = core.fit.length * Math.max(...core.sizes) <= 300 * 60 * 3;
  const best = isBeside ? highsTotal(core) : undefined;
  tally.beside += Number(isBeside);
  if (isShortage(outcome)) {
    tally.short += 1;
    if (isBeside && best !== undefined) return `a shortage, but HiGHS reaches ${best}`;
    return proves(core, outcome) ? undefined : `the shortage by ${outcome.kind} is not shown by counting`;
  }
  tally.solved += 1;
  const { faults } = certify(core, outcome);
  if (faults.length > 0) return faults.join('; ');
  return isBeside && best !== outcome.total ? `total ${outcome.total}, but HiGHS reaches ${best}` : undefined;
}

console.log(machine());
const tallies = new Map<string, Tally>();
for (const { name, options } of shapes) {
  const tally = tallies.get(name) ?? { instances: 0, solved: 0, short: 0, beside: 0, largest: 0, missed: 0 };
  tallies.set(name, tally);
  const core = instanceOf(options);
  tally.instances += 1;
  tally.largest = Math.max(tally.largest, core.fit.length);
  const missed = fault(core, tally);
  if (missed === undefined) continue;
  tally.missed += 1;
  console.log(`MISSED ${JSON.stringify(options)}: ${missed}`);
}
console.log('| instances | number | certified | short, shown by counting | beside HiGHS | largest matrix | missed |');
console.log('|---|---|---|---|---|---|---|');
for (const [name, { instances, solved, short, beside, largest, missed }] of tallies) {
  console.log(`| ${name} | ${instances} | ${solved} | ${short} | ${beside} | ${largest} | ${missed} |`);
}
const missed = [...tallies.values()].reduce((sum, tally) => sum + tally.missed, 0);
console.log(missed === 0 ? 'nothing missed' : `${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
