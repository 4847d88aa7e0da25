/** ASL in JSONata as this engine reads it. A field marked `Template` may hold `{% … %}` at any depth. */
type Template = unknown;

export type Retrier = {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
};

export type Catcher = {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Assign?: Template;
  readonly Output?: Template;
};

type Common = {
  readonly Comment?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Assign?: Template;
  readonly Output?: Template;
};

type Recoverable = { readonly Retry?: readonly Retrier[]; readonly Catch?: readonly Catcher[] };

export type PassState = Common & { readonly Type: 'Pass' };

export type TaskState = Common &
  Recoverable & {
    readonly Type: 'Task';
    readonly Resource: string;
    readonly Arguments?: Template;
    readonly TimeoutSeconds?: Template;
    readonly HeartbeatSeconds?: Template;
  };

type ChoiceRule = {
  readonly Condition: Template;
  readonly Next: string;
  readonly Assign?: Template;
  readonly Output?: Template;
};

export type ChoiceState = Common & {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
};

export type WaitState = Common & { readonly Type: 'Wait'; readonly Seconds?: Template; readonly Timestamp?: Template };

export type SucceedState = Common & { readonly Type: 'Succeed' };

export type FailState = {
  readonly Type: 'Fail';
  readonly Comment?: string;
  readonly Error?: Template;
  readonly Cause?: Template;
};

export type ParallelState = Common &
  Recoverable & { readonly Type: 'Parallel'; readonly Branches: readonly Scope[]; readonly Arguments?: Template };

type ItemReader = {
  readonly Resource: string;
  readonly ReaderConfig?: { readonly InputType?: string; readonly MaxItems?: Template };
  readonly Arguments?: Template;
};

type ItemBatcher = {
  readonly MaxItemsPerBatch?: Template;
  readonly MaxInputBytesPerBatch?: Template;
  readonly BatchInput?: Template;
};

export type ResultWriter = {
  readonly Resource?: string;
  readonly Arguments?: Template;
  readonly WriterConfig?: {
    readonly Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN';
    readonly OutputType?: 'JSON' | 'JSONL';
  };
};

type Processor = Scope & {
  readonly ProcessorConfig?: { readonly Mode?: 'INLINE' | 'DISTRIBUTED'; readonly ExecutionType?: string };
};

export type MapState = Common &
  Recoverable & {
    readonly Type: 'Map';
    readonly Label?: string;
    readonly Items?: Template;
    readonly ItemReader?: ItemReader;
    readonly ItemSelector?: Template;
    readonly ItemBatcher?: ItemBatcher;
    readonly ItemProcessor: Processor;
    readonly MaxConcurrency?: Template;
    readonly ToleratedFailurePercentage?: Template;
    readonly ToleratedFailureCount?: Template;
    readonly ResultWriter?: ResultWriter;
  };

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** A machine, a branch or an item processor. */
export type Scope = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> };

export type Definition = Scope & {
  readonly Comment?: string;
  readonly QueryLanguage: 'JSONata';
  readonly TimeoutSeconds?: number;
};

/** One step from a scope into a scope within it: the Map state, or the branch of the Parallel state. */
export type Segment = { readonly state: string; readonly branch: number | null };

export const isDistributed = (state: MapState): boolean => state.ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED';

/** The scopes within a state. */
export function scopesOf(state: State): readonly Scope[] {
  if (state.Type === 'Parallel') return state.Branches;
  return state.Type === 'Map' ? [state.ItemProcessor] : [];
}

export function scopeAt(definition: Definition, path: readonly Segment[]): Scope {
  return path.reduce<Scope>((scope, { state, branch }) => {
    const inner = scopesOf(stateOf(scope, state))[branch ?? 0];
    if (!inner) throw new Error(`No scope ${branch} in ${state}`);
    return inner;
  }, definition);
}

export function stateOf(scope: Scope, name: string): State {
  const state = scope.States[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
}
