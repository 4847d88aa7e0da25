import * as z from 'zod';
import type { DrawRecord } from '#domain/draws';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListDrawsInput = z.strictObject({ cycleId: z.string() });

/** Every draw of a cycle, of both rounds: the last of a round is in force, the others tell how it came to that. */
export async function listDraws(
  ctx: Context,
  input: z.input<typeof ListDrawsInput>,
): Promise<{ items: Versioned<DrawRecord>[] }> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(ListDrawsInput, input);
  return { items: await ctx.store.all<DrawRecord>(keys.draw(cycleId, 'documents', 0).pk) };
}
