import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawFile, readDrawFile } from '#domain/draw-file';
import { barriers, barriersIn, closed } from '#domain/draw-problem';
import { drawProblem } from '../support/draw-fixture.ts';

const problem = drawProblem({ rows: 7, columns: 5, changes: { pins: [[2, 3]], outsiders: 1 } });
const { text, hash } = drawFile(problem, 'exact/test');

describe('the frozen inputs', () => {
  it('hold all that the draw depends on, and no name', () => {
    const nameless = <T extends object>(things: readonly T[]) => things.map((each) => ({ ...each, name: '' }));
    expect(readDrawFile(text)).toEqual({
      ...problem,
      algorithm: 'exact/test',
      applications: nameless(problem.applications),
      reviewers: nameless(problem.reviewers),
    });
    expect(text).not.toContain('专家');
    expect(text).not.toContain('示例企业');
  });

  it('are hashed as the bytes of the file, and written alike each time', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(drawFile(problem, 'exact/test')).toEqual({ text, hash });
    expect(drawFile({ ...problem, seed: 'other' }, 'exact/test').hash).not.toBe(hash);
  });

  it('can be read by anybody: a line each, fits as 16-bit numbers with the lesser byte first', () => {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(1 + 5 + 7 + 1);
    const [head] = lines;
    expect(head).toMatchObject({ format: 'xuechuang-draw/1', applications: 7, reviewers: 5, pins: 1 });
    const row = Buffer.from(lines[1 + 5]?.['fit'] as string, 'base64');
    const own = Array.from({ length: 5 }, (_, column) => row.readInt16LE(2 * column));
    expect(own).toEqual([...problem.fit.subarray(0, 5)]);
    expect(lines.at(-1)).toEqual({ applicationId: 'case-3', reviewerId: 'reviewer-4' });
  });

  it('are refused when they are of another format or end too early', () => {
    expect(() => readDrawFile(text.replace('xuechuang-draw/1', 'xuechuang-draw/2'))).toThrow(RangeError);
    expect(() => readDrawFile(text.slice(0, text.lastIndexOf('{')))).toThrow(RangeError);
  });
});

describe('barriers', () => {
  it('of a pair are one number below 0 that gives every one of them back', () => {
    for (const each of barriers) expect(barriersIn(closed([each]))).toEqual([each]);
    expect(barriersIn(closed(['declared', 'other-category', 'declared']))).toEqual(['other-category', 'declared']);
    expect(barriersIn(0)).toEqual([]);
    // All of them together still are a 16-bit number with sign.
    expect(closed(barriers)).toBeGreaterThanOrEqual(-0x7fff);
  });
});
