import { describe, expect, it } from 'vitest';
import { checkDefinition } from '#local/states/load';
import { call, machineOf } from './support.ts';

const refusal = (definition: object): string => {
  try {
    checkDefinition('m', definition);
    return '';
  } catch (thrown) {
    return (thrown as Error).message;
  }
};
const task = call('f', { End: true });
const inner = (states: Record<string, object>) => ({ Type: 'Parallel', Branches: [machineOf(states)], End: true });
const map = (more: object, config: object = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }) => ({
  Type: 'Map',
  ItemProcessor: { ...machineOf({ Look: { Type: 'Succeed' } }), ProcessorConfig: config },
  End: true,
  ...more,
});
const only = (state: object) => machineOf({ Only: state });

describe('loading', () => {
  it('takes a definition that the engine runs', () => {
    const definition = only(task);
    expect(checkDefinition('m', definition)).toBe(definition);
  });

  it.each([
    ['QueryLanguage must be JSONata', { StartAt: 'Only', States: { Only: task } }],
    ['QueryLanguage must be JSONata', { ...only(task), QueryLanguage: 'JSONPath' }],
    ['Only: QueryLanguage must be JSONata', only({ ...task, QueryLanguage: 'JSONPath' })],
    ['Only: Parameters is JSONPath', only({ ...task, Parameters: {} })],
    ['Only: ResultPath is JSONPath', only({ ...task, ResultPath: '$.a' })],
    ['StartAt names no state: None', { ...only(task), StartAt: 'None' }],
    ['Only: leads to no state: None', only({ Type: 'Pass', Next: 'None' })],
    ['Only: leads to no state: None', only({ Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'None' }] })],
    ['Only: leads to no state: None', only({ ...task, Catch: [{ ErrorEquals: ['A'], Next: 'None' }] })],
    ['Only: has neither Next nor End', only({ Type: 'Pass' })],
    ['Only: Type Loop is unknown', only({ Type: 'Loop', End: true })],
    ['is not supported', only({ ...task, Resource: 'arn:aws:states:::aws-sdk:s3:getObject' })],
    ['is not supported', only({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' })],
    ['is not supported', only({ ...task, Resource: 'arn:aws:lambda:cn-local-1:000000000000:function:f' })],
    ['Only: needs either Seconds or Timestamp', only({ Type: 'Wait', End: true })],
    ['Only: needs either Seconds or Timestamp', only({ Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true })],
    ['Only: has no Choices', only({ Type: 'Choice', Choices: [] })],
    ['States.ALL must stand alone and last', only({ ...task, Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] })],
    [
      'States.ALL must stand alone and last',
      only({ ...task, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] }),
    ],
    ['Only: 1 +: ', only({ Type: 'Pass', Output: { deep: ['{% 1 + %}'] }, End: true })],
    ['Only: states is no variable name', only({ Type: 'Pass', Assign: { states: 1 }, End: true })],
    ['Only: a-b is no variable name', only({ Type: 'Pass', Assign: { 'a-b': 1 }, End: true })],
    [
      'Only[0]/Set: $a belongs to an outer scope',
      only({ ...inner({ Set: { Type: 'Pass', Assign: { a: 1 }, End: true } }), Assign: { a: 2 } }),
    ],
    ['Only[0]/Deep: leads to no state: None', only(inner({ Deep: { Type: 'Pass', Next: 'None' } }))],
    [
      'Only: ItemReader needs Mode DISTRIBUTED',
      only(
        map(
          { ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSON' } } },
          { Mode: 'INLINE' },
        ),
      ),
    ],
    [
      'Only: InputType CSV is not supported',
      only(map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'CSV' } } })),
    ],
    [
      'ItemReader arn:aws:states:::s3:listObjectsV2 is not supported',
      only(map({ ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', ReaderConfig: { InputType: 'JSON' } } })),
    ],
    ['Only: needs an ExecutionType', only(map({}, { Mode: 'DISTRIBUTED' }))],
  ])('refuses: %s', (problem, definition) => {
    expect(refusal(definition)).toContain(problem);
  });

  it('lets a distributed Map assign what its surroundings assign, because it does not see them', () => {
    const set = { ...machineOf({ Set: { Type: 'Pass', Assign: { a: 1 }, End: true } }) };
    const state = map({
      Assign: { a: 2 },
      ItemProcessor: { ...set, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    });
    expect(refusal(only(state))).toBe('');
  });
});
