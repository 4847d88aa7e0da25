/** What calibration would change. Information for the office: the ranks of the result are those of the rule. */
export type Calibration = {
  /** Applications that have both a statutory mean and a calibrated score. */
  readonly compared: number;
  /** Of these: whose rank would be another, and the most places that one would move. */
  readonly moved: number;
  readonly furthest: number;
  /** Who would come among the first `top`, and who would leave them: positions in the given arrays. */
  readonly top: number;
  readonly entering: readonly number[];
  readonly leaving: readonly number[];
};

/** Competition ranks by falling score: equal scores share the better rank. Without a score no rank. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const sorted = scores.filter((score) => score !== null).toSorted((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((score, at) => {
    if (!first.has(score)) first.set(score, at + 1);
  });
  return scores.map((score) => (score === null ? null : (first.get(score) ?? null)));
}

/** @param means statutory means of the sheets, @param calibrated the model's scores of the same applications. */
export function calibrationOf(
  means: readonly (number | null)[],
  calibrated: readonly number[],
  top: number,
): Calibration {
  const before = ranksOf(means);
  const after = ranksOf(calibrated.map((score, i) => (means[i] === null ? null : score)));
  const both = before.flatMap((rank, i) => {
    const other = after[i];
    return typeof rank === 'number' && typeof other === 'number' ? [{ i, rank, other }] : [];
  });
  const moves = both.map(({ rank, other }) => Math.abs(rank - other));
  return {
    compared: both.length,
    moved: moves.filter((places) => places > 0).length,
    furthest: moves.reduce((most, places) => Math.max(most, places), 0),
    top,
    entering: both.filter(({ rank, other }) => rank > top && other <= top).map(({ i }) => i),
    leaving: both.filter(({ rank, other }) => rank <= top && other > top).map(({ i }) => i),
  };
}
