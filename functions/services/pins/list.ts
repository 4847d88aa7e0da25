import * as z from 'zod';
import type { Pin } from '#domain/draws';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListPinsInput = z.strictObject({ cycleId: z.string() });

/** Whom the office set on panels, with its reasons, for those who oversee the cycle. */
export async function listPins(
  ctx: Context,
  input: z.input<typeof ListPinsInput>,
): Promise<{ items: Versioned<Pin>[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListPinsInput, input);
  return { items: await ctx.store.all<Pin>(keys.pin(cycleId, '', '').pk) };
}
