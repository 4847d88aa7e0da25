import * as z from 'zod';
import { holds, personIdOf } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { Adjustment, Component, Veto } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListEntriesInput = z.strictObject({ applicationId: z.string() });

export type Entries = {
  readonly components: readonly Versioned<Component>[];
  readonly adjustments: readonly Adjustment[];
  readonly vetoes: readonly Veto[];
};

/** What was entered beside the sheets, for those who enter or supervise it; a reviewer sees what is theirs to confirm. */
export async function listEntries(ctx: Context, input: z.input<typeof ListEntriesInput>): Promise<Entries> {
  const { applicationId } = parse(ListEntriesInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  const { cycleId } = application;
  const within = <T>({ pk, sk }: { pk: string; sk: string }) => ctx.store.all<T>(pk, sk);
  const components = await within<Component>(keys.component(cycleId, applicationId, ''));
  const desk = holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor');
  if (!desk || isConflicted(ctx.actor, application)) {
    const own = components.filter(({ reviewerId }) => reviewerId !== undefined && reviewerId === personIdOf(ctx.actor));
    allow(own.length > 0 && holds(ctx.actor, 'reviewer'));
    return { components: own, adjustments: [], vetoes: [] };
  }
  return {
    components,
    adjustments: await within<Adjustment>(keys.adjustment(cycleId, applicationId, '')),
    vetoes: await within<Veto>(keys.veto(cycleId, applicationId, '')),
  };
}
