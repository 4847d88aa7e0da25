import * as z from 'zod';
import { holds, personIdOf } from '#domain/people';
import { type Component, stands } from '#domain/reviews';
import { components } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { requireOpenRound } from './held.ts';

export const ConfirmComponentInput = z.strictObject({
  applicationId: z.string(),
  component: z.enum(['site']),
  /** The version that was shown: what the reviewer confirms is what they saw. */
  version: z.int(),
});

/** The reviewer whose signed sheet was transcribed confirms that it says so. */
export async function confirmComponent(
  ctx: Context,
  input: z.input<typeof ConfirmComponentInput>,
): Promise<Versioned<Component>> {
  const { applicationId, component, version } = parse(ConfirmComponentInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  const recorded = await ctx.store.get(keys.component(cycle.cycleId, applicationId, component));
  const { reviewerId = '' } = recorded;
  allow(holds(ctx.actor, 'reviewer') && !holds(ctx.actor, 'office') && personIdOf(ctx.actor) === reviewerId);
  requireOpenRound(cycle);
  await requireNoConflict(ctx, reviewerId, application, cycle);
  allow(recorded.version === version, 'StaleVersion');
  allow(stands(recorded), 'WrongState', { state: 'withdrawn' });
  allow(!recorded.confirmedAt, 'WrongState', { state: 'confirmed' });
  const confirmed = { ...recorded, confirmedAt: ctx.clock.now() };
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'component.confirmed',
    cycleId: cycle.cycleId,
    details: { applicationId, component },
    writes: [save(components, confirmed)],
    answer: { ...confirmed, version: version + 1 },
  });
}
