import { type Draft, isUnsent } from './draft.ts';

/** The disk has a keystroke within this time, the server after a rest or at the latest while typing goes on. */
export const diskDelay = 200;
export const restDelay = 1_000;
export const typingDelay = 5_000;
const longestWait = 30_000;

/** How long after the n-th failure it is tried again: 1, 2, 4, … 30 seconds. */
export const waitAfter = (failures: number): number => Math.min(longestWait, 1_000 * 2 ** (failures - 1));

export type NextCall = { readonly call: 'read' | 'send'; readonly at: number };

/** What is asked of the server next, and when; nothing while an answer is awaited or only a person can go on. */
export function nextCall(draft: Draft): NextCall | undefined {
  const { sending, trouble, behind, typedAt, unsentSince } = draft;
  if (sending !== undefined || trouble?.kind === 'signed-out' || trouble?.kind === 'refused') return undefined;
  const call = behind ? 'read' : 'send';
  if (!behind && !isUnsent(draft)) return undefined;
  if (trouble?.kind === 'unreachable') return { call, at: trouble.at + waitAfter(trouble.failures) };
  if (behind) return { call, at: 0 };
  return { call, at: Math.min(typedAt + restDelay, (unsentSince ?? typedAt) + typingDelay) };
}
