import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { formatMark, type Hundredths } from '#domain/marks';
import type { MarkingRule, ObservationPoint, StandardContent } from '#domain/standards';
import { checkHead, checkPlaces, type PlacedRow } from './standard-places.ts';
import {
  columns,
  isRowKind,
  methodWords,
  type RowKind,
  rowShapes,
  ruleWords,
  type Title,
  yesWords,
} from './standard-rows.ts';
import { rowsOf, type TableRow, workbookOf } from './table.ts';

type Cells = Readonly<Partial<Record<Title, string | number | undefined>>>;

const wordOf = <Value>(words: Readonly<Record<string, Value>>, value: Value): string =>
  Object.keys(words).find((word) => words[word] === value) ?? '';

/** The only place where a mark is a number of points: what a cell of a workbook is, shown and never computed with. */
const points = (mark: Hundredths): number => Number(formatMark(mark));

const entriesOf = (rule: MarkingRule): Cells[] => {
  if (rule.kind === 'levels') {
    return rule.levels.map((each) => ({
      层级: '等级',
      名称: each.label,
      分值: points(each.marks),
      说明: each.descriptor,
    }));
  }
  if (rule.kind !== 'deduction') return [];
  return rule.items.map((each) => ({ 层级: '扣分项', 名称: each.label, 分值: points(each.marks) }));
};

const pointRows = (point: ObservationPoint): Cells[] => [
  {
    层级: '观测点',
    编号: point.pointId,
    名称: point.name,
    分值: points(point.fullMarks),
    说明: point.description,
    评审方法: wordOf(methodWords, point.method),
    评分规则: wordOf(ruleWords, point.rule.kind),
    满分比例: point.rule.kind === 'ratio' ? point.rule.fullAtPercent : undefined,
    须佐证: wordOf(yesWords, point.evidenceRequired),
    一票否决: wordOf(yesWords, point.veto),
  },
  ...entriesOf(point.rule),
];

const indicatorRow = (
  kind: '一级指标' | '二级指标',
  { indicatorId, name, fullMarks }: { indicatorId: string; name: string; fullMarks: Hundredths },
): Cells => ({ 层级: kind, 编号: indicatorId, 名称: name, 分值: points(fullMarks) });

const contentRows = (content: StandardContent): Cells[] => [
  { 层级: '标准', 名称: content.name, 分值: points(content.fullMarks), 说明: content.note },
  { 层级: '标签', 名称: content.label },
  ...(content.source === undefined ? [] : [{ 层级: '来源', 名称: content.source }]),
  ...content.indicators.flatMap((first) => [
    indicatorRow('一级指标', first),
    ...first.children.flatMap((second) => [indicatorRow('二级指标', second), ...second.children.flatMap(pointRows)]),
  ]),
];

const guide: readonly (readonly [string, string])[] = [
  ['层级', `自上而下填写：${Object.keys(rowShapes).join('、')}。下级写在所属上级的下面。`],
  ['编号', '一级指标 1，二级指标 1.1，观测点 1.1.1。'],
  ['分值', '满分值，最多 2 位小数；等级行为该等级的最高分，扣分项行为每次所扣的分。'],
  ['说明', '观测点的评分说明、等级的标准描述、标准的备注。'],
  ['评审方法', `观测点填写：${Object.keys(methodWords).join('、')}。`],
  ['评分规则', `观测点填写：${Object.keys(ruleWords).join('、')}。量表下列等级，扣分下列扣分项。`],
  ['满分比例', '评分规则为比例的观测点填写：达到百分之几得满分。'],
  ['须佐证、一票否决', `观测点填写：${Object.keys(yesWords).join('、')}。`],
];

/** A standard as a workbook: one sheet with a row per node, from above, and one that says what the columns hold. */
export const standardBook = (content: StandardContent): Promise<Uint8Array> =>
  workbookOf([
    {
      name: '评估标准',
      columns,
      rows: contentRows(content).map((cells) => columns.map(({ title }) => cells[title] ?? null)),
    },
    {
      name: '填写说明',
      columns: [
        { title: '列', width: 20 },
        { title: '怎样填写', width: 80 },
      ],
      rows: guide,
    },
  ]);

type Draft = { -readonly [Field in keyof StandardContent]: StandardContent[Field] };

/** Adds a row that was read to the standard; where it stands has been checked. */
type Adds = (draft: Draft) => void;

const lastPart = (draft: Draft) => draft.indicators.at(-1)?.children.at(-1);
const lastRule = (draft: Draft): MarkingRule | undefined => lastPart(draft)?.children.at(-1)?.rule;

/** The rule as its point's row begins it; its entries come with the rows below. */
function ruleOf(kind: MarkingRule['kind'], percent: number): MarkingRule {
  if (kind === 'levels') return { kind, levels: [] };
  if (kind === 'deduction') return { kind, items: [] };
  return kind === 'ratio' ? { kind, fullAtPercent: percent } : { kind };
}

function pointOf(cells: unknown, path: string): Adds {
  const read = parseFields(rowShapes.观测点, cells, path);
  const point: ObservationPoint = {
    pointId: read.编号,
    name: read.名称,
    description: read.说明,
    fullMarks: read.分值,
    method: read.评审方法,
    rule: ruleOf(read.评分规则, read.满分比例),
    evidenceRequired: read.须佐证,
    veto: read.一票否决,
  };
  return (draft) => lastPart(draft)?.children.push(point);
}

function indicatorOf(cells: unknown, path: string) {
  const { 编号: indicatorId, 名称: name, 分值: fullMarks } = parseFields(rowShapes.一级指标, cells, path);
  return { indicatorId, name, fullMarks, children: [] };
}

/** Reads a row by its kind; refuses what is wrong with its cells. */
const readers: Readonly<Record<RowKind, (cells: unknown, path: string) => Adds>> = {
  标准(cells, path) {
    const { 名称: name, 分值: fullMarks, 说明: note } = parseFields(rowShapes.标准, cells, path);
    return (draft) => Object.assign(draft, { name, fullMarks }, note !== undefined && { note });
  },
  标签(cells, path) {
    const { 名称: label } = parseFields(rowShapes.标签, cells, path);
    return (draft) => Object.assign(draft, { label });
  },
  来源(cells, path) {
    const { 名称: source } = parseFields(rowShapes.来源, cells, path);
    return (draft) => Object.assign(draft, source !== undefined && { source });
  },
  一级指标(cells, path) {
    const indicator = indicatorOf(cells, path);
    return (draft) => draft.indicators.push(indicator);
  },
  二级指标(cells, path) {
    const indicator = indicatorOf(cells, path);
    return (draft) => draft.indicators.at(-1)?.children.push(indicator);
  },
  观测点: pointOf,
  等级(cells, path) {
    const { 名称: label, 分值: marks, 说明: descriptor } = parseFields(rowShapes.等级, cells, path);
    const level = { label, marks, ...(descriptor !== undefined && { descriptor }) };
    return (draft) => {
      const rule = lastRule(draft);
      if (rule?.kind === 'levels') rule.levels.push(level);
    };
  },
  扣分项(cells, path) {
    const { 名称: label, 分值: marks } = parseFields(rowShapes.扣分项, cells, path);
    return (draft) => {
      const rule = lastRule(draft);
      if (rule?.kind === 'deduction') rule.items.push({ label, marks });
    };
  },
};

const wordIn = (cells: TableRow['cells'], title: Title): string => (cells[title] ?? '').normalize('NFKC').trim();

const unknownKind = (row: number): FieldProblem => {
  const offered = Object.keys(readers).join('、');
  return {
    path: `rows.${row}.层级`,
    code: 'NotOffered',
    zh: `层级只能填以下之一：${offered}。`,
    en: `The kind of a row is one of: ${offered}.`,
  };
};

function readRow({ row, cells }: TableRow): Adds | readonly FieldProblem[] {
  const kind = wordIn(cells, '层级');
  if (!isRowKind(kind)) return [unknownKind(row)];
  try {
    return readers[kind](cells, `rows.${row}`);
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
}

const placedRow = ({ row, cells }: TableRow): PlacedRow[] => {
  const kind = wordIn(cells, '层级');
  return isRowKind(kind) ? [{ row, kind, rule: wordIn(cells, '评分规则') }] : [];
};

/**
 * The standard that a workbook holds, sound or not; `standardBook` of it is that workbook again.
 * @throws AwardError `InvalidInput` with every wrong cell at `rows.<number>.<title>`.
 */
export async function standardFromBook(bytes: Uint8Array): Promise<StandardContent> {
  const rows = await rowsOf(bytes, { titles: columns.map(({ title }) => title) });
  const placed = rows.flatMap(placedRow);
  const read = rows.map(readRow);
  const wrong = read.flatMap((each) => (typeof each === 'function' ? [] : each));
  // Where a row is of no kind at all, what stands below it cannot be told to be out of place.
  const problems = [...checkHead(placed), ...wrong, ...(placed.length === rows.length ? checkPlaces(placed) : [])];
  if (problems.length > 0) throw new AwardError('InvalidInput', { fields: problems });
  const draft: Draft = { name: '', label: '', fullMarks: 0, indicators: [] };
  for (const adds of read) if (typeof adds === 'function') adds(draft);
  return draft;
}
