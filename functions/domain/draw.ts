import { coreOf, type DrawProblem } from './draw-problem.ts';
import type { Spread } from './draws.ts';
import { AwardError, type FieldProblem } from './errors.ts';
import { certify, type Measure } from './matching/certificate.ts';
import { type Core, isShortage, type Shortage, type Solution } from './matching/core.ts';
import { fairest } from './matching/fairness.ts';
import { competingRows, type LeastWitness, leastBound, narrowestRow, ownBests } from './matching/least-bound.ts';
import { shortageWords } from './matching/shortage-words.ts';
import { solve } from './matching/solver.ts';

/** The algorithm as it is recorded beside every draw; a change that may alter a result raises the version. */
export const drawAlgorithm = 'exact-assignment/3';

/** How far from the mean a load may lie; the next wider bounds are tried where the narrower leave no assignment. */
const spreads: readonly Spread[] = [
  { least: 85, most: 115 },
  { least: 0, most: 150 },
  { least: 0, most: 200 },
  { least: 0, most: 400 },
];

/** What is known of the worst-served panel: `witness` proves that no assignment has a greater least total fit. */
type Worst = { readonly bound: number; readonly witness: LeastWitness };

export type Drawn = {
  /** With the load bounds that were found. */
  readonly problem: DrawProblem;
  /** As the certificate proves it: what fairness gave is pinned in it. */
  readonly core: Core;
  readonly solution: Solution;
  readonly spread?: Spread;
  readonly worst: Worst;
  /** With the aim `worst-served`: total fit that was given up for them. */
  readonly givenUp?: number;
};

/** Why nothing can be drawn: the cut that forbids it, in positions of the problem. */
export type Undrawable = { readonly problem: DrawProblem; readonly shortage: Shortage };

/** The problem with loads near the mean; a reviewer's own limit and what is pinned already bind before. */
function spreadOut(problem: DrawProblem, spread: Spread | undefined): DrawProblem {
  const places = problem.applications.reduce((sum, { size }) => sum + size, 0);
  const able = Math.max(1, problem.reviewers.filter(({ most }) => most > 0).length);
  const pinned = new Int32Array(problem.reviewers.length);
  for (const [, column] of problem.pins) pinned[column] = (pinned[column] as number) + 1;
  const low = spread ? Math.floor((places * spread.least) / (100 * able)) : 0;
  const high = spread ? Math.ceil((places * spread.most) / (100 * able)) : places;
  const reviewers = problem.reviewers.map((reviewer, column) => {
    const most = Math.max(Math.min(reviewer.most, high), Math.min(pinned[column] as number, reviewer.most));
    return { ...reviewer, least: Math.max(reviewer.least, Math.min(most, low)), most };
  });
  return { ...problem, reviewers };
}

/** @throws Error when the proof fails: such a draw must not be. */
function requireProof(core: Core, solution: Solution, by: Measure): void {
  const { holds, faults } = certify(core, solution, by);
  if (!holds) throw new Error(`The certificate of a draw does not hold: ${faults.join('; ')}`);
}

/** The better of two bounds: by the application with the fewest to choose from, and by all that compete. */
function worstOf(core: Core): Worst {
  const bests = ownBests(core);
  const [first, second] = [narrowestRow(core, bests), competingRows(core, bests)].map((witness) => ({
    witness,
    bound: leastBound(core, witness),
  })) as [Worst, Worst];
  return second.bound < first.bound ? second : first;
}

/** The greatest sum, or for the aim `worst-served` a little less of it for those who would have least. */
function settled(problem: DrawProblem, core: Core, optimum: Solution): Drawn {
  requireProof(core, optimum, 'draw');
  if (problem.aim === 'sum') return { problem, core, solution: optimum, worst: worstOf(core) };
  const fair = fairest(core, optimum);
  // Where fairness had nothing to do the optimum is its answer, with the prices of the draw.
  requireProof(fair.core, fair.solution, fair.solution === optimum ? 'draw' : 'fit');
  return {
    problem,
    core: fair.core,
    solution: fair.solution,
    worst: { bound: fair.bound, witness: fair.witness },
    givenUp: fair.loss,
  };
}

/** Where nobody gets a panel there is nothing to solve. */
function nothing(problem: DrawProblem): Drawn {
  const prices = new Float64Array(problem.reviewers.length);
  const solution = { members: new Int32Array(), offsets: new Int32Array(1), total: 0, prices };
  return {
    problem,
    core: coreOf(problem),
    solution,
    worst: { bound: 0, witness: { weights: new Float64Array(), prices } },
  };
}

/**
 * Draws panels with the greatest total fit, exactly, at the narrowest loads that work; at last no bound but each
 * reviewer's own limit binds, and what is in the way then is the answer. What is drawn is certified by separate code.
 */
export function draw(problem: DrawProblem): Drawn | Undrawable {
  if (problem.applications.length === 0) return nothing(problem);
  for (const spread of spreads) {
    const bounded = spreadOut(problem, spread);
    const core = coreOf(bounded);
    const solution = solve(core);
    if (!isShortage(solution)) return { ...settled(bounded, core, solution), spread };
  }
  const bounded = spreadOut(problem, undefined);
  const core = coreOf(bounded);
  const solution = solve(core);
  return isShortage(solution) ? { problem: bounded, shortage: solution } : settled(bounded, core, solution);
}

export const isUndrawable = (outcome: Drawn | Undrawable): outcome is Undrawable => 'shortage' in outcome;

/** Where the office can change what is in the way. */
const fieldOf: Readonly<Record<Shortage['kind'], string>> = {
  capacity: 'reviewers.maximumLoad',
  least: 'reviewers',
  organizations: 'categories.groupRules.onePerOrganization',
  outsiders: 'categories.groupRules.outsideExperts',
  pins: 'pins',
};

const MOST_NAMED = 100;

/** Who is bound together in what cannot be: the cut, name by name. */
function* binding({ problem, shortage }: Undrawable): Generator<FieldProblem> {
  for (const row of shortage.rows.slice(0, MOST_NAMED)) {
    const { applicationId = '', name = '' } = problem.applications[row] ?? {};
    yield { path: `applications.${applicationId}`, code: 'Bound', zh: `相关申报：${name}`, en: `It concerns ${name}.` };
  }
  for (const column of shortage.columns.slice(0, MOST_NAMED)) {
    const { reviewerId = '', name = '' } = problem.reviewers[column] ?? {};
    yield { path: `reviewers.${reviewerId}`, code: 'Bound', zh: `相关专家：${name}`, en: `It concerns ${name}.` };
  }
}

/** The refusal that tells why nothing can be drawn. */
export function undrawable(of: Undrawable): AwardError {
  const { problem, shortage } = of;
  const { zh, en } = shortageWords(shortage, problem.applications, problem.reviewers);
  const first: FieldProblem = { path: fieldOf[shortage.kind], code: `Shortage-${shortage.kind}`, zh, en };
  return new AwardError('PanelTooSmall', { values: { detail: { zh, en } }, fields: [first, ...binding(of)] });
}

export type DrawnPanel = { readonly applicationId: string; readonly reviewerIds: readonly string[] };

/** Who sits where, in the draw's order. */
export const panelsOf = ({ problem, solution: { members, offsets } }: Drawn): DrawnPanel[] =>
  problem.applications.map(({ applicationId }, row) => ({
    applicationId,
    reviewerIds: [...members.subarray(offsets[row], offsets[row + 1])].map(
      (column) => problem.reviewers[column]?.reviewerId ?? '',
    ),
  }));

/** The total fit of each panel, in the draw's order. */
export const fitsOf = ({ problem, solution: { members, offsets } }: Pick<Drawn, 'problem' | 'solution'>): number[] =>
  problem.applications.map((_, row) =>
    members
      .subarray(offsets[row], offsets[row + 1])
      .reduce((sum, column) => sum + (problem.fit[row * problem.reviewers.length + column] as number), 0),
  );
