import * as z from 'zod';
import type { Dossier } from '#domain/dossier/record';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListDossiersInput = z.strictObject({ cycleId: z.string().max(100) });

/** The dossiers of a cycle, newest first. */
export async function listDossiers(
  ctx: Context,
  input: z.input<typeof ListDossiersInput>,
): Promise<{ items: Versioned<Dossier>[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListDossiersInput, input);
  const all = await ctx.store.all<Dossier>(keys.dossier(cycleId, 0).pk);
  return { items: all.toReversed() };
}
