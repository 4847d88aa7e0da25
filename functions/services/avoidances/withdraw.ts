import * as z from 'zod';
import { avoidanceTransitions } from '#domain/avoidances';
import { mayEdit } from '#domain/policies';
import { next } from '#domain/transitions';
import { avoidances } from '#store/entities';
import { keys } from '#store/keys';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { asOwn, type OwnAvoidance, requireBeforeReview } from './own.ts';

export const AvoidanceRef = z.strictObject({ applicationId: z.string(), avoidanceId: z.string() });

/** The applicant takes its request back, while the review has not started. */
export async function withdrawAvoidance(ctx: Context, input: z.input<typeof AvoidanceRef>): Promise<OwnAvoidance> {
  const { applicationId, avoidanceId } = parse(AvoidanceRef, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application), 'NotFound');
  const cycle = await ctx.store.get(keys.cycle(application.cycleId));
  requireBeforeReview(cycle, application);
  const avoidance = await ctx.store.get(keys.avoidance(cycle.cycleId, applicationId, avoidanceId));
  const withdrawn = { ...avoidance, status: next(avoidanceTransitions, 'withdraw', avoidance.status) };
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'avoidance.withdrawn',
    cycleId: cycle.cycleId,
    details: { applicationId, avoidanceId },
    writes: [save(avoidances, withdrawn), unchanged(keys.cycle(cycle.cycleId), cycle.version)],
    answer: asOwn(withdrawn),
  });
}
