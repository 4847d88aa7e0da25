import type { Outcome } from './outcome.ts';
import type { ApplicationShape } from './shapes.ts';

const columns = ['applied', 'accepted', 'assessed', 'scored', 'shortlisted', 'objected', 'removed', 'named'] as const;
type Column = (typeof columns)[number];
export type TableRow = { readonly categoryId: string } & Readonly<Record<Column, number>>;

const titles: Readonly<Record<Column, string>> = {
  applied: '申报',
  accepted: '受理',
  assessed: '自评',
  scored: '评分',
  shortlisted: '拟入选',
  objected: '被异议',
  removed: '剔除',
  named: '命名',
};

/** How far each application came, counted by category; the last row sums them all. */
export function tableOf({ plan, applications, publicized, objections }: Outcome): TableRow[] {
  const listed = new Set(publicized.map(({ applicationId }) => applicationId));
  const accused = new Set(objections.map(({ target }) => target.applicationId));
  const came: Readonly<Record<Column, (application: ApplicationShape) => boolean>> = {
    applied: ({ submissions }) => submissions > 0,
    accepted: ({ rounds }) => (rounds['self-assessment'] ?? 0) > 0,
    assessed: ({ assessments }) => assessments > 0,
    scored: ({ rounds }) => (rounds['conclusion'] ?? 0) > 0,
    shortlisted: ({ applicationId }) => listed.has(applicationId),
    objected: ({ applicationId }) => accused.has(applicationId),
    removed: ({ status }) => status === 'removed',
    named: ({ status }) => status === 'named',
  };
  const rowOf = (categoryId: string, of: readonly ApplicationShape[]): TableRow => {
    const counts = columns.map((column): [Column, number] => [column, of.filter(came[column]).length]);
    // Safe: the entries are exactly the columns.
    return { categoryId, ...(Object.fromEntries(counts) as Record<Column, number>) };
  };
  const categoryIds = plan.cycle.categories.map(({ categoryId }) => categoryId);
  return [
    ...categoryIds.map((categoryId) =>
      rowOf(
        categoryId,
        applications.filter((each) => each.categoryId === categoryId),
      ),
    ),
    rowOf('total', applications),
  ];
}

/** A Chinese character takes the width of two. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '\u2e7f' ? 2 : 1), 0);
const toRight = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The table as it is printed. */
export function printed(rows: readonly TableRow[]): string {
  const cells = [
    ['', ...columns.map((column) => titles[column])],
    ['category', ...columns],
    ...rows.map((row) => [row.categoryId, ...columns.map((column) => String(row[column]))]),
  ];
  return cells
    .map(([first = '', ...rest]) => first.padEnd(13) + rest.map((cell) => toRight(cell, 12)).join(''))
    .join('\n');
}
