import * as z from 'zod';
import { oversees } from '#domain/policies';
import type { Register, RegisterUnit } from '#domain/register';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const RegisterOf = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100), categoryId: z.string() });

export const ListRegisterInput = RegisterOf.extend({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** The units of a register in the order of their import. */
export async function unitsOf(ctx: Pick<Context, 'store'>, register: Register): Promise<RegisterUnit[]> {
  const batches = await Promise.all(
    register.batches.map((batchId) => ctx.store.all<RegisterUnit>(keys.registerUnit(batchId, 0).pk)),
  );
  return batches.flat();
}

/** A page of the register of a year and category; `next` is where the following page begins. */
export async function listRegister(
  ctx: Context,
  input: z.input<typeof ListRegisterInput>,
): Promise<{ units: RegisterUnit[]; total: number; next?: number }> {
  allow(oversees(ctx.actor));
  const { year, categoryId, from, limit } = parse(ListRegisterInput, input);
  const register = await ctx.store.find(keys.register(year, categoryId));
  if (!register) return { units: [], total: 0 };
  const units = (await unitsOf(ctx, register)).slice(from, from + limit);
  const next = from + units.length;
  return { units, total: register.units, ...(next < register.units && { next }) };
}
