import * as z from 'zod';
import { type Refusal, refuse } from '#domain/fields';
import { markText } from '#domain/marks';
import type { MarkingRule, ObservationPoint } from '#domain/standards';

/** The columns of a standard's workbook. One row is the standard, an indicator, a point, or an entry of a point's rule. */
export const columns = [
  { title: '层级', width: 10 },
  { title: '编号', width: 8 },
  { title: '名称', width: 28 },
  { title: '分值', width: 8 },
  { title: '说明', width: 60 },
  { title: '评审方法', width: 10 },
  { title: '评分规则', width: 10 },
  { title: '满分比例', width: 10 },
  { title: '须佐证', width: 8 },
  { title: '一票否决', width: 10 },
] as const;
export type Title = (typeof columns)[number]['title'];

export const methodWords = {
  查阅: 'documents',
  实地: 'site',
  访谈: 'interview',
  问卷: 'questionnaire',
} as const satisfies Record<string, ObservationPoint['method']>;

export const ruleWords = {
  量表: 'levels',
  扣分: 'deduction',
  比例: 'ratio',
  是否: 'yes-no',
} as const satisfies Record<string, MarkingRule['kind']>;

export const yesWords = { 是: true, 否: false } as const;

const text = (longest: number) => z.string().max(longest);
const mark = markText({ min: 0, max: 10_000 });
const optional = (longest: number) => text(longest).transform((typed) => (typed === '' ? undefined : typed));

const notForThisRow: Refusal = {
  code: 'NotForThisRow',
  zh: '此行不填这一列，请清空。',
  en: 'A row of this kind leaves this column empty; clear it.',
};
const empty = z
  .string()
  .transform((typed, context) => (typed.trim() === '' ? undefined : refuse(context, notForThisRow)));

const oneOf = <Value>(words: Readonly<Record<string, Value>>) =>
  z.string().transform((typed, context): Value => {
    const word = typed.normalize('NFKC').trim();
    // Safe: the word is a key of its own.
    if (Object.hasOwn(words, word)) return words[word] as Value;
    const offered = Object.keys(words).join('、');
    return refuse(context, {
      code: 'NotOffered',
      zh: `只能填以下之一：${offered}。`,
      en: `Must be one of: ${offered}.`,
    });
  });

const badPercent: Refusal = {
  code: 'BadPercent',
  zh: '比例项请填 1 至 100 的整数：达到百分之几得满分。',
  en: 'For a ratio, enter a whole number from 1 to 100: the percentage that earns full marks.',
};

const blankRow = {
  层级: z.string(),
  编号: empty,
  名称: empty,
  分值: empty,
  说明: empty,
  评审方法: empty,
  评分规则: empty,
  满分比例: empty,
  须佐证: empty,
  一票否决: empty,
} as const satisfies Record<Title, z.ZodType>;

const indicator = z.strictObject({ ...blankRow, 编号: text(20), 名称: text(100), 分值: mark });

/** What each kind of row holds; read with the path `rows.<number>`, so that each problem names its row and column. */
export const rowShapes = {
  标准: z.strictObject({ ...blankRow, 名称: text(100), 分值: mark, 说明: optional(1000) }),
  标签: z.strictObject({ ...blankRow, 名称: text(100) }),
  来源: z.strictObject({ ...blankRow, 名称: optional(300) }),
  一级指标: indicator,
  二级指标: indicator,
  观测点: z
    .strictObject({
      ...blankRow,
      编号: text(20),
      名称: text(100),
      分值: mark,
      说明: text(1000),
      评审方法: oneOf(methodWords),
      评分规则: oneOf(ruleWords),
      满分比例: z.string().transform((typed) => typed.trim()),
      须佐证: oneOf(yesWords),
      一票否决: oneOf(yesWords),
    })
    .transform(({ 满分比例: percent, ...row }, context) => {
      const wanted = row.评分规则 === 'ratio';
      if (!wanted && percent !== '') return refuse(context, notForThisRow, ['满分比例']);
      if (wanted && !/^([1-9]\d?|100)$/.test(percent)) return refuse(context, badPercent, ['满分比例']);
      return { ...row, 满分比例: Number(percent) };
    }),
  等级: z.strictObject({ ...blankRow, 名称: text(100), 分值: mark, 说明: optional(500) }),
  扣分项: z.strictObject({ ...blankRow, 名称: text(100), 分值: mark }),
} as const;
export type RowKind = keyof typeof rowShapes;

export const isRowKind = (word: string): word is RowKind => Object.hasOwn(rowShapes, word);
