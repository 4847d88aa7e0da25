import * as z from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';
import type { Refusal } from './fields.ts';
import { formatMark, type Hundredths, parseMark } from './marks.ts';
import { type MarkingRule, type ObservationPoint, ratioMark } from './standards.ts';

const count = z.int().min(0).max(1_000_000_000);

/**
 * What a mark was reached from, where the reviewer says so; kept beside the mark, so that its arithmetic can be
 * opened later. Items and levels go by their place in the rule, from 0.
 */
export const MarkBasis = z.strictObject({
  /** 量表: the level that was chosen. */
  level: z.int().min(0).max(9).optional(),
  /** 扣分: what was found, and how often; an empty list: nothing was. */
  found: z
    .array(z.strictObject({ item: z.int().min(0).max(29), count: z.int().min(1).max(1000) }))
    .max(30)
    .optional(),
  /** 比例: counted units, e.g. 412 trained of 800 staff. */
  part: count.optional(),
  whole: count.min(1).optional(),
});
export type MarkBasis = z.infer<typeof MarkBasis>;

/** A mark as it was typed and what it was reached from; either may be missing. */
export type TypedMark = { readonly score?: string | number | undefined; readonly given?: MarkBasis | undefined };

/** A mark in hundredths beside what it was reached from; without a score the point is still blank. */
export type LeafMark = { readonly score?: Hundredths; readonly given?: MarkBasis };

type Basis<Kind extends MarkingRule['kind']> = {
  readonly rule: Extract<MarkingRule, { kind: Kind }>;
  readonly fullMarks: Hundredths;
  readonly given: MarkBasis;
  readonly path: string;
};

const fieldsOf: Readonly<Record<MarkingRule['kind'], readonly (keyof MarkBasis)[]>> = {
  levels: ['level'],
  deduction: ['found'],
  ratio: ['part', 'whole'],
  'yes-no': [],
};

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

const refuse = (...fields: readonly FieldProblem[]): never => {
  throw new AwardError('InvalidInput', { fields });
};

/**
 * The band of a level, in hundredths: a mark of it is at most `most` and more than `above`. The lowest band ends at
 * 0, which is a mark of it.
 */
const bandOf = (levels: Basis<'levels'>['rule']['levels'], at: number): { most: Hundredths; above: Hundredths } => ({
  most: levels[at]?.marks ?? 0,
  above: levels[at + 1]?.marks ?? -1,
});

/** A mark lies in the band of the level that was chosen, if one was. */
function checkBand({ rule, given, path }: Basis<'levels'>, score: Hundredths | undefined): void {
  if (given.level === undefined) return;
  const level = rule.levels[given.level];
  if (!level) refuse(unknownLevel(`${path}.given.level`));
  const { most, above } = bandOf(rule.levels, given.level);
  if (score !== undefined && (score > most || score <= above)) {
    refuse(outOfBand(`${path}.score`, level?.label ?? '', most, above));
  }
}

const unknownLevel = (path: string): FieldProblem =>
  problem(path, 'UnknownLevel', '该观测点没有这个等级。', 'The point has no such level.');

function outOfBand(path: string, label: string, most: Hundredths, above: Hundredths): FieldProblem {
  const [from, to] = [formatMark(Math.max(0, above)), formatMark(most)];
  const [zh, en] =
    above < 0
      ? [`${from} 至 ${to}`, `${from} to ${to}`]
      : [`高于 ${from}、不超过 ${to}`, `above ${from}, at most ${to}`];
  return problem(
    path,
    'LevelBand',
    `所选等级「${label}」的得分应为${zh}，请改得分或改选等级。`,
    `A mark of the chosen level "${label}" is ${en}. Change the mark or the level.`,
  );
}

/** Full marks less each item as often as it was found, never below 0; undefined where no list was given. */
function deducted({ rule, fullMarks, given, path }: Basis<'deduction'>): Hundredths | undefined {
  const { found } = given;
  if (!found) return undefined;
  const problems = found.flatMap(({ item }, at) => {
    const where = `${path}.given.found.${at}.item`;
    if (!rule.items[item]) return [problem(where, 'UnknownItem', '没有这个扣分项。', 'There is no such item.')];
    const twice = found.findIndex((each) => each.item === item) < at;
    return twice
      ? [problem(where, 'Duplicate', '扣分项重复，请合并次数。', 'The item occurs twice; add the counts.')]
      : [];
  });
  if (problems.length > 0) refuse(...problems);
  const less = found.reduce((sum, { item, count }) => sum + (rule.items[item]?.marks ?? 0) * count, 0);
  return Math.max(0, fullMarks - less);
}

/** The ratio's mark, rounded half up when it is entered (domain.md §4); undefined where no counts were given. */
function proportional({ rule, fullMarks, given, path }: Basis<'ratio'>): Hundredths | undefined {
  const { part, whole } = given;
  if (part === undefined && whole === undefined) return undefined;
  if (part === undefined || whole === undefined) {
    const missing = part === undefined ? 'part' : 'whole';
    return refuse(
      problem(`${path}.given.${missing}`, 'Required', '请同时填写部分数和总数。', 'Enter both the part and the whole.'),
    );
  }
  if (part > whole) {
    return refuse(
      problem(
        `${path}.given.part`,
        'PartAboveWhole',
        `部分数 ${part} 不能大于总数 ${whole}。`,
        `The part ${part} cannot exceed the whole ${whole}.`,
      ),
    );
  }
  return ratioMark(fullMarks, rule.fullAtPercent, part, whole);
}

/** What the rule computes from what was given, if it computes anything. */
function computed({ rule, fullMarks }: ObservationPoint, given: MarkBasis, path: string): Hundredths | undefined {
  if (rule.kind === 'deduction') return deducted({ rule, fullMarks, given, path });
  return rule.kind === 'ratio' ? proportional({ rule, fullMarks, given, path }) : undefined;
}

/** A mark that the rule computes is not typed beside it as another. */
function agreed(typed: Hundredths | undefined, mark: Hundredths | undefined, path: string): Hundredths | undefined {
  if (typed === undefined || mark === undefined || typed === mark) return mark ?? typed;
  return refuse(
    problem(
      `${path}.score`,
      'NotAsComputed',
      `按所填内容计算应为 ${formatMark(mark)} 分；请改正其一，或只填一处。`,
      `What was given makes ${formatMark(mark)}. Correct one of them, or fill in only one.`,
    ),
  );
}

/** Why a mark is none of a yes-or-no point; undefined where it is one, or the rule is another. */
export function notYesOrNo({ rule, fullMarks }: ObservationPoint, mark: Hundredths): Refusal | undefined {
  if (rule.kind !== 'yes-no' || mark === 0 || mark === fullMarks) return undefined;
  return {
    code: 'NotYesOrNo',
    zh: `此项为是否项，只能给 ${formatMark(fullMarks)} 分或 0 分。`,
    en: `This point is yes or no: give ${formatMark(fullMarks)} or 0.`,
  };
}

/**
 * A point's mark by its rule. Every rule takes a plain mark from 0 to the full marks; besides,
 * - `levels` takes the level chosen, whose band the mark must lie in;
 * - `deduction` takes what was found and computes the mark exactly, never below 0;
 * - `ratio` takes part and whole and rounds half up to 2 decimals;
 * - `yes-no` takes 0 or the full marks and nothing between.
 * @param path where the point stands in the sheet, `marks.1.1.1`.
 * @throws AwardError `InvalidInput` below `path`.
 */
export function readLeafMark(point: ObservationPoint, { score, given = {} }: TypedMark, path: string): LeafMark {
  const { rule, fullMarks } = point;
  const foreign = Object.keys(given).filter((field) => !fieldsOf[rule.kind].some((own) => own === field));
  if (foreign.length > 0) refuse(...foreign.map((field) => notByThisRule(`${path}.given.${field}`)));
  const typed = score === undefined ? undefined : parseMark(score, { min: 0, max: fullMarks }, `${path}.score`);
  const mark = agreed(typed, computed(point, given, path), path);
  if (rule.kind === 'levels') checkBand({ rule, fullMarks, given, path }, mark);
  const between = mark === undefined ? undefined : notYesOrNo(point, mark);
  if (between) refuse({ path: `${path}.score`, ...between });
  return { ...(mark !== undefined && { score: mark }), ...(Object.keys(given).length > 0 && { given }) };
}

const notByThisRule = (path: string): FieldProblem =>
  problem(path, 'NotByThisRule', '该观测点的评分规则没有此项。', 'The rule of this point has no such field.');
