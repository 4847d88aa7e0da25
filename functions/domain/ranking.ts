import * as z from 'zod';
import { compare, type Rational } from './exact.ts';
import { refuse } from './fields.ts';

/** domain.md §4. There is no criterion of id or time, and there must be none. */
export const criteria = ['composite', 'site', 'documents', 'indicator', 'never-named', 'committee-vote'] as const;
export type Criterion = (typeof criteria)[number];

/** The declared chain: the composite first, each criterion once. */
export const TieChain = z.array(z.enum(criteria)).superRefine((chain, context) => {
  if (chain[0] === 'composite' && new Set(chain).size === chain.length) return;
  refuse(context, {
    code: 'TieChain',
    zh: '同分处理顺序应以综合分开头，且每项只出现一次。',
    en: 'The chain must begin with the composite and name each criterion once.',
  });
});

export type Voted = { readonly voteId: string; readonly place: number };

export type Contender = {
  readonly id: string;
  readonly composite: Rational;
  /** null where the review mode has no such score. */
  readonly site: Rational | null;
  readonly documents: Rational | null;
  /** Mean of the first-level indicator that the cycle names (default 工作成效). */
  readonly indicator: Rational | null;
  readonly namedBefore: boolean;
  /** The place (1 is first) that the committee's latest recorded vote on it gave. */
  readonly voted: Voted | null;
};

export type RankedEntry = {
  readonly id: string;
  /** Competition rank: 1, 2, 2, 4. */
  readonly rank: number;
  /** The criterion that set this entry apart from all others; null while it is still tied. */
  readonly decidedBy: Criterion | null;
  /** All who share the rank as no criterion tells them apart, this one among them; empty where it stands alone. */
  readonly tied: readonly string[];
};

const onScore =
  (key: 'composite' | 'site' | 'documents' | 'indicator') =>
  (a: Contender, b: Contender): number => {
    const [left, right] = [a[key], b[key]];
    return left && right ? compare(right, left) : 0;
  };

type Rule = {
  readonly applies: (group: readonly Contender[]) => boolean;
  readonly order: (a: Contender, b: Contender) => number;
};

/** A score that one of the tied lacks cannot tell any of them apart: the criterion is passed over for the group. */
const scoreRule = (key: 'composite' | 'site' | 'documents' | 'indicator'): Rule => ({
  applies: (group) => group.every((contender) => contender[key] !== null),
  order: onScore(key),
});

const rules: Record<Criterion, Rule> = {
  composite: scoreRule('composite'),
  site: scoreRule('site'),
  documents: scoreRule('documents'),
  indicator: scoreRule('indicator'),
  'never-named': { applies: () => true, order: (a, b) => Number(a.namedBefore) - Number(b.namedBefore) },
  'committee-vote': {
    // Places of two votes say nothing about each other: a tie that came about since needs a vote of its own.
    applies: ([first, ...rest]) => !!first?.voted && rest.every(({ voted }) => voted?.voteId === first.voted?.voteId),
    order: (a, b) => (a.voted?.place ?? 0) - (b.voted?.place ?? 0),
  },
};

/** Neighbours that `order` cannot tell apart, together; `sorted` must be in that order. */
function runs(sorted: readonly Contender[], order: Rule['order']): Contender[][] {
  const groups: Contender[][] = [];
  for (const contender of sorted) {
    const group = groups.at(-1);
    if (group?.[0] && order(group[0], contender) === 0) group.push(contender);
    else groups.push([contender]);
  }
  return groups;
}

type Place = { readonly members: readonly Contender[]; readonly decidedBy: Criterion | null };

function separate(group: readonly Contender[], [criterion, ...rest]: readonly Criterion[], by: Criterion): Place[] {
  if (group.length === 1) return [{ members: group, decidedBy: by }];
  if (!criterion) return [{ members: group, decidedBy: null }];
  const { applies, order } = rules[criterion];
  if (!applies(group)) return separate(group, rest, by);
  return runs(group.toSorted(order), order).flatMap((run) => separate(run, rest, criterion));
}

/**
 * Ranks contenders of one category by the declared chain, on exact scores, highest first. Those whom nothing
 * separates share a rank and wait for the committee's vote; among them the given order is kept and means nothing.
 */
export function rank(contenders: readonly Contender[], chain: readonly Criterion[]): RankedEntry[] {
  let above = 0;
  return separate(contenders, chain, 'composite').flatMap(({ members, decidedBy }) => {
    const place = above + 1;
    above += members.length;
    // One array for all of them: 33,055 families may share the first rank.
    const tied = members.length > 1 ? members.map(({ id }) => id) : [];
    return members.map(({ id }) => ({ id, rank: place, decidedBy, tied }));
  });
}
