import type { ParallelState } from '../definition.ts';
import { withinPayload } from '../limits.ts';
import { type Handler, withResult } from '../outcome.ts';
import { keepBranch, resultsOf } from './branches.ts';

/** All branches at once on the same input; the result is the array of their outputs. The first to fail fails all. */
export const parallel: Handler<ParallelState> = {
  async begin(turn, frame, state) {
    const given =
      state.Arguments === undefined ? frame.input : await turn.evaluate(frame, state.Arguments, 'Arguments');
    const input = withinPayload(given, 'Arguments of the state');
    const total = state.Branches.length;
    turn.event(frame, 'ParallelStateStarted');
    turn.wait(frame, { kind: 'branches', total, next: total, done: 0 });
    for (let index = 0; index < total; index += 1) {
      turn.spawn(frame, { index, segment: { state: frame.state, branch: index }, input });
    }
    return 'waits';
  },

  async hear(turn, frame, state, news) {
    const { step } = frame;
    if (news.kind !== 'branch' || step.kind !== 'branches') return 'waits';
    if (!news.settled.ok) turn.event(frame, 'ParallelStateFailed');
    keepBranch(turn, frame, news);
    const done = step.done + 1;
    if (done < step.total) {
      turn.wait(frame, { ...step, done });
      return 'waits';
    }
    const result = withinPayload(resultsOf(turn, frame, step.total), 'result of the state');
    turn.event(frame, 'ParallelStateSucceeded');
    return withResult(state, result);
  },
};
