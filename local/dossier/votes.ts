import type { State } from './state.ts';

/** A vote is on applications of its category, each named once, and was taken before the result that it decides. */
export function checkVotes({ votes, numbers, head, tell }: State): void {
  const computedAt = head ? Date.parse(head.line.result.computedAt) : Number.NaN;
  for (const { at, line } of votes) {
    for (const application of line.order) {
      if (numbers.get(application)?.categoryId !== line.categoryId) {
        tell(at, 'vote', `${application} is none of ${line.categoryId}`);
      }
    }
    if (new Set(line.order).size !== line.order.length) tell(at, 'vote', 'an application is named twice');
    if (Date.parse(line.at) > computedAt) tell(at, 'vote', `it was taken at ${line.at}, after the result`);
  }
}
