import { describe, expect, it } from 'vitest';
import { changedParagraphs, differences, type Line } from '#web/desks/publicity/differences.ts';

const line = (applicationId: string, organizationName: string, rank?: number): Line => ({
  ...{ applicationId, categoryId: 'enterprise', organizationName },
  ...(rank !== undefined && { rank }),
});

describe('what changed since last time', () => {
  const before = [line('a', '甲', 1), line('b', '乙', 2), line('c', '丙', 3)];

  it('tells who came, who fell, who is called otherwise and who moved, in that order', () => {
    const after = [line('c', '丙', 1), line('a', '甲公司', 2), line('d', '丁', 3)];
    expect(differences(before, after).map(({ kind, line: { applicationId } }) => [kind, applicationId])).toEqual([
      ['added', 'd'],
      ['removed', 'b'],
      ['renamed', 'a'],
      ['moved', 'c'],
      ['moved', 'a'],
    ]);
  });

  it('is nothing for the same list, and compares no ranks where one version has none', () => {
    expect(differences(before, before)).toEqual([]);
    expect(
      differences(
        before,
        before.map(({ rank: _, ...annexed }) => annexed),
      ),
    ).toEqual([]);
  });
});

describe('the paragraphs of two drafts', () => {
  it('tells what went and what came where it stands', () => {
    expect(changedParagraphs('一\n二\n三', '一\n二改\n三\n四')).toEqual([
      { kind: 'same', text: '一' },
      { kind: 'new', text: '二改' },
      { kind: 'gone', text: '二' },
      { kind: 'same', text: '三' },
      { kind: 'new', text: '四' },
    ]);
  });
  it('keeps the same text as it is, and tells what was cut at the end', () => {
    expect(changedParagraphs('一\n二', '一\n二').every(({ kind }) => kind === 'same')).toBe(true);
    expect(changedParagraphs('一\n二', '一').at(-1)).toEqual({ kind: 'gone', text: '二' });
  });
});
