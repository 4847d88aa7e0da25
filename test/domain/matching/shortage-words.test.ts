import { describe, expect, it } from 'vitest';
import type { Shortage } from '#domain/matching/core';
import { shortageWords } from '#domain/matching/shortage-words';

const named = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => ({ name: `${prefix}${at}` }));
const applications = named('单位', 9);
const reviewers = named('张', 9);
const shortage = (kind: Shortage['kind'], rows: number[], columns: number[]): Shortage => ({
  kind,
  rows,
  columns,
  wanted: 7,
  places: 4,
});
const wordsOf = (of: Shortage) => shortageWords(of, applications, reviewers);

describe('the words of a shortage', () => {
  it('names who competes for whom, by how much it falls short and what to do', () => {
    expect(wordsOf(shortage('capacity', [0, 2], [1]))).toEqual({
      zh: '申报单位0、单位2共需 7 人次，除去回避，只能由专家张1评审，其工作量上限合计 4 人次，差 3 人次。请增加专家、提高工作量上限或减少每组人数。',
      en: '单位0, 单位2 need 7 reviews; after conflicts only 张1 can give them, with load limits of 4 in all, 3 too few. Add reviewers, raise load limits or make panels smaller.',
    });
  });

  it('lists five names at most and counts the rest', () => {
    const { zh, en } = wordsOf(shortage('capacity', [0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5]));
    expect(zh).toContain('申报单位0、单位1、单位2、单位3、单位4等 7 个申报共需');
    expect(zh).toContain('专家张0、张1、张2、张3、张4等 6 位专家');
    expect(en).toContain('单位4 and 2 more need');
    expect(en).toContain('张4 and 1 more can');
  });

  it.each([
    ['least', /降低工作量下限/, /Lower the least load/],
    ['organizations', /同一单位的专家不得超过一人.*取消/, /drop that rule/],
    ['outsiders', /增加外部专家/, /Add outside experts/],
    ['pins', /撤销部分尚未开始的指定/, /Release some fixed pairs/],
  ] as const)('says what to do about %s', (kind, zh, en) => {
    const words = wordsOf(shortage(kind, [3], [4]));
    expect(words.zh).toMatch(zh);
    expect(words.en).toMatch(en);
    expect(words.zh).toMatch(/7 人次.*4 人次/);
  });

  it('never offers to lift a conflict', () => {
    for (const kind of ['capacity', 'least', 'organizations', 'outsiders', 'pins'] as const) {
      const { zh, en } = wordsOf(shortage(kind, [3], [4]));
      expect(zh).not.toMatch(/(取消|解除|放宽)回避/);
      expect(en).not.toMatch(/(lift|drop|waive)[^.]*conflict/i);
    }
  });

  it.each([
    ['capacity', '按回避只有 4 名可以分配。请增加专家'],
    ['organizations', '按回避和「同一单位限一人」的规则只有 4 名可以分配。请增加其他单位的专家'],
    ['outsiders', '按回避和外部专家人数的要求只有 4 名可以分配。请增加外部专家'],
  ] as const)('tells of an application that nobody competes with, by %s', (kind, zh) => {
    expect(wordsOf(shortage(kind, [3], [])).zh).toContain(`申报单位3需要 7 名专家，${zh}`);
  });
});
