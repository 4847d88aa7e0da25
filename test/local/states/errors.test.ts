import { describe, expect, it } from 'vitest';
import { matches, settledBy } from '#local/states/errors';

describe('ErrorEquals', () => {
  it.each([
    [['NotEligible'], 'NotEligible', true],
    [['NotEligible'], 'WrongState', false],
    [['A', 'B'], 'B', true],
    [['States.ALL'], 'NotEligible', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.ALL'], 'States.Permissions', true],
    [['States.ALL'], 'States.QueryEvaluationError', true],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.ALL'], 'States.Runtime', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.TaskFailed'], 'NotEligible', true],
    [['States.TaskFailed'], 'Lambda.ServiceException', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed'], 'States.HeartbeatTimeout', false],
    [['States.Timeout'], 'States.Timeout', true],
    [['States.Timeout'], 'States.HeartbeatTimeout', true],
    [['States.HeartbeatTimeout'], 'States.HeartbeatTimeout', true],
    [['States.HeartbeatTimeout'], 'States.Timeout', false],
  ])('%j for %s: %s', (names, error, applies) => {
    expect(matches(names, error)).toBe(applies);
  });
});

describe('what a function throws', () => {
  it.each([
    [Object.assign(new Error('m'), { name: 'NotEligible' }), { ok: false, error: 'NotEligible', cause: 'm' }],
    [new TypeError('m'), { ok: false, error: 'TypeError', cause: 'm' }],
    [Object.assign(new Error('m'), { name: '' }), { ok: false, error: 'States.TaskFailed', cause: 'm' }],
    ['text', { ok: false, error: 'States.TaskFailed', cause: 'text' }],
  ])('%s', (thrown, settled) => {
    expect(settledBy(thrown)).toEqual(settled);
  });
});
