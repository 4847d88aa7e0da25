import * as z from 'zod';
import { markText } from '#domain/marks';
import type { SiteSheet } from '#domain/reviews';
import { LimitedText } from '#domain/texts';
import { siteSheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { scoringVisit, visitChain } from './held.ts';

/** What a visit found: a score of a hundred and, always, why. */
export const siteMark = {
  score: markText({ min: 0, max: 10_000 }),
  comment: LimitedText(3000).refine((text) => text.trim() !== '', {
    params: { code: 'Blank', zh: '请填写实地考察情况。', en: 'Say what the visit found.' },
  }),
} as const;

export const SubmitSiteSheetInput = z.strictObject({ applicationId: z.string(), version: z.int(), ...siteMark });

/** What was handed in before stays on the sheet. */
const corrected = ({ score, comment, submittedAt, corrections = [] }: SiteSheet) =>
  score === undefined || submittedAt === undefined
    ? {}
    : { corrections: [...corrections, { score, comment, submittedAt }] };

/**
 * A visitor hands their own sheet in, or corrects it until the round closes; each earlier one is kept. The cycle must
 * not move meanwhile, so that nothing changes in the moment in which the round closes.
 */
export async function submitSiteSheet(
  ctx: Context,
  input: z.input<typeof SubmitSiteSheetInput>,
): Promise<Versioned<SiteSheet>> {
  const { applicationId, version, score, comment } = parse(SubmitSiteSheetInput, input);
  const { sheet, cycle } = await scoringVisit(ctx, applicationId);
  allow(sheet.version === version, 'StaleVersion');
  const isCorrection = sheet.status === 'submitted';
  // Whoever writes their own sheet needs no transcription of it.
  const { transcribed: _, ...rest } = sheet;
  const submitted = {
    ...rest,
    ...(isCorrection && corrected(sheet)),
    status: 'submitted' as const,
    score,
    comment,
    submittedAt: ctx.clock.now(),
  };
  return commit(ctx, {
    chain: visitChain(sheet),
    action: isCorrection ? 'site-sheet.corrected' : 'site-sheet.submitted',
    cycleId: cycle.cycleId,
    details: { applicationId, visitorId: sheet.reviewerId },
    writes: [save(siteSheets, submitted), unchanged(keys.cycle(cycle.cycleId), cycle.version)],
    answer: { ...submitted, version: version + 1 },
  });
}
