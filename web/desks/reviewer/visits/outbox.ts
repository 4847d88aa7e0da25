import { formatMark, parseMark } from '#domain/marks';
import type { AnswerOf } from '#web/api/client.ts';
import { Problem } from '#web/api/problem.ts';
import type { Said } from '#web/messages/say.ts';

export type VisitSheet = AnswerOf<'get', '/site-visits'>['items'][number];

/** A sheet that was handed in on this machine and is not known to be on the server. */
export type Unsent = {
  readonly personId: string;
  readonly applicationId: string;
  /** The version on which it rests. */
  readonly version: number;
  readonly score: string;
  readonly comment: string;
  /** When it was handed in here. */
  readonly at: number;
  readonly state:
    | { readonly kind: 'waiting' }
    /** The server has a newer one: a person chooses. */
    | { readonly kind: 'conflict'; readonly theirs: VisitSheet }
    /** The server does not take it, and why. */
    | { readonly kind: 'refused'; readonly words: Said };
};

export const handedIn = (of: Omit<Unsent, 'state'>): Unsent => ({ ...of, state: { kind: 'waiting' } });

const isSame = (score: string, other: string | undefined): boolean => {
  if (other === undefined) return false;
  const range = { min: 0, max: 10_000 };
  return formatMark(parseMark(score, range, 'score')) === formatMark(parseMark(other, range, 'score'));
};

/** Whether the server's sheet is this very one, sent before its answer was lost. */
const isIn = ({ score, comment, version }: Unsent, theirs: VisitSheet): boolean =>
  theirs.version > version &&
  theirs.status === 'submitted' &&
  isSame(score, theirs.score) &&
  comment === theirs.comment;

/** After a refusal as stale, by what the server has: it is in, rests on the same after all, or two differ. */
export function afterStale(unsent: Unsent, theirs: VisitSheet | undefined): Unsent | 'in' | 'gone' {
  if (!theirs) return 'gone';
  if (isIn(unsent, theirs)) return 'in';
  return { ...unsent, state: { kind: 'conflict', theirs } };
}

/** After any other failure: what did not reach the server waits, what it refused is told. */
export function afterFailure(unsent: Unsent, error: unknown): Unsent {
  const isAnswer = error instanceof Problem && error.code !== 'TryAgain' && error.status < 500 && error.status !== 401;
  if (!isAnswer) return unsent;
  const [first] = error.fields;
  return { ...unsent, state: { kind: 'refused', words: first ?? error.words } };
}

/** Mine after all, over the newer one that was shown. */
export const kept = (unsent: Unsent): Unsent =>
  unsent.state.kind === 'conflict'
    ? { ...unsent, version: unsent.state.theirs.version, state: { kind: 'waiting' } }
    : { ...unsent, state: { kind: 'waiting' } };
