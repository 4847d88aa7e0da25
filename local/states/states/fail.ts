import type { FailState } from '../definition.ts';
import { StateError } from '../errors.ts';
import { type Handler, hearsNothing } from '../outcome.ts';

export const fail: Handler<FailState> = {
  async begin(turn, frame, state) {
    const error = await turn.evaluate(frame, state.Error ?? '', 'Error');
    const cause = await turn.evaluate(frame, state.Cause ?? '', 'Cause');
    if (typeof error !== 'string' || typeof cause !== 'string') {
      throw new StateError('States.QueryEvaluationError', `Error and Cause of ${frame.state} must be strings`);
    }
    throw new StateError(error, cause);
  },
  hear: hearsNothing,
};
