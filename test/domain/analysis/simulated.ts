import type { Rating } from '#domain/analysis/design';
import { randomOf } from '#domain/analysis/random';

export type Season = {
  readonly applications: number;
  readonly reviewers: number;
  /** How many reviewers an application has, at least and at most. */
  readonly panel: readonly [least: number, most: number];
  /** Of merit, severity and noise, in points². */
  readonly variances: readonly [merit: number, severity: number, noise: number];
  readonly mean?: number;
  /** These reviewers (by index) mark at random, with as much scatter as all marks have. */
  readonly random?: (reviewer: number) => boolean;
};

/** A season out of the model, with its truth. */
export function simulated(season: Season, seed: string): { ratings: Rating[]; merits: number[]; leniency: number[] } {
  const { applications, reviewers, mean = 80 } = season;
  const [least, most] = season.panel;
  const [merit, severity, noise] = season.variances.map(Math.sqrt) as [number, number, number];
  const { uniform, normal } = randomOf(seed);
  const merits = Array.from({ length: applications }, () => merit * normal());
  const leniency = Array.from({ length: reviewers }, () => severity * normal());
  const isRandom = season.random ?? (() => false);
  const ratings = merits.flatMap((own, application) => {
    const size = least + Math.floor(uniform() * (most - least + 1));
    const panel = new Set<number>();
    while (panel.size < size) panel.add(Math.floor(uniform() * reviewers));
    return [...panel].map((reviewer) => {
      const seen = isRandom(reviewer) ? Math.hypot(merit, noise) * normal() : own + noise * normal();
      return { application, reviewer, score: mean + (leniency[reviewer] ?? 0) + seen };
    });
  });
  return { ratings, merits: merits.map((own) => own + mean), leniency };
}

/** The ratings of each application, in its order. */
export function byApplication(ratings: readonly Rating[]): Rating[][] {
  const groups: Rating[][] = [];
  for (const rating of ratings) {
    const group = groups[rating.application];
    if (group) group.push(rating);
    else groups[rating.application] = [rating];
  }
  return groups;
}
