import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedText, similarTexts } from '#domain/similarity/pairs';
import { syntheticText } from './synthetic.ts';

const textOf = (textId: string, text: string, earlier = false): ComparedText => ({
  textId,
  parts: [{ name: 'practices', text }],
  ...(earlier && { earlier }),
});
const unrelated = (count: number, length = 600): ComparedText[] =>
  Array.from({ length: count }, (_, at) =>
    textOf(`text-${String(at).padStart(3, '0')}`, syntheticText(at + 1, length)),
  );
const cut = (text: ComparedText | undefined, part: number, start: number, end: number): string =>
  text?.parts[part]?.text.slice(start, end) ?? '';

describe('similar texts', () => {
  it('are none among unrelated ones', () => {
    expect(similarTexts(unrelated(60))).toEqual([]);
  });

  it('are found with the passages side by side, though width, punctuation and spaces differ', () => {
    const passage = '我们坚持每周三下午组织全体职工集中学习ABC课程并建立学习档案由工会逐人考核登记成绩年底评选学习标兵';
    const typed =
      '我们坚持每周三下午，组织全体职工集中学习ＡＢＣ课程；并建立 学习档案，由工会逐人考核、登记成绩，年底评选学习标兵。';
    const [one, two, ...rest] = unrelated(30);
    const left = textOf('a', `${cut(one, 0, 0, 300)}${passage}${cut(one, 0, 300, 600)}`);
    const right = textOf('b', `${cut(two, 0, 0, 100)}${typed}${cut(two, 0, 100, 600)}`);
    const [pair, ...others] = similarTexts([...rest, right, left], { leastShared: 40 });
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ left: 'a', right: 'b', shared: [...passage].length });
    const [found] = pair?.passages ?? [];
    expect(cut(left, 0, found?.left.start ?? 0, found?.left.end ?? 0)).toBe(passage);
    expect(cut(right, 0, found?.right.start ?? 0, found?.right.end ?? 0)).toBe(typed.slice(0, -1));
  });

  it('are found wherever a copy with small edits was planted, and only there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 29 }),
        fc.integer({ min: 0, max: 28 }),
        fc.integer({ min: 120, max: 300 }),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 24, max: 40 }),
        (from, other, length, start, every) => {
          const texts = unrelated(30);
          const to = other >= from ? other + 1 : other;
          const copied = cut(texts[from], 0, start, start + length);
          const edited = [...copied].map((sign, at) => (at % every === every - 1 ? '甴' : sign)).join('');
          const target = texts[to] as ComparedText;
          texts[to] = textOf(target.textId, `${cut(target, 0, 0, 200)}${edited}${cut(target, 0, 200, 600)}`);
          const found = similarTexts(texts);
          const ids = [texts[from]?.textId, texts[to]?.textId].toSorted();
          expect(found.map(({ left, right }) => [left, right])).toEqual([ids]);
          const [pair] = found;
          // Everything but the edits, punctuation, and a last piece that is too short to count.
          const signs = [...edited].filter((sign) => sign !== '，' && sign !== '甴').length;
          expect(pair?.shared).toBeGreaterThanOrEqual(signs - 14);
          expect(pair?.shared).toBeLessThanOrEqual(signs + 7);
          expect(pair?.passages.length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('do not depend on the order in which the texts come', () => {
    const texts = unrelated(20);
    const [first] = texts as [ComparedText];
    const copies = [3, 7, 11].map((at) =>
      textOf(`copy-${at}`, `${syntheticText(at + 500, 200)}${cut(first, 0, at, 200 + at)}`),
    );
    const all = [...texts, ...copies];
    const expected = similarTexts(all);
    expect(expected.length).toBe(6);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(similarTexts(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('are not those that quote the standard, or what everybody says', () => {
    const standard =
      '建立健全学习型组织创建工作领导机构明确职责分工做到有专人负责有工作计划有检查考核有总结表彰并形成长效机制';
    const slogan =
      '全面贯彻落实终身学习理念深入推进学习型社会建设不断满足人民群众日益增长的多样化学习需求努力办好家门口的教育';
    const texts = unrelated(40).map((text, at) =>
      textOf(text.textId, `${cut(text, 0, 0, 300)}${slogan}${cut(text, 0, 300, 600)}${at < 2 ? standard : ''}`),
    );
    expect(similarTexts(texts, { quotable: [standard] })).toEqual([]);
    expect(similarTexts(texts, { leastShared: 50 }).map(({ shared }) => shared)).toEqual([[...standard].length]);
  });

  it('count only what is their own beside a quotation', () => {
    const standard =
      '建立健全学习型组织创建工作领导机构明确职责分工做到有专人负责有工作计划有检查考核有总结表彰并形成长效机制';
    const own = syntheticText(9000, 90);
    const texts = unrelated(30);
    const pair = ['x', 'y'].map((textId, at) =>
      textOf(textId, `${syntheticText(7000 + at, 300)}${standard}${own}${syntheticText(8000 + at, 300)}`),
    );
    const [found] = similarTexts([...texts, ...pair], { quotable: [standard] });
    expect(found?.shared).toBeGreaterThanOrEqual(90 - 7);
    expect(found?.shared).toBeLessThanOrEqual(90);
  });

  it('of earlier years are compared with this year’s, not among each other', () => {
    const texts = unrelated(30);
    const copied = cut(texts[0], 0, 0, 300);
    const earlier = ['old-1', 'old-2'].map((textId, at) =>
      textOf(textId, `${syntheticText(600 + at, 100)}${copied}`, true),
    );
    const found = similarTexts([...texts, ...earlier]).map(({ left, right }) => [left, right]);
    expect(found.toSorted()).toEqual([
      ['old-1', 'text-000'],
      ['old-2', 'text-000'],
    ]);
  });

  it('that went round among many are found link by link', () => {
    const shared = syntheticText(4000, 200);
    const texts = [
      ...unrelated(1000, 60),
      ...Array.from({ length: 40 }, (_, at) => textOf(`copy-${at + 10}`, `${syntheticText(3000 + at, 100)}${shared}`)),
    ];
    const found = similarTexts(texts);
    const touched = new Set(found.flatMap(({ left, right }) => [left, right]));
    expect(touched.size).toBe(40);
    expect(found.length).toBeLessThan(40 * 3);
  });

  it('are found where there are only two', () => {
    const [one, two] = unrelated(2) as [ComparedText, ComparedText];
    const copy = textOf(two.textId, `${cut(two, 0, 0, 300)}${cut(one, 0, 0, 200)}`);
    expect(similarTexts([one, copy]).map(({ left, right }) => [left, right])).toEqual([['text-000', 'text-001']]);
  });

  it('are looked for without a stall though a text says one thing over and over', () => {
    const texts = ['a', 'b', 'c', 'd', 'e'].map((textId, at) =>
      textOf(textId, syntheticText(at < 2 ? 1 : at, 40).repeat(200)),
    );
    const [pair, ...others] = similarTexts(texts);
    expect(others).toEqual([]);
    expect([pair?.left, pair?.right, pair?.perMille]).toEqual(['a', 'b', 1000]);
    expect(similarTexts(texts.map(({ textId }) => textOf(textId, '好'.repeat(8000))))).toEqual([]);
  });

  it('are none without a text, with one, and with texts that are shorter than a shingle', () => {
    expect(similarTexts([])).toEqual([]);
    expect(similarTexts(unrelated(1))).toEqual([]);
    expect(similarTexts([textOf('a', '学习'), textOf('b', '学习'), textOf('c', '')])).toEqual([]);
  });
});
