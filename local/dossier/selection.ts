import type { Scored } from './cases.ts';
import { type Fraction, zero } from './fraction.ts';
import type { Finding } from './lines.ts';
import { type Contender, placesOf } from './ranking.ts';
import { seatsOf } from './seats.ts';
import type { LineOf } from './shapes.ts';

type Cells = ReadonlyMap<string, { readonly at: number; readonly line: LineOf<'cell'> }>;

type Selection = {
  readonly category: LineOf<'category'>;
  readonly scored: readonly Scored[];
  readonly votes: readonly (readonly string[])[];
  /** The quota cells that the file tells of the category, by recommender. */
  readonly cells: Cells;
};

/**
 * Where all are judged by panels the chain decides; where a recommendation decides about some, a score says nothing
 * about the others, and nothing but a vote parts them.
 */
function contenderOf({ application, score, seats, namedBefore }: Scored, chained: boolean): Contender[] {
  if (seats > 0 && !score.composite) return [];
  if (!chained) return [{ application, composite: zero, namedBefore: false }];
  const { composite = zero as Fraction, site, documents, indicator } = score;
  return [{ application, composite, site, documents, indicator, namedBefore }];
}

function checkRank(of: Scored, place: ReturnType<typeof placesOf>, tell: (rule: string, detail: string) => void): void {
  const { line } = of.result;
  const own = place.get(of.application);
  if (line.rank !== own?.rank) tell('rank', `the rank is ${line.rank ?? 'missing'}, but it is ${own?.rank ?? 'none'}`);
  const by = own?.decidedBy === 'composite' ? undefined : own?.decidedBy;
  if (line.tieBrokenBy !== by)
    tell('tie', `the tie is broken by ${line.tieBrokenBy ?? 'nothing'}, but by ${by ?? 'nothing'}`);
}

type Verdict = Pick<LineOf<'result'>, 'selected' | 'needsVote' | 'whyNot' | 'substitute'>;

function checkVerdict({ result: { line } }: Scored, own: Verdict, tell: (rule: string, detail: string) => void): void {
  for (const name of ['selected', 'needsVote', 'whyNot', 'substitute'] as const) {
    if (line[name] === own[name]) continue;
    tell('seats', `${name} is ${line[name] ?? 'missing'}, but it follows ${own[name] ?? 'nothing'}`);
  }
}

/** Ranks a category and gives its seats anew, and tells where results or cells say something else. */
export function checkSelection({ category, scored, votes, cells }: Selection, found: (finding: Finding) => void): void {
  const chained = category.reviewMode === 'panel';
  const contenders = scored.flatMap((each) => contenderOf(each, chained));
  const places = placesOf(contenders, category.tieChain, votes);
  const candidates = scored.map(({ application, recommender, areaPath }) => ({
    application,
    recommender,
    areaPath,
    rank: places.get(application)?.rank ?? Number.MAX_SAFE_INTEGER,
  }));
  const fit = candidates.filter((_, at) => scored[at]?.passed && !scored[at]?.vetoed);
  const own = seatsOf(category, fit, candidates);
  const selected = new Set(own.flatMap((cell) => cell.selected));
  const tied = new Set(own.flatMap((cell) => cell.tied));
  const substitutes = new Map(own.flatMap((cell) => [...cell.substitutes]));
  for (const each of scored) {
    const { application, result } = each;
    const tell = (rule: string, detail: string): void => {
      found({ line: result.at, rule, detail: `${application}: ${detail}` });
    };
    checkRank(each, places, tell);
    const whyNot = (): Verdict['whyNot'] => {
      if (selected.has(application)) return undefined;
      if (each.vetoed) return 'vetoed';
      if (each.seats > 0 && !each.score.composite) return 'no-result';
      if (!each.passed) return 'below-line';
      return tied.has(application) ? 'tied' : 'no-seat';
    };
    const verdict: Verdict = {
      selected: selected.has(application),
      needsVote: tied.has(application),
      whyNot: whyNot(),
      substitute: substitutes.get(application),
    };
    checkVerdict(each, verdict, tell);
  }
  const known = new Set(own.map(({ recommender }) => recommender));
  for (const [recommender, { at }] of cells) {
    if (!known.has(recommender)) found({ line: at, rule: 'quota', detail: `no rule gives a cell of ${recommender}` });
  }
  for (const { recommender, seats, selected: chosen, undecided } of own) {
    const told = cells.get(recommender);
    const expected = { seats, selected: chosen.length, undecided, vacant: seats - chosen.length - undecided };
    if (!told) {
      found({ line: 0, rule: 'quota', detail: `no cell for ${category.categoryId} × ${recommender}` });
      continue;
    }
    for (const [name, value] of Object.entries(expected)) {
      const given = told.line[name as keyof typeof expected];
      if (given === value) continue;
      found({ line: told.at, rule: 'quota', detail: `${recommender}: ${name} is ${given}, but it follows ${value}` });
    }
  }
}
