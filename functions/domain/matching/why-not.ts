import { type Core, forbidden, type Solution, scaleOf } from './core.ts';
import { type Handover, openExchange } from './exchange.ts';

/**
 * Why a reviewer is not in an application's panel:
 * - `chosen`: is in it;
 * - `forbidden`: the pair must not be;
 * - `impossible`: with the pair there is no assignment at all, by pins, group rules or loads;
 * - `draw`: an assignment with the pair is as good; the draw decided;
 * - `better`: the panel's members fit at least as well;
 * - `full`: fits better than a member, but the reviewer's load is full with pairs that are worth more;
 * - `loads`: fits better than a member, but others' least loads need that seat;
 * - `fairness`: more fit in all, but the worst served would have less.
 */
export type WhyNot = {
  readonly kind: 'chosen' | 'forbidden' | 'impossible' | 'draw' | 'better' | 'full' | 'loads' | 'fairness';
  /** Fit that the best assignment with the pair has less in all: exact. 0 unless the pair could be. */
  readonly cost: number;
  /** What that assignment would change, the pair itself first. */
  readonly handovers: readonly Handover[];
};

/** @param solution optimal for `core` by fit, as `solve` or `repair` made it. @throws RangeError outside of the matrix. */
export function whyNot(core: Core, solution: Solution, row: number, column: number): WhyNot {
  if (!(row in core.sizes) || !(column in core.most)) throw new RangeError(`No such pair: ${row}, ${column}`);
  const panel = solution.members.subarray(solution.offsets[row], solution.offsets[row + 1]);
  if (panel.includes(column)) return { kind: 'chosen', cost: 0, handovers: [] };
  const fitOf = (r: number, c: number): number => core.fit[r * core.columns + c] as number;
  if (fitOf(row, column) === forbidden) return { kind: 'forbidden', cost: 0, handovers: [] };
  const exchange = openExchange(core, solution, scaleOf(core).scale);
  const handovers = exchange.wayTo(row, column);
  if (handovers === undefined) return { kind: 'impossible', cost: 0, handovers: [] };
  const lossBy = (factorOf: (r: number) => number): number =>
    handovers.reduce(
      (sum, step) => sum + (fitOf(step.row, step.from) - fitOf(step.row, step.to)) * factorOf(step.row),
      0,
    );
  const cost = lossBy(() => 1);
  const kindOf = (): WhyNot['kind'] => {
    if (lossBy((r) => core.factors?.[r] ?? 1) === 0) return 'draw';
    if (cost <= 0) return 'fairness';
    if (panel.every((member) => fitOf(row, member) >= fitOf(row, column))) return 'better';
    return exchange.loadOf(column) === core.most[column] ? 'full' : 'loads';
  };
  return { kind: kindOf(), cost, handovers };
}

type Words = { readonly zh: string; readonly en: string };

/** The answer in a sentence, for the office. */
export function whyNotWords({ kind, cost, handovers }: WhyNot, application: string, reviewer: string): Words {
  const others = new Set(handovers.map(({ row }) => row)).size - 1;
  const price: Words = {
    zh: `若指定，总匹配度减少 ${cost}，并调整另外 ${others} 个申报的评审组`,
    en: `with the pair the total fit falls by ${cost} and ${others} other panels change`,
  };
  const words: Readonly<Record<WhyNot['kind'], Words>> = {
    chosen: { zh: `抽取把${reviewer}分给了${application}。`, en: `The draw gave ${reviewer} to ${application}.` },
    forbidden: {
      zh: `${reviewer}须回避${application}，或不评审这一类别。`,
      en: `${reviewer} has a conflict with ${application} or does not review its category.`,
    },
    impossible: {
      zh: `若指定${reviewer}评审${application}，就没有满足全部人数、工作量、分组规则和已指定评审的方案。`,
      en: `With ${reviewer} on ${application} no assignment meets all sizes, loads, group rules and fixed pairs.`,
    },
    draw: {
      zh: `${reviewer}与现有成员同样合适，由公开种子的随机抽取决定。`,
      en: `${reviewer} would be as good; the draw with the public seed decided.`,
    },
    better: {
      zh: `${application}现有评审组的成员匹配度不低于${reviewer}；${price.zh}。`,
      en: `The members of the panel of ${application} fit at least as well as ${reviewer}; ${price.en}.`,
    },
    full: {
      zh: `${reviewer}的工作量已满，且其评审的其他申报更需要；${price.zh}。`,
      en: `${reviewer} has a full load of applications that need this reviewer more; ${price.en}.`,
    },
    loads: {
      zh: `${application}的名额须留给工作量未达下限的专家；${price.zh}。`,
      en: `The seats of ${application} are needed by reviewers who would otherwise fall below their least load; ${price.en}.`,
    },
    fairness: {
      zh: `指定${reviewer}会使匹配度最低的申报更低，故为公平未选。`,
      en: `${reviewer} was left out for fairness: the worst-served applications would have less.`,
    },
  };
  return words[kind];
}
