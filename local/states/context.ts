import type { Bindings } from './expressions.ts';
import type { Execution, Frame, MapItem } from './frames.ts';

/** What one evaluation sees beside the frame itself. */
export type Extra = {
  readonly result?: unknown;
  readonly errorOutput?: { readonly Error: string; readonly Cause: string };
  readonly token?: string;
  readonly item?: MapItem;
};

const iso = (millis: number): string => new Date(millis).toISOString();

/** `$states.context` as AWS fills it. */
function contextObject(execution: Execution, frame: Frame, extra: Extra): Record<string, unknown> {
  const item = extra.item ?? frame.item;
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input),
      Name: execution.name,
      RedriveCount: 0,
      StartTime: iso(execution.startedAt),
    },
    State: {
      EnteredTime: iso(frame.enteredAt),
      Name: frame.state,
      RetryCount: frame.retries.reduce((sum, used) => sum + used, 0),
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    ...(extra.token === undefined ? {} : { Task: { Token: extra.token } }),
    ...(item === null ? {} : { Map: { Item: item } }),
  };
}

/** Variables of the frame over those of the frames around it. */
function visibleVariables(frame: Frame, frames: ReadonlyMap<number, Frame>): Record<string, unknown> {
  const parent = frame.parent && frames.get(frame.parent.frame);
  return parent ? { ...visibleVariables(parent, frames), ...frame.variables } : frame.variables;
}

export function bindingsOf(
  execution: Execution,
  frames: ReadonlyMap<number, Frame>,
  frame: Frame,
  extra: Extra,
): Bindings {
  return {
    states: {
      input: frame.input,
      context: contextObject(execution, frame, extra),
      ...('result' in extra ? { result: extra.result } : {}),
      ...(extra.errorOutput ? { errorOutput: extra.errorOutput } : {}),
    },
    variables: visibleVariables(frame, frames),
  };
}
