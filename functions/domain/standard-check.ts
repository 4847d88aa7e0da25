import type { FieldProblem } from './errors.ts';
import { formatMark } from './marks.ts';
import { normalizeName } from './names.ts';
import type { ObservationPoint, Standard } from './standards.ts';

/** The full marks of every standard: 100.00 in hundredths (the pass line and the weights presuppose it). */
export const wholeMarks = 10_000;

/** What the three levels of the tree have in common, once ids and children go by one name. */
type Node = {
  readonly path: string;
  readonly id: string;
  readonly idField: 'indicatorId' | 'pointId';
  readonly name: string;
  readonly fullMarks: number;
  readonly children: readonly Node[];
  readonly point?: ObservationPoint;
};

/**
 * Everything that keeps a standard from being published: leaves sum to their parents and these to 100.00, ids are
 * unique and continue their parent's id, full marks are positive, no two under one parent go by the same name (width
 * and kind of bracket aside), points are described, levels descend from the full marks and each has its descriptor.
 * @returns problems with paths as in the document (`indicators.0.children.1.fullMarks`), empty when sound.
 */
export function checkStandard(standard: Standard): FieldProblem[] {
  const roots = nodesOf(standard);
  return [
    ...checkName('name', standard.name),
    ...checkWhole(standard),
    ...checkSum('fullMarks', standard.fullMarks, roots),
    ...checkUnique(roots.flatMap(withDescendants)),
    ...checkSiblings(roots.map(nameAt)),
    ...roots.flatMap((root) => checkNode(root, undefined)),
  ];
}

function nodesOf(standard: Standard): Node[] {
  return standard.indicators.map((first, i) => ({
    ...indicatorNode(first, `indicators.${i}`),
    children: first.children.map((second, j) => ({
      ...indicatorNode(second, `indicators.${i}.children.${j}`),
      children: second.children.map((point, k) => pointNode(point, `indicators.${i}.children.${j}.children.${k}`)),
    })),
  }));
}

const indicatorNode = (indicator: { indicatorId: string; name: string; fullMarks: number }, path: string) => ({
  path,
  id: indicator.indicatorId,
  idField: 'indicatorId' as const,
  name: indicator.name,
  fullMarks: indicator.fullMarks,
});

const pointNode = (point: ObservationPoint, path: string): Node => ({
  path,
  id: point.pointId,
  idField: 'pointId',
  name: point.name,
  fullMarks: point.fullMarks,
  children: [],
  point,
});

const withDescendants = (node: Node): Node[] => [node, ...node.children.flatMap(withDescendants)];

function checkNode(node: Node, parentId: string | undefined): FieldProblem[] {
  return [
    ...checkId(node, parentId),
    ...checkName(`${node.path}.name`, node.name),
    ...checkPositive(node),
    ...(node.point
      ? [...checkDescription(node.point, node.path), ...checkRule(node.point, node.path)]
      : checkSum(`${node.path}.fullMarks`, node.fullMarks, node.children)),
    ...checkSiblings(node.children.map(nameAt)),
    ...node.children.flatMap((child) => checkNode(child, node.id)),
  ];
}

/** An id is its parent's id, a dot and a number without leading zeros: 1, 1.2, 1.2.3. */
function checkId(node: Node, parentId: string | undefined): FieldProblem[] {
  const own = parentId === undefined ? node.id : node.id.slice(parentId.length + 1);
  const continues = parentId === undefined || node.id.startsWith(`${parentId}.`);
  if (continues && /^[1-9]\d?$/.test(own)) return [];
  const expected = parentId === undefined ? '1' : `${parentId}.1`;
  return [
    problem(
      `${node.path}.${node.idField}`,
      'IdNotWellFormed',
      `编号「${node.id}」不规范，应形如 ${expected}。`,
      `The id "${node.id}" is not well-formed; it should look like ${expected}.`,
    ),
  ];
}

function checkUnique(nodes: readonly Node[]): FieldProblem[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    if (!seen.has(node.id)) {
      seen.add(node.id);
      return [];
    }
    const path = `${node.path}.${node.idField}`;
    return [problem(path, 'Duplicate', `编号「${node.id}」重复。`, `The id "${node.id}" occurs twice.`)];
  });
}

type Named = { readonly path: string; readonly name: string };

const nameAt = ({ path, name }: Node): Named => ({ path: `${path}.name`, name });

/** Names that differ only in width, brackets or idle spaces are one name; an empty one is told elsewhere. */
function checkSiblings(siblings: readonly Named[]): FieldProblem[] {
  const seen = new Map<string, string>();
  return siblings.flatMap(({ path, name }) => {
    const key = normalizeName(name);
    const other = seen.get(key);
    if (key === '' || other === undefined) {
      seen.set(key, name);
      return [];
    }
    return [
      problem(
        path,
        'DuplicateName',
        `与同级的「${other}」同名（不计全角半角、括号样式和空格），请改名或合并。`,
        `This is the name of its sibling "${other}" (width, brackets and spaces aside). Rename or merge it.`,
      ),
    ];
  });
}

const checkDescription = ({ description }: ObservationPoint, path: string): FieldProblem[] =>
  description.trim() !== ''
    ? []
    : [
        problem(
          `${path}.description`,
          'DescriptionMissing',
          '请填写观测点的评分说明。',
          'Say what is looked for at this point.',
        ),
      ];

const checkName = (path: string, name: string): FieldProblem[] =>
  name.trim() !== '' && name.length <= 100
    ? []
    : [problem(path, 'NameLength', '名称不能为空，且不超过 100 字。', 'A name has 1 to 100 characters.')];

const checkPositive = (node: Node): FieldProblem[] =>
  node.fullMarks > 0
    ? []
    : [problem(`${node.path}.fullMarks`, 'NotPositive', '满分值应大于 0。', 'Full marks must be above 0.')];

const checkWhole = (standard: Standard): FieldProblem[] =>
  standard.fullMarks === wholeMarks
    ? []
    : [problem('fullMarks', 'NotWhole', '标准满分应为 100 分。', 'The full marks of a standard are 100.')];

function checkSum(path: string, whole: number, parts: readonly Node[]): FieldProblem[] {
  const sum = parts.reduce((total, part) => total + part.fullMarks, 0);
  if (parts.length > 0 && sum === whole) return [];
  return [
    problem(
      path,
      'SumDiffers',
      `下级满分合计 ${formatMark(sum)}，应等于 ${formatMark(whole)}。`,
      `The full marks below sum to ${formatMark(sum)}; they must equal ${formatMark(whole)}.`,
    ),
  ];
}

type Entries = readonly { readonly label: string; readonly marks: number; readonly descriptor?: string | undefined }[];

function checkRule({ rule, fullMarks }: ObservationPoint, path: string): FieldProblem[] {
  if (rule.kind === 'levels') return checkLevels(rule.levels, fullMarks, `${path}.rule.levels`);
  if (rule.kind === 'deduction') return checkDeductions(rule.items, fullMarks, `${path}.rule.items`);
  return [];
}

const checkLabels = (entries: Entries, path: string): FieldProblem[] => [
  ...entries.flatMap((entry, i) => checkName(`${path}.${i}.label`, entry.label)),
  ...checkSiblings(entries.map(({ label }, i) => ({ path: `${path}.${i}.label`, name: label }))),
];

const checkDescriptors = (levels: Entries, path: string): FieldProblem[] =>
  levels.flatMap(({ label, descriptor = '' }, i) =>
    descriptor.trim() !== ''
      ? []
      : [
          problem(
            `${path}.${i}.descriptor`,
            'DescriptorMissing',
            `请填写等级「${label}」的说明：达到什么程度属于这一等级。`,
            `Say by what the level "${label}" is known.`,
          ),
        ],
  );

function checkLevels(levels: Entries, fullMarks: number, path: string): FieldProblem[] {
  const descending = levels.every((level, i) => i === 0 || level.marks < (levels[i - 1]?.marks ?? 0));
  if (levels[0]?.marks === fullMarks && descending) {
    return [...checkLabels(levels, path), ...checkDescriptors(levels, path)];
  }
  return [
    problem(path, 'LevelsNotDescending', '等级应从满分起逐级递减。', 'Levels start at the full marks and descend.'),
  ];
}

function checkDeductions(items: Entries, fullMarks: number, path: string): FieldProblem[] {
  if (items.length > 0 && items.every((item) => item.marks > 0 && item.marks <= fullMarks))
    return checkLabels(items, path);
  return [
    problem(
      path,
      'DeductionOutOfRange',
      '至少一个扣分项，每项扣分应大于 0 且不超过满分。',
      'At least one item, each deducting more than 0 and at most the full marks.',
    ),
  ];
}

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });
