import type { WaitState } from '../definition.ts';
import { StateError } from '../errors.ts';
import type { Frame } from '../frames.ts';
import { type Handler, withInput } from '../outcome.ts';
import { seconds } from '../seconds.ts';
import type { Turn } from '../turn.ts';

export const wait: Handler<WaitState> = {
  async begin(turn, frame, state) {
    const until = await instantOf(turn, frame, state);
    if (until <= turn.kernel.now()) return withInput(state, frame);
    turn.wait(frame, { kind: 'sleeping', until });
    return 'waits';
  },
  async hear(_turn, frame, state, news) {
    return news.kind === 'time' && frame.step.kind === 'sleeping' ? withInput(state, frame) : 'waits';
  },
};

async function instantOf(turn: Turn, frame: Frame, state: WaitState): Promise<number> {
  const pause = await seconds(turn, frame, state.Seconds, 'Seconds', 0);
  if (pause !== null) return turn.kernel.now() + pause * 1_000;
  const timestamp = await turn.evaluate(frame, state.Timestamp, 'Timestamp');
  if (typeof timestamp === 'string' && rfc3339.test(timestamp) && !Number.isNaN(Date.parse(timestamp))) {
    return Date.parse(timestamp);
  }
  throw new StateError(
    'States.QueryEvaluationError',
    `The Timestamp of ${frame.state} is not a date and time with its zone: ${JSON.stringify(timestamp)}`,
  );
}

/** As the language demands: capital T, and Z or an offset. A local time would mean another instant elsewhere. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
