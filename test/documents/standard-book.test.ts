import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardBook, standardFromBook } from '#documents/standard-book';
import { columns } from '#documents/standard-rows';
import { workbookOf } from '#documents/table';
import { exampleStandards } from '#domain/example-standards/index';
import { type Standard, StandardContent } from '#domain/standards';
import { randomStandard } from '../support/random-standard.ts';

const contentOf = ({ standardId: _, categoryId: _of, version: _number, status: _status, ...content }: Standard) =>
  content;

/** Sound rows, in the order of the columns; a test spoils one. */
const sound = (): (string | number | null)[][] => [
  ['标准', null, '学习型企业', 100, '备注', null, null, null, null, null],
  ['标签', null, '示例', null, null, null, null, null, null, null],
  ['一级指标', '1', '组织', 100, null, null, null, null, null, null],
  ['二级指标', '1.1', '制度', 100, null, null, null, null, null, null],
  ['观测点', '1.1.1', '机构', 60, '要求', '查阅', '量表', null, '是', '否'],
  ['等级', null, '优', 60, '健全', null, null, null, null, null],
  ['等级', null, '良', 45.5, '较全', null, null, null, null, null],
  ['观测点', '1.1.2', '计划', 30, '要求', '实地', '扣分', null, '否', '是'],
  ['扣分项', null, '无计划', 30, null, null, null, null, null, null],
  ['观测点', '1.1.3', '参训', 10, '要求', '问卷', '比例', 50, '否', '否'],
];
const bookOf = (rows: (string | number | null)[][]) => workbookOf([{ name: '任意', columns, rows }]);

const told = async (spoil: (rows: (string | number | null)[][]) => void): Promise<string[]> => {
  const rows = sound();
  spoil(rows);
  return standardFromBook(await bookOf(rows)).then(
    () => [],
    (error) => error.fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
  );
};
const set = (row: number, title: string, value: string | number | null) => (rows: (string | number | null)[][]) => {
  const cells = rows[row - 2];
  if (cells) cells[columns.findIndex((column) => column.title === title)] = value;
};

describe('a standard as a workbook', () => {
  it.each(exampleStandards)('comes back as it was: $name', async (standard) => {
    const content = contentOf(standard);
    expect(await standardFromBook(await standardBook(content))).toEqual(content);
  });

  it('comes back as it was, whatever the draft', async () => {
    await fc.assert(
      fc.asyncProperty(randomStandard, async (content) => {
        const back = await standardFromBook(await standardBook(content));
        expect(back).toEqual(content);
        expect(StandardContent.parse(back)).toEqual(back);
      }),
      { numRuns: 40 },
    );
  });

  it('may be written by hand', async () => {
    const content = await standardFromBook(await bookOf(sound()));
    expect(content.indicators[0]?.children[0]?.children.map(({ rule }) => rule)).toEqual([
      {
        kind: 'levels',
        levels: [
          { label: '优', marks: 6_000, descriptor: '健全' },
          { label: '良', marks: 4_550, descriptor: '较全' },
        ],
      },
      { kind: 'deduction', items: [{ label: '无计划', marks: 3_000 }] },
      { kind: 'ratio', fullAtPercent: 50 },
    ]);
    expect(await told(() => undefined)).toEqual([]);
  });
});

describe('a workbook with mistakes', () => {
  it.each([
    ['marks above the whole', set(6, '分值', 100.01), 'rows.6.分值 AboveMaximum'],
    ['three decimals', set(6, '分值', 7.125), 'rows.6.分值 TooManyDecimals'],
    ['a number beyond all numbers', set(6, '分值', '1e400'), 'rows.6.分值 NotANumber'],
    ['no number', set(6, '分值', 'NaN'), 'rows.6.分值 NotANumber'],
    ['full-width digits', set(6, '分值', '６０'), 'rows.6.分值 NotANumber'],
    ['a blank mark', set(7, '分值', null), 'rows.7.分值 Blank'],
    ['an unknown kind of row', set(5, '层级', '三级指标'), 'rows.5.层级 NotOffered'],
    ['a kind that is a property of every object', set(11, '层级', 'constructor'), 'rows.11.层级 NotOffered'],
    ['an unknown method', set(6, '评审方法', '目测'), 'rows.6.评审方法 NotOffered'],
    ['an unknown rule', set(9, '评分规则', 'toString'), 'rows.9.评分规则 NotOffered'],
    ['neither yes nor no', set(6, '须佐证', null), 'rows.6.须佐证 NotOffered'],
    ['a percentage of 0', set(11, '满分比例', 0), 'rows.11.满分比例 BadPercent'],
    ['no percentage', set(11, '满分比例', null), 'rows.11.满分比例 BadPercent'],
    ['a percentage for another rule', set(6, '满分比例', 50), 'rows.6.满分比例 NotForThisRow'],
    ['a method for an indicator', set(4, '评审方法', '查阅'), 'rows.4.评审方法 NotForThisRow'],
    ['a name that is too long', set(4, '名称', '长'.repeat(101)), 'rows.4.名称 TooLarge'],
  ])('is told its row and column: %s', async (_, spoil, expected) => {
    expect(await told(spoil)).toEqual([expected]);
  });

  it('is told what stands in the wrong place, and nothing of what follows from that', async () => {
    const withoutFirst = (rows: unknown[]) => rows.splice(2, 1);
    expect(await told(withoutFirst)).toContain('rows.4.层级 OutOfPlace');
    expect(await told(set(10, '层级', '等级'))).toEqual(['rows.10.层级 OutOfPlace']);
    expect(await told(set(9, '评分规则', '是否'))).toEqual(['rows.10.层级 OutOfPlace']);
    expect(await told(set(9, '评分规则', '酌情'))).toEqual(['rows.9.评分规则 NotOffered']);
  });

  it('is told all its mistakes at once', async () => {
    expect(
      await told((rows) => {
        set(4, '分值', '百')(rows);
        set(6, '一票否决', '也许')(rows);
        set(6, '评审方法', '目测')(rows);
        rows.push(['标签', null, '又一个', null, null, null, null, null, null, null]);
        rows.push(['等级', null, '优', 1, null, null, null, null, null, null]);
      }),
    ).toEqual([
      'rows.12.层级 Duplicate',
      'rows.4.分值 NotANumber',
      'rows.6.评审方法 NotOffered',
      'rows.6.一票否决 NotOffered',
      'rows.13.层级 OutOfPlace',
    ]);
  });

  it('is told which rows it lacks, and which are more than a standard holds', async () => {
    expect(await told((rows) => rows.splice(0, 2))).toEqual(['workbook RowMissing', 'workbook RowMissing']);
    const level = ['等级', null, '差', 1, null, null, null, null, null, null];
    expect(await told((rows) => rows.splice(7, 0, ...Array<typeof level>(9).fill(level)))).toEqual([
      'rows.17.层级 TooMany',
    ]);
  });
});
