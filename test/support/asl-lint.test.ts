import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { registerFunctions } from '#local/states/functions';
import { lintDefinition } from './asl-lint.ts';
import { knownFunctions } from './jsonata-names.ts';

const retry = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  IntervalSeconds: 1,
  MaxAttempts: 5,
  JitterStrategy: 'FULL',
};

const gate = {
  Type: 'Task',
  Comment: 'The office decides.',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'OpenGate', Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 86_400,
  HeartbeatSeconds: 3_600,
  Retry: [retry],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'AwaitFaultRepair' }],
  Next: 'Done',
};

const done = { Type: 'Succeed', Comment: 'The case is closed.' };

const sound = {
  Comment: 'One decision.',
  QueryLanguage: 'JSONata',
  StartAt: 'AwaitDecision',
  States: { AwaitDecision: gate, AwaitFaultRepair: { ...gate, Catch: [] }, Done: done },
};

/** The sound definition with its states changed or added to. */
const withStates = (states: Record<string, unknown>) => ({ ...sound, States: { ...sound.States, ...states } });
const withGate = (change: Record<string, unknown>) => withStates({ AwaitDecision: { ...gate, ...change } });
const note = (more: object) => ({ Type: 'Pass', Comment: 'A note.', Next: 'Done', ...more });
/** A machine that begins with these states and ends in Done. */
const flow = (states: Record<string, object>) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: { ...states, Done: done },
});

describe('the lint of definitions', () => {
  it('finds nothing in a sound definition', () => {
    expect(lintDefinition(sound)).toEqual([]);
  });

  it('misses QueryLanguage', () => {
    const { QueryLanguage: _, ...without } = sound;
    expect(lintDefinition(without)).toEqual(['QueryLanguage is not JSONata']);
  });

  it('wants a Comment on every state, at every depth', () => {
    const inner = { StartAt: 'Look', States: { Look: { Type: 'Succeed' } } };
    const both = { Type: 'Parallel', Comment: 'Both at once.', Branches: [inner], Next: 'Done' };
    expect(lintDefinition(flow({ Both: both }))).toEqual(['Both[0]/Look: has no Comment']);
  });

  it.each(['Parallel', 'Map', 'Pass'])('refuses a state named %s', (name) => {
    expect(lintDefinition(flow({ [name]: note({}) }))).toEqual([`${name}: is named after its type, not its purpose`]);
  });

  it('finds states that nothing leads to', () => {
    expect(lintDefinition(withStates({ Lost: note({}) }))).toEqual(['Lost: is never reached']);
  });

  it('finds expressions that do not parse', () => {
    expect(lintDefinition(flow({ Note: note({ Output: '{% $states.input. %}' }) }))).toEqual([
      expect.stringMatching(/^Note: does not parse: \$states\.input\.: /),
    ]);
  });

  it('finds functions that JSONata in Step Functions does not have', () => {
    const states = { Note: note({ Output: ['{% $addDays($states.input, 5) %}', '{% $eval("1") %}'] }) };
    expect(lintDefinition(flow(states))).toEqual([
      'Note: calls the unknown function $addDays',
      'Note: calls the unknown function $eval',
    ]);
  });

  it('knows the functions of JSONata and those that an expression brings along', () => {
    const output = '{% ($twice := function($n) { $n * 2 }; $map([1, 2], $twice) ~> $sum) %}';
    expect(lintDefinition(flow({ Note: note({ Output: output }) }))).toEqual([]);
  });

  it.each(knownFunctions)('counts $%s as known because the engine has it', async (name) => {
    const expression = jsonata(`$exists($${name})`);
    registerFunctions(expression, () => 0);
    expect(await expression.evaluate(undefined)).toBe(true);
  });

  const choice = (more: object) => ({
    Type: 'Choice',
    Comment: 'Which way?',
    Choices: [{ Condition: '{% $states.input.a %}', Next: 'Use', ...more }],
    Default: 'Other',
  });
  const missing = 'Use: reads $who, which some path never assigns';

  it('finds a variable that no path assigns', () => {
    expect(lintDefinition(flow({ Use: note({ Output: '{% $who %}' }) }))).toEqual([missing]);
  });

  it('finds a variable that one of two paths does not assign', () => {
    const other = note({ Assign: { who: 'b' }, Next: 'Use' });
    const use = note({ Output: '{% $who %}' });
    expect(lintDefinition(flow({ Ask: choice({}), Other: other, Use: use }))).toEqual([missing]);
    expect(lintDefinition(flow({ Ask: choice({ Assign: { who: 'a' } }), Other: other, Use: use }))).toEqual([]);
  });

  it('finds a variable that is not assigned when an error is caught', () => {
    const caught = { ErrorEquals: ['WrongState'], Next: 'Use' };
    const begin = (catcher: object) => ({ ...gate, Assign: { who: 'a' }, Catch: [catcher], Next: 'Use' });
    const use = note({ Output: '{% $who %}' });
    expect(lintDefinition(flow({ Begin: begin(caught), Use: use }))).toEqual([missing]);
    expect(lintDefinition(flow({ Begin: begin({ ...caught, Assign: { who: 'b' } }), Use: use }))).toEqual([]);
  });

  it('follows loops, and takes $exists for an answer', () => {
    const again = choice({ Condition: '{% $exists($tries) ? $tries > 3 : false %}', Next: 'Done' });
    const other = note({ Assign: { tries: 1 }, Next: 'Ask' });
    expect(lintDefinition(flow({ Ask: again, Other: other }))).toEqual([]);
    expect(
      lintDefinition(flow({ Ask: choice({ Condition: '{% $tries > 3 %}', Next: 'Done' }), Other: other })),
    ).toEqual(['Ask: reads $tries, which some path never assigns']);
  });

  it('lets branches read outer variables, but not the children of a distributed Map', () => {
    const inner = { StartAt: 'Look', States: { Look: { ...done, Output: '{% $who %}' } } };
    const map = (Mode: string) => ({
      Type: 'Map',
      Comment: 'Each family.',
      ItemProcessor: { ...inner, ProcessorConfig: { Mode } },
      Next: 'Done',
    });
    const first = note({ Assign: { who: 'a' }, Next: 'Each' });
    expect(lintDefinition(flow({ First: first, Each: map('INLINE') }))).toEqual([]);
    expect(lintDefinition(flow({ First: first, Each: map('DISTRIBUTED') }))).toEqual([
      'Each[0]/Look: reads $who, which some path never assigns',
    ]);
  });

  it('wants the token passed on', () => {
    expect(lintDefinition(withGate({ Arguments: { FunctionName: 'f', Payload: { token: 'x' } } }))).toEqual([
      'AwaitDecision: waits for a token that its Arguments do not pass on',
    ]);
  });

  it('wants a timeout where a token is waited for', () => {
    const { TimeoutSeconds: _, ...endless } = gate;
    expect(lintDefinition(withStates({ AwaitDecision: endless }))).toEqual([
      'AwaitDecision: waits for a token without TimeoutSeconds',
    ]);
  });

  it.each([60, 61])('refuses a heartbeat of %i seconds within a timeout of 60', (HeartbeatSeconds) => {
    expect(lintDefinition(withGate({ HeartbeatSeconds, TimeoutSeconds: 60 }))).toEqual([
      'AwaitDecision: has a heartbeat that is not shorter than its timeout',
    ]);
  });

  const caught = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next }] });

  it('refuses States.ALL that ends in a Fail, even in one named as a fault', () => {
    const { AwaitFaultRepair: _, ...rest } = sound.States;
    const states = { ...rest, AwaitDecision: { ...gate, ...caught('Fault') }, Fault: { Type: 'Fail', Comment: 'No.' } };
    expect(lintDefinition({ ...sound, States: states })).toEqual([
      'AwaitDecision: catches States.ALL into Fault, which fails',
    ]);
  });

  it('refuses States.ALL that leads to a state whose name tells no fault', () => {
    const { AwaitFaultRepair: _, ...rest } = sound.States;
    expect(lintDefinition({ ...sound, States: { ...rest, AwaitDecision: { ...gate, ...caught('Done') } } })).toEqual([
      'AwaitDecision: catches States.ALL into Done, whose name tells no fault',
    ]);
  });

  it('wants the transient errors of Lambda retried with full jitter', () => {
    const all =
      'Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException, Lambda.TooManyRequestsException';
    const problem = [`AwaitDecision: does not retry ${all} with full jitter`];
    expect(lintDefinition(withGate({ Retry: [] }))).toEqual(problem);
    expect(lintDefinition(withGate({ Retry: [{ ...retry, JitterStrategy: 'NONE' }] }))).toEqual(problem);
  });
});
