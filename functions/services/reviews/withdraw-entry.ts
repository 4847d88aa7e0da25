import * as z from 'zod';
import { personIdOf } from '#domain/people';
import { type Adjustment, type Component, stands, type Veto, type Withdrawal } from '#domain/reviews';
import type { StagedAct } from '#domain/stages';
import { Reason } from '#domain/texts';
import { adjustments, components, vetoes } from '#store/entities';
import { type KeyOf, keys } from '#store/keys';
import type { Entity, Versioned } from '#store/table';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { type Act, commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { entering } from './entering.ts';

const of = { applicationId: z.string(), reason: Reason };
export const WithdrawAdjustmentInput = z.strictObject({ ...of, adjustmentId: z.string() });
export const WithdrawVetoInput = z.strictObject({ ...of, vetoId: z.string() });
export const WithdrawComponentInput = z.strictObject({ ...of, component: z.enum(['site', 'satisfaction']) });

type Withdrawing<T> = {
  readonly applicationId: string;
  readonly reason: string;
  readonly entity: Entity<T>;
  readonly key: (cycleId: string) => KeyOf<T>;
  readonly action: 'adjustment.withdrawn' | 'veto.withdrawn' | 'component.withdrawn';
  readonly details: NonNullable<Act<unknown>['details']>;
  /** The act whose stages are its own; by default any other entry's. */
  readonly when?: StagedAct;
};

/** What was entered wrongly is marked, never deleted: everybody who may see it sees that it was there, and why not. */
function withdrawn<T extends { readonly withdrawn?: Withdrawal | undefined }>(
  ctx: Context,
  { applicationId, reason, entity, key, action, details, when }: Withdrawing<T>,
): Promise<Versioned<T>> {
  return anew(async () => {
    const { cycle, guards } = await entering(ctx, applicationId, when);
    const entry = await ctx.store.get(key(cycle.cycleId));
    allow(stands(entry), 'WrongState', { state: 'withdrawn' });
    const by = personIdOf(ctx.actor) ?? 'system';
    const marked = { ...entry, withdrawn: { reason, by, at: ctx.clock.now() } };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action,
      cycleId: cycle.cycleId,
      details: { applicationId, ...details },
      writes: [save(entity, marked), ...guards],
      answer: { ...marked, version: entry.version + 1 },
    });
  });
}

/** Takes back a bonus or a deduction while the round is open. */
export async function withdrawAdjustment(
  ctx: Context,
  input: z.input<typeof WithdrawAdjustmentInput>,
): Promise<Versioned<Adjustment>> {
  const { applicationId, adjustmentId, reason } = parse(WithdrawAdjustmentInput, input);
  const key = (cycleId: string) => keys.adjustment(cycleId, applicationId, adjustmentId);
  const details = { adjustmentId };
  return withdrawn(ctx, { applicationId, reason, entity: adjustments, key, action: 'adjustment.withdrawn', details });
}

/** Takes back a veto for as long as one may be entered. */
export async function withdrawVeto(ctx: Context, input: z.input<typeof WithdrawVetoInput>): Promise<Versioned<Veto>> {
  const { applicationId, vetoId, reason } = parse(WithdrawVetoInput, input);
  const key = (cycleId: string) => keys.veto(cycleId, applicationId, vetoId);
  const what = { action: 'veto.withdrawn', details: { vetoId }, when: 'veto' } as const;
  return withdrawn(ctx, { applicationId, reason, entity: vetoes, key, ...what });
}

/** Takes back a transcription while the round is open; the round closes only once there is another. */
export async function withdrawComponent(
  ctx: Context,
  input: z.input<typeof WithdrawComponentInput>,
): Promise<Versioned<Component>> {
  const { applicationId, component, reason } = parse(WithdrawComponentInput, input);
  const key = (cycleId: string) => keys.component(cycleId, applicationId, component);
  const details = { component };
  return withdrawn(ctx, { applicationId, reason, entity: components, key, action: 'component.withdrawn', details });
}
