import { describe, expect, it } from 'vitest';
import { createEvaluator, sourceOf } from '#local/states/expressions';

const now = Date.parse('2026-03-02T01:00:00Z');
const evaluate = createEvaluator(() => now);
const ask = (source: string, variables = {}, input: unknown = {}) =>
  evaluate(`{% ${source} %}`, { states: { input, context: {} }, variables }, 'Output');

describe('an expression', () => {
  it.each([
    ['{% 1 %}', '1'],
    ['{%1%}', '1'],
    ['{%%}', ''],
    [' {% 1 %}', undefined],
    ['{% 1 %} ', undefined],
    ['a {% 1 %}', undefined],
    ['{%}', undefined],
  ])('in %j is %j', (text, source) => {
    expect(sourceOf(text)).toBe(source);
  });

  it.each([
    ['$partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(5, 1, -2)', [5, 3, 1]],
    ['$range(1, 0, 1)', []],
    ['$random(7) = $random(7)', true],
    ['$random() < 1', true],
    ['$match($uuid(), /^[0-9a-f-]{36}$/).match != ""', true],
    ['$parse("{\\"a\\": [1]}")', { a: [1] }],
    ['$now()', '2026-03-02T01:00:00.000Z'],
    ['$now("[Y0001]-[M01]-[D01] [H01]:[m01]", "+0800")', '2026-03-02 09:00'],
    ['$millis()', now],
    ['$toMillis("2026-03-02T09:00:00+08:00") = $millis()', true],
    ['$fromMillis($millis() + 86400000)', '2026-03-03T01:00:00.000Z'],
  ])('%s is %j', async (source, value) => {
    expect(await ask(source)).toEqual(value);
  });

  it.each([
    ['$hash("a", "MD5")', '0cc175b9c0f1b6a831c399e269772661'],
    ['$hash("abc", "SHA-256")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$hash("a", "SHA-1")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
  ])('%s is the well-known %s', async (source, value) => {
    expect(await ask(source)).toBe(value);
  });

  it.each([
    ['is undefined', '$states.input.missing'],
    ['reads a variable that is not there', '$missing'],
    ['calls $eval', '$eval("1")'],
    ['calls an unknown function', '$foo()'],
    ['is a function', 'function($x) { $x }'],
    ['is a built-in function', '$sum'],
    ['throws', '$error("no")'],
    ['does not parse', '1 +'],
    ['recurses without end', '($f := function() { 1 + $f() }; $f())'],
    ['hashes by an unknown algorithm', '$hash("a", "CRC")'],
    ['makes too long a range', '$range(0, 1000, 1)'],
    ['makes a range without a step', '$range(0, 1, 0)'],
    ['parses what is no JSON', '$parse("{")'],
    ['reads the result before there is one', '$states.result'],
  ])('that %s is States.QueryEvaluationError', async (_, source) => {
    await expect(ask(source)).rejects.toMatchObject({ name: 'States.QueryEvaluationError' });
  });

  it('yields plain JSON, whatever marks JSONata leaves on its sequences', async () => {
    const found = await ask('$states.input.a.b', {}, { a: [{ b: 1 }, { b: 2 }] });
    expect(found).toStrictEqual([1, 2]);
    expect(await ask('$states.input.a.b', {}, { a: [{ b: 1 }] })).toBe(1);
  });

  it('reads variables and leaves them as they are', async () => {
    const variables = { list: [3, 1, 2] };
    expect(await ask('$sort($list)', variables)).toEqual([1, 2, 3]);
    expect(variables).toEqual({ list: [3, 1, 2] });
  });

  it('is found at every depth of a template, never in its keys', async () => {
    const template = { '{% 1 %}': [{ deep: '{% 1 + 1 %}' }, null, true, 'text'] };
    const bindings = { states: { input: {}, context: {} }, variables: {} };
    expect(await evaluate(template, bindings, 'Output')).toEqual({ '{% 1 %}': [{ deep: 2 }, null, true, 'text'] });
  });
});
