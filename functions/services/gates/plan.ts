import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { type Gate, gateIdOf, gateKinds } from '#domain/gates';
import { type Instant, later, secondsBetween } from '#domain/instants';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import { type Context, isPast } from '../context.ts';
import { parse } from '../require.ts';
import { type Expiry, gateRules, nextReminder } from './kinds.ts';

export const PlanInput = z.object({ kind: z.enum(gateKinds), subjectId: z.string(), round: z.int().min(1).default(1) });

export type PlannedGate = {
  readonly gateId: string;
  readonly deadline: Instant;
  /** For the workflow's `TimeoutSeconds`; one second more than the deadline, so that a timeout finds it past. */
  readonly timeoutSeconds: number;
};

/** The longest `TimeoutSeconds` that Step Functions takes. */
const LONGEST = 99_999_999;

const planned = (ctx: Context, gateId: string, deadline: Instant): PlannedGate => ({
  gateId,
  deadline,
  timeoutSeconds: Math.min(LONGEST, secondsBetween(ctx.clock.now(), deadline) + 1),
});

async function reopened(ctx: Context, gateId: string, subjectId: string, gate: Gate | undefined): Promise<PlannedGate> {
  const deadline = await nextReminder(ctx);
  if (gate)
    await commit(ctx, {
      chain: `gate/${gateId}`,
      action: 'gate.reminded',
      details: { gateId, subjectId, deadline },
      writes: [],
      answer: undefined,
    });
  return planned(ctx, gateId, deadline);
}

/**
 * Says how long the workflow waits at a gate. Called before each wait and again when one timed out: a decision that
 * was made stands; an extension opens the gate again; otherwise, past the deadline, the case takes its way out under
 * the condition that nobody decided meanwhile. Either way the outcome reaches the workflow as every outcome does.
 */
export async function planGate(ctx: Context, input: z.input<typeof PlanInput>): Promise<PlannedGate> {
  const { kind, subjectId, round } = parse(PlanInput, input);
  const gateId = gateIdOf(kind, subjectId, round);
  const gate = await ctx.store.find(keys.gate(gateId));
  const rule = gateRules[kind];
  const deadline = await rule.deadline(ctx, subjectId, gate?.deadline);
  if (gate?.outcome) return planned(ctx, gateId, later(deadline, ctx.clock.now()));
  const ended = await rule.ended?.(ctx, subjectId);
  if (!ended && !isPast(ctx, deadline)) return planned(ctx, gateId, deadline);
  if (!ended && !rule.expire) {
    await rule.whenOverdue?.(ctx, subjectId);
    return reopened(ctx, gateId, subjectId, gate);
  }
  await settle(ctx, gateId, { subjectId, deadline }, async () => ended ?? rule.expire?.(ctx, subjectId));
  return planned(ctx, gateId, ctx.clock.now());
}

/** Takes the way out, unless somebody decided in the same moment: their decision stands and is on the gate. */
async function settle(
  ctx: Context,
  gateId: string,
  details: { subjectId: string; deadline: Instant },
  way: () => Promise<Expiry | undefined>,
): Promise<void> {
  try {
    const { writes = [], decides = [], cycleId } = (await way()) ?? {};
    await commit(ctx, {
      chain: `gate/${gateId}`,
      action: 'gate.expired',
      ...(cycleId && { cycleId }),
      details: { gateId, ...details },
      writes,
      decides,
      answer: undefined,
    });
  } catch (error) {
    // Were no decision there, waiting again would never end, so that is a fault.
    const code = error instanceof AwardError ? error.code : undefined;
    const stands = code === 'WrongState' && (await ctx.store.find(keys.gate(gateId)))?.outcome !== undefined;
    if (code !== 'StaleVersion' && !stands) throw error;
  }
}
