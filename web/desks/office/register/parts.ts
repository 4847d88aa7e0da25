import * as z from 'zod';
import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { checkRows, mostRows, RegisterUnit } from '#domain/register';
import type { UnitRow } from './rows.ts';

type Into = { readonly year: number; readonly categoryId: string; readonly areaIds: ReadonlySet<string> };

/** The rows in the parts in which they are sent. */
export const partsOf = (units: readonly UnitRow[]): UnitRow[][] =>
  Array.from({ length: Math.ceil(units.length / mostRows) }, (_, at) =>
    units.slice(at * mostRows, (at + 1) * mostRows),
  );

/**
 * From which row on it has to be sent: behind those that are in already, or from the first where what was chosen or
 * typed since is another register.
 */
export const goesOnFrom = (units: readonly UnitRow[], taken: readonly UnitRow[]): number =>
  JSON.stringify(units.slice(0, taken.length)) === JSON.stringify(taken) ? taken.length : 0;

/**
 * What is wrong with rows that go in several parts, by the server's own rules: looked for before the first part is
 * sent, so that none is refused after another was taken. A single part is looked at by the server alone.
 */
export function faultsOfParts(units: readonly UnitRow[], { year, categoryId, areaIds }: Into): readonly FieldProblem[] {
  if (units.length <= mostRows) return [];
  const rows = units.map((unit) => ({ ...unit, year, categoryId }));
  try {
    return checkRows(parseFields(z.array(RegisterUnit), rows, 'units'), { before: [], areaIds });
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
}
