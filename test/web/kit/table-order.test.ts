import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '#web/kit/table-order.ts';
import type { Column } from '#web/kit/table-types.ts';

type Unit = { readonly name?: string; readonly score?: number };

const columns: readonly Column<Unit>[] = [
  { id: 'name', head: '', cell: () => null, value: ({ name }) => name },
  { id: 'score', head: '', cell: () => null, value: ({ score }) => score },
];
const seenOf = (units: readonly Unit[], ...how: Parameters<ReturnType<typeof prepare<Unit>>['seen']>) =>
  Array.from(prepare(units, columns).seen(...how), (at) => units[at]);
const named = (...names: string[]): Unit[] => names.map((name) => ({ name }));
const up = (id: string) => ({ id, descending: false });
const down = (id: string) => ({ id, descending: true });

describe('the order of a table', () => {
  it('is by sound for Chinese, and by number within a text', () => {
    const units = named('西城', '第10街道', '安定', '第2街道', '北海');
    expect(seenOf(units, up('name'), {}).map((unit) => unit?.name)).toEqual([
      '安定',
      '北海',
      '第2街道',
      '第10街道',
      '西城',
    ]);
  });

  it('takes numbers as numbers', () => {
    const units = [9, 100, 20.5, -3].map((score) => ({ score }));
    expect(seenOf(units, up('score'), {}).map((unit) => unit?.score)).toEqual([-3, 9, 20.5, 100]);
  });

  it('puts blanks last both ways, and keeps equals as they came', () => {
    const units: Unit[] = [{ score: 1, name: 'a' }, { name: 'b' }, { score: 2, name: 'c' }, { score: 1, name: 'd' }];
    expect(seenOf(units, up('score'), {}).map((unit) => unit?.name)).toEqual(['a', 'd', 'c', 'b']);
    expect(seenOf(units, down('score'), {}).map((unit) => unit?.name)).toEqual(['c', 'a', 'd', 'b']);
  });

  it('without a sort is that of the rows', () => {
    expect(seenOf(named('b', 'a'), undefined, {}).map((unit) => unit?.name)).toEqual(['b', 'a']);
    expect(seenOf(named('b', 'a'), up('unknown'), {}).map((unit) => unit?.name)).toEqual(['b', 'a']);
  });

  it('holds each row once, however it is sorted', () => {
    const unit = fc.record({ name: fc.string(), score: fc.double({ noNaN: true }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(unit), fc.constantFrom('name', 'score'), fc.boolean(), (units, id, descending) => {
        const order = prepare(units as Unit[], columns).seen({ id, descending }, {});
        expect([...order].sort((a, b) => a - b)).toEqual(units.map((_, at) => at));
      }),
    );
  });
});

describe('the filter row', () => {
  it('finds all the words, whatever their width and case', () => {
    const units = named('第一中学 ＡＢＣ', '第二中学', 'abc 小学');
    expect(seenOf(units, undefined, { name: 'abc 中学' })).toEqual([units[0]]);
  });

  it('takes = as exactly that', () => {
    const units = named('推荐', '不推荐');
    expect(seenOf(units, undefined, { name: '=推荐' })).toEqual([units[0]]);
  });

  it('compares numbers, and finds no blank by them', () => {
    const units: Unit[] = [{ score: 1 }, { score: 5 }, { score: 9 }, {}];
    expect(seenOf(units, undefined, { score: '>=5' })).toEqual([units[1], units[2]]);
    expect(seenOf(units, undefined, { score: '2..8' })).toEqual([units[1]]);
    expect(seenOf(units, undefined, { score: '..5' })).toEqual([units[0], units[1]]);
    expect(seenOf(units, undefined, { score: '<5' })).toEqual([units[0]]);
  });

  it('wants what every column asks for', () => {
    const units: Unit[] = [
      { name: '甲', score: 1 },
      { name: '甲', score: 9 },
    ];
    expect(seenOf(units, up('score'), { name: '甲', score: '>5' })).toEqual([units[1]]);
  });

  it('asks nothing where nothing is written, nor of a column that is gone', () => {
    const units = named('甲', '乙');
    expect(seenOf(units, undefined, { name: '  ', gone: 'x' })).toEqual(units);
  });
});

describe('a list to choose from', () => {
  const choices = (units: readonly Unit[], id: string) => prepare(units, columns).choices(id);

  it('is offered where few texts stand many times', () => {
    expect(choices(named('是', '否', '是', '否', '是'), 'name')).toEqual(['否', '是']);
  });

  it('is not offered for numbers, for what differs in each row, or for one text alone', () => {
    expect(choices([{ score: 1 }, { score: 1 }, { score: 2 }, { score: 2 }], 'score')).toBeUndefined();
    expect(choices(named('甲', '乙', '丙'), 'name')).toBeUndefined();
    expect(choices(named('甲', '甲', '甲'), 'name')).toBeUndefined();
  });
});
