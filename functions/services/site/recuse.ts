import * as z from 'zod';
import { recusalReasons } from '#domain/reviews';
import { LimitedText } from '#domain/texts';
import { keys } from '#store/keys';
import { unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { ownVisit, visitChain } from './held.ts';
import { replaceSiteMember } from './seats.ts';

export const RecuseVisitInput = z.strictObject({
  applicationId: z.string(),
  reason: z.enum(recusalReasons),
  note: LimitedText(500).default(''),
});

/** `seatVacant` when nobody could take the seat and the office must find somebody. */
export type RecusedVisit = { readonly applicationId: string; readonly seatVacant: boolean };

/**
 * 回避: a visitor leaves the team, with the reason, and in the same transaction another is asked. Once their sheet is
 * in they cannot leave any more.
 */
export async function recuseVisit(ctx: Context, input: z.input<typeof RecuseVisitInput>): Promise<RecusedVisit> {
  const { applicationId, reason, note } = parse(RecuseVisitInput, input);
  return anew(async () => {
    const { sheet, application, cycle } = await ownVisit(ctx, applicationId);
    allow(sheet.status === 'asked', 'WrongState', { state: sheet.status });
    const { reviewerId } = sheet;
    const why = note ? `${reason}: ${note}` : reason;
    const { replacement, writes } = await replaceSiteMember(ctx, { application, cycle, reviewerId, reason: why });
    const seatVacant = replacement === undefined;
    return commit(ctx, {
      chain: visitChain(sheet),
      action: 'site-sheet.recused',
      cycleId: cycle.cycleId,
      details: {
        applicationId,
        visitorId: reviewerId,
        reason,
        seatVacant,
        ...(replacement && { nextVisitorId: replacement.reviewerId }),
      },
      writes: [...writes, unchanged(keys.cycle(cycle.cycleId), cycle.version)],
      answer: { applicationId, seatVacant },
    });
  });
}
