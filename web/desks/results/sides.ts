import type { AnswerOf } from '#web/api/client.ts';

export type WhatIfAnswer = AnswerOf<'post', '/cycles/{cycleId}/what-if'>;
export type Outcome = WhatIfAnswer['categories'][number];
export type Change = Outcome['moving'][number];

/** One who would enter, leave or move: where it stands, and where it would. */
export type Side = {
  readonly kind: 'entering' | 'leaving' | 'up' | 'down' | 'ranked';
  /** How many places up or down. */
  readonly places: number;
  readonly change: Change;
};

const last = Number.MAX_SAFE_INTEGER;

function moveOf(change: Change): Side {
  const [from, to] = [change.before?.rank, change.after?.rank];
  if (from === undefined || to === undefined) return { kind: 'ranked', places: 0, change };
  return { kind: to < from ? 'up' : 'down', places: Math.abs(from - to), change };
}

const rankOf = ({ change }: Side): number => change.after?.rank ?? change.before?.rank ?? last;

/** Everybody whom the other settings touch, once: who would enter, who would leave, then who would only move. */
export function sidesOf({ entering, leaving, moving }: Outcome): Side[] {
  const seated = new Set([...entering, ...leaving].map(({ applicationId }) => applicationId));
  const only = moving.filter(({ applicationId }) => !seated.has(applicationId));
  const inOrder = (sides: readonly Side[]): Side[] => [...sides].sort((one, other) => rankOf(one) - rankOf(other));
  return [
    ...inOrder(entering.map((change) => ({ ...moveOf(change), kind: 'entering' }))),
    ...inOrder(leaving.map((change) => ({ ...moveOf(change), kind: 'leaving' }))),
    ...inOrder(only.map(moveOf)),
  ];
}
