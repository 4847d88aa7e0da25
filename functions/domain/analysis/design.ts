/** One reviewer's mark of one application, in points. The indexes count from 0 without gaps. */
export type Rating = { readonly application: number; readonly reviewer: number; readonly score: number };

/** Ratings in the order of their applications: those of application i lie at starts[i] … starts[i + 1] − 1. */
export type Design = {
  readonly ratings: number;
  readonly applications: number;
  readonly reviewers: number;
  readonly starts: Int32Array;
  /** The reviewer of each rating. */
  readonly by: Int32Array;
  /** The score of each rating less `centre`, so that nothing depends on where the scale begins. */
  readonly scores: Float64Array;
  readonly centre: number;
  /** How many ratings each reviewer gave. */
  readonly loads: Int32Array;
};

/** How many there are of each, where some may have no rating. */
type Sizes = { readonly applications: number; readonly reviewers: number };

const countOf = (indexes: readonly number[]): number => indexes.reduce((most, index) => Math.max(most, index + 1), 0);

/** @throws RangeError for an index that is no count or a score that is no number. */
export function designOf(given: readonly Rating[], sizes?: Sizes): Design {
  const bad = given.find(
    ({ application, reviewer, score }) =>
      !Number.isInteger(application) ||
      !Number.isInteger(reviewer) ||
      Math.min(application, reviewer) < 0 ||
      !Number.isFinite(score),
  );
  if (bad) throw new RangeError(`Not a rating: ${JSON.stringify(bad)}`);
  const sorted = given.toSorted((a, b) => a.application - b.application || a.reviewer - b.reviewer);
  const applications = sizes?.applications ?? countOf(given.map((rating) => rating.application));
  const reviewers = sizes?.reviewers ?? countOf(given.map((rating) => rating.reviewer));
  const starts = new Int32Array(applications + 1);
  const loads = new Int32Array(reviewers);
  for (const { application, reviewer } of sorted) {
    starts[application + 1] = (starts[application + 1] ?? 0) + 1;
    loads[reviewer] = (loads[reviewer] ?? 0) + 1;
  }
  for (let i = 0; i < applications; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const centre = sorted.reduce((sum, { score }) => sum + score, 0) / Math.max(1, sorted.length);
  return {
    ratings: sorted.length,
    applications,
    reviewers,
    starts,
    by: Int32Array.from(sorted, ({ reviewer }) => reviewer),
    scores: Float64Array.from(sorted, ({ score }) => score - centre),
    centre,
    loads,
  };
}

/** Where the ratings of application i begin and end. */
export const rangeOf = ({ starts }: Design, i: number): readonly [from: number, to: number] => [
  starts[i] ?? 0,
  starts[i + 1] ?? 0,
];

/** The same design with other scores, given in its own order. */
export const withScores = (design: Design, scores: Float64Array): Design => ({ ...design, scores });

/** The same applications and reviewers, but only the ratings of those who are trusted. */
export function trustedOnly(design: Design, trusted: readonly boolean[]): Design {
  const kept: Rating[] = [];
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    for (let r = from; r < to; r += 1) {
      const reviewer = design.by[r] ?? 0;
      if (trusted[reviewer]) kept.push({ application: i, reviewer, score: (design.scores[r] ?? 0) + design.centre });
    }
  }
  return designOf(kept, design);
}

/** Parts between which no reviewer is shared: severities of different parts cannot be compared through applications. */
export function partsOf(design: Design): number {
  const parent = Int32Array.from({ length: design.reviewers }, (_, j) => j);
  const rootOf = (start: number): number => {
    let j = start;
    while ((parent[j] ?? j) !== j) {
      parent[j] = parent[parent[j] ?? j] ?? j;
      j = parent[j] ?? j;
    }
    return j;
  };
  for (let i = 0; i < design.applications; i += 1) {
    const [from, to] = rangeOf(design, i);
    for (let r = from + 1; r < to; r += 1) parent[rootOf(design.by[r] ?? 0)] = rootOf(design.by[from] ?? 0);
  }
  return design.loads.filter((load, j) => load > 0 && rootOf(j) === j).length;
}
