import * as z from 'zod';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { Assignment, Panel } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListPanelInput = z.strictObject({ applicationId: z.string() });

/** The panel of an application with all its assignments, those that were left included; never a score. */
export async function listPanel(
  ctx: Context,
  input: z.input<typeof ListPanelInput>,
): Promise<{ panel: Versioned<Panel>; items: Versioned<Assignment>[] }> {
  const { applicationId } = parse(ListPanelInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const { pk, sk } = keys.assignment(applicationId, '');
  return { panel: await ctx.store.get(keys.panel(applicationId)), items: await ctx.store.all<Assignment>(pk, sk) };
}
