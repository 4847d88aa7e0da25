import { describe, expect, it } from 'vitest';
import { S3Error } from '#local/s3/errors';
import { enforcePolicy } from '#local/s3/post-policy';

const now = Date.parse('2026-03-01T00:00:00Z');
const expiration = '2026-03-01T00:10:00Z';
const encode = (policy: unknown): string => Buffer.from(JSON.stringify(policy)).toString('base64');

/** What comes of a form under conditions: the length that its file may have, or the refusal. */
function outcome(conditions: unknown, fields: Record<string, string>, more: object = {}): string {
  try {
    const { min, max } = enforcePolicy(
      encode({ expiration, conditions, ...more }),
      new Map(Object.entries(fields)),
      now,
    );
    return `${min} to ${max}`;
  } catch (cause) {
    return cause instanceof S3Error ? cause.code : String(cause);
  }
}
const any = `0 to ${Number.MAX_SAFE_INTEGER}`;

describe('a policy', () => {
  it.each([
    ['an exact match', [{ key: 'a' }], { key: 'a' }, any],
    ['several in one object', [{ key: 'a', bucket: 'b' }], { key: 'a', bucket: 'b' }, any],
    ['another value', [{ key: 'a' }], { key: 'A' }, 'AccessDenied'],
    ['a field that is not sent', [{ key: 'a' }, { acl: '' }], { key: 'a' }, 'AccessDenied'],
    ['eq', [['eq', '$Key', 'a']], { key: 'a' }, any],
    ['eq of a longer value', [['eq', '$key', 'a']], { key: 'ab' }, 'AccessDenied'],
    ['starts-with', [['starts-with', '$key', 'user/']], { key: 'user/1' }, any],
    ['starts-with in the middle', [['starts-with', '$key', 'user/']], { key: 'a/user/1' }, 'AccessDenied'],
    ['starts-with nothing', [['starts-with', '$key', '']], { key: 'whatever' }, any],
    ['both of two on a field', [['starts-with', '$key', 'a'], { key: 'b' }], { key: 'b' }, 'AccessDenied'],
    ['a field that no condition names', [{ key: 'a' }], { key: 'a', acl: 'x' }, 'AccessDenied'],
    ['fields that need none', [{ key: 'a' }], { key: 'a', policy: 'p', 'x-amz-signature': 's', 'x-ignore-x': '' }, any],
    ['a range', [{ key: 'a' }, ['content-length-range', 1, 10]], { key: 'a' }, '1 to 10'],
    ['a range in strings', [{ key: 'a' }, ['content-length-range', '1', '10']], { key: 'a' }, '1 to 10'],
    [
      'two ranges',
      [
        ['content-length-range', 1, 10],
        ['content-length-range', 5, 20],
      ],
      {},
      '5 to 10',
    ],
  ])('with %s', (_, conditions, fields, expected) => {
    expect(outcome(conditions, fields as Record<string, string>)).toBe(expected);
  });

  it.each([
    ['a range upside down', [['content-length-range', 10, 1]]],
    ['a negative range', [['content-length-range', -1, 10]]],
    ['half a range', [['content-length-range', 1]]],
    ['an unknown operator', [['ends-with', '$key', 'a']]],
    ['a field without its sign', [['eq', 'key', 'a']]],
    ['a value that is no text', [{ key: 1 }]],
    ['a condition that is none', ['key']],
    ['no list of conditions', { key: 'a' }],
  ])('is malformed with %s', (_, conditions) => {
    expect(outcome(conditions, {})).toBe('InvalidPolicyDocument');
  });

  it.each([
    ['2026-03-01T00:00:00.001Z', any],
    ['2026-03-01T00:00:00Z', 'AccessDenied'],
    ['2026-03-01T08:10:00+08:00', 'InvalidPolicyDocument'],
    ['2026-03-41T00:10:00Z', 'InvalidPolicyDocument'],
    [1_900_000_000, 'InvalidPolicyDocument'],
  ])('that expires at %s, read at midnight: %s', (at, expected) => {
    expect(outcome([], {}, { expiration: at })).toBe(expected);
  });

  it('holds nothing that is not understood, and is JSON', () => {
    expect(outcome([], {}, { Conditions: [] })).toBe('InvalidPolicyDocument');
    expect(() => enforcePolicy('bm90IGpzb24=', new Map(), now)).toThrow(S3Error);
    expect(() => enforcePolicy('', new Map(), now)).toThrow(S3Error);
  });
});
