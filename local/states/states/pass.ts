import type { PassState } from '../definition.ts';
import { type Handler, hearsNothing, withInput } from '../outcome.ts';

export const pass: Handler<PassState> = {
  begin: async (_turn, frame, state) => withInput(state, frame),
  hear: hearsNothing,
};
