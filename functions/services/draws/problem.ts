import type { Application } from '#domain/applications';
import { categoryOf } from '#domain/cycles';
import { applicationDrawKey, reviewerDrawKey } from '#domain/draw-key';
import { type Barrier, barriersIn, closed, type DrawProblem, inDrawOrder } from '#domain/draw-problem';
import type { DrawAim, DrawRound } from '#domain/draws';
import { coversCategory } from '#domain/experts';
import { type Bid, fitWithBid } from '#domain/fit';
import { affiliationsOf, outsideExperts } from '#domain/group-rules';
import type { Reviewer } from '#domain/reviews';
import type { DrawInputs } from './inputs.ts';

/** An application that gets a panel, or a site team, in this draw. */
export type DrawCase = {
  readonly application: Application;
  readonly size: number;
  /** Whom the office set on it. */
  readonly pinned: readonly string[];
  /** Who has begun and stays, whatever became known since. */
  readonly began: readonly string[];
  /** Who left it, and who sits in the other round. */
  readonly left: readonly string[];
  readonly elsewhere: readonly string[];
};

type Columns = { readonly inputs: DrawInputs; readonly reviewers: readonly Reviewer[] };

const percentOf = ({ inputs }: Columns, { categoryId }: Application): number =>
  categoryOf(inputs.cycle, categoryId)?.preferencePercent ?? 0;

/** The row of an application with which nobody has anything to do: alike for a whole category. */
function plainRow(columns: Columns, application: Application): Int16Array {
  const { inputs, reviewers } = columns;
  const percent = percentOf(columns, application);
  return Int16Array.from(reviewers, (reviewer) => {
    const bars: Barrier[] = [
      ...(inputs.drawable.has(reviewer.reviewerId) ? [] : ['unavailable' as const]),
      ...(coversCategory(reviewer, application.categoryId) ? [] : ['other-category' as const]),
    ];
    if (bars.length > 0) return closed(bars);
    return fitWithBid(inputs.expertise(application, reviewer.reviewerId), 'none', percent);
  });
}

type Wish = { readonly column: number; readonly bid: Bid };

/** What reviewers wish, by application. */
function wishesOf({ preferences }: DrawInputs, columnOf: ReadonlyMap<string, number>): ReadonlyMap<string, Wish[]> {
  const wishes = new Map<string, Wish[]>();
  for (const { reviewerId, bids } of preferences.values()) {
    const column = columnOf.get(reviewerId);
    for (const [applicationId, bid] of column === undefined ? [] : Object.entries(bids)) {
      const wish = { column: column as number, bid };
      const others = wishes.get(applicationId);
      if (others) others.push(wish);
      else wishes.set(applicationId, [wish]);
    }
  }
  return wishes;
}

/**
 * Fills rows: the plain row of the category, and on it what concerns this application alone, which is little. So a
 * problem of 33,000 × 500 is made about as fast as it can be copied.
 */
function rowsInto(fit: Int16Array, columns: Columns): (at: number, of: DrawCase) => void {
  const { inputs, reviewers } = columns;
  const width = reviewers.length;
  const columnOf = new Map(reviewers.map(({ reviewerId }, at) => [reviewerId, at]));
  const wishes = wishesOf(inputs, columnOf);
  const plain = new Map<string, Int16Array>();
  return (at, of) => {
    const { application } = of;
    const name = `${application.categoryId} ${application.standardId} ${application.standardVersion}`;
    const template = plain.get(name) ?? plainRow(columns, application);
    plain.set(name, template);
    const row = fit.subarray(at * width, (at + 1) * width);
    row.set(template);
    const percent = percentOf(columns, application);
    for (const { column, bid } of percent > 0 ? (wishes.get(application.applicationId) ?? []) : []) {
      const { reviewerId = '' } = reviewers[column] ?? {};
      if ((row[column] as number) < 0) continue;
      row[column] = fitWithBid(inputs.expertise(application, reviewerId), bid, percent);
    }
    const bar = (reviewerId: string, bars: readonly Barrier[]): void => {
      const column = columnOf.get(reviewerId);
      if (column !== undefined) row[column] = closed([...barriersIn(row[column] as number), ...bars]);
    };
    for (const [reviewerId, conflicts] of inputs.barriers.barred(application)) {
      bar(
        reviewerId,
        conflicts.map(({ source }) => source),
      );
    }
    for (const reviewerId of of.left) bar(reviewerId, ['left-panel']);
    for (const reviewerId of of.elsewhere) bar(reviewerId, ['other-round']);
    // What was begun stays, so nothing that became known since closes it.
    for (const reviewerId of of.began) {
      row[columnOf.get(reviewerId) as number] = inputs.expertise(application, reviewerId);
    }
  };
}

const began = (cases: readonly DrawCase[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of cases.flatMap((each) => each.began)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

type Shape = { readonly round: DrawRound; readonly aim: DrawAim };

/** The draw's problem. Loads are bounded by each reviewer's own limit only, or by what they have begun already. */
export function problemOf(inputs: DrawInputs, cases: readonly DrawCase[], { round, aim }: Shape): DrawProblem {
  const organizations = affiliationsOf(inputs.reviewers);
  const outside = outsideExperts(inputs.reviewers, organizations);
  const begun = began(cases);
  const columns = inDrawOrder(
    inputs.reviewers.map((reviewer, at) => ({
      reviewer,
      reviewerId: reviewer.reviewerId,
      drawKey: reviewerDrawKey(reviewer),
      name: reviewer.name,
      least: 0,
      most: Math.max(reviewer.maximumLoad, begun.get(reviewer.reviewerId) ?? 0),
      organization: organizations[at] ?? -1,
      outside: outside[at] === true,
    })),
    ({ reviewerId }) => reviewerId,
  );
  const rows = inDrawOrder(
    cases.map((of) => ({ of, drawKey: applicationDrawKey(of.application) })),
    ({ of }) => of.application.applicationId,
  );
  const fit = new Int16Array(rows.length * columns.length);
  const columnOf = new Map(columns.map(({ reviewerId }, at) => [reviewerId, at]));
  const pins: [number, number][] = [];
  const fill = rowsInto(fit, { inputs, reviewers: columns.map(({ reviewer }) => reviewer) });
  for (const [at, { of }] of rows.entries()) {
    fill(at, of);
    for (const id of new Set([...of.began, ...of.pinned])) pins.push([at, columnOf.get(id) ?? -1]);
  }
  const rules = categoryOf(inputs.cycle, cases[0]?.application.categoryId ?? '')?.groupRules;
  return {
    round,
    aim,
    seed: inputs.cycle.drawSeed,
    onePerOrganization: rules?.onePerOrganization ?? false,
    outsiders: rules?.outsideExperts ?? 0,
    applications: rows.map(({ of: { application, size }, drawKey }) => ({
      applicationId: application.applicationId,
      drawKey,
      categoryId: application.categoryId,
      name: application.organizationName,
      size,
    })),
    reviewers: columns.map(({ reviewer: _, ...column }) => column),
    fit,
    pins,
  };
}
