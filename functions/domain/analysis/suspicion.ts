import type { Following } from './consensus.ts';
import type { Random } from './random.ts';

/** What is believed of a pool before its sheets are seen: one in twenty marks at random, worth ten reviewers. */
const PRIOR_SHARE = 0.05;
const PRIOR_WEIGHT = 10;
/** How firmly a reviewer's noise is believed to be usual, worth that many sheets: people differ in it. */
const NOISE_WEIGHT = 16;
/** Called random-looking when that is the likelier. */
const LIKELIER = 0.5;
const ROUNDS = 200;

/**
 * How much likelier random marks (slope 0) make the sheets than marks that follow the consensus (slope 1); intercept
 * and noise of the reviewer integrated out in both, so that a lenient or a noisy reviewer is not taken for a random one.
 */
function factorOf({ slope, information, noise, sheets, scatter }: Following): number {
  const rest = noise * (sheets - 2);
  const evidence = (squares: number, usual: number): number =>
    (NOISE_WEIGHT / 2) * Math.log(NOISE_WEIGHT * usual) -
    ((NOISE_WEIGHT + sheets - 1) / 2) * Math.log(NOISE_WEIGHT * usual + squares);
  const random = evidence(rest + information * slope ** 2, scatter);
  const following = evidence(rest + information * (1 - slope) ** 2, 1);
  return Math.exp(Math.min(600, random - following));
}

const chanceOf = (factor: number, share: number): number => (share * factor) / (share * factor + 1 - share);

type Suspicions = {
  /** The chance that each reviewer's marks are random, null where too little is known. */
  readonly chances: readonly (number | null)[];
  /** The share of random ones in the pool that fits these chances. */
  readonly share: number;
};

export function suspicionsOf(followings: readonly (Following | undefined)[]): Suspicions {
  const factors = followings.map((each) => (each ? factorOf(each) : null));
  const known = factors.filter((factor) => factor !== null);
  let share = PRIOR_SHARE;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sum = known.reduce((all, factor) => all + chanceOf(factor, share), 0);
    share = (PRIOR_SHARE * PRIOR_WEIGHT + sum) / (PRIOR_WEIGHT + known.length);
  }
  return { chances: factors.map((factor) => (factor === null ? null : chanceOf(factor, share))), share };
}

export const looksRandom = (chance: number | null): boolean => chance !== null && chance >= LIKELIER;

/** A draw of χ² by its degrees of freedom, by Wilson and Hilferty's cube. */
const meanSquare = (degrees: number, random: Random): number => {
  const step = 2 / (9 * degrees);
  return Math.max(0, 1 - step + random.normal() * Math.sqrt(step)) ** 3;
};

const TRIALS = 200;

/**
 * How often this test would call a reviewer with these sheets random-looking: if the marks were random (`found`), and
 * if they followed the consensus (`falseAlarm`). From the same pool share, by trial.
 */
export function powerOf(
  following: Following,
  share: number,
  random: Random,
): { readonly found: number; readonly falseAlarm: number } {
  const { information, sheets, scatter } = following;
  const rate = (slope: number, noise: number): number => {
    let called = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const drawn = slope + Math.sqrt(noise / information) * random.normal();
      const own = { ...following, slope: drawn, noise: noise * meanSquare(sheets - 2, random) };
      if (looksRandom(chanceOf(factorOf(own), share))) called += 1;
    }
    return called / TRIALS;
  };
  return { found: rate(0, scatter), falseAlarm: rate(1, 1) };
}
