import { expect, it } from 'vitest';
import { resourcesOf, synthesized } from './synthesized.ts';

const { system } = synthesized();
const groups = resourcesOf(system, 'AWS::Logs::LogGroup');
const longestHalfYear = 184;

it('keeps every log for six calendar months at least, and after the stack is gone', () => {
  expect(Object.keys(groups)).toHaveLength(13);
  for (const { Properties, DeletionPolicy } of Object.values(groups)) {
    expect(Number(Properties['RetentionInDays'])).toBeGreaterThanOrEqual(longestHalfYear);
    expect(DeletionPolicy).toBe('Retain');
  }
});

it('gives every function a group of its own, so that none is made without a term', () => {
  const used = Object.values(resourcesOf(system, 'AWS::Lambda::Function')).map(
    ({ Properties }) => (Properties['LoggingConfig'] as { LogGroup: { Ref: string } }).LogGroup.Ref,
  );
  expect(new Set(used).size).toBe(used.length);
  expect(Object.keys(groups)).toEqual(expect.arrayContaining(used));
});
