import { Problem } from '#web/api/problem.ts';
import type { Failure } from './ports.ts';

/** Busy for now: the same call may be made again. */
const isPassing = ({ code, status }: Problem): boolean => code === 'TryAgain' || status === 429 || status >= 500;

/** What a failed call of the API means for a draft. Whatever is no refusal of the API did not reach it. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Problem) || isPassing(error)) return { kind: 'failed', why: 'unreachable' };
  if (error.code === 'StaleVersion') return { kind: 'stale' };
  if (error.status === 401) return { kind: 'failed', why: 'signed-out' };
  return { kind: 'refused', refusal: { words: error.words, fields: error.fields } };
}
