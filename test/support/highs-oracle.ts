import highs from 'highs';
import type { Core } from '#domain/matching/core';

/**
 * The assignment problem told to HiGHS in its input format. The matrix of a flow is totally unimodular, so the linear
 * program's optimum is that of whole pairs.
 */
const solver = await highs();

type Term = readonly [factor: number, variable: string];

/** One term a line: the reader's lines are of limited length. */
const sum = (terms: readonly Term[]): string =>
  terms.length === 0 ? '0 nothing' : terms.map(([factor, variable]) => `+ ${factor} ${variable}`).join('\n');

const variable = (row: number, column: number): string => `x${row}_${column}`;

function pairsOf(core: Core): (readonly [row: number, column: number, fit: number])[] {
  const pairs: [number, number, number][] = [];
  for (let at = 0; at < core.fit.length; at += 1) {
    const fit = core.fit[at] as number;
    if (fit >= 0) pairs.push([Math.floor(at / core.columns), at % core.columns, fit]);
  }
  return pairs;
}

/** Sizes, loads, group rules and pins: everything but what is wanted. */
function constraintsOf(core: Core): { rules: string; bounds: string } {
  const byRow = Array.from({ length: core.rows }, (): number[] => []);
  const byColumn = Array.from({ length: core.columns }, (): number[] => []);
  for (const [row, column] of pairsOf(core)) {
    byRow[row]?.push(column);
    byColumn[column]?.push(row);
  }
  const rules: string[] = [];
  for (const [row, columns] of byRow.entries()) {
    const terms = (some: readonly number[]): string => sum(some.map((column) => [1, variable(row, column)] as const));
    rules.push(`${terms(columns)} = ${core.sizes[row]}`);
    for (const organization of new Set(columns.map((column) => core.organization?.[column] ?? -1))) {
      const members = columns.filter((column) => core.organization?.[column] === organization);
      if (organization >= 0 && members.length > 1) rules.push(`${terms(members)} <= 1`);
    }
    const outside = columns.filter((column) => core.outside?.[column] === 1);
    if (core.outsiders) rules.push(`${terms(outside)} >= ${core.outsiders}`);
  }
  for (const [column, rows] of byColumn.entries()) {
    const load = sum(rows.map((row) => [1, variable(row, column)] as const));
    rules.push(`${load} >= ${core.least[column]}`, `${load} <= ${core.most[column]}`);
  }
  const pinned = new Set(core.pins.map(([row, column]) => variable(row, column)));
  const bounds = pairsOf(core).map(([row, column]) => {
    const name = variable(row, column);
    return pinned.has(name) ? `${name} = 1` : `0 <= ${name} <= 1`;
  });
  return { rules: rules.join('\n'), bounds: ['nothing = 0', ...bounds].join('\n') };
}

function optimumOf(goal: string, rules: string, bounds: string): number | undefined {
  const { Status, ObjectiveValue } = solver.solve(`Maximize\n${goal}\nSubject To\n${rules}\nBounds\n${bounds}\nEnd\n`);
  if (Status === 'Infeasible') return undefined;
  if (Status !== 'Optimal') throw new Error(`HiGHS ended with ${Status}`);
  return ObjectiveValue;
}

/** The greatest total fit, or undefined where there is no assignment. */
export function highsTotal(core: Core): number | undefined {
  const { rules, bounds } = constraintsOf(core);
  const goal = sum(pairsOf(core).map(([row, column, fit]) => [fit, variable(row, column)] as const));
  const value = optimumOf(goal, rules, bounds);
  return value === undefined ? undefined : Math.round(value);
}

/** The linear bound of the best possible least total fit of any row. */
export function highsLeast(core: Core): number | undefined {
  const { rules, bounds } = constraintsOf(core);
  const byRow = Array.from({ length: core.rows }, (): Term[] => []);
  for (const [row, column, fit] of pairsOf(core)) byRow[row]?.push([fit, variable(row, column)]);
  const floors = byRow.map((terms) => `${sum(terms)} - 1 least >= 0`).join('\n');
  return optimumOf('least', `${rules}\n${floors}`, bounds);
}
