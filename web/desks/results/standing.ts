import { compare, formatHalfUp, max, min, parseRational, subtract } from '#domain/exact';
import { type Criterion, criteria } from '#domain/ranking';
import { type Exact, type Row, stepOf } from './arithmetic.ts';

type Quota = { readonly total: number; readonly byRecommender?: Readonly<Record<string, number>> | undefined };

/** The seats in which a row competes, and who stands before it. */
type Seat = {
  /** Whose seats; absent where they are not divided. */
  readonly recommender?: string;
  readonly seats: number;
  /** Those who passed and are not vetoed, in order. */
  readonly line: readonly Row[];
  /** From 1; absent where the row does not compete. */
  readonly place?: number;
  readonly selected: number;
};

const byRank = (one: Row, other: Row): number =>
  (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER);

const mayHaveASeat = ({ passed, vetoed }: Row): boolean => passed && !vetoed;

/** Where a row stands among those with whom it shares seats. */
export function seatOf(rows: readonly Row[], row: Row, quota: Quota): Seat {
  const isDivided = quota.byRecommender !== undefined;
  const own = isDivided ? rows.filter(({ recommender }) => recommender === row.recommender) : rows;
  const line = own.filter(mayHaveASeat).sort(byRank);
  const at = line.findIndex(({ applicationId }) => applicationId === row.applicationId);
  return {
    ...(isDivided && { recommender: row.recommender }),
    seats: isDivided ? (quota.byRecommender?.[row.recommender] ?? 0) : quota.total,
    line,
    ...(at >= 0 && { place: at + 1 }),
    selected: own.filter(({ selected }) => selected).length,
  };
}

/** One criterion of the chain, and what each of the tied has there; nothing where the result does not tell it. */
type TieStep = { readonly criterion: Criterion; readonly values: readonly (Exact | undefined)[] };
type Tie = { readonly rows: readonly Row[]; readonly steps: readonly TieStep[]; readonly isOpen: boolean };

const fractionOf = (fraction: string | undefined, shown: string | undefined): Exact | undefined =>
  fraction === undefined || shown === undefined ? undefined : { fraction, shown };

const scoreOf: Readonly<Record<Criterion, (row: Row) => Exact | undefined>> = {
  composite: ({ composite, shown }) => fractionOf(composite, shown),
  site: ({ steps }) => stepOf(steps, 'site.score') ?? stepOf(steps, 'site.mean'),
  documents: ({ steps }) => stepOf(steps, 'documents.mean'),
  indicator: ({ steps }) => stepOf(steps, 'indicator.mean'),
  'never-named': () => undefined,
  'committee-vote': () => undefined,
};

const isSame = (one: Row, other: Row): boolean =>
  one.composite !== undefined &&
  other.composite !== undefined &&
  compare(parseRational(one.composite), parseRational(other.composite)) === 0;

/** All with exactly the same composite, and how far down the chain it went until they stood apart. */
export function tieOf(rows: readonly Row[], row: Row, chain: readonly Criterion[] = criteria): Tie | undefined {
  const tied = rows.filter((other) => isSame(row, other)).sort(byRank);
  if (tied.length < 2) return undefined;
  const isOpen = tied.some(({ rank, applicationId }) =>
    tied.some((other) => other.rank === rank && other.applicationId !== applicationId),
  );
  const deepest = Math.max(0, ...tied.map(({ tieBrokenBy }) => chain.indexOf(tieBrokenBy as Criterion)));
  const used = isOpen ? chain : chain.slice(0, deepest + 1);
  return { rows: tied, isOpen, steps: used.map((criterion) => ({ criterion, values: tied.map(scoreOf[criterion]) })) };
}

/** Ties that wait for the committee, each whole: all who share the rank. */
export function openTies(rows: readonly Row[]): Row[][] {
  const ranks = new Set(rows.filter(({ needsVote }) => needsVote).map(({ rank }) => rank));
  return [...ranks].map((rank) => rows.filter((row) => row.rank === rank));
}

/** How far the highest and the lowest sheet lie apart, in points. */
export function spreadOf({ sheets }: Pick<Row, 'sheets'>): string | undefined {
  const [first, ...rest] = sheets.map(({ total }) => parseRational(total));
  if (!first || rest.length === 0) return undefined;
  return formatHalfUp(subtract(max(first, ...rest), min(first, ...rest)));
}
