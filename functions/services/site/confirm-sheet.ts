import * as z from 'zod';
import type { SiteSheet } from '#domain/reviews';
import { siteSheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { scoringVisit, visitChain } from './held.ts';

export const ConfirmSiteSheetInput = z.strictObject({
  applicationId: z.string(),
  /** The version that was shown: what the visitor confirms is what they saw. */
  version: z.int(),
});

/** The visitor confirms that the transcription says what they signed; from here on it counts. */
export async function confirmSiteSheet(
  ctx: Context,
  input: z.input<typeof ConfirmSiteSheetInput>,
): Promise<Versioned<SiteSheet>> {
  const { applicationId, version } = parse(ConfirmSiteSheetInput, input);
  const { sheet, cycle } = await scoringVisit(ctx, applicationId);
  allow(sheet.version === version, 'StaleVersion');
  const { transcribed } = sheet;
  allow(sheet.status === 'asked' && transcribed !== undefined, 'WrongState', { state: sheet.status });
  const at = ctx.clock.now();
  const confirmed = {
    ...sheet,
    status: 'submitted' as const,
    submittedAt: at,
    transcribed: { ...transcribed, confirmedAt: at },
  };
  return commit(ctx, {
    chain: visitChain(sheet),
    action: 'site-sheet.confirmed',
    cycleId: cycle.cycleId,
    details: { applicationId, visitorId: sheet.reviewerId },
    writes: [save(siteSheets, confirmed), unchanged(keys.cycle(cycle.cycleId), cycle.version)],
    answer: { ...confirmed, version: version + 1 },
  });
}
