import type { FieldProblem } from '#domain/errors';
import type { Reviewer } from '#domain/reviews';
import { rowsOf, type TableRow, workbookOf } from './table.ts';

/** The columns of the pool as a workbook, and the field of the profile that each one holds. */
const columns = [
  { title: '账号', width: 16, field: 'reviewerId' },
  { title: '姓名', width: 12, field: 'name' },
  { title: '单位', width: 26, field: 'organizationName' },
  { title: '单位信用代码', width: 22, field: 'organizationCode' },
  { title: '评审类别', width: 22, field: 'categoryIds' },
  { title: '所在区域', width: 22, field: 'areaIds' },
  { title: '专长', width: 26, field: 'expertise' },
  { title: '工作量上限', width: 12, field: 'maximumLoad' },
  { title: '可参加评审', width: 12, field: 'available' },
  { title: '可用起', width: 12, field: 'availableFrom' },
  { title: '可用止', width: 12, field: 'availableUntil' },
  { title: '曾任职单位', width: 40, field: 'formerOrganizations' },
  { title: '第三方机构', width: 22, field: 'thirdParty' },
  { title: '第三方信用代码', width: 22, field: 'thirdPartyCode' },
  { title: '区外专家', width: 10, field: 'outside' },
  { title: '任职推荐单位', width: 16, field: 'recommender' },
] as const;
type Title = (typeof columns)[number]['title'];

const titles = columns.map(({ title }) => title);

/** What the office's lists are called: ids on the one side, the words of the workbook on the other. */
export type Words = {
  readonly categories: ReadonlyMap<string, string>;
  /** By id, `示范区/云锦街道`. */
  readonly areas: ReadonlyMap<string, string>;
};

const guide: readonly (readonly [string, string])[] = [
  ['账号', '专家登录本系统的用户名。须先由本人登录登记，并由学习办授予专家角色。'],
  [
    '评审类别、所在区域、专长',
    '可填多项，用分号或换行隔开。评审类别留空表示全部类别；区域写全称，如 示范区/云锦街道。',
  ],
  ['专长', '填写评估标准中一级或二级指标的名称。'],
  ['可参加评审、区外专家', '填写 是 或 否；留空时分别为 是、否。'],
  ['可用起、可用止', '日期，如 2026-07-01；留空表示不限。'],
  ['曾任职单位', '每家一行：单位名称|信用代码|离任日期。代码和日期可以空着，如 某学校||2023-06-30。'],
  ['导入', '按账号识别：已在库的更新，未在库的入库；表中没有的专家不变，回避关系不变。有一处错误则全部不导入。'],
];

const yes = (holds: boolean): string => (holds ? '是' : '否');

/** The pool as a workbook that can be imported again. */
export function reviewerBook(
  pool: readonly { readonly reviewer: Reviewer; readonly username: string }[],
  { categories, areas }: Words,
): Promise<Uint8Array> {
  const named = (words: ReadonlyMap<string, string>, ids: readonly string[]): string =>
    ids.map((id) => words.get(id) ?? id).join('；');
  const rows = pool.map(({ reviewer, username }) => [
    username,
    reviewer.name,
    reviewer.organizationName,
    reviewer.organizationCode ?? '',
    named(categories, reviewer.categoryIds),
    named(areas, reviewer.areaIds),
    reviewer.expertise.join('；'),
    reviewer.maximumLoad,
    yes(reviewer.available),
    reviewer.availableFrom ?? '',
    reviewer.availableUntil ?? '',
    (reviewer.formerOrganizations ?? [])
      .map(({ name, creditCode = '', until = '' }) => `${name}|${creditCode}|${until}`.replace(/\|+$/, ''))
      .join('\n'),
    reviewer.thirdParty?.name ?? '',
    reviewer.thirdParty?.creditCode ?? '',
    yes(reviewer.outside === true),
    reviewer.recommender ?? '',
  ]);
  return workbookOf([
    { name: '专家库', columns, rows },
    {
      name: '填写说明',
      columns: [
        { title: '列', width: 30 },
        { title: '怎样填写', width: 90 },
      ],
      rows: guide,
    },
  ]);
}

/** A row as it was read: the user name, and the profile as somebody would send it. */
export type BookRow = {
  readonly row: number;
  readonly username: string;
  readonly profile: Readonly<Record<string, unknown>>;
};

const problem = (row: number, title: Title, code: string, zh: string, en: string): FieldProblem => ({
  path: `rows.${row}.${title}`,
  code,
  zh,
  en,
});

/** A problem of a profile, told at the cell from which the value came. */
export function atCell(row: number, { path, ...rest }: FieldProblem): FieldProblem {
  const [field = '', part] = path.split('.');
  const wanted = field === 'thirdParty' && part === 'creditCode' ? 'thirdPartyCode' : field;
  const title = columns.find((column) => column.field === wanted)?.title ?? '账号';
  return { path: `rows.${row}.${title}`, ...rest };
}

const parts = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a spreadsheet counts days from; a cell that is formatted as a date comes as such a number. */
const firstDay = Date.UTC(1899, 11, 30);

const dateText = (text: string): string =>
  /^\d{5}$/.test(text)
    ? new Date(firstDay + Number(text) * 86_400_000).toISOString().slice(0, 10)
    : text.replaceAll('/', '-').replace(/-(\d)(?=-|$)/g, '-0$1');

const given = <T>(name: string, text: string, value: (text: string) => T): Record<string, T> =>
  text === '' ? {} : { [name]: value(text) };

function formerOf(text: string) {
  return parts(text).map((line) => {
    const [name = '', creditCode = '', until = ''] = line.split(/[|｜]/).map((part) => part.trim());
    return { name, ...(creditCode && { creditCode }), ...(until && { until: dateText(until) }) };
  });
}

function readRow(
  { row, cells }: TableRow,
  idsOf: { categories: Ids; areas: Ids },
): BookRow & { problems: FieldProblem[] } {
  const cell = (title: Title): string => (cells[title] ?? '').trim();
  const problems: FieldProblem[] = [];
  const ids = (title: Title, known: Ids, code: string, zh: string, en: string): string[] =>
    parts(cell(title)).flatMap((word) => {
      const found = known.get(word.normalize('NFKC'));
      if (found !== undefined) return [found];
      problems.push(problem(row, title, code, `没有「${word}」这个${zh}。`, `There is no ${en} "${word}".`));
      return [];
    });
  const flag = (title: Title, ifEmpty: boolean): boolean => {
    if (!['', '是', '否'].includes(cell(title))) {
      problems.push(problem(row, title, 'NotOffered', '请填写 是 或 否。', 'Write 是 (yes) or 否 (no).'));
    }
    return cell(title) === '' ? ifEmpty : cell(title) === '是';
  };
  const firm = { ...given('name', cell('第三方机构'), String), ...given('creditCode', cell('第三方信用代码'), String) };
  const profile = {
    name: cell('姓名'),
    organizationName: cell('单位'),
    ...given('organizationCode', cell('单位信用代码'), String),
    categoryIds: ids('评审类别', idsOf.categories, 'UnknownCategory', '类别', 'category'),
    areaIds: ids('所在区域', idsOf.areas, 'UnknownArea', '区域', 'area'),
    expertise: parts(cell('专长')),
    ...given('maximumLoad', cell('工作量上限'), Number),
    available: flag('可参加评审', true),
    ...given('availableFrom', cell('可用起'), dateText),
    ...given('availableUntil', cell('可用止'), dateText),
    formerOrganizations: formerOf(cell('曾任职单位')),
    ...(Object.keys(firm).length > 0 && { thirdParty: firm }),
    outside: flag('区外专家', false),
    ...given('recommender', cell('任职推荐单位'), String),
  };
  return { row, username: cell('账号'), profile, problems };
}

type Ids = ReadonlyMap<string, string>;

const inverted = (words: ReadonlyMap<string, string>): Ids =>
  new Map([...words].map(([id, word]) => [word.normalize('NFKC'), id]));

/**
 * The rows of a workbook as profiles, with everything in them that cannot be read.
 * @throws AwardError `InvalidInput` when it is no such workbook at all.
 */
export async function reviewersFromBook(
  bytes: Uint8Array,
  { categories, areas }: Words,
): Promise<{ rows: BookRow[]; problems: FieldProblem[] }> {
  const idsOf = { categories: inverted(categories), areas: inverted(areas) };
  const read = (await rowsOf(bytes, { titles })).map((row) => readRow(row, idsOf));
  return {
    rows: read.map(({ row, username, profile }) => ({ row, username, profile })),
    problems: read.flatMap(({ problems }) => problems),
  };
}
