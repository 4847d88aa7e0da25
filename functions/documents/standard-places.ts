import type { FieldProblem } from '#domain/errors';
import { standardLimits } from '#domain/standards';
import { type RowKind, ruleWords } from './standard-rows.ts';

/** A row by its kind and, of a point, the word for its rule. */
export type PlacedRow = { readonly row: number; readonly kind: RowKind; readonly rule: string };

type Place = { readonly depth: number; readonly under: string; readonly most: number };

const tree: Readonly<Partial<Record<RowKind, Place>>> = {
  一级指标: { depth: 0, under: '标准', most: standardLimits.indicators },
  二级指标: { depth: 1, under: '一级指标', most: standardLimits.parts },
  观测点: { depth: 2, under: '二级指标', most: standardLimits.points },
  等级: { depth: 3, under: '评分规则为「量表」的观测点', most: standardLimits.levels },
  扣分项: { depth: 3, under: '评分规则为「扣分」的观测点', most: standardLimits.items },
};

/** The kind of entries that a rule has below it; a rule without any has none. */
const entryOf: Readonly<Record<string, RowKind>> = { 量表: '等级', 扣分: '扣分项' };

const problem = (row: number, code: string, zh: string, en: string): FieldProblem => ({
  path: `rows.${row}.层级`,
  code,
  zh,
  en,
});

const outOfPlace = ({ row, kind }: PlacedRow, under: string): FieldProblem =>
  problem(row, 'OutOfPlace', `「${kind}」行应写在${under}的下面。`, `A row 「${kind}」 stands below ${under}.`);

const tooMany = ({ row, kind }: PlacedRow, most: number): FieldProblem =>
  problem(
    row,
    'TooMany',
    `同一上级之下的「${kind}」行不得超过 ${most} 个。`,
    `At most ${most} rows 「${kind}」 stand below one parent.`,
  );

/** Whether an entry belongs to the point above; where the rule itself is a mistake, that is told and not this. */
const suits = (kind: RowKind, rule: string): boolean => entryOf[rule] === kind || !Object.hasOwn(ruleWords, rule);

/** Rows that stand where they do not belong, and those that are more than a standard holds, whatever their cells say. */
export function checkPlaces(rows: readonly PlacedRow[]): FieldProblem[] {
  /** How many rows of each depth there are below the parent that is open. */
  const counts: number[] = [];
  let rule = '';
  return rows.flatMap((each): FieldProblem[] => {
    const place = tree[each.kind];
    if (!place) return [];
    const { depth, under, most } = place;
    if (depth > counts.length || (depth === 3 && !suits(each.kind, rule))) return [outOfPlace(each, under)];
    counts.splice(depth, counts.length, (counts[depth] ?? 0) + 1);
    if (depth === 2) rule = each.rule;
    return (counts[depth] ?? 0) > most ? [tooMany(each, most)] : [];
  });
}

/** There is one row for the standard and one for its label, and at most one for its source. */
export function checkHead(rows: readonly PlacedRow[]): FieldProblem[] {
  return (['标准', '标签', '来源'] as const).flatMap((kind) => {
    const [first, ...more] = rows.filter((each) => each.kind === kind);
    if (!first && kind !== '来源') {
      return [
        { path: 'workbook', code: 'RowMissing', zh: `缺少「${kind}」行。`, en: `The row 「${kind}」 is missing.` },
      ];
    }
    return more.map(({ row }) =>
      problem(row, 'Duplicate', `「${kind}」只写一行。`, `There is only one row 「${kind}」.`),
    );
  });
}
