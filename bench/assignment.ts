import { execFileSync } from 'node:child_process';
import { certify } from '#domain/matching/certificate';
import { type Core, isShortage } from '#domain/matching/core';
import { solve } from '#domain/matching/solver';
import { highsTotal } from '#test/support/highs-oracle';
import { type InstanceOptions, instanceOf } from '#test/support/instances';
import { greedyTotals } from './greedy.ts';
import { machine } from './machine.ts';

/**
 * How long the exact assignment takes: each instance in a process of its own, so that the first figure is a cold start
 * (compilation included, reading the instance not), then warm; beside the time of one pass that only finds each row's
 * best, greedy ways and, on S3, HiGHS. Each result is certified before it counts.
 * `npx tsx bench/assignment.ts`
 */
const shapes = {
  S3: { rows: 2000, columns: 200, size: 3 },
  S5: { rows: 2000, columns: 200, size: 5 },
  L3: { rows: 33_055, columns: 500, size: 3 },
  L5: { rows: 33_055, columns: 500, size: 5 },
} as const;

type Shape = keyof typeof shapes;
type Fits = NonNullable<InstanceOptions['fits']>;
type Loads = readonly [number, number];

type Figures = {
  readonly total: number;
  readonly floor: number;
  readonly cold: number;
  readonly warm: number;
  readonly peak: number;
  readonly greedy: readonly { readonly name: string; readonly gap: number; readonly time: number }[];
  readonly highs?: { readonly time: number; readonly agrees: boolean };
};

function timed<T>(work: () => T): { readonly time: number; readonly result: T } {
  const from = performance.now();
  const result = work();
  return { time: performance.now() - from, result };
}

/** One pass over the matrix that keeps the best `size` of each row: no assignment can be had for less. */
function onePass({ rows, columns, fit, sizes }: Core): number {
  let total = 0;
  const best = new Int16Array(sizes[0] ?? 0);
  for (let row = 0; row < rows; row += 1) {
    best.fill(0);
    let low = 0;
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      const value = fit[at] as number;
      if (value <= low) continue;
      let place = best.length - 1;
      for (; place > 0 && (best[place - 1] as number) < value; place -= 1) best[place] = best[place - 1] as number;
      best[place] = value;
      low = best[best.length - 1] as number;
    }
    for (const value of best) total += value;
  }
  return total;
}

function measure(shape: Shape, fits: Fits, loads: Loads): Figures {
  const core = instanceOf({ seed: 1, ...shapes[shape], fits, loads });
  const floor = Math.min(...Array.from({ length: 5 }, () => timed(() => onePass(core)).time));
  const { time: cold, result } = timed(() => solve(core));
  if (isShortage(result)) throw new Error(`${shape} ${fits}: no assignment`);
  const peak = process.resourceUsage().maxRSS / 1024;
  const report = certify(core, result);
  if (!report.holds) throw new Error(`${shape} ${fits}: ${report.faults.join('; ')}`);
  const again = Array.from({ length: 3 }, () => timed(() => solve(core)).time);
  const greedy = greedyTotals(core).map(({ name, total, time }) => ({ name, time, gap: 1 - total / result.total }));
  const beside = shape === 'S3' && fits === 'topics' ? timed(() => highsTotal(core)) : undefined;
  return {
    total: result.total,
    floor,
    cold,
    warm: again.toSorted((a, b) => a - b)[1] as number,
    peak,
    greedy,
    ...(beside && { highs: { time: beside.time, agrees: beside.result === result.total } }),
  };
}

const inProcess = (shape: Shape, fits: Fits, loads: Loads): Figures =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, shape, fits, loads.join()], {
      encoding: 'utf8',
      maxBuffer: 2 ** 20,
    }),
  );

const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;

function print(): void {
  const wide: Loads = [85, 115];
  const cases: [Shape, Fits, Loads][] = [
    ...(Object.keys(shapes) as Shape[]).map((shape): [Shape, Fits, Loads] => [shape, 'topics', wide]),
    ['S5', 'topics', [100, 100]],
    ['L3', 'topics', [100, 100]],
    ...(['coarse', 'equal', 'binary', 'alike', 'clustered'] as const).flatMap((fits): [Shape, Fits, Loads][] => [
      ['S5', fits, wide],
      ['L3', fits, wide],
    ]),
  ];
  console.log(`${machine()}\n`);
  console.log('greedy ways keep no least loads and may leave seats empty: a gap below 0 is no better assignment\n');
  console.log('| instance (seed 1) | total fit | one pass | cold | × | warm | peak | greedy: gap, time | HiGHS |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [shape, fits, loads] of cases) {
    const { rows, columns, size } = shapes[shape];
    const figures = inProcess(shape, fits, loads);
    const greedy = figures.greedy.map(({ name, gap, time }) => `${name} ${(100 * gap).toFixed(2)} %, ${ms(time)}`);
    const name = `${shape} ${fits}, ${columns} × ${rows} × ${size}, loads ${loads.join('–')} %`;
    const { highs } = figures;
    const beside = highs ? `${highs.agrees ? 'the same total' : 'ANOTHER TOTAL'}, ${ms(highs.time)}` : '';
    const times = `${ms(figures.cold)} | ${Math.round(figures.cold / figures.floor)} | ${ms(figures.warm)}`;
    console.log(
      `| ${name} | ${figures.total} | ${ms(figures.floor)} | ${times} | ${Math.round(figures.peak)} MB | ${greedy.join('; ')} | ${beside} |`,
    );
  }
}

const [shape, fits, loads] = process.argv.slice(2);
if (shape === undefined) print();
// Safe: only `inProcess` gives arguments.
else
  console.log(JSON.stringify(measure(shape as Shape, fits as Fits, loads?.split(',').map(Number) as unknown as Loads)));
