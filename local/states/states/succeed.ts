import type { SucceedState } from '../definition.ts';
import { type Handler, hearsNothing, withInput } from '../outcome.ts';

/** A Succeed state names no next one, so leaving it ends the scope. */
export const succeed: Handler<SucceedState> = {
  begin: async (_turn, frame, state) => withInput(state, frame),
  hear: hearsNothing,
};
