import * as z from 'zod';
import type { FieldProblem } from '#domain/errors';
import { mayAdminister } from '#domain/policies';
import { checkRegister, type Register, RegisterUnit } from '#domain/register';
import { registers, registerUnits } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { areasOf, categoryNamed } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { RegisterOf, unitsOf } from './list.ts';

export const ImportInput = RegisterOf.extend({
  /** A register of more than one request's rows begins with `replace` and goes on with `append`. */
  mode: z.enum(['replace', 'append']).default('replace'),
  units: z
    .array(RegisterUnit.omit({ year: true, categoryId: true }))
    .min(1)
    .max(5000),
});

const unknownArea = (row: number): FieldProblem => ({
  path: `units.${row}.areaId`,
  code: 'UnknownArea',
  zh: '没有这个区域。',
  en: 'There is no such area.',
});

/** Problems of the given rows, counted from 0, among all that the register would then hold. */
function checkRows(before: readonly RegisterUnit[], given: readonly RegisterUnit[]): FieldProblem[] {
  return checkRegister([...before, ...given]).map((problem) => ({
    ...problem,
    path: `units.${Number(problem.path.replace('units.', '')) - before.length}`,
  }));
}

/**
 * Imports units into the register (单位名册). Every row is checked first; the rows are then staged under a batch that
 * nothing points at, and become the register by one pointer, so that nothing is ever half imported.
 * @throws AwardError `InvalidInput` with the problems row by row (`units.3.creditCode`).
 */
export async function importRegister(ctx: Context, input: z.input<typeof ImportInput>): Promise<Register> {
  allow(mayAdminister(ctx.actor));
  const { year, categoryId, mode, units } = parse(ImportInput, input);
  await categoryNamed(ctx, categoryId);
  const known = new Set((await areasOf(ctx)).map((area) => area.areaId));
  refuseFields(units.flatMap((unit, row) => (known.has(unit.areaId) ? [] : [unknownArea(row)])));
  const register = await ctx.store.find(keys.register(year, categoryId));
  const rows = units.map((unit) => ({ ...unit, year, categoryId }));
  const before = mode === 'append' && register ? await unitsOf(ctx, register) : [];
  refuseFields(checkRows(before, rows));

  const batchId = ctx.ids.next('register-batch');
  await ctx.store.stage(
    registerUnits,
    rows.map((row, position) => ({ ...row, batchId, position })),
  );
  const next: Register = {
    year,
    categoryId,
    batches: [...(mode === 'append' ? (register?.batches ?? []) : []), batchId],
    units: before.length + rows.length,
    importedAt: ctx.clock.now(),
  };
  return commit(ctx, {
    chain: `register/${year}/${categoryId}`,
    action: 'register.imported',
    details: { year, categoryId, mode, batchId, units: next.units },
    writes: [register ? save(registers, { ...next, version: register.version }) : create(registers, next)],
    answer: next,
  });
}
