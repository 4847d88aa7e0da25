import * as z from 'zod';
import { holds, personIdOf } from '#domain/people';
import { type Component, stands } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListConfirmationsInput = z.strictObject({ cycleId: z.string() });

/** The transcriptions of a reviewer's signed sheets that wait for their confirmation. */
export async function listConfirmations(
  ctx: Context,
  input: z.input<typeof ListConfirmationsInput>,
): Promise<{ items: Versioned<Component>[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId } = parse(ListConfirmationsInput, input);
  const all = await ctx.store.all<Component>(keys.component(cycleId, '', '').pk);
  const isMine = (component: Component): boolean =>
    component.reviewerId === personIdOf(ctx.actor) && !component.confirmedAt && stands(component);
  return { items: all.filter(isMine) };
}
