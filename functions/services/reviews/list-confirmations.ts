import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { holds, personIdOf } from '#domain/people';
import { type Component, stands } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { assignedTo } from '../applications/assigned.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { blindingOf } from './blind.ts';

export const ListConfirmationsInput = z.strictObject({ cycleId: z.string() });

/** Whose score it is; to whoever reviews it blind as well, the number that they know it by. */
async function nameFor(ctx: Context, applicationId: string, cycle: Cycle): Promise<string> {
  const application = await ctx.store.get(keys.application(applicationId));
  const blinding = (await assignedTo(ctx, applicationId)) && (await blindingOf(ctx, application, cycle));
  return blinding ? blinding.notice.number : application.organizationName;
}

/** The transcriptions of a reviewer's signed sheets that wait for their confirmation. */
export async function listConfirmations(
  ctx: Context,
  input: z.input<typeof ListConfirmationsInput>,
): Promise<{ items: (Versioned<Component> & { organizationName: string })[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId } = parse(ListConfirmationsInput, input);
  const all = await ctx.store.all<Component>(keys.component(cycleId, '', '').pk);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const isMine = (component: Component): boolean =>
    component.reviewerId === personIdOf(ctx.actor) && !component.confirmedAt && stands(component);
  const items = all.filter(isMine).map(async (component) => {
    return { ...component, organizationName: await nameFor(ctx, component.applicationId, cycle) };
  });
  return { items: await Promise.all(items) };
}
