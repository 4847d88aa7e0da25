/**
 * What the analysis of marks costs and how far its figures can be trusted: seconds and memory, coverage of the
 * intervals, pairs in the wrong order, the search for random marks. Run: npx tsx bench/analysis.ts
 */
import { cpus } from 'node:os';
import { analyse } from '#domain/analysis/analyse';
import { solve } from '#domain/analysis/criterion';
import { type Design, designOf } from '#domain/analysis/design';
import { discordance, rawMeans, trimmedMeans, zScores } from '#domain/analysis/discordance';
import { calibrated, predict } from '#domain/analysis/predict';
import { randomOf } from '#domain/analysis/random';
import { drawsFor, rankEstimates } from '#domain/analysis/ranks';
import { type Fit, reml } from '#domain/analysis/reml';
import { diagnose } from '#domain/analysis/reviewers';
import { byApplication, type Season, simulated } from '#test/domain/analysis/simulated';

const seasons = Number(process.argv[2] ?? 20);
const modest = [1.278, 0.24, 1.268] as const;
const strong = [1.278, 1.365, 0.405] as const;
const middle = { applications: 2000, reviewers: 200, panel: [5, 5], variances: modest } satisfies Season;
const large = { applications: 33_000, reviewers: 500, panel: [5, 5], variances: modest } satisfies Season;
const isTenth = (reviewer: number): boolean => reviewer % 10 === 0;

const fitted = (design: Design): Fit => {
  const fit = reml(design);
  if (typeof fit === 'string') throw new Error(fit);
  return fit;
};
const print = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void => {
  for (const row of [columns, columns.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
  console.log();
};
const percent = (share: number, decimals = 2): string => `${(100 * share).toFixed(decimals)} %`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
/** A mean over seasons with its standard error. */
const withError = (values: readonly number[]): string => {
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1);
  return `${percent(centre)} ± ${percent(Math.sqrt(variance / values.length))}`;
};
const described = ({ applications, reviewers, panel, variances }: Season): string =>
  `${applications} × ${panel[0]}, ${reviewers} reviewers, variances ${variances.join(' / ')}`;

/** What a piece of work took: seconds on the wall, and of the processor, which other work on the machine does not touch. */
type Taken = { readonly wall: number; readonly cpu: number };

function timed<T>(work: () => T): readonly [done: T, taken: Taken] {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const done = work();
  const { user, system } = process.cpuUsage(before);
  return [done, { wall: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 }];
}
const shown = (...parts: readonly Taken[]): string => {
  const sum = (of: keyof Taken): string => parts.reduce((all, part) => all + part[of], 0).toFixed(2);
  return `${sum('wall')} (${sum('cpu')})`;
};

function speed(): void {
  const rows = [middle, large].map((season) => {
    const { ratings } = simulated(season, 'speed');
    const [design, ordering] = timed(() => designOf(ratings));
    const [fit, fitting] = timed(() => fitted(design));
    const [, predicting] = timed(() => predict(fit));
    const draws = drawsFor(season.applications);
    const [, ranking] = timed(() => rankEstimates(fit, season.applications / 10, randomOf('speed'), draws));
    const [, searching] = timed(() => diagnose(design, fit));
    const steps = [ordering, fitting, predicting, ranking, searching].map((taken) => shown(taken));
    const criterion = fit.criterion.toFixed(4);
    return [ratings.length, described(season), criterion, ...steps, shown(ordering, fitting, predicting), memory()];
  });
  console.log('## Seconds on the wall (of the processor)\n');
  print(
    [
      ...['ratings', 'season, seed "speed"', 'criterion', 'ordering', 'REML', 'intervals', 'ranks', 'random marks'],
      ...['fit with intervals', 'peak memory'],
    ],
    rows,
  );
}

const memory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

function whole(): void {
  const { ratings } = simulated({ ...large, random: isTenth }, 'whole');
  const applications = byApplication(ratings).map((own, at) => ({
    applicationId: String(at).padStart(6, '0'),
    sheets: own.map(({ reviewer, score }) => {
      const total = Math.round(100 * score);
      return { reviewerId: String(reviewer).padStart(3, '0'), marks: { a: total }, total, earlier: [] };
    }),
  }));
  const rule = { seed: 'whole', top: 3300, panelRule: { minimumSheets: 3, trimFrom: 5 }, fullMarks: 10_000 };
  const [{ model }, taken] = timed(() => analyse({ ...rule, applications }));
  const left = 'withheld' in model ? model.withheld : model.leftOut.length;
  console.log('## The whole analysis, with one reviewer in ten random\n');
  print(
    ['ratings', 'seconds on the wall (of the processor)', 'left out', 'peak memory'],
    [[ratings.length, shown(taken), left, memory()]],
  );
}

/** Shares of intervals that hold the truth: of scores, and of ranks. */
function coverage(): void {
  const cases: readonly (readonly [name: string, season: Season])[] = [
    ['clean', middle],
    ['strong severity, 3 sheets', { ...middle, panel: [3, 3], variances: strong }],
    ['small: 60 applications, 12 reviewers', { ...middle, applications: 60, reviewers: 12 }],
    ['10 % random raters', { ...middle, random: isTenth }],
  ];
  const rows = cases.map(([name, season]) => {
    const shares: { all: number[]; consensus: number[]; ranks: number[] } = { all: [], consensus: [], ranks: [] };
    for (let at = 0; at < seasons; at += 1) {
      const { ratings, merits } = simulated(season, `coverage ${at}`);
      const design = designOf(ratings);
      const fit = fitted(design);
      const consensus = diagnose(design, fit).consensus.fit;
      const covered = (of: Fit): number =>
        mean(predict(of).scores.map(({ low, high }, i) => Number(low <= (merits[i] ?? 0) && (merits[i] ?? 0) <= high)));
      shares.all.push(covered(fit));
      shares.consensus.push(covered(consensus));
      const ranks = rankEstimates(consensus, 10, randomOf('ranks'), 400);
      const order = merits.map((_, i) => i).sort((a, b) => (merits[b] ?? 0) - (merits[a] ?? 0));
      const inside = order.map((i, rank) =>
        Number((ranks[i]?.low ?? 0) <= rank + 1 && rank + 1 <= (ranks[i]?.high ?? 0)),
      );
      shares.ranks.push(mean(inside));
    }
    return [name, described(season), withError(shares.all), withError(shares.consensus), withError(shares.ranks)];
  });
  console.log(`## Coverage of the 95 % intervals (${seasons} seasons, seeds "coverage 0" …)\n`);
  print(['case', 'season', 'score, all sheets', 'score, without who looks random (shown)', 'rank (shown)'], rows);
}

function wrongOrder(): void {
  const cases: readonly (readonly [name: string, season: Season])[] = [
    ['modest severity, 5 sheets', middle],
    ['strong severity, 3 sheets', { ...middle, panel: [3, 3], variances: strong }],
    ['strong severity, 5 sheets', { ...middle, variances: strong }],
  ];
  const rows = cases.map(([name, season]) => {
    const shares: number[][] = [[], [], [], [], []];
    for (let at = 0; at < seasons; at += 1) {
      const { ratings, merits } = simulated(season, `order ${at}`);
      const design = designOf(ratings);
      const [merit, severity, noise] = season.variances;
      const limit = solve(design, { application: merit / noise, reviewer: severity / noise });
      const estimates = [rawMeans, trimmedMeans, zScores].map((score) => score(design));
      for (const [method, values] of [...estimates, calibrated(fitted(design).system), calibrated(limit)].entries()) {
        shares[method]?.push(discordance(Float64Array.from(merits), values));
      }
    }
    return [name, ...shares.map((values) => mean(values).toFixed(4))];
  });
  console.log(`## Share of pairs in the wrong order (${seasons} seasons, seeds "order 0" …)\n`);
  print(['case', 'mean', 'trimmed mean', 'z-score', 'REML', 'limit (true variances)'], rows);
}

function detection(): void {
  const cases: readonly (readonly [season: Season, random: boolean])[] = [
    [middle, true],
    [middle, false],
    [{ ...middle, panel: [3, 3] }, true],
    [{ ...middle, applications: 200, reviewers: 30, panel: [3, 3] }, true],
    [{ ...middle, applications: 200, reviewers: 30, panel: [3, 3] }, false],
    [{ ...middle, applications: 60, reviewers: 12, panel: [5, 5] }, true],
  ];
  const rows = cases.map(([season, withRandom]) => {
    let [random, found, told, careful, wrong] = [0, 0, 0, 0, 0];
    const rounds = season.applications < 500 ? 10 * seasons : seasons;
    for (let at = 0; at < rounds; at += 1) {
      const { ratings } = simulated({ ...season, ...(withRandom && { random: isTenth }) }, `detection ${at}`);
      const design = designOf(ratings);
      for (const each of diagnose(design, fitted(design)).diagnoses) {
        const isRandom = withRandom && isTenth(each.reviewer);
        random += Number(isRandom);
        careful += Number(!isRandom);
        told += isRandom ? (each.found ?? 0) : 0;
        found += Number(isRandom && each.randomLooking);
        wrong += Number(!isRandom && each.randomLooking);
      }
    }
    const sheets = (season.applications * season.panel[0]) / season.reviewers;
    const rates = random > 0 ? [percent(found / random, 1), percent(told / random, 1)] : ['–', '–'];
    const accused = found + wrong > 0 ? percent(wrong / (found + wrong), 1) : '–';
    return [
      described(season),
      sheets.toFixed(0),
      random > 0 ? '10 %' : 'none',
      ...rates,
      percent(wrong / careful),
      accused,
    ];
  });
  console.log(`## The search for random marks (seeds "detection 0" …)\n`);
  print(
    [
      'season',
      'sheets each',
      'random raters',
      'found',
      'found, as told to the office',
      'careful ones flagged',
      'wrong among the flagged',
    ],
    rows,
  );
}

console.log(`node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model}\n`);
speed();
whole();
coverage();
wrongOrder();
detection();
