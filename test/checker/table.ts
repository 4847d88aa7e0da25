import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { milestonesOf } from './courses.ts';
import { type Expected, isStruckOff, type Outcome } from './expected.ts';

const columns = ['applied', 'accepted', 'assessed', 'scored', 'shortlisted', 'objected', 'removed', 'named'] as const;
type Column = (typeof columns)[number];

export type TableRow = { readonly categoryId: string } & Readonly<Record<Column, number>>;

/** The final table, one row a category. Who withdraws in publicity is neither removed nor named. */
export function tableOf(plan: SeasonPlan, { outcomes }: Expected): TableRow[] {
  const objected = new Set(plan.objections.flatMap(({ target }) => (target.kind === 'entry' ? [target.unitKey] : [])));
  const counts: Readonly<Record<Column, (outcome: Outcome) => boolean>> = {
    applied: () => true,
    accepted: ({ of }) => milestonesOf(of.unit).accepted,
    assessed: ({ of }) => milestonesOf(of.unit).assessed,
    scored: ({ score }) => score !== undefined,
    shortlisted: ({ shortlisted }) => shortlisted,
    objected: ({ of }) => objected.has(of.unit.unitKey),
    removed: ({ of }) => isStruckOff(plan, of.unit.unitKey),
    named: ({ named }) => named,
  };
  return plan.cycle.categories.map(({ categoryId }) => {
    const mine = outcomes.filter(({ of }) => of.unit.categoryId === categoryId);
    const cells = columns.map((column) => [column, mine.filter(counts[column]).length]);
    return { categoryId, ...(Object.fromEntries(cells) as Record<Column, number>) };
  });
}

/** The table for the terminal, with its sums. */
export function drawn(rows: readonly TableRow[]): string {
  const sums = columns.map((column) => rows.reduce((total, row) => total + row[column], 0));
  const lines = [
    ['category', ...columns],
    ...rows.map((row) => [row.categoryId, ...columns.map((column) => row[column])]),
    ['sum', ...sums],
  ];
  return lines
    .map(([head, ...cells]) => String(head).padEnd(13) + cells.map((cell) => String(cell).padStart(12)).join(''))
    .join('\n');
}
