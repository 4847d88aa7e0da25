import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { type Extension, ExtensionScope, effectiveDeadline, extendableStages, isExtendable } from '#domain/extensions';
import { InstantText, later, millisOf } from '#domain/instants';
import { mayCheck } from '#domain/policies';
import { Reason } from '#domain/texts';
import { extensions } from '#store/entities';
import { keys } from '#store/keys';
import { create, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { areaPathOf, extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { requireNoStake } from './stake.ts';

export const ExtendInput = z.strictObject({
  cycleId: z.string(),
  stage: z.enum(extendableStages),
  scope: ExtensionScope,
  until: InstantText,
  reason: Reason,
});
type ExtendInput = z.output<typeof ExtendInput>;

/** Those whom the extension is for, as far as their present deadline depends on it. */
async function subjectOf(ctx: Context, { scope }: ExtendInput) {
  if (scope.kind === 'all') return { organizationId: '', areaPath: [] };
  if (scope.kind === 'area') return { organizationId: '', areaPath: await areaPathOf(ctx, scope.areaId) };
  const organization = await ctx.store.find(keys.organization(scope.organizationId));
  if (organization) return organization;
  throw invalidField('scope.organizationId', 'UnknownOrganization', '没有这个单位。', 'There is no such organization.');
}

async function deadlineNow(ctx: Context, cycle: Cycle, input: ExtendInput): Promise<string> {
  const own = input.stage === 'correction' ? ctx.clock.now() : cycle.windows[input.stage];
  const granted = await extensionsOf(ctx, cycle.cycleId);
  return later(effectiveDeadline(own, input.stage, granted, await subjectOf(ctx, input)), ctx.clock.now());
}

/** A later deadline for everybody, an area or one applicant, with its reason; gates take it up when they next ask. */
export async function extendDeadline(ctx: Context, input: z.input<typeof ExtendInput>): Promise<Extension> {
  allow(mayCheck(ctx.actor));
  const given = parse(ExtendInput, input);
  const cycle = await ctx.store.get(keys.cycle(given.cycleId));
  await requireNoStake(ctx, cycle);
  allow(isExtendable(cycle, given.stage), 'WrongState', { state: cycle.status });
  const present = await deadlineNow(ctx, cycle, given);
  if (millisOf(given.until) <= millisOf(present)) {
    throw invalidField(
      'until',
      'NotLater',
      `延长后的期限应晚于现期限 ${present}。`,
      `The new deadline must be later than the present one, ${present}.`,
    );
  }
  const extension: Extension = {
    ...given,
    extensionId: ctx.ids.next('extension'),
    grantedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
    at: ctx.clock.now(),
  };
  const { cycleId, stage, scope, until } = extension;
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.extended',
    cycleId,
    details: { cycleId, extensionId: extension.extensionId, stage, scope: scope.kind, until },
    writes: [create(extensions, extension), unchanged(keys.cycle(cycleId), cycle.version)],
    answer: extension,
  });
}
