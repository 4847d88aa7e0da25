import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { checkRows, mostRows, type Register, RegisterUnit } from '#domain/register';
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
    .max(mostRows),
});

/**
 * Imports units into the register (单位名册). Every row is checked first; the rows are then staged under a batch that
 * nothing points at, and become the register by one pointer, so that nothing is ever half imported.
 * @throws AwardError `InvalidInput` with the problems row by row (`units.3.creditCode`).
 */
export async function importRegister(ctx: Context, input: z.input<typeof ImportInput>): Promise<Register> {
  allow(mayAdminister(ctx.actor));
  const { year, categoryId, mode, units } = parse(ImportInput, input);
  await categoryNamed(ctx, categoryId);
  const register = await ctx.store.find(keys.register(year, categoryId));
  const rows = units.map((unit) => ({ ...unit, year, categoryId }));
  const before = mode === 'append' && register ? await unitsOf(ctx, register) : [];
  const areaIds = new Set((await areasOf(ctx)).map((area) => area.areaId));
  refuseFields(checkRows(rows, { before, areaIds }));

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
