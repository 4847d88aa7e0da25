import type { ChoiceState } from '../definition.ts';
import { StateError } from '../errors.ts';
import { type Handler, hearsNothing, withInput } from '../outcome.ts';

/** The first rule whose condition is true; then the Default. */
export const choice: Handler<ChoiceState> = {
  async begin(turn, frame, state) {
    for (const [index, rule] of state.Choices.entries()) {
      const where = `Choices[${index}]/Condition`;
      const holds = await turn.evaluate(frame, rule.Condition, where);
      if (typeof holds !== 'boolean') {
        throw new StateError('States.QueryEvaluationError', `The ${where} of ${frame.state} is not true or false`);
      }
      if (holds) return withInput(rule, frame);
    }
    if (state.Default === undefined) {
      throw new StateError('States.NoChoiceMatched', `No rule of ${frame.state} matches and it has no Default`);
    }
    return { ...withInput(state, frame), next: state.Default };
  },
  hear: hearsNothing,
};
