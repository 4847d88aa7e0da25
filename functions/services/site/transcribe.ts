import * as z from 'zod';
import { invalidField } from '#domain/errors';
import { personIdOf } from '#domain/people';
import type { SiteSheet } from '#domain/reviews';
import { siteSheets } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { entering } from '../reviews/entering.ts';
import { requireSignedSheet } from '../reviews/record-component.ts';
import { visitChain } from './held.ts';
import { siteMark } from './submit-sheet.ts';

export const TranscribeSiteSheetInput = z.strictObject({
  applicationId: z.string(),
  reviewerId: z.string(),
  fileId: z.string(),
  ...siteMark,
});

/**
 * The office transcribes the sheet that a visitor signed on paper. It does not count before that visitor has
 * confirmed it, and never replaces what a visitor handed in.
 */
export async function transcribeSiteSheet(
  ctx: Context,
  input: z.input<typeof TranscribeSiteSheetInput>,
): Promise<Versioned<SiteSheet>> {
  const { applicationId, reviewerId, fileId, score, comment } = parse(TranscribeSiteSheetInput, input);
  return anew(async () => {
    const { application, cycle, guards } = await entering(ctx, applicationId);
    const sheet = await ctx.store.find(keys.siteSheet(cycle.cycleId, applicationId, reviewerId));
    if (!sheet || sheet.status === 'withdrawn') {
      throw invalidField('reviewerId', 'NotAVisitor', '该专家不在考察组中。', 'This reviewer is not on the site team.');
    }
    allow(sheet.status === 'asked', 'WrongState', { state: sheet.status });
    await requireSignedSheet(ctx, { applicationId, fileId });
    await requireNoConflict(ctx, reviewerId, application, cycle);
    const at = ctx.clock.now();
    const transcribed = { fileId, by: personIdOf(ctx.actor) ?? 'system', at };
    const entered = { ...sheet, score, comment, transcribed };
    return commit(ctx, {
      chain: visitChain(sheet),
      action: 'site-sheet.transcribed',
      cycleId: cycle.cycleId,
      details: { applicationId, visitorId: reviewerId, fileId },
      writes: [save(siteSheets, entered), ...guards],
      answer: { ...entered, version: sheet.version + 1 },
    });
  });
}
