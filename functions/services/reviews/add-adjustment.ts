import * as z from 'zod';
import { markText } from '#domain/marks';
import { personIdOf } from '#domain/people';
import type { Adjustment } from '#domain/reviews';
import { LimitedText, Reason } from '#domain/texts';
import { adjustments } from '#store/entities';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { entering } from './entering.ts';

export const AddAdjustmentInput = z.strictObject({
  applicationId: z.string(),
  kind: z.enum(['bonus', 'deduction']),
  points: markText({ min: 1, max: 10_000 }),
  reason: Reason,
  source: LimitedText(500).refine((text) => text.trim() !== '', {
    params: { code: 'Blank', zh: '请注明来源。', en: 'Name the source.' },
  }),
});

/** 加分 or 扣分, with its reason and source. The cap of all bonuses binds when the result is computed. */
export async function addAdjustment(ctx: Context, input: z.input<typeof AddAdjustmentInput>): Promise<Adjustment> {
  const given = parse(AddAdjustmentInput, input);
  const { applicationId, kind, points } = given;
  return anew(async () => {
    const { cycle, guards } = await entering(ctx, applicationId);
    const adjustment: Adjustment = {
      ...given,
      cycleId: cycle.cycleId,
      adjustmentId: ctx.ids.next('adjustment'),
      enteredBy: personIdOf(ctx.actor) ?? 'system',
      at: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'adjustment.added',
      cycleId: cycle.cycleId,
      details: { applicationId, adjustmentId: adjustment.adjustmentId, kind, hundredths: points },
      writes: [create(adjustments, adjustment), ...guards],
      answer: adjustment,
    });
  });
}
