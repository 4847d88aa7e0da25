import { describe, expect, it } from 'vitest';
import { extendableIn } from '#domain/extensions';

describe('what may still be extended', () => {
  it.each([
    ['accepting', ['closesAt', 'recommendBy', 'checkBy', 'correction', 'assessBy', 'reviewBy']],
    ['assessing', ['closesAt', 'recommendBy', 'checkBy', 'correction', 'assessBy', 'reviewBy']],
    ['reviewing', ['reviewBy']],
    ['ranking', []],
    ['abandoned', []],
  ] as const)('while the cycle is %s', (status, stages) => {
    expect(extendableIn({ status })).toEqual(stages);
  });
});
