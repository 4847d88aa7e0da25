import { unwrap } from '../errors.ts';
import type { Frame, News } from '../frames.ts';
import type { Turn } from '../turn.ts';

/** Keeps what a branch or an iteration returned. Throws what it failed with. */
export function keepBranch(turn: Turn, frame: Frame, news: Extract<News, { kind: 'branch' }>): void {
  turn.keep(frame, resultName(news.index), unwrap(news.settled));
}

export const resultsOf = (turn: Turn, frame: Frame, total: number): unknown[] =>
  Array.from({ length: total }, (_, index) => turn.part(frame, resultName(index)));

export const resultName = (index: number): string => `result-${index}`;
