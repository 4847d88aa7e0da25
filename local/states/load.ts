import jsonata from 'jsonata';
import { type Definition, type Scope, type State, scopesOf } from './definition.ts';
import { sourceOf } from './expressions.ts';
import { taskResource } from './resources.ts';

/** A definition that this engine does not run, with everything that is wrong with it. */
class DefinitionRefused extends Error {
  override readonly name = 'DefinitionRefused';
}

/** The definition, if this engine runs it as AWS would. Throws DefinitionRefused. */
export function checkDefinition(name: string, asl: object): Definition {
  const problems = [...problemsOf(asl as Definition)];
  if (problems.length > 0) throw new DefinitionRefused(`${name}: ${problems.join('; ')}`);
  // Checked above, as far as the engine relies on it.
  return asl as Definition;
}

function* problemsOf(definition: Definition): Generator<string> {
  if (definition.QueryLanguage !== 'JSONata') yield 'QueryLanguage must be JSONata';
  yield* scopeProblems(definition, new Set(), '');
}

function* scopeProblems(scope: Scope, outer: ReadonlySet<string>, at: string): Generator<string> {
  const states = Object.entries(scope.States ?? {});
  const names = new Set(states.map(([name]) => name));
  if (!names.has(scope.StartAt)) yield `${at}StartAt names no state: ${scope.StartAt}`;
  const assigned = new Set([...outer, ...states.flatMap(([, state]) => assignedBy(state))]);
  for (const [name, state] of states) {
    for (const problem of stateProblems(state, names)) yield `${at}${name}: ${problem}`;
    for (const variable of assignedBy(state)) {
      if (outer.has(variable)) yield `${at}${name}: $${variable} belongs to an outer scope`;
      if (!variableName.test(variable) || variable === 'states') yield `${at}${name}: ${variable} is no variable name`;
    }
    // A distributed Map's children are executions of their own and see no variables from outside.
    const visible =
      state.Type === 'Map' && state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED'
        ? new Set<string>()
        : assigned;
    for (const [index, inner] of (scopesOf(state) ?? []).entries()) {
      if (inner) yield* scopeProblems(inner, visible, `${at}${name}[${index}]/`);
      else yield `${at}${name}: has no states within`;
    }
  }
}

const variableName = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u;

/** The names of every Assign of a state, its rules and its catchers. */
export function assignedBy(state: State): string[] {
  const rules = state.Type === 'Choice' ? state.Choices : [];
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  return [state, ...rules, ...catchers].flatMap((holder) =>
    'Assign' in holder ? Object.keys(holder.Assign ?? {}) : [],
  );
}

const jsonPathFields = [
  'InputPath',
  'Parameters',
  'ResultPath',
  'ResultSelector',
  'OutputPath',
  'ItemsPath',
  'Result',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
] as const;

function* stateProblems(state: State, names: ReadonlySet<string>): Generator<string> {
  if (!types.has(state.Type)) return yield `Type ${state.Type} is unknown`;
  if ('QueryLanguage' in state && state.QueryLanguage !== 'JSONata') yield 'QueryLanguage must be JSONata';
  for (const field of jsonPathFields) if (field in state) yield `${field} is JSONPath`;
  for (const target of targetsOf(state)) if (!names.has(target)) yield `leads to no state: ${target}`;
  if (leads.has(state.Type) && !('Next' in state) && !('End' in state && state.End)) yield 'has neither Next nor End';
  if (state.Type === 'Task' && !taskResource(state.Resource)) yield `Resource ${state.Resource} is not supported`;
  if (state.Type === 'Wait' && 'Seconds' in state === 'Timestamp' in state) yield 'needs either Seconds or Timestamp';
  if (state.Type === 'Choice' && !(state.Choices?.length > 0)) yield 'has no Choices';
  if (state.Type === 'Map') yield* mapProblems(state);
  if (state.Type === 'Parallel' && !(state.Branches?.length > 0)) yield 'has no Branches';
  yield* recoveryProblems(state);
  for (const source of sourcesIn(ownFields(state))) {
    const problem = syntaxProblem(source);
    if (problem) yield `${source}: ${problem}`;
  }
}

const types = new Set(['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']);
const leads = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);

/** Where a state may lead. */
function targetsOf(state: State): string[] {
  const rules = state.Type === 'Choice' ? [...(state.Choices ?? []).map(({ Next }) => Next), state.Default] : [];
  const catchers = 'Catch' in state ? (state.Catch ?? []).map(({ Next }) => Next) : [];
  const next = 'Next' in state ? state.Next : undefined;
  return [next, ...rules, ...catchers].filter((target) => target !== undefined);
}

function* mapProblems(state: Extract<State, { Type: 'Map' }>): Generator<string> {
  if (!state.ItemProcessor) return yield 'has no ItemProcessor';
  const { Mode, ExecutionType } = state.ItemProcessor.ProcessorConfig ?? {};
  const isDistributed = Mode === 'DISTRIBUTED';
  if (isDistributed && ExecutionType !== 'STANDARD' && ExecutionType !== 'EXPRESS') yield 'needs an ExecutionType';
  const only = [
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ];
  for (const field of only) if (!isDistributed && field in state) yield `${field} needs Mode DISTRIBUTED`;
  const { ItemReader: reader, ResultWriter: writer } = state;
  if (reader && !/:s3:getObject$/.test(reader.Resource)) yield `ItemReader ${reader.Resource} is not supported`;
  const inputType = reader?.ReaderConfig?.InputType;
  if (reader && inputType !== 'JSON' && inputType !== 'JSONL') yield `InputType ${inputType} is not supported`;
  if (writer?.Resource && !/:s3:putObject$/.test(writer.Resource))
    yield `ResultWriter ${writer.Resource} is not supported`;
}

function* recoveryProblems(state: State): Generator<string> {
  const retriers = 'Retry' in state ? (state.Retry ?? []) : [];
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  for (const list of [retriers, catchers]) {
    for (const [index, { ErrorEquals }] of list.entries()) {
      if (!ErrorEquals?.includes('States.ALL')) continue;
      if (ErrorEquals.length > 1 || index < list.length - 1) yield 'States.ALL must stand alone and last';
    }
  }
}

/** A state without the states within it. */
export function ownFields(state: State): unknown {
  const { Branches: _, ItemProcessor, ...own } = state as { Branches?: unknown; ItemProcessor?: unknown };
  return own;
}

/** Every `{% … %}` in a template. */
export function sourcesIn(template: unknown): string[] {
  if (typeof template === 'string') return [sourceOf(template)].filter((source) => source !== undefined);
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(sourcesIn);
}

export function syntaxProblem(source: string): string | undefined {
  try {
    jsonata(source);
    return undefined;
  } catch (cause) {
    return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
  }
}
