import type { z } from 'zod';
import { type Avoidance, avoidanceTransitions } from '#domain/avoidances';
import { isNamedBy } from '#domain/conflicts';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { avoidances } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, requireStageFor } from '../require.ts';
import { wholePool } from '../reviewers/pool.ts';
import { AvoidanceRef } from './withdraw.ts';

export const RefuseAvoidanceInput = AvoidanceRef.extend({ reason: Reason });

/**
 * The office refuses a request, with a reason that the applicant reads; from then on it does not bind. Not by somebody
 * with a stake in the case, nor by whoever is named.
 */
export async function refuseAvoidance(
  ctx: Context,
  input: z.input<typeof RefuseAvoidanceInput>,
): Promise<Versioned<Avoidance>> {
  allow(mayCheck(ctx.actor));
  const { applicationId, avoidanceId, reason } = parse(RefuseAvoidanceInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  requireStageFor('refuseAvoidance', cycle);
  const avoidance = await ctx.store.get(keys.avoidance(cycle.cycleId, applicationId, avoidanceId));
  const named = (await wholePool(ctx)).filter((reviewer) => isNamedBy(avoidance, reviewer));
  allow(!named.some(({ reviewerId }) => reviewerId === personIdOf(ctx.actor)), 'ConflictOfInterest');
  const refused: Versioned<Avoidance> = {
    ...avoidance,
    status: next(avoidanceTransitions, 'refuse', avoidance.status),
    refusal: { reason, by: personIdOf(ctx.actor) ?? 'system', at: ctx.clock.now() },
  };
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'avoidance.refused',
    cycleId: cycle.cycleId,
    details: { applicationId, avoidanceId },
    writes: [save(avoidances, refused)],
    answer: { ...refused, version: avoidance.version + 1 },
  });
}
