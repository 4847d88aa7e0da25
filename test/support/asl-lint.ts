import {
  type Definition,
  isDistributed,
  type Scope,
  type State,
  scopesOf,
  type TaskState,
} from '#local/states/definition';
import { assignedBy, ownFields, sourcesIn, syntaxProblem } from '#local/states/load';
import { assignedBefore } from './asl-assignments.ts';
import { namesIn } from './jsonata-names.ts';

/**
 * What `asl-validator` misses and the house forbids, one sentence each; empty for a sound definition. Substitutions
 * (`${OpenGate}`) may still stand in it.
 */
export function lintDefinition(definition: unknown): string[] {
  // The shape itself is asl-validator's matter.
  const machine = definition as Definition;
  const missing = machine.QueryLanguage === 'JSONata' ? [] : ['QueryLanguage is not JSONata'];
  return [...missing, ...lintScope(machine, new Set(), '')];
}

function lintScope(scope: Scope, outer: ReadonlySet<string>, at: string): string[] {
  const before = assignedBefore(scope, outer);
  return Object.entries(scope.States).flatMap(([name, state]) => {
    const known = before.get(name);
    const problems = [
      ...(known === undefined ? ['is never reached'] : []),
      ...lintName(name),
      ...lintComment(state),
      ...lintExpressions(state, known ?? new Set(assignedBy(state))),
      ...lintRecovery(scope, state),
      ...(state.Type === 'Task' ? lintTask(state) : []),
    ];
    const visible = state.Type === 'Map' && isDistributed(state) ? new Set<string>() : (known ?? outer);
    const inner = scopesOf(state).flatMap((branch, index) => lintScope(branch, visible, `${at}${name}[${index}]/`));
    return [...problems.map((problem) => `${at}${name}: ${problem}`), ...inner];
  });
}

const typeNames = new Set(['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']);

const lintName = (name: string): string[] => (typeNames.has(name) ? ['is named after its type, not its purpose'] : []);

const lintComment = ({ Comment }: State): string[] => (Comment?.trim() ? [] : ['has no Comment']);

function lintExpressions(state: State, known: ReadonlySet<string>): string[] {
  return sourcesIn(ownFields(state)).flatMap((source) => {
    const syntax = syntaxProblem(source);
    if (syntax !== undefined) return [`does not parse: ${source}: ${syntax}`];
    const { unknownFunctions, variables } = namesIn(source);
    return [
      ...unknownFunctions.map((name) => `calls the unknown function $${name}`),
      ...variables.filter((name) => !known.has(name)).map((name) => `reads $${name}, which some path never assigns`),
    ];
  });
}

/** States.ALL is a fault that people repair, never an end. */
function lintRecovery(scope: Scope, state: State): string[] {
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  return catchers
    .filter(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'))
    .flatMap(({ Next }) => {
      if (scope.States[Next]?.Type === 'Fail') return [`catches States.ALL into ${Next}, which fails`];
      return /Fault|Repair/.test(Next) ? [] : [`catches States.ALL into ${Next}, whose name tells no fault`];
    });
}

const lintTask = (state: TaskState): string[] => [
  ...lintTimes(state),
  ...(state.Resource.endsWith('.waitForTaskToken') ? lintGate(state) : []),
  ...(/:lambda:invoke/.test(state.Resource) ? lintTransient(state) : []),
];

const lintTimes = ({ HeartbeatSeconds: beat, TimeoutSeconds: timeout }: TaskState): string[] =>
  typeof beat === 'number' && typeof timeout === 'number' && beat >= timeout
    ? ['has a heartbeat that is not shorter than its timeout']
    : [];

function lintGate(state: TaskState): string[] {
  const passes = sourcesIn(state.Arguments).some((source) => /\$states\.context\.Task\.Token\b/.test(source));
  return [
    ...(passes ? [] : ['waits for a token that its Arguments do not pass on']),
    ...(state.TimeoutSeconds === undefined ? ['waits for a token without TimeoutSeconds'] : []),
  ];
}

/** What Lambda throws when trying again helps. */
const transient = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
] as const;

function lintTransient({ Retry = [] }: TaskState): string[] {
  const jittered = Retry.filter(({ JitterStrategy }) => JitterStrategy === 'FULL');
  const retried = new Set(jittered.flatMap(({ ErrorEquals }) => ErrorEquals));
  const missing = transient.filter((error) => !retried.has(error));
  return missing.length > 0 ? [`does not retry ${missing.join(', ')} with full jitter`] : [];
}
